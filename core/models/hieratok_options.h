// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace hierascope::models {

/// How the base latent map becomes the map of a coarser scale (HieraTok, section 3.2).
enum class Downsample { Conv, Interpolate };

/// Channel width of the downsampling convolutions: the decoder's, or the latent's.
enum class ConvWidth { Wide, Narrow };

/// What the scale of the base map itself goes through: convolutions as any other, or one
/// projection.
enum class FinestLevel { Conv, Projection };

/// Who may attend to whom in the decoder.
enum class ScaleAttention { Full, ScaleIndependent, ScaleCausal };

/// Size of one transformer.
struct VitOptions {
    std::int64_t layers = 0;
    std::int64_t width = 0;
    std::int64_t heads = 0;
    double mlpRatio = 4.0;
};

/// Everything that decides the architecture of a HieraTok tokenizer.
///
/// Defaults are the paper's f16d16 multi-scale model.
/// @source HieraTok, arXiv:2509.23736, section 3 and Tables 2-4; differs: layouts that the paper
///         leaves open are chosen in docs/papers.md.
struct HieraTokOptions {
    std::int64_t imageSize = 256; ///< Y = X, pixels
    std::int64_t patchSize = 16;  ///< pixels
    std::int64_t latentChannels = 16;
    std::vector<std::int64_t> scales{1, 2, 4, 8, 16}; ///< side lengths, strictly increasing
    Downsample downsample = Downsample::Conv;
    ConvWidth convWidth = ConvWidth::Wide;
    FinestLevel finest = FinestLevel::Conv;
    ScaleAttention attention = ScaleAttention::ScaleCausal;
    VitOptions encoder{6, 768, 12, 4.0};
    VitOptions decoder{24, 1024, 16, 4.0};

    /// Channels of the features that training aligns with; 0 builds no head for it.
    std::int64_t alignmentChannels = 0;

    std::int64_t gridSize() const { return imageSize / patchSize; }
    /// One scale that is the base map itself: no downsampling and no scale encoding.
    bool isSingleScale() const { return scales.size() == 1 && scales.front() == gridSize(); }
    std::int64_t tokenCount() const;

    /// Reports the first field that makes no sense, with its value.
    Result<void> validate() const;
};

/// Reads `options` of a model folder's config.json; unknown keys and wrong types are errors.
Result<HieraTokOptions> hieraTokOptionsFromJson(const nlohmann::json& options);

/// Writes what `hieraTokOptionsFromJson` reads.
nlohmann::json jsonFromHieraTokOptions(const HieraTokOptions& options);

} // namespace hierascope::models
