// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <ATen/ops/abs.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/sampling.h"
#include "tests/support/rule_weights.h"

namespace hierascope::models {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;
using ::testing::Pair;

std::vector<float> filteredBy(const std::vector<float>& probabilities,
                              const SamplingFilter& filter) {
    const at::Tensor logits = at::tensor(probabilities).log().unsqueeze(0);
    const at::Tensor kept = filteredProbabilities(logits, filter).contiguous();
    const float* values = kept.data_ptr<float>();
    return {values, values + kept.numel()};
}

class OfficialFilter : public ::testing::TestWithParam<std::string> {};

TEST_P(OfficialFilter, GivesTheSameDistributions) {
    const std::string folder = std::string(HIERASCOPE_TEST_DATA "/official/") + GetParam();
    const auto expected = io::readJsonFile(folder + "/expected.json");
    const auto tensors = io::loadTensors(folder + "/expected.safetensors");
    ASSERT_TRUE(expected && tensors);
    const std::uint32_t j = GetParam() == "har_tiny" ? 7002 : 7102;
    const at::Tensor logits = at::empty({4, 50}, at::kFloat);
    for (std::uint32_t n = 0; n < 200; ++n)
        logits.view(-1)[n] = 8.0 * testing::ruleNumber(n, j) - 4.0;
    int tables = 0;
    for (const auto& [name, support] : expected->at("filter_table").at("support").items()) {
        SamplingFilter filter;
        ASSERT_EQ(std::sscanf(name.c_str(), "k%ld_p%lf_T%lf", &filter.topK, &filter.topP,
                              &filter.temperature),
                  3);
        const at::Tensor kept = filteredProbabilities(logits, filter);
        for (std::int64_t row = 0; row < 4; ++row)
            EXPECT_EQ(kept[row].count_nonzero().item<std::int64_t>(), support[row]) << name;
        const at::Tensor& official = tensors->at("filter." + name);
        EXPECT_LT((kept - official).abs().max().item<double>(), 1e-6) << name;
        ++tables;
    }
    EXPECT_EQ(tables, 6);
}

INSTANTIATE_TEST_SUITE_P(Both, OfficialFilter, ::testing::Values("har_tiny", "ar_vanilla_tiny"));

TEST(Sampling, KeepsTheCodeThatCrossesTopP) {
    EXPECT_THAT(filteredBy({0.1F, 0.5F, 0.25F, 0.15F}, {1.0, 0, 0.6}),
                ElementsAre(0.0F, FloatNear(2.0F / 3, 1e-5F), FloatNear(1.0F / 3, 1e-5F), 0.0F));
    EXPECT_THAT(filteredBy({0.1F, 0.5F, 0.25F, 0.15F}, {1.0, 0, 0.01}),
                ElementsAre(0.0F, 1.0F, 0.0F, 0.0F));
}

TEST(Sampling, KeepsCodesThatEqualTheLastOfTopK) {
    EXPECT_THAT(filteredBy({0.5F, 0.125F, 0.25F, 0.125F}, {1.0, 3, 1.0}),
                ElementsAre(FloatNear(0.5F, 1e-6F), FloatNear(0.125F, 1e-6F),
                            FloatNear(0.25F, 1e-6F), FloatNear(0.125F, 1e-6F)));
}

TEST(Sampling, AppliesTopPToWhatTopKLeaves) {
    EXPECT_THAT(filteredBy({0.4F, 0.4F, 0.1F, 0.1F}, {1.0, 2, 0.49}),
                ElementsAre(1.0F, 0.0F, 0.0F, 0.0F));
}

TEST(Sampling, SharpensAtLowTemperatures) {
    EXPECT_THAT(filteredBy({0.6F, 0.4F}, {0.0, 0, 1.0}), ElementsAre(1.0F, 0.0F));
}

TEST(Sampling, DrawsByTheInverseOfTheCumulativeDistribution) {
    const std::vector<float> probabilities{0.25F, 0.0F, 0.5F, 0.25F, 0.0F};
    EXPECT_EQ(drawCode(probabilities, 0.0), 0);
    EXPECT_EQ(drawCode(probabilities, 0.2499), 0);
    EXPECT_EQ(drawCode(probabilities, 0.25), 2);
    EXPECT_EQ(drawCode(probabilities, 0.75), 3);
    EXPECT_EQ(drawCode(probabilities, std::nextafter(1.0, 0.0)), 3);
}

TEST(Sampling, HasOneUniformNumberForEverySeedAndPosition) {
    // Known values: the stream of SplitMix64 from the seed.
    EXPECT_DOUBLE_EQ(uniformAt(0, 0), static_cast<double>(0xE220A8397B1DCDAFULL >> 11) * 0x1p-53);
    EXPECT_DOUBLE_EQ(uniformAt(0, 1), static_cast<double>(0x6E789E6AA1B965F4ULL >> 11) * 0x1p-53);
    double sum = 0.0;
    for (std::int64_t position = 0; position < 10000; ++position)
        sum += uniformAt(7, position);
    EXPECT_NEAR(sum / 10000.0, 0.5, 0.01);
}

TEST(Sampling, TellsEntropyAndRunnersUp) {
    EXPECT_FLOAT_EQ(entropyBits(std::vector<float>{0.5F, 0.25F, 0.25F, 0.0F}), 1.5F);
    EXPECT_FLOAT_EQ(entropyBits(std::vector<float>{0.0F, 1.0F}), 0.0F);
    EXPECT_THAT(likeliestCodes(std::vector<float>{0.1F, 0.3F, 0.0F, 0.3F, 0.2F, 0.1F}, 3),
                ElementsAre(Pair(1, 0.3F), Pair(3, 0.3F), Pair(4, 0.2F)));
    EXPECT_THAT(likeliestCodes(std::vector<float>{0.0F, 1.0F}, 3), ElementsAre(Pair(1, 1.0F)));
}

TEST(Sampling, GuidesAwayFromNoClass) {
    const at::Tensor guided = guidedLogits(at::tensor({1.0F, 2.0F}), at::tensor({0.0F, 4.0F}), 3.0);
    EXPECT_FLOAT_EQ(guided[0].item<float>(), 3.0F);
    EXPECT_FLOAT_EQ(guided[1].item<float>(), -2.0F);
}

} // namespace
} // namespace hierascope::models
