// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dit_block.h"

#include <string>
#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <torch/utils.h>

#include "tests/core/models/tiny_dit.h"

namespace hierascope::models {
namespace {

using hierascope::testing::tinyDit;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

constexpr std::int64_t kBlockWidth = 16;

DitBlock madeDitBlock() {
    torch::manual_seed(4);
    DitBlock block(tinyDit());
    const torch::NoGradGuard guard;
    for (at::Tensor& parameter : block->parameters())
        parameter.normal_(0.0, 0.1);
    return block;
}

/// Whatever the condition, all six steering vectors are 0, but for `one`, which is 1.
void steerBy(const DitBlock& block, std::int64_t one) {
    const torch::NoGradGuard guard;
    block->modulation()->weight.zero_();
    block->modulation()->bias.zero_();
    if (one >= 0)
        block->modulation()->bias.narrow(0, one * kBlockWidth, kBlockWidth).fill_(1.0);
}

TEST(DitBlock, HasTheOfficialNames) {
    EXPECT_THAT(madeDitBlock()->named_parameters().keys(),
                UnorderedElementsAre("attn.qkv.weight", "attn.qkv.bias", "attn.proj.weight",
                                     "attn.proj.bias", "mlp.fc1.weight", "mlp.fc1.bias",
                                     "mlp.fc2.weight", "mlp.fc2.bias", "adaLN_modulation.1.weight",
                                     "adaLN_modulation.1.bias"));
    EXPECT_THAT(madeDitBlock()->modulation()->weight.sizes(), ElementsAre(96, 16));
    DitOptions options = tinyDit();
    options.mlpRatio = 1.6; // 25.6 features are 25
    EXPECT_THAT(DitBlock(options)->named_parameters()["mlp.fc1.weight"].sizes(),
                ElementsAre(25, 16));
}

TEST(DitBlock, IsTheIdentityBeforeTheConditionSteersIt) {
    const torch::NoGradGuard guard;
    DitBlock block = madeDitBlock();
    const auto x = at::randn({2, 4, kBlockWidth});
    const auto condition = at::randn({2, kBlockWidth});
    EXPECT_FALSE(block->forward(x, condition).allclose(x));
    steerBy(block, -1);
    EXPECT_TRUE(block->forward(x, condition).equal(x));
    for (const std::int64_t shiftOrScale : {0, 1, 3, 4}) {
        steerBy(block, shiftOrScale);
        EXPECT_TRUE(block->forward(x, condition).equal(x)) << shiftOrScale;
    }
}

TEST(DitBlock, OpensEachBranchByItsOwnGate) {
    const torch::NoGradGuard guard;
    DitBlock block = madeDitBlock();
    const auto x = at::randn({2, 4, kBlockWidth});
    const auto condition = at::randn({2, kBlockWidth});
    // Branches that give their bias alone.
    auto parameters = block->named_parameters();
    parameters["attn.proj.weight"].zero_();
    parameters["mlp.fc2.weight"].zero_();
    steerBy(block, 2);
    EXPECT_TRUE(block->forward(x, condition).equal(x + parameters["attn.proj.bias"]));
    steerBy(block, 5);
    EXPECT_TRUE(block->forward(x, condition).equal(x + parameters["mlp.fc2.bias"]));
}

TEST(DitBlock, NormsATokenAndThenScalesAndShiftsIt) {
    const auto x = at::tensor({1.0, 3.0}).view({1, 1, 2});
    const auto shift = at::tensor({10.0, 20.0}).view({1, 2});
    const auto scale = at::tensor({1.0, 0.5}).view({1, 2});
    EXPECT_TRUE(modulatedNorm(x, shift, scale)
                    .flatten()
                    .allclose(at::tensor({10.0 - 2.0, 20.0 + 1.5}), 0.0, 1e-4));
}

TEST(DitBlock, MovesItsOutputsWithItsTokens) {
    const torch::NoGradGuard guard;
    DitBlock block = madeDitBlock();
    const auto x = at::randn({1, 4, kBlockWidth});
    const auto condition = at::randn({1, kBlockWidth});
    const auto order = at::tensor({2, 0, 3, 1}, at::kLong);
    const auto moved = block->forward(x.index_select(1, order), condition);
    EXPECT_TRUE(moved.allclose(block->forward(x, condition).index_select(1, order), 0.0, 1e-5));
    // Every token reads every other.
    auto other = x.clone();
    other.select(1, 3).add_(at::randn({kBlockWidth}));
    const auto difference = (block->forward(other, condition) - block->forward(x, condition)).abs();
    for (std::int64_t token = 0; token < 4; ++token)
        EXPECT_GT(difference[0][token].max().item<double>(), 1e-5) << token;
}

TEST(DitBlock, TellsItsQueriesAndKeys) {
    const torch::NoGradGuard guard;
    DitBlock block = madeDitBlock();
    // Without weights, the biases of queries and keys stand in every token.
    auto parameters = block->named_parameters();
    parameters["attn.qkv.weight"].zero_();
    parameters["attn.qkv.bias"].copy_(at::arange(3.0 * kBlockWidth));
    int told = 0;
    block->forward(at::randn({2, 4, kBlockWidth}), at::randn({2, kBlockWidth}),
                   [&](const at::Tensor& q, const at::Tensor& k) {
                       ++told;
                       EXPECT_THAT(q.sizes(), ElementsAre(2, 2, 4, 8));
                       EXPECT_THAT(k.sizes(), ElementsAre(2, 2, 4, 8));
                       EXPECT_EQ(q[1][1][3][2].item<double>(), 10.0);
                       EXPECT_EQ(k[1][1][3][2].item<double>(), 26.0);
                   });
    EXPECT_EQ(told, 1);
}

TEST(DitBlock, SendsGradientsToEveryParameter) {
    DitBlock block = madeDitBlock();
    block->forward(at::randn({2, 4, kBlockWidth}), at::randn({2, kBlockWidth}))
        .square()
        .sum()
        .backward();
    for (const auto& parameter : block->named_parameters()) {
        ASSERT_TRUE(parameter.value().grad().defined()) << parameter.key();
        EXPECT_GT(parameter.value().grad().abs().sum().item<double>(), 0.0) << parameter.key();
    }
}

TEST(DitLinear, ReadsPatchesAsRows) {
    const torch::NoGradGuard guard;
    DitLinear linear(std::vector<std::int64_t>{1, 2, 2, 2});
    linear->weight.copy_(at::arange(8.0).view({1, 2, 2, 2}));
    linear->bias.fill_(0.5);
    EXPECT_EQ(linear->forward(at::arange(8).to(at::kFloat)).item<double>(), 140.5);
}

} // namespace
} // namespace hierascope::models
