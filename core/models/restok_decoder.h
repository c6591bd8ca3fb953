// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/container/parameterlist.h>
#include <torch/nn/modules/conv.h>

#include "core/models/layer_probe.h"
#include "core/models/restok_block.h"
#include "core/models/restok_options.h"

namespace hierascope::models {

/// What the decoder makes of latents.
struct ResTokFeatures {
    at::Tensor image;     ///< [B, pixel channels, h, w]: what the pixel decoder takes
    at::Tensor alignment; ///< [B, D, h, w]: of the alignment tokens, before the last norm, if asked
};

/// A transformer that fills image tokens from latents; latents left out are masked.
///
/// @source ResTok, arXiv:2601.03955, section 3; Kwai-Kolors/ResTok modeling/modules/blocks.py.
class ResTokDecoderImpl : public torch::nn::Module {
public:
    explicit ResTokDecoderImpl(const ResTokOptions& options);

    /// @param vectors [B, C, 1, N]
    /// @param keep    [B] int64: how many latents each image keeps; undefined: all
    /// @param probe   may be null
    /// @param aligns  also run the alignment tokens (training)
    ResTokFeatures forward(const at::Tensor& vectors, const at::Tensor& keep = {},
                           LayerProbe* probe = nullptr, bool aligns = false);

private:
    at::Tensor embed(const at::Tensor& rows);
    at::Tensor spread(const at::Tensor& rows) const;
    at::Tensor mapOf(const at::Tensor& rows) const;

    ResTokOptions m_options;
    AttentionSetting m_setting;

    at::Tensor latent_mask_token;
    at::Tensor mask_token;
    at::Tensor feat_mask_token;
    torch::nn::LayerNorm ln_pre{nullptr};
    torch::nn::ModuleList blocks;
    torch::nn::LayerNorm ln_post{nullptr};
    torch::nn::Conv2d ffn{nullptr};
    torch::nn::ParameterList latent_token_level_embedding;
    torch::nn::ModuleList decoder_embed;
    torch::nn::Linear m_embed{nullptr}; ///< registered as decoder_embed where levels share one
};
TORCH_MODULE(ResTokDecoder);

} // namespace hierascope::models
