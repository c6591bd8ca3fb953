// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include "core/models/layer_probe.h"
#include "core/models/restok_options.h"

namespace hierascope::models {

/// What a layer's attention works with.
struct AttentionSetting {
    at::Tensor rotations;           ///< [T, E / 2] complex64
    std::optional<at::Tensor> mask; ///< [T, T]: 0 or minus infinity; rows ask
};

/// Sees what an attention is made of.
using AttentionWatch = std::function<void(const AttentionOperands&)>;

/// The watch of a layer under a probe, which may be null.
AttentionWatch watchOf(const LayerProbe* probe, std::int64_t layer);

/// Changes the sequence between a block's attention and its MLP: [B, T, D] to [B, T', D].
using SequenceChange = std::function<at::Tensor(const at::Tensor&)>;

/// Attention with normalised queries and keys and rotary positions.
///
/// @source Kwai-Kolors/ResTok modeling/modules/blocks.py; keys have no bias.
class RotaryAttentionImpl : public torch::nn::Module {
public:
    RotaryAttentionImpl(std::int64_t width, std::int64_t heads);

    /// @param x [B, T, D]
    at::Tensor forward(const at::Tensor& x, const AttentionSetting& setting,
                       const AttentionWatch& watch = {});

private:
    /// Queries and keys turned, and values: each [B, A, T, E].
    std::array<at::Tensor, 3> split(const at::Tensor& x, const at::Tensor& rotations);

    std::int64_t m_heads;
    torch::nn::Linear qkv{nullptr};
    at::Tensor q_bias;
    at::Tensor v_bias;
    torch::nn::LayerNorm q_norm{nullptr};
    torch::nn::LayerNorm k_norm{nullptr};
    torch::nn::Linear proj{nullptr};
};
TORCH_MODULE(RotaryAttention);

/// Two layers with exact GELU between.
class MlpImpl : public torch::nn::Module {
public:
    explicit MlpImpl(std::int64_t width);
    at::Tensor forward(const at::Tensor& x);

private:
    torch::nn::Linear fc1{nullptr};
    torch::nn::Linear fc2{nullptr};
};
TORCH_MODULE(Mlp);

/// Pre-norm block with layer scale: x += gamma_1 attn(norm1 x); x += gamma_2 mlp(norm2 x).
///
/// @source Kwai-Kolors/ResTok modeling/modules/blocks.py.
class ResTokBlockImpl : public torch::nn::Module {
public:
    explicit ResTokBlockImpl(const TransformerSize& size);

    /// @param x      [B, T, D]
    /// @param change what happens between attention and MLP; may be empty
    at::Tensor forward(const at::Tensor& x, const AttentionSetting& setting,
                       const SequenceChange& change = {}, const AttentionWatch& watch = {});

private:
    torch::nn::LayerNorm norm1{nullptr};
    RotaryAttention attn{nullptr};
    torch::nn::LayerNorm norm2{nullptr};
    Mlp mlp{nullptr};
    at::Tensor gamma_1;
    at::Tensor gamma_2;
};
TORCH_MODULE(ResTokBlock);

/// LayerNorm with eps 1e-5, as everywhere in ResTok's transformers.
torch::nn::LayerNorm makeResTokNorm(std::int64_t width);

/// A mask for blocks in order: who stands in block i sees blocks j of a rank not above its own.
///
/// @param blocks token counts
/// @return       [T, T] float32, 0 or minus infinity
at::Tensor blockCausalMask(const std::vector<std::int64_t>& blocks);

} // namespace hierascope::models
