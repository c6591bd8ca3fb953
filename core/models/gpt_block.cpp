// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/gpt_block.h"

#include <cmath>
#include <limits>

#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/outer.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/rsqrt.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/stack.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::models {

GptWeightImpl::GptWeightImpl(const std::vector<std::int64_t>& shape) {
    weight = register_parameter("weight", at::empty(shape, at::kFloat));
}

GptRotary GptRotary::make(const GptOptions& options, std::int64_t positions) {
    const std::int64_t width = options.headWidth();
    const auto exponents = at::arange(0, width, 2, at::kDouble) / static_cast<double>(width);
    const auto angles = at::outer(at::arange(positions, at::kDouble),
                                  at::pow(options.ropeBase, exponents).reciprocal()); // [T, E / 2]
    return {angles.cos().to(at::kFloat), angles.sin().to(at::kFloat)};
}

GptRotary GptRotary::narrow(std::int64_t first, std::int64_t count) const {
    return {cos.narrow(0, first, count), sin.narrow(0, first, count)};
}

at::Tensor GptRotary::apply(const at::Tensor& x) const {
    const auto pairs = x.to(at::kFloat).unflatten(-1, {-1, 2}); // [B, T, A, E / 2, 2]
    const auto even = pairs.select(-1, 0);
    const auto odd = pairs.select(-1, 1);
    const auto c = cos.unsqueeze(1); // [T, 1, E / 2]
    const auto s = sin.unsqueeze(1);
    return at::stack({even * c - odd * s, odd * c + even * s}, -1)
        .flatten(-2) // [B, T, A, E]
        .to(x.scalar_type());
}

at::Tensor gptNorm(const at::Tensor& x, const at::Tensor& gain, double eps) {
    const auto wide = x.to(at::kFloat);
    const auto scale = at::rsqrt(wide.square().mean(-1, /*keepdim=*/true) + eps); // [..., 1]
    return (wide * scale).to(x.scalar_type()) * gain;
}

GptAttentionImpl::GptAttentionImpl(const GptOptions& options) : m_options(options) {
    const std::int64_t rows = options.dim + 2 * options.keyValueHeadCount() * options.headWidth();
    wqkv = register_module("wqkv", GptWeight(std::vector<std::int64_t>{rows, options.dim}));
    wo = register_module("wo", GptWeight(std::vector<std::int64_t>{options.dim, options.dim}));
}

GptAttentionImpl::Heads GptAttentionImpl::heads(const at::Tensor& x, const GptRotary& rotary) {
    const std::int64_t width = m_options.headWidth();
    const std::int64_t few = m_options.keyValueHeadCount();
    const auto all =
        at::linear(x, wqkv->weight).unflatten(-1, {-1, width}); // [B, T, A + 2 A_kv, E]
    const auto turned = rotary.apply(all.narrow(2, 0, m_options.heads + few));
    return {turned.narrow(2, 0, m_options.heads).transpose(1, 2),
            turned.narrow(2, m_options.heads, few).transpose(1, 2),
            all.narrow(2, m_options.heads + few, few).transpose(1, 2)};
}

namespace {

/// Attention by hand, for rows of a batch whose dropout several processes draw together.
at::Tensor readDropped(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                       const at::Tensor& mask, double dropout) {
    auto scores = q.matmul(k.transpose(-2, -1)) / std::sqrt(static_cast<double>(q.size(-1)));
    if (mask.defined())
        scores =
            mask.scalar_type() == at::kBool
                ? scores.masked_fill(mask.logical_not(), -std::numeric_limits<double>::infinity())
                : scores + mask;
    return tensor::dropout(at::softmax(scores, -1), dropout, true).matmul(v); // [B, A, T, E]
}

} // namespace

at::Tensor GptAttentionImpl::attend(const Heads& heads, const at::Tensor& mask) {
    const std::int64_t group = m_options.heads / m_options.keyValueHeadCount();
    const auto k = group == 1 ? heads.k : heads.k.repeat_interleave(group, 1); // [B, A, T', E]
    const auto v = group == 1 ? heads.v : heads.v.repeat_interleave(group, 1);
    const std::optional<at::Tensor> allowed = mask.defined() ? std::optional(mask) : std::nullopt;
    const double dropout = is_training() ? m_options.attentionDropout : 0.0;
    const auto read =
        dropout > 0.0 && tensor::JointBatch::current() != nullptr
            ? readDropped(heads.q, k, v, mask, dropout)
            : at::scaled_dot_product_attention(heads.q, k, v, allowed, dropout); // [B, A, T, E]
    const auto joined = read.transpose(1, 2).flatten(2);                         // [B, T, D]
    return tensor::dropout(at::linear(joined, wo->weight), m_options.residualDropout,
                           is_training());
}

GptFeedForwardImpl::GptFeedForwardImpl(const GptOptions& options) : m_dropout(options.ffnDropout) {
    const std::vector<std::int64_t> wide{options.ffnWidth(), options.dim};
    const std::vector<std::int64_t> narrow{options.dim, options.ffnWidth()};
    w1 = register_module("w1", GptWeight(wide));
    w3 = register_module("w3", GptWeight(wide));
    w2 = register_module("w2", GptWeight(narrow));
}

at::Tensor GptFeedForwardImpl::forward(const at::Tensor& x) {
    const auto hidden =
        at::silu(at::linear(x, w1->weight)) * at::linear(x, w3->weight); // [B, T, F]
    return tensor::dropout(at::linear(hidden, w2->weight), m_dropout, is_training());
}

GptBlockImpl::GptBlockImpl(const GptOptions& options, double dropPath)
    : m_eps(options.normEps), m_dropPath(dropPath) {
    const std::vector<std::int64_t> width{options.dim};
    attention = register_module("attention", GptAttention(options));
    feed_forward = register_module("feed_forward", GptFeedForward(options));
    attention_norm = register_module("attention_norm", GptWeight(width));
    ffn_norm = register_module("ffn_norm", GptWeight(width));
}

at::Tensor GptBlockImpl::forward(const at::Tensor& x, const GptRotary& rotary,
                                 const at::Tensor& mask) {
    return finish(x, heads(x, rotary), mask);
}

GptAttentionImpl::Heads GptBlockImpl::heads(const at::Tensor& x, const GptRotary& rotary) {
    return attention->heads(gptNorm(x, attention_norm->weight, m_eps), rotary);
}

at::Tensor GptBlockImpl::finish(const at::Tensor& x, const GptAttentionImpl::Heads& heads,
                                const at::Tensor& mask) {
    const auto middle = x + keepSomeSamples(attention->attend(heads, mask));
    return middle +
           keepSomeSamples(feed_forward->forward(gptNorm(middle, ffn_norm->weight, m_eps)));
}

at::Tensor GptBlockImpl::keepSomeSamples(const at::Tensor& branch) {
    if (!is_training() || m_dropPath <= 0.0)
        return branch;
    const double keep = 1.0 - m_dropPath;
    const auto kept = tensor::drawUniform({branch.size(0), 1, 1}, branch.options()) < keep;
    return branch * kept / keep;
}

} // namespace hierascope::models
