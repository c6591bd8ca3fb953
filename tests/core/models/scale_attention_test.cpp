// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/scale_attention.h"

#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/abs.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

namespace hierascope::models {
namespace {

using Scales = std::vector<std::int64_t>;

/// The same attention by one dense mask: what the paper writes.
at::Tensor masked(const ScaleAttentionPattern& pattern, const at::Tensor& q, const at::Tensor& k,
                  const at::Tensor& v) {
    return at::scaled_dot_product_attention(q, k, v, pattern.declaredMask()).transpose(1, 2);
}

TEST(ScaleAttention, EqualsTheMaskedForm) {
    at::manual_seed(3);
    for (const auto mode :
         {ScaleAttention::Full, ScaleAttention::ScaleIndependent, ScaleAttention::ScaleCausal}) {
        for (const Scales& scales :
             {Scales{1, 2, 4, 8, 16}, Scales{1, 2, 4, 8, 12, 16}, Scales{2, 3}, Scales{4}}) {
            const ScaleAttentionPattern pattern(mode, scales);
            const std::int64_t tokens = pattern.declaredMask().size(0);
            const auto q = at::randn({2, 3, tokens, 8});
            const auto k = at::randn({2, 3, tokens, 8});
            const auto v = at::randn({2, 3, tokens, 8});
            const auto difference = pattern(q, k, v) - masked(pattern, q, k, v);
            EXPECT_LE(difference.abs().max().item<double>(), 1e-5);
        }
    }
}

TEST(ScaleAttention, DeclaresTheMaskOfThePaper) {
    const Scales scales{1, 2};
    const auto sum = [&scales](ScaleAttention mode) {
        return ScaleAttentionPattern(mode, scales).declaredMask().sum().item<std::int64_t>();
    };
    EXPECT_EQ(sum(ScaleAttention::Full), 25);
    EXPECT_EQ(sum(ScaleAttention::ScaleIndependent), 1 + 16);
    EXPECT_EQ(sum(ScaleAttention::ScaleCausal), 1 + 4 * 5);
}

TEST(ScaleAttention, RefusesAPartOfAScale) {
    const ScaleAttentionPattern pattern(ScaleAttention::ScaleCausal, {1, 2, 4});
    const auto x = at::randn({1, 1, 6, 4});
    EXPECT_THROW(pattern(x, x, x), c10::Error);
}

} // namespace
} // namespace hierascope::models
