// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_encoder.h"

#include <ATen/ops/randn.h>
#include <ATen/ops/scaled_dot_product_attention.h>

namespace hierascope::models {

HieraTokEncoderImpl::HieraTokEncoderImpl(const HieraTokOptions& options) {
    const std::int64_t width = options.encoder.width;
    const std::int64_t grid = options.gridSize();
    patch_embed = register_module(
        "patch_embed",
        torch::nn::Conv2d(
            torch::nn::Conv2dOptions(3, width, options.patchSize).stride(options.patchSize)));
    pos = register_parameter("pos", 0.02 * at::randn({1, grid * grid, width}));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer < options.encoder.layers; ++layer)
        blocks->push_back(VitBlock(options.encoder));
    norm = register_module("norm",
                           torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(1e-6)));
}

at::Tensor HieraTokEncoderImpl::forward(const at::Tensor& images, LayerProbe* probe) {
    const AttentionFunction everyToken = [](const at::Tensor& q, const at::Tensor& k,
                                            const at::Tensor& v) {
        return at::scaled_dot_product_attention(q, k, v).transpose(1, 2);
    };
    auto x = patch_embed->forward(images).flatten(2).transpose(1, 2) + pos; // [B, h*w, D]
    for (std::size_t layer = 0; layer < blocks->size(); ++layer)
        x = runLayer(*blocks[layer]->as<VitBlock>(), static_cast<std::int64_t>(layer), x,
                     everyToken, {}, probe);
    return norm->forward(x);
}

} // namespace hierascope::models
