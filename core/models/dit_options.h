// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace hierascope::models {

/// What a DiT predicts: the noise of a diffusion, or the velocity of a flow.
enum class DitObjective { Diffusion, Flow };

/// How a flow's times are drawn in training: evenly, or the logistic function of normal draws.
enum class DitTimes { Uniform, LogitNormal };

/// Layers, heads and width of a DiT of the official sizes.
struct DitSize {
    std::string_view name; ///< "DiT-XL"
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t width = 0;
};

/// Finds an official size by its name, "DiT-S" to "DiT-XL"; null if there is none.
const DitSize* findDitSize(std::string_view name);

/// Finds an official size by its width, which tells the head count that no tensor tells.
const DitSize* findDitSize(std::int64_t width);

/// Everything that decides the architecture of a generator of latent maps.
///
/// Names in JSON are those of the official constructor; `objective`, `timestep_shift`, `times`,
/// `velocity_cosine` and `latent_*` are ours. Defaults are DiT-XL/2 for a 32 x 32 map of 4
/// channels.
/// @source DiT, arXiv:2212.09748; facebookresearch/DiT models.py
struct DitOptions {
    std::int64_t inputSize = 32; ///< side of the latent map
    std::int64_t patchSize = 2;
    std::int64_t inChannels = 4;
    std::int64_t hiddenSize = 1152;
    std::int64_t depth = 28;
    std::int64_t heads = 16;
    double mlpRatio = 4.0;
    std::int64_t classCount = 1000;
    double classDropout = 0.1; ///< above 0: there is a null class after the others
    bool learnSigma = true;    ///< twice the channels come out; a flow leaves the second half out
    DitObjective objective = DitObjective::Diffusion;
    double timestepShift = 1.0; ///< of a flow's samplers; below 1: more steps where noise is
    DitTimes times = DitTimes::Uniform;
    double velocityCosine = 0.0;    ///< weight of 1 - cosine in a flow's loss; LightningDiT has 1
    double latentScale = 1.0;       ///< the network sees (latent - mean) / std * scale
    std::vector<double> latentMean; ///< of each channel; empty: 0
    std::vector<double> latentStd;  ///< of each channel; empty: 1

    std::int64_t gridSize() const { return inputSize / patchSize; }
    std::int64_t tokens() const { return gridSize() * gridSize(); }
    std::int64_t outChannels() const { return (learnSigma ? 2 : 1) * inChannels; }
    bool hasNullClass() const { return classDropout > 0.0; }
    /// Rows of the class table; the null class is the last one.
    std::int64_t labelCount() const { return classCount + (hasNullClass() ? 1 : 0); }

    /// Reports the first field that makes no sense, with its value.
    Result<void> validate() const;
};

/// Reads `options` of a model folder's config.json; unknown keys and wrong types are errors.
Result<DitOptions> ditOptionsFromJson(const nlohmann::json& options);

/// Writes what `ditOptionsFromJson` reads.
nlohmann::json jsonFromDitOptions(const DitOptions& options);

} // namespace hierascope::models
