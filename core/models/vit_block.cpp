// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/vit_block.h"

#include <cmath>

#include <ATen/ops/gelu.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::models {

namespace {

torch::nn::LayerNorm makeNorm(std::int64_t width) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(1e-6));
}

torch::nn::Linear makeLinear(std::int64_t in, std::int64_t out) {
    return torch::nn::Linear(torch::nn::LinearOptions(in, out).bias(false));
}

} // namespace

VitBlockImpl::VitBlockImpl(const VitOptions& options) : m_heads(options.heads) {
    const std::int64_t width = options.width;
    const auto hidden = std::llround(static_cast<double>(width) * options.mlpRatio);
    norm1 = register_module("norm1", makeNorm(width));
    qkv = register_module("qkv", makeLinear(width, 3 * width));
    proj = register_module("proj", makeLinear(width, width));
    norm2 = register_module("norm2", makeNorm(width));
    fc1 = register_module("fc1", makeLinear(width, hidden));
    fc2 = register_module("fc2", makeLinear(hidden, width));
}

at::Tensor VitBlockImpl::forward(const at::Tensor& x, const AttentionFunction& attention) {
    const std::int64_t batch = x.size(0);
    const std::int64_t tokens = x.size(1);
    const auto split = qkv->forward(norm1->forward(x))            // [B, T, 3 D]
                           .view({batch, tokens, 3, m_heads, -1}) // [B, T, 3, A, E]
                           .permute({2, 0, 3, 1, 4})              // [3, B, A, T, E]
                           .unbind(0);
    const auto attended =
        attention(split[0], split[1], split[2]).reshape({batch, tokens, -1}); // [B, T, D]
    const auto middle = x + keepSomeSamples(proj->forward(attended));
    return middle + keepSomeSamples(fc2->forward(at::gelu(fc1->forward(norm2->forward(middle)))));
}

at::Tensor VitBlockImpl::keepSomeSamples(const at::Tensor& branch) {
    if (!is_training() || m_dropPath <= 0.0)
        return branch;
    const double keep = 1.0 - m_dropPath;
    const auto kept = tensor::drawUniform({branch.size(0), 1, 1}, branch.options()) < keep;
    return branch * kept / keep;
}

at::Tensor runLayer(VitBlockImpl& block, std::int64_t layer, const at::Tensor& x,
                    const AttentionFunction& attention, const at::Tensor& mask, LayerProbe* probe) {
    if (probe && probe->beforeLayer)
        probe->beforeLayer(layer);
    const AttentionFunction watched = [&](const at::Tensor& q, const at::Tensor& k,
                                          const at::Tensor& v) {
        probe->onAttention(layer, {q, k, mask});
        return attention(q, k, v);
    };
    const at::Tensor out = block.forward(x, probe && probe->onAttention ? watched : attention);
    if (probe && probe->afterLayer)
        probe->afterLayer(layer, out);
    return out;
}

} // namespace hierascope::models
