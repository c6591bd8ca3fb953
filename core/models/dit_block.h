// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

#include "core/models/dit_options.h"

namespace hierascope::models {

/// A linear map with a bias.
///
/// Not torch's own module, which draws random numbers that a checkpoint overwrites at once.
class DitLinearImpl : public torch::nn::Module {
public:
    /// Leaves the values undefined.
    ///
    /// @param shape of the weight: [out, in], or [out, in, p, p] for patches
    explicit DitLinearImpl(const std::vector<std::int64_t>& shape);
    DitLinearImpl(std::int64_t in, std::int64_t out)
        : DitLinearImpl(std::vector<std::int64_t>{out, in}) {}

    at::Tensor forward(const at::Tensor& x) const; ///< [..., in] to [..., out]

    at::Tensor weight;
    at::Tensor bias;
};
TORCH_MODULE(DitLinear);

/// LayerNorm without gain and bias (eps 1e-6), then x (1 + scale) + shift.
///
/// @param x            [B, T, D]
/// @param shift, scale [B, D]
at::Tensor modulatedNorm(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale);

/// Transformer block whose norms and branches the condition steers (adaLN-zero).
///
/// @source DiT, arXiv:2212.09748, section 3.2; facebookresearch/DiT models.py: tanh-GELU, and the
///         order shift, scale, gate of attention, then of the MLP
class DitBlockImpl : public torch::nn::Module {
public:
    explicit DitBlockImpl(const DitOptions& options);

    /// Is told queries and keys, [B, A, T, E].
    using AttentionWatcher = std::function<void(const at::Tensor& q, const at::Tensor& k)>;

    /// @param x         [B, T, D]
    /// @param condition [B, D]: SiLU of the embedded time and class
    at::Tensor forward(const at::Tensor& x, const at::Tensor& condition,
                       const AttentionWatcher& watcher = {});

    const DitLinear& modulation() const { return m_modulation; }

private:
    at::Tensor attend(const at::Tensor& x, const AttentionWatcher& watcher) const;

    std::int64_t m_heads;
    DitLinear m_qkv{nullptr};
    DitLinear m_proj{nullptr};
    DitLinear m_fc1{nullptr};
    DitLinear m_fc2{nullptr};
    DitLinear m_modulation{nullptr};
};
TORCH_MODULE(DitBlock);

/// Modules under names of their own, as the official modules nest them.
class DitGroup : public torch::nn::Module {
public:
    explicit DitGroup(const std::vector<std::pair<std::string, DitLinear>>& parts);
};

} // namespace hierascope::models
