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

TEST(StateDict, TakesTensorsOverWithoutACopyWhereTheyFit) {
    torch::nn::Linear linear(2, 3);
    dropValues(*linear);
    EXPECT_EQ(linear->weight.sizes(), (std::vector<std::int64_t>{3, 2}));
    EXPECT_LT(linear->weight.storage().nbytes(), 24U);
    std::map<std::string, at::Tensor> tensors = {{"weight", at::full({3, 2}, 2.0)},
                                                 {"bias", at::zeros({3}, at::kHalf)}};
    const void* memory = tensors.at("weight").data_ptr();
    EXPECT_TRUE(adoptStateDict(*linear, std::move(tensors)).fits());
    EXPECT_EQ(linear->weight.data_ptr(), memory);
    EXPECT_EQ(linear->bias.scalar_type(), at::kFloat);
    EXPECT_DOUBLE_EQ(linear->forward(at::ones({1, 2})).sum().item<double>(), 12.0);
}

TEST(StateDict, CopiesTensorsThatShareTheirMemory) {
    torch::nn::Linear linear(2, 2);
    const at::Tensor both = at::ones({3, 2});
    EXPECT_TRUE(
        adoptStateDict(*linear, {{"weight", both.narrow(0, 0, 2)}, {"bias", both.select(0, 2)}})
            .fits());
    EXPECT_NE(linear->weight.data_ptr(), both.data_ptr());
    EXPECT_FALSE(adoptStateDict(*linear, {{"weight", at::ones({2, 2})}}).fits());
}

} // namespace
} // namespace hierascope::models
