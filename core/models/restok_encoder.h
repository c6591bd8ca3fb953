// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/container/parameterlist.h>
#include <torch/nn/modules/conv.h>

#include "core/models/layer_probe.h"
#include "core/models/restok_block.h"
#include "core/models/restok_options.h"

namespace hierascope::models {

/// What the encoder makes of an image.
struct ResTokEncoding {
    at::Tensor latents;                  ///< [B, N, D]: after the last norm, before the reshape
    at::Tensor z;                        ///< [B, C, 1, N]: before the quantiser
    std::vector<at::Tensor> imageTokens; ///< coarsest first, each [B, h w, D]
};

/// The projection of image patches where no convolutional network comes first.
class PatchProjectionImpl : public torch::nn::Module {
public:
    PatchProjectionImpl(std::int64_t patch, std::int64_t width);
    at::Tensor forward(const at::Tensor& pixels) { return proj->forward(pixels); }

private:
    torch::nn::Conv2d proj{nullptr};
};
TORCH_MODULE(PatchProjection);

/// A transformer over image tokens, which merge on the way, and latents, which see them.
///
/// @source ResTok, arXiv:2601.03955, section 3; Kwai-Kolors/ResTok modeling/modules/blocks.py.
class ResTokEncoderImpl : public torch::nn::Module {
public:
    explicit ResTokEncoderImpl(const ResTokOptions& options);

    /// @param features [B, pixel channels, h, w] of the pixel encoder, or normalised pixels
    /// @param latents  [N, D] to begin with; undefined: pooled from the features
    /// @param probe    may be null
    ResTokEncoding forward(const at::Tensor& features, const at::Tensor& latents = {},
                           LayerProbe* probe = nullptr);

private:
    at::Tensor pooledLatents(const at::Tensor& map) const;
    at::Tensor latentRows(const at::Tensor& map, const at::Tensor& latents) const;
    SequenceChange mergeAt(std::size_t stage) const;
    void prepareSettings();
    at::Tensor heads(const at::Tensor& latents);

    ResTokOptions m_options;
    std::vector<std::int64_t> m_mergingLayers;
    std::vector<AttentionSetting> m_settings; ///< one for each number of hierarchies

    torch::nn::Conv2d m_features{nullptr}; ///< registered as patch_embed
    PatchProjection m_patches{nullptr};    ///< registered as patch_embed
    torch::nn::LayerNorm ln_pre{nullptr};
    torch::nn::ModuleList blocks;
    torch::nn::LayerNorm ln_post{nullptr};
    torch::nn::ParameterList level_embedding;
    torch::nn::ParameterList latent_token_level_embedding;
    torch::nn::ModuleList conv_out;
    torch::nn::Conv2d m_head{nullptr}; ///< registered as conv_out where all levels share one
};
TORCH_MODULE(ResTokEncoder);

/// Parameters of N(0, 1 / D) of the shape [1, D] each.
torch::nn::ParameterList makeLevelEmbeddings(std::size_t count, std::int64_t width);

/// Adds to the tokens of each level its embedding.
///
/// @param rows [B, N, D]
at::Tensor withLevelEmbeddings(const at::Tensor& rows, const ResTokOptions& options,
                               torch::nn::ParameterList& embeddings);

} // namespace hierascope::models
