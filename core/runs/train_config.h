// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::runs {

/// Weights of the loss terms; a term with weight 0 is not computed.
struct LossWeights {
    double l1 = 1.0;
    double mse = 0.4;
    double perceptual = 0.0;
    double kl = 1e-6;
};

/// How a model is trained. Defaults are HieraTok's stage 1 with a small batch (Tables 8, 9).
struct TrainingOptions {
    std::int64_t steps = 1000;
    std::int64_t batchSize = 16;
    double learningRate = 4e-4;
    double finalLearningRate = 4e-6;
    double warmupRatio = 0.03;
    double weightDecay = 0.05;
    std::array<double, 2> betas{0.9, 0.95};
    double clipNorm = 1.0;
    double emaDecay = 0.999;
    double dropPath = 0.0;
    LossWeights loss;
    std::uint64_t seed = 0;
    std::int64_t logEvery = 20;
    std::int64_t evaluateEvery = 500;
    std::int64_t evaluateImages = 64; ///< during training; the end uses all held-out images
    double checkpointSeconds = 300.0;
    std::int64_t keepCheckpoints = 2; ///< the newest of them stay
};

/// A run's config.json: a model folder's keys, and the keys `data` and `training`.
struct TrainConfig {
    nlohmann::json model; ///< format, family, options, preprocess: as in a model folder
    std::filesystem::path trainData;
    std::filesystem::path heldOutData;       ///< empty: no evaluation
    std::filesystem::path perceptualWeights; ///< EfficientNet-Lite0; needed with its loss weight
    std::string dataDescription;
    TrainingOptions training;
};

/// Reads a config; unknown keys, wrong types and values out of range are errors naming the field.
///
/// Paths are relative to `folder` (where the file lies) unless absolute.
Result<TrainConfig> trainConfigFromJson(const nlohmann::json& json,
                                        const std::filesystem::path& folder);

} // namespace hierascope::runs
