// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/runtime/latent_map.h"
#include "core/runtime/latent_points.h"

namespace hierascope::runtime {

/// A figure over several seeds.
struct SeedFigure {
    std::vector<double> values; ///< one for each seed, in their order
    double mean = 0.0;
    double deviation = 0.0; ///< of the sample (n - 1); 0 for one seed

    /// Takes the value of one more seed.
    void add(double value);
};

/// How one model's latents spread, over several seeds.
struct UniformityResult {
    std::string modelName;
    std::string modelHash;
    std::string dataName;
    std::int64_t points = 0; ///< of one map
    std::int64_t images = 0; ///< that gave points in one map
    std::vector<std::uint64_t> seeds;
    SeedFigure cv, gini, entropy, kl;
    std::vector<SkippedImage> skipped;
    bool isComplete = true;
};

/// The difference of two models' figures, seed by seed.
struct PairedDifference {
    double mean = 0.0; ///< A - B
    double deviation = 0.0;
    double low = 0.0; ///< 95 % interval of the mean (Student's t); infinite for one seed
    double high = 0.0;
    double p = 1.0; ///< two-sided; 1 for one seed
};

/// The protocol of HieraTok Table 5: for each seed draw vectors, lay them out, measure.
///
/// Seed r draws images and places with request.seed + r, and starts the map with map.seed + r; two
/// models with the same request see the same images and, where their maps have the same grid, the
/// same places.
struct UniformityStudy {
    LatentRequest request;
    MapOptions map;
    std::int64_t seeds = 5; ///< request.seed, request.seed + 1, ...
};

/// A seed's points, their map and its measure.
struct UniformityMap {
    LatentPoints points;
    MapFrame frame;
    Uniformity uniformity;
};

/// Runs the protocol with one model. Each image is encoded once for all seeds.
///
/// A stop keeps the seeds that are done and says so in `isComplete`; Cancelled where no image has
/// been encoded yet.
/// @param firstMap receives the first seed's points and map, if given; after a stop the map may be
///                 half made or empty
Result<UniformityResult> runUniformityStudy(std::shared_ptr<Tokenizer> model,
                                            const std::vector<std::filesystem::path>& data,
                                            const UniformityStudy& study,
                                            const TaskContext& context,
                                            UniformityMap* firstMap = nullptr);

/// Compares two models' figures of the same seeds; Usage if their seeds differ.
Result<PairedDifference> pairedDifference(const SeedFigure& a, const SeedFigure& b);

} // namespace hierascope::runtime
