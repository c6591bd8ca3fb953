// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/runtime/latent_map.h"
#include "core/runtime/latent_points.h"
#include "core/runtime/uniformity_study.h"

namespace hierascope::testing {

/// Points of four numbers, 16 x 16 for each image, whose class is the folder that it lies in.
///
/// A folder that does not exist counts as 12 images of three classes, the second of which is
/// broken; data whose name has "bad" in it cannot be opened.
Result<std::shared_ptr<runtime::LatentGathering>>
fakeGathering(std::shared_ptr<runtime::Tokenizer> model,
              const std::vector<std::filesystem::path>& data,
              const runtime::LatentRequest& request);

/// A map that goes from nothing to the first numbers of the vectors in equal steps.
Result<std::shared_ptr<runtime::LatentMap>> fakeMap(std::span<const float> points,
                                                    std::int64_t width,
                                                    const runtime::MapOptions& options,
                                                    const TaskContext& context);
/// How many maps were begun with new neighbours, and how many iterations were made, in all tests.
int fakeMapsBegun();
std::int64_t fakeIterations();

Result<runtime::Uniformity> fakeUniformity(std::span<const float> coordinates, int dimensions,
                                           const TaskContext& context);
Result<runtime::DensityGrid> fakeDensityGrid(std::span<const float> coordinates, int side,
                                             std::span<const float> levels,
                                             const TaskContext& context);
Result<std::vector<float>> fakeAlignment(std::span<const float> a, std::span<const float> b,
                                         std::span<const float> moved, int dimensions);
Result<runtime::PairedDifference> fakePairedDifference(const runtime::SeedFigure& a,
                                                       const runtime::SeedFigure& b);

/// Writes the number of points and the recipe, or fails where the name says "full".
Result<void> fakeSaving(const std::filesystem::path& path, const runtime::UniformityMap& map,
                        const std::string& recipe);

} // namespace hierascope::testing
