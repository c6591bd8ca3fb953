// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/state_dict.h"

#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>
#include <torch/nn/modules/linear.h>

namespace hierascope::models {
namespace {

using ::testing::ElementsAre;

TEST(StateDict, ExplainsEveryKeyThatDoesNotFit) {
    torch::nn::Linear linear(2, 3);
    const auto fit =
        compareStateDict(*linear, {{"weight", at::zeros({2, 3})}, {"scale", at::zeros({1})}});
    EXPECT_FALSE(fit.fits());
    EXPECT_THAT(fit.missing, ElementsAre("bias"));
    EXPECT_THAT(fit.unexpected, ElementsAre("scale"));
    ASSERT_EQ(fit.mismatched.size(), 1U);
    EXPECT_EQ(fit.firstProblem(), "tensor 'weight' is [2, 3], expected [3, 2]");
}

TEST(StateDict, CopiesValuesAndConvertsTheirType) {
    torch::nn::Linear linear(2, 3);
    const auto weight = at::zeros({3, 2}, at::kHalf).fill_(0.5);
    EXPECT_TRUE(loadStateDict(*linear, {{"weight", weight}, {"bias", at::zeros({3})}}).fits());
    EXPECT_EQ(linear->weight.scalar_type(), at::kFloat);
    EXPECT_DOUBLE_EQ(linear->weight.sum().item<double>(), 3.0);
}

} // namespace
} // namespace hierascope::models
