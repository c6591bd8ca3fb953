// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::models {

/// What is done to logits before a code is drawn, in this order.
///
/// @source Kwai-Kolors/ResTok generate.py, from LlamaGen
struct SamplingFilter {
    double temperature = 1.0; ///< logits are divided by it, or by 1e-5 where that is more
    std::int64_t topK = 0;    ///< the k likeliest stay, and what equals the last of them; 0: all
    double topP = 1.0;        ///< the likeliest stay until they hold more than this; 1: all
};

/// Pulls the logits of a class away from those of no class: null + (class - null) * scale.
///
/// @param conditional   [..., V] float32, of the class
/// @param unconditional as `conditional`, of the null class
at::Tensor guidedLogits(const at::Tensor& conditional, const at::Tensor& unconditional,
                        double scale);

/// The distribution that codes are drawn from: temperature, top-k, top-p, softmax.
///
/// @param logits [M, V] float32 on the CPU
/// @return       [M, V] float32, 0 where filtered
at::Tensor filteredProbabilities(const at::Tensor& logits, const SamplingFilter& filter);

/// Draws the first code whose cumulative probability, in float64 and in the order of codes, exceeds
/// `uniform` times the sum of all.
///
/// @param uniform in [0, 1)
std::int64_t drawCode(std::span<const float> probabilities, double uniform);

/// The uniform number in [0, 1) that decides the code at a position.
///
/// It depends on nothing else: neither on the order of positions nor on how many are drawn at once.
/// x = seed + (position + 1) * 0x9E3779B97F4A7C15 mod 2^64, mixed as SplitMix64 does; the upper 53
/// bits over 2^53.
/// @source Steele et al. 2014, Fast splittable pseudorandom number generators; the use is ours.
double uniformAt(std::uint64_t seed, std::int64_t position);

/// The entropy of a distribution, in bits.
float entropyBits(std::span<const float> probabilities);

/// The likeliest codes with their probabilities, likeliest first, those of probability 0 left out.
std::vector<std::pair<std::int64_t, float>> likeliestCodes(std::span<const float> probabilities,
                                                           std::size_t count);

} // namespace hierascope::models
