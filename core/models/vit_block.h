// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include "core/models/hieratok_options.h"
#include "core/models/layer_probe.h"

namespace hierascope::models {

/// (q, k, v), each [B, A, T, E], to the attended values [B, T, A, E].
using AttentionFunction =
    std::function<at::Tensor(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v)>;

/// Pre-norm transformer block without biases: x += attention(norm1 x); x += mlp(norm2 x).
///
/// @source HieraTok, arXiv:2509.23736, Table 8 (no QKV or MLP bias, LayerNorm eps 1e-6); exact GELU
///         and no output bias are our choice (docs/papers.md).
class VitBlockImpl : public torch::nn::Module {
public:
    explicit VitBlockImpl(const VitOptions& options);

    /// @param x [B, T, D]
    at::Tensor forward(const at::Tensor& x, const AttentionFunction& attention);

    /// Sets the chance that a branch is left out for a sample while training.
    void setDropPath(double rate) { m_dropPath = rate; }

private:
    at::Tensor keepSomeSamples(const at::Tensor& branch);

    std::int64_t m_heads;
    double m_dropPath = 0.0;
    torch::nn::LayerNorm norm1{nullptr};
    torch::nn::Linear qkv{nullptr};
    torch::nn::Linear proj{nullptr};
    torch::nn::LayerNorm norm2{nullptr};
    torch::nn::Linear fc1{nullptr};
    torch::nn::Linear fc2{nullptr};
};
TORCH_MODULE(VitBlock);

/// One layer of a transformer under a probe, which may be null.
///
/// @param mask what the probe's attention is masked with: [T, T] bool, undefined for none
at::Tensor runLayer(VitBlockImpl& block, std::int64_t layer, const at::Tensor& x,
                    const AttentionFunction& attention, const at::Tensor& mask, LayerProbe* probe);

} // namespace hierascope::models
