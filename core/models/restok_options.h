// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace hierascope::models {

/// How a merging layer makes half as many image tokens: the even ones, as the released code does,
/// or the mean of each pair, as the paper draws it.
enum class TokenMerge { Subsample, Average };

/// Size of one of ResTok's transformers; the MLP is four times as wide.
struct TransformerSize {
    std::int64_t layers = 0;
    std::int64_t width = 0;
    std::int64_t heads = 0;
    bool operator==(const TransformerSize&) const = default;
};

/// Size of the convolutional networks between pixels and patch features.
struct PixelNetworkOptions {
    std::int64_t hiddenChannels = 128;
    std::vector<std::int64_t> channelMultipliers{1, 1, 2, 2, 4}; ///< one for each resolution
    std::int64_t residualBlocks = 2;                             ///< at each resolution
    std::int64_t middleBlocks = 2;                               ///< at the coarsest one
    std::int64_t latentChannels = 256;                           ///< of the patch features
    std::int64_t normGroups = 32;

    /// Pixels to a side of a patch.
    std::int64_t reduction() const { return std::int64_t{1} << (channelMultipliers.size() - 1); }
};

/// Everything that decides the architecture of a ResTok tokenizer.
///
/// Defaults are the released restok_l_128. JSON names are those of the official config's
/// `vq_model`, and for what it leaves to constants: `image_size`, `encoder`, `decoder`, `pixel`,
/// `merge`, `is_legacy`, `alignment_channels`.
/// @source ResTok, arXiv:2601.03955; Kwai-Kolors/ResTok, restok_l_128.yaml and modeling/.
struct ResTokOptions {
    std::int64_t imageSize = 256; ///< Y = X, pixels
    TransformerSize encoder{24, 1024, 16};
    TransformerSize decoder{24, 1024, 16};
    PixelNetworkOptions pixel;
    bool pixelEncoder = true; ///< `vae_encoder`: convolutions instead of one patch projection

    std::int64_t codebookSize = 8192;
    std::int64_t tokenSize = 8; ///< numbers of a code's vector
    bool useL2Norm = true;
    double commitmentCost = 0.25;
    double entropyLossRatio = 0.0;

    std::int64_t latentTokens = 128;     ///< a power of two
    std::int64_t minTokens = 4;          ///< the least that nested dropout keeps
    std::int64_t testLatentTokens = 128; ///< how many the decoder sees when nobody says
    bool multiQuant = true;              ///< heads to and from codes for each latent level
    bool latentHierarchy = true;         ///< latents begin as pooled features, level by level
    bool residualLatents = true;         ///< each level begins as what the coarser ones left
    bool learnableLatents = false;       ///< latents begin as parameters instead

    bool mergeTokens = true;
    std::int64_t hierarchyStages = 4; ///< image hierarchies, the base one included
    double reductionRatio = 0.5;
    TokenMerge merge = TokenMerge::Subsample;
    bool residualImageTokens = true; ///< merged tokens are taken off from those they came from

    bool learnableImageTokens = true; ///< of the decoder; else the latents, spread over the grid
    bool dropLatents = true;          ///< nested dropout in training
    double dropProbability = 0.2;
    std::int64_t ropeBase = 10000;
    bool isLegacy = true; ///< the encoder's output is reshaped without a transpose, as released

    /// Channels of the features that training aligns with; 0 builds no heads for it.
    std::int64_t alignmentChannels = 0;

    std::int64_t patchSize() const { return pixel.reduction(); }
    std::int64_t gridSize() const { return imageSize / patchSize(); }
    /// Prefix lengths after each level: 1, 2, 4, ... `latentTokens`.
    std::vector<std::int64_t> prefixes() const;
    /// Tokens of each level: 1, 1, 2, 4, ...
    std::vector<std::int64_t> levelTokens() const;
    /// Rows and columns of each level: (1,1), (1,1), (1,2), (2,2), ...
    std::vector<std::pair<std::int64_t, std::int64_t>> levelGrids() const;
    /// Layers of the encoder after whose attention image tokens are merged.
    std::vector<std::int64_t> mergingLayers() const;
    /// Rows and columns of the image hierarchies at the encoder's end, coarsest first.
    std::vector<std::pair<std::int64_t, std::int64_t>> hierarchyGrids() const;
    /// What nested dropout may keep, and how often it does.
    std::vector<std::pair<std::int64_t, double>> nestedDropout() const;

    /// Reports the first field that makes no sense, with its value.
    Result<void> validate() const;
};

/// Reads `options` of a model folder's config.json; unknown keys and wrong types are errors.
Result<ResTokOptions> resTokOptionsFromJson(const nlohmann::json& options);

/// Writes what `resTokOptionsFromJson` reads.
nlohmann::json jsonFromResTokOptions(const ResTokOptions& options);

} // namespace hierascope::models
