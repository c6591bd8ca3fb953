// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

#include "core/models/gpt_options.h"

namespace hierascope::models {

/// One matrix or vector: a table to look rows up in, a linear map without bias, or a norm's gain.
///
/// Not torch's own modules, which draw random numbers that a checkpoint overwrites at once.
class GptWeightImpl : public torch::nn::Module {
public:
    /// Leaves the values undefined.
    explicit GptWeightImpl(const std::vector<std::int64_t>& shape);

    at::Tensor weight;
};
TORCH_MODULE(GptWeight);

/// Cosines and sines of rotary positions.
///
/// @source RoFormer, arXiv:2104.09864, adjacent pairs; the class is at position 0. Tables are made
///         in float64 (the official code makes them in float32).
struct GptRotary {
    at::Tensor cos; ///< [T, E / 2] float32
    at::Tensor sin; ///< [T, E / 2] float32

    static GptRotary make(const GptOptions& options, std::int64_t positions);
    GptRotary narrow(std::int64_t first, std::int64_t count) const;
    /// Turns each pair of x [B, T, A, E] by its position's angles, in float32.
    at::Tensor apply(const at::Tensor& x) const;
};

/// Root-mean-square normalisation in float32, then the gain: [..., D].
at::Tensor gptNorm(const at::Tensor& x, const at::Tensor& gain, double eps);

/// Attention with one joint projection of queries, keys and values.
class GptAttentionImpl : public torch::nn::Module {
public:
    explicit GptAttentionImpl(const GptOptions& options);

    struct Heads {
        at::Tensor q; ///< [B, A, T, E]
        at::Tensor k; ///< [B, A_kv, T, E]
        at::Tensor v; ///< [B, A_kv, T, E]
    };
    /// Projects x [B, T, D] and turns queries and keys.
    Heads heads(const at::Tensor& x, const GptRotary& rotary);

    /// Lets queries read keys and values.
    ///
    /// @param mask [T, T'] bool, or undefined where every query may read every key
    /// @return     [B, T, D], projected
    at::Tensor attend(const Heads& heads, const at::Tensor& mask);

private:
    GptOptions m_options;
    GptWeight wqkv{nullptr};
    GptWeight wo{nullptr};
};
TORCH_MODULE(GptAttention);

/// w2(silu(w1 x) * w3 x), without biases.
///
/// @source GLU variants, arXiv:2002.05202 (SwiGLU)
class GptFeedForwardImpl : public torch::nn::Module {
public:
    explicit GptFeedForwardImpl(const GptOptions& options);
    at::Tensor forward(const at::Tensor& x); ///< [B, T, D] to [B, T, D]

private:
    double m_dropout;
    GptWeight w1{nullptr};
    GptWeight w3{nullptr};
    GptWeight w2{nullptr};
};
TORCH_MODULE(GptFeedForward);

/// Pre-norm block: x += attention(norm x); x += feed_forward(norm x).
class GptBlockImpl : public torch::nn::Module {
public:
    /// @param dropPath chance that a branch is left out for a sample while training
    GptBlockImpl(const GptOptions& options, double dropPath);

    /// @param x    [B, T, D]
    /// @param mask [T, T] bool
    at::Tensor forward(const at::Tensor& x, const GptRotary& rotary, const at::Tensor& mask);

    /// Queries, keys and values of x [B, T, D].
    GptAttentionImpl::Heads heads(const at::Tensor& x, const GptRotary& rotary);
    /// Goes on from what the queries are to read.
    at::Tensor finish(const at::Tensor& x, const GptAttentionImpl::Heads& heads,
                      const at::Tensor& mask);

private:
    at::Tensor keepSomeSamples(const at::Tensor& branch);

    double m_eps;
    double m_dropPath;
    GptAttention attention{nullptr};
    GptFeedForward feed_forward{nullptr};
    GptWeight attention_norm{nullptr};
    GptWeight ffn_norm{nullptr};
};
TORCH_MODULE(GptBlock);

} // namespace hierascope::models
