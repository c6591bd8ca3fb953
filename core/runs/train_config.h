// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/runs/discriminator_options.h"

namespace hierascope::runs {

/// How far features may be from the teacher's without a loss.
struct AlignmentMargins {
    double distance = 0.0; ///< of the cosines of pairs; HieraTok
    double cosine = 0.25;
};

/// Weights of the loss terms; a term with weight 0 is not computed.
struct LossWeights {
    double l1 = 1.0;
    double mse = 0.4;
    double perceptual = 0.0;
    double kl = 1e-6;
    double quantizer = 1.0; ///< commitment, codebook and entropy, each with its own weight inside
    double alignment = 1.0; ///< where the model has heads for it
    AlignmentMargins margins;
};

/// How pictures become batches.
struct CropOptions {
    bool flip = true; ///< mirror half of the training pictures
    int padding = 0;  ///< pixels of black border on every side, before anything else
    /// What the shorter side of a training picture becomes, drawn anew each time; 0, 0: nothing.
    std::array<int, 2> resize{0, 0};
};

/// What matrix products and convolutions compute with in training; weights stay float32.
enum class Precision { Float32, BFloat16 };

/// How a model is trained. Defaults are HieraTok's stage 1 with a small batch (Tables 8, 9).
struct TrainingOptions {
    std::int64_t steps = 1000; ///< the schedule's length
    /// Steps to train; 0: `steps`. Beyond those the last learning rate holds.
    std::int64_t until = 0;
    std::int64_t lastStep() const { return until > 0 ? until : steps; }
    std::int64_t batchSize = 16;
    std::int64_t accumulate = 1;    ///< parts that a batch is computed in, one after another
    std::filesystem::path initFrom; ///< a model, checkpoint or run folder; empty: random weights
    double learningRate = 4e-4;
    double finalLearningRate = 4e-6;
    double warmupRatio = 0.03;
    double weightDecay = 0.05;
    std::array<double, 2> betas{0.9, 0.95};
    double clipNorm = 1.0;
    double emaDecay = 0.999;
    double dropPath = 0.0;
    Precision precision = Precision::Float32;
    LossWeights loss;
    DiscriminatorOptions discriminator;
    std::uint64_t seed = 0;
    std::int64_t logEvery = 20;
    std::int64_t evaluateEvery = 500;
    std::int64_t evaluateImages = 64; ///< during training
    std::int64_t sampleEvery = 0;     ///< steps; 0: with each evaluation
    std::int64_t finalImages = 0;     ///< at the end; 0: all held-out images
    double initialGain = 1.0;         ///< factor on the initial weights of matrices and kernels
    std::int64_t quantizeFrom = 0;    ///< steps before it leave the quantiser out
    std::int64_t reseedEvery = 0;     ///< steps; codes without use move to vectors in use, if not 0
    double checkpointSeconds = 300.0;
    std::int64_t keepCheckpoints = 2; ///< the newest of them stay
};

/// A run's config.json: a model folder's keys, and the keys `data` and `training`.
struct TrainConfig {
    nlohmann::json model; ///< format, family, options, preprocess: as in a model folder
    std::filesystem::path trainData;
    std::filesystem::path heldOutData;       ///< empty: no evaluation
    std::filesystem::path perceptualWeights; ///< EfficientNet-Lite0; needed with its loss weight
    std::filesystem::path lpipsWeights;      ///< LPIPS, in EfficientNet's place
    std::filesystem::path lpipsLinear;       ///< LPIPS: its linear layers, where they lie apart
    std::filesystem::path teacherWeights;    ///< of the alignment; empty: EfficientNet-Lite0
    std::filesystem::path tokenizer;         ///< model folder; whose codes a generator learns
    std::int64_t trainImages = 0;            ///< a generator learns the first so many; 0: all
    std::string dataDescription;
    double brokenShare = 0.01; ///< of the pictures of a data set that may be broken
    int inputThreads = 2;      ///< that make batches ahead; 0: none
    CropOptions crops;
    TrainingOptions training;
};

/// Reads a config; unknown keys, wrong types and values out of range are errors naming the field.
///
/// Paths are relative to `folder` (where the file lies) unless absolute.
Result<TrainConfig> trainConfigFromJson(const nlohmann::json& json,
                                        const std::filesystem::path& folder);

/// Makes the paths of a config independent of where it lies.
///
/// @param config may be of any content; only texts that stand where paths do are changed
/// @param folder that relative paths start from
void makePathsAbsolute(nlohmann::json& config, const std::filesystem::path& folder);

} // namespace hierascope::runs
