// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include "core/models/vit_block.h"

namespace hierascope::models {

/// Plain ViT encoder: patch embedding, learned positions, blocks with full attention, final norm.
///
/// @source HieraTok, arXiv:2509.23736, section 3.1 and Table 8.
class HieraTokEncoderImpl : public torch::nn::Module {
public:
    explicit HieraTokEncoderImpl(const HieraTokOptions& options);

    /// @param images [B, 3, Y, X] in [-1, 1]
    /// @return       [B, h*w, D], row-major over (h, w)
    at::Tensor forward(const at::Tensor& images, LayerProbe* probe = nullptr);

private:
    torch::nn::Conv2d patch_embed{nullptr};
    at::Tensor pos; ///< [1, h*w, D]
    torch::nn::ModuleList blocks{nullptr};
    torch::nn::LayerNorm norm{nullptr};
};
TORCH_MODULE(HieraTokEncoder);

} // namespace hierascope::models
