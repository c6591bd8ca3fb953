// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/restok_block.h"

#include <limits>

#include <ATen/ops/cat.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include "core/models/rotary.h"

namespace hierascope::models {

torch::nn::LayerNorm makeResTokNorm(std::int64_t width) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(1e-5));
}

at::Tensor blockCausalMask(const std::vector<std::int64_t>& blocks) {
    std::int64_t tokens = 0;
    for (const std::int64_t block : blocks)
        tokens += block;
    at::Tensor mask = at::zeros({tokens, tokens});
    std::int64_t end = 0;
    for (const std::int64_t block : blocks) {
        const std::int64_t start = end;
        end += block;
        mask.narrow(0, start, block)
            .narrow(1, end, tokens - end)
            .fill_(-std::numeric_limits<double>::infinity());
    }
    return mask;
}

AttentionWatch watchOf(const LayerProbe* probe, std::int64_t layer) {
    if (!probe || !probe->onAttention)
        return {};
    return [probe, layer](const AttentionOperands& attention) {
        probe->onAttention(layer, attention);
    };
}

RotaryAttentionImpl::RotaryAttentionImpl(std::int64_t width, std::int64_t heads) : m_heads(heads) {
    qkv = register_module(
        "qkv", torch::nn::Linear(torch::nn::LinearOptions(width, 3 * width).bias(false)));
    q_bias = register_parameter("q_bias", at::zeros({width}));
    v_bias = register_parameter("v_bias", at::zeros({width}));
    q_norm = register_module("q_norm", makeResTokNorm(width / heads));
    k_norm = register_module("k_norm", makeResTokNorm(width / heads));
    proj = register_module("proj", torch::nn::Linear(width, width));
}

std::array<at::Tensor, 3> RotaryAttentionImpl::split(const at::Tensor& x,
                                                     const at::Tensor& rotations) {
    const at::Tensor bias = at::cat({q_bias, at::zeros_like(q_bias), v_bias});
    const auto parts = at::linear(x, qkv->weight, bias)                  // [B, T, 3 D]
                           .view({x.size(0), x.size(1), 3, m_heads, -1}) // [B, T, 3, A, E]
                           .permute({2, 0, 3, 1, 4})                     // [3, B, A, T, E]
                           .unbind(0);
    return {rotate(q_norm->forward(parts[0]), rotations),
            rotate(k_norm->forward(parts[1]), rotations), parts[2]};
}

at::Tensor RotaryAttentionImpl::forward(const at::Tensor& x, const AttentionSetting& setting,
                                        const AttentionWatch& watch) {
    const auto [q, k, v] = split(x, setting.rotations);
    if (watch)
        watch({q, k, setting.mask ? setting.mask->eq(0) : at::Tensor()});
    std::optional<at::Tensor> mask = setting.mask;
    if (mask)
        mask = mask->to(q.scalar_type());
    const at::Tensor attended = at::scaled_dot_product_attention(q, k, v, mask);
    return proj->forward(attended.transpose(1, 2).reshape(x.sizes())); // [B, T, D]
}

MlpImpl::MlpImpl(std::int64_t width) {
    fc1 = register_module("fc1", torch::nn::Linear(width, 4 * width));
    fc2 = register_module("fc2", torch::nn::Linear(4 * width, width));
}

at::Tensor MlpImpl::forward(const at::Tensor& x) {
    return fc2->forward(at::gelu(fc1->forward(x)));
}

ResTokBlockImpl::ResTokBlockImpl(const TransformerSize& size) {
    norm1 = register_module("norm1", makeResTokNorm(size.width));
    attn = register_module("attn", RotaryAttention(size.width, size.heads));
    norm2 = register_module("norm2", makeResTokNorm(size.width));
    mlp = register_module("mlp", Mlp(size.width));
    gamma_1 = register_parameter("gamma_1", at::ones({size.width}));
    gamma_2 = register_parameter("gamma_2", at::ones({size.width}));
}

at::Tensor ResTokBlockImpl::forward(const at::Tensor& x, const AttentionSetting& setting,
                                    const SequenceChange& change, const AttentionWatch& watch) {
    at::Tensor middle = x + gamma_1 * attn->forward(norm1->forward(x), setting, watch);
    if (change)
        middle = change(middle);
    return middle + gamma_2 * mlp->forward(norm2->forward(middle));
}

} // namespace hierascope::models
