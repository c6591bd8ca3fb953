// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dit_block.h"

#include <cmath>
#include <memory>

#include <ATen/ops/empty.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/scaled_dot_product_attention.h>

namespace hierascope::models {

DitLinearImpl::DitLinearImpl(const std::vector<std::int64_t>& shape) {
    weight = register_parameter("weight", at::empty(shape, at::kFloat));
    bias = register_parameter("bias", at::empty({shape.front()}, at::kFloat));
}

at::Tensor DitLinearImpl::forward(const at::Tensor& x) const {
    return at::linear(x, weight.flatten(1), bias);
}

DitGroup::DitGroup(const std::vector<std::pair<std::string, DitLinear>>& parts) {
    for (const auto& [name, part] : parts)
        register_module(name, part);
}

at::Tensor modulatedNorm(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale) {
    return at::layer_norm(x, {x.size(-1)}, {}, {}, 1e-6) * (1.0 + scale.unsqueeze(1)) +
           shift.unsqueeze(1);
}

DitBlockImpl::DitBlockImpl(const DitOptions& options) : m_heads(options.heads) {
    const std::int64_t width = options.hiddenSize;
    const auto hidden = static_cast<std::int64_t>(static_cast<double>(width) * options.mlpRatio);
    m_qkv = DitLinear(width, 3 * width);
    m_proj = DitLinear(width, width);
    m_fc1 = DitLinear(width, hidden);
    m_fc2 = DitLinear(hidden, width);
    m_modulation = DitLinear(width, 6 * width);
    using Parts = std::vector<std::pair<std::string, DitLinear>>;
    register_module("attn", std::make_shared<DitGroup>(Parts{{"qkv", m_qkv}, {"proj", m_proj}}));
    register_module("mlp", std::make_shared<DitGroup>(Parts{{"fc1", m_fc1}, {"fc2", m_fc2}}));
    register_module("adaLN_modulation", std::make_shared<DitGroup>(Parts{{"1", m_modulation}}));
}

at::Tensor DitBlockImpl::attend(const at::Tensor& x, const AttentionWatcher& watcher) const {
    const auto split = m_qkv
                           ->forward(x)                     // [B, T, 3 D]
                           .unflatten(-1, {3, m_heads, -1}) // [B, T, 3, A, E]
                           .permute({2, 0, 3, 1, 4})        // [3, B, A, T, E]
                           .unbind(0);
    if (watcher)
        watcher(split[0], split[1]);
    const auto read = at::scaled_dot_product_attention(split[0], split[1], split[2]);
    return m_proj->forward(read.transpose(1, 2).flatten(2)); // [B, T, D]
}

at::Tensor DitBlockImpl::forward(const at::Tensor& x, const at::Tensor& condition,
                                 const AttentionWatcher& watcher) {
    const auto steering = m_modulation->forward(condition).chunk(6, 1); // [B, D] each
    const auto middle =
        x + steering[2].unsqueeze(1) * attend(modulatedNorm(x, steering[0], steering[1]), watcher);
    const auto hidden =
        at::gelu(m_fc1->forward(modulatedNorm(middle, steering[3], steering[4])), "tanh");
    return middle + steering[5].unsqueeze(1) * m_fc2->forward(hidden);
}

} // namespace hierascope::models
