// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runtime/latent_points.h"
#include "core/runtime/tokenizer.h"

/// How good a model's reconstructions of a data set are, each figure with its recipe.
namespace hierascope::runtime {

/// What to measure, and with what.
struct EvaluationRequest {
    std::int64_t images = 0;            ///< from the first on; 0: all
    std::vector<std::string> metrics;   ///< keys of allMetrics(); empty: all that can be computed
    std::filesystem::path liteWeights;  ///< of EfficientNet-Lite0; empty: none
    std::filesystem::path lpipsWeights; ///< empty: none
    std::filesystem::path lpipsLinear;  ///< its linear layers, where the weights have none
    std::filesystem::path inceptionWeights; ///< of 2015-12-05; empty: none
    std::string inceptionResize = "tf1";    ///< tf1 or pytorch-fid
    /// What sets are compared with instead of the originals: data sets, or one file of statistics.
    std::vector<std::filesystem::path> reference;
    std::filesystem::path statistics; ///< folder where a reference's statistics are kept; or empty
    std::uint64_t seed = 0;           ///< of bootstrap draws and of maps
    int resamples = 1000;             ///< of the bootstrap
    std::int64_t points = 10000;      ///< of a map of latents
    std::int64_t maps = 5;            ///< seeds; 0: no maps
    int threads = 0;                  ///< of maps
    int thumbnail = 0;                ///< longest side of kept pictures; 0: none
    std::int64_t keepLatents = 0;     ///< of so many images, for `latentLikeness`
    /// Added to every recipe: program, dtype, what was overridden.
    nlohmann::json conditions = nlohmann::json::object();
};

/// One figure of a set of images; without a value it has a reason.
struct Figure {
    std::optional<double> value;
    std::optional<double> low; ///< of the 95 % interval
    std::optional<double> high;
    std::optional<double> deviation; ///< over images (or seeds)
    std::int64_t count = 0;          ///< images that it is taken over
    std::string note;                ///< why there is none, or what to know of it
};
using Figures = std::map<std::string, Figure>; ///< by the metric's key

/// The figures of one image.
struct ImageScore {
    std::string name;
    std::filesystem::path file; ///< empty inside a packed set
    std::int64_t index = 0;     ///< in the data
    std::int32_t label = -1;
    /// [levels][columns]: not a number where undefined, infinite where the pictures are equal.
    std::vector<std::vector<double>> levels;
    ImageRgb8 original; ///< thumbnails
    ImageRgb8 finest;
};

struct ClassScore {
    std::string name;
    std::int64_t images = 0;
    Figures figures; ///< of the finest level
};

/// What an evaluation found.
struct Evaluation {
    std::string model;
    std::string modelHash;
    std::string family;
    int imageSize = 0;
    std::string data; ///< one line: what was evaluated
    std::string dataHash;
    std::vector<LevelInfo> levels;
    std::vector<std::string> columns; ///< metrics of an image
    std::vector<ImageScore> images;   ///< in the order of the data
    Figures set;                      ///< of the finest level, and of the whole
    std::vector<Figures> levelFigures;
    std::vector<ClassScore> classes;
    std::vector<SkippedImage> skipped;
    bool isComplete = true;                        ///< false: stopped before the last image
    std::map<std::string, nlohmann::json> recipes; ///< by the metric's key
    std::vector<std::vector<float>> latents;       ///< of the first images, if they were kept

    /// The place of a metric in `columns`; -1 where it is not of an image.
    int columnOf(const std::string& metric) const;
    /// Images by a metric of their finest level, the worst first; those without it last.
    std::vector<std::size_t> worstFirst(const std::string& metric) const;
};

/// Evaluates image by image, so that the engine can do other things between two of them.
/// Not thread-safe; one engine lane makes all calls.
class EvaluationPass {
public:
    virtual ~EvaluationPass() = default;

    virtual std::int64_t done() const = 0;  ///< images that were tried, those of a reference too
    virtual std::int64_t total() const = 0; ///< images that will be tried
    bool isFinished() const { return done() >= total(); }
    /// Takes the next few images. One that cannot be read is skipped and named.
    virtual Result<void> next(std::int64_t images, const TaskContext& context) = 0;
    /// The figures of the images so far; BadData where there is none. A stop while sets are
    /// compared leaves those figures out, with the reason.
    virtual Result<Evaluation> evaluation(const TaskContext& context) = 0;
};

/// Opens the data and the networks that metrics need.
///
/// @return Usage for an unknown metric; BadData naming the tensors of a network's file that do not
///         fit, and the keys of the file
Result<std::shared_ptr<EvaluationPass>>
startEvaluation(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
                const EvaluationRequest& request, const TaskContext& context);

/// Runs a pass to its end and measures the latents' maps; a stop keeps what there is and says so in
/// `isComplete`.
Result<Evaluation> evaluateAll(const std::shared_ptr<Tokenizer>& model,
                               const std::vector<std::filesystem::path>& data,
                               const EvaluationRequest& request, const TaskContext& context);

/// Linear CKA of two models' latents of the same images; Usage where none are kept.
Result<double> latentLikeness(const Evaluation& a, const Evaluation& b);

/// Where `packaging/setup` leaves EfficientNet-Lite0's weights; empty where there are none.
std::filesystem::path installedLiteWeights();

} // namespace hierascope::runtime
