// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_decoder.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/randn.h>

#include "core/tensor/image_tensor.h"

namespace hierascope::models {

HieraTokDecoderImpl::HieraTokDecoderImpl(const HieraTokOptions& options)
    : m_scales(options.scales), m_grid(options.gridSize()),
      m_pattern(options.attention, options.scales) {
    const std::int64_t width = options.decoder.width;
    pos = register_parameter("pos", 0.02 * at::randn({1, m_grid * m_grid, width}));
    if (!options.isSingleScale())
        scale_pos = register_parameter(
            "scale_pos", 0.02 * at::randn({static_cast<std::int64_t>(m_scales.size()), width}));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer < options.decoder.layers; ++layer)
        blocks->push_back(VitBlock(options.decoder));
    norm = register_module("norm",
                           torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(1e-6)));
}

void HieraTokDecoderImpl::setDropPath(double rate) {
    const auto last = static_cast<double>(blocks->size() - 1);
    for (std::size_t layer = 0; layer < blocks->size(); ++layer)
        blocks[layer]->as<VitBlock>()->setDropPath(
            last > 0.0 ? rate * static_cast<double>(layer) / last : rate);
}

at::Tensor HieraTokDecoderImpl::positions(std::size_t level) const {
    const auto map = pos.transpose(1, 2).unflatten(2, {m_grid, m_grid}); // [1, D, h, w]
    const auto spatial =
        tensor::areaResize(map, m_scales[level]).flatten(2).transpose(1, 2); // [1, s*s, D]
    return scale_pos.defined() ? spatial + scale_pos[static_cast<std::int64_t>(level)] : spatial;
}

at::Tensor HieraTokDecoderImpl::forward(const std::vector<at::Tensor>& tokens, LayerProbe* probe) {
    std::vector<at::Tensor> placed;
    for (std::size_t level = 0; level < tokens.size(); ++level)
        placed.push_back(tokens[level] + positions(level));
    auto x = at::cat(placed, 1); // [B, T, D]
    const AttentionFunction attention = [this](const at::Tensor& q, const at::Tensor& k,
                                               const at::Tensor& v) { return m_pattern(q, k, v); };
    at::Tensor mask;
    if (probe && probe->onAttention)
        mask = m_pattern.declaredMask().narrow(0, 0, x.size(1)).narrow(1, 0, x.size(1));
    for (std::size_t layer = 0; layer < blocks->size(); ++layer)
        x = runLayer(*blocks[layer]->as<VitBlock>(), static_cast<std::int64_t>(layer), x, attention,
                     mask, probe);
    return norm->forward(x);
}

} // namespace hierascope::models
