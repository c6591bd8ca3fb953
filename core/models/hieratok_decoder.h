// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/pimpl.h>

#include "core/models/scale_attention.h"
#include "core/models/vit_block.h"

namespace hierascope::models {

/// ViT decoder over the tokens of all scales, coarse to fine.
///
/// @source HieraTok, arXiv:2509.23736, section 3.3: one spatial encoding, area-pooled to each
///         scale's grid, plus one vector per scale; attention across scales as the options say.
class HieraTokDecoderImpl : public torch::nn::Module {
public:
    explicit HieraTokDecoderImpl(const HieraTokOptions& options);

    /// @param tokens one [B, s*s, D] per scale, the first scales of the model
    /// @return       [B, T, D] after the final norm
    at::Tensor forward(const std::vector<at::Tensor>& tokens, LayerProbe* probe = nullptr);

    /// Sets the drop-path rate of the last block; it grows linearly from 0 over the depth.
    void setDropPath(double rate);

private:
    /// [1, s*s, D]: what is added to the tokens of one scale.
    at::Tensor positions(std::size_t level) const;

    std::vector<std::int64_t> m_scales;
    std::int64_t m_grid;
    ScaleAttentionPattern m_pattern;
    at::Tensor pos;       ///< [1, h*w, D]
    at::Tensor scale_pos; ///< [S, D]; undefined for a single scale
    torch::nn::ModuleList blocks{nullptr};
    torch::nn::LayerNorm norm{nullptr};
};
TORCH_MODULE(HieraTokDecoder);

} // namespace hierascope::models
