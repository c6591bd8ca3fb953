// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/flop_counter.h"

#include <ATen/ops/conv1d.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <gtest/gtest.h>

namespace hierascope::training {
namespace {

template <typename Compute>
double flopsOfCall(Compute&& compute) {
    const FlopCounter counter;
    compute();
    return counter.flops();
}

TEST(FlopCounter, CountsProductsForwardAndBack) {
    const auto x = at::rand({5, 7}).requires_grad_();
    const auto w = at::rand({3, 7}).requires_grad_();
    const auto b = at::rand({3}).requires_grad_();
    const double once = 2.0 * 5 * 7 * 3;
    EXPECT_DOUBLE_EQ(flopsOfCall([&] { at::linear(x, w, b); }), once);
    EXPECT_DOUBLE_EQ(flopsOfCall([&] { at::linear(x, w, b).sum().backward(); }), 3.0 * once);
    EXPECT_DOUBLE_EQ(flopsOfCall([&] { at::linear(x.detach(), w, b).sum().backward(); }),
                     2.0 * once);
    EXPECT_DOUBLE_EQ(flopsOfCall([] {
                         at::matmul(at::rand({2, 3, 4}), at::rand({2, 4, 5}));
                     }),
                     2.0 * 2 * 3 * 4 * 5);
}

TEST(FlopCounter, CountsConvolutionsForwardAndBack) {
    const auto x = at::rand({2, 4, 9, 8}).requires_grad_();
    const auto w = at::rand({6, 4, 3, 3}).requires_grad_();
    const double once = 2.0 * 2 * 6 * 5 * 4 * 4 * 9; // 5 x 4 places
    const auto convolve = [&] { return at::conv2d(x, w, {}, 2, 1); };
    EXPECT_DOUBLE_EQ(flopsOfCall(convolve), once);
    EXPECT_DOUBLE_EQ(flopsOfCall([&] { convolve().sum().backward(); }), 3.0 * once);
    const auto grouped = [] {
        return at::conv2d(at::rand({1, 4, 5, 5}), at::rand({4, 1, 3, 3}), {}, 1, 1, 1, 4);
    };
    EXPECT_DOUBLE_EQ(flopsOfCall(grouped), 2.0 * 4 * 25 * 9);
    EXPECT_DOUBLE_EQ(flopsOfCall([] {
                         at::conv1d(at::rand({2, 3, 10}), at::rand({5, 3, 1}));
                     }),
                     2.0 * 2 * 3 * 10 * 5);
}

TEST(FlopCounter, CountsAttention) {
    const auto q = at::rand({2, 3, 8, 16}).requires_grad_();
    const auto k = at::rand({2, 3, 12, 16}).requires_grad_();
    const double product = 2.0 * 2 * 3 * 8 * 12 * 16;
    const auto attend = [&] { return at::scaled_dot_product_attention(q, k, k); };
    EXPECT_DOUBLE_EQ(flopsOfCall(attend), 2.0 * product);
    const double both = flopsOfCall([&] { attend().sum().backward(); });
    EXPECT_GE(both, 6.0 * product);
    EXPECT_LE(both, 7.0 * product);
}

TEST(FlopCounter, StopsWithItsLife) {
    const auto a = at::rand({4, 4});
    flopsOfCall([&] { at::matmul(a, a); });
    at::matmul(a, a);
    EXPECT_DOUBLE_EQ(flopsOfCall([] {}), 0.0);
}

} // namespace
} // namespace hierascope::training
