// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/patch_discriminator.h"

#include <set>
#include <string>

#include <gmock/gmock.h>

#include "core/models/state_dict.h"
#include "tests/support/rule_weights.h"

namespace hierascope::models {
namespace {

using hierascope::testing::numbersByRule;

PatchDiscriminator byRule() {
    PatchDiscriminator network(PatchDiscriminatorOptions{4, 2});
    const torch::NoGradGuard guard;
    std::map<std::string, at::Tensor> parameters;
    for (const auto& parameter : network->named_parameters())
        parameters[parameter.key()] = parameter.value();
    std::uint32_t rank = 13000;
    for (auto& [name, tensor] : parameters)
        tensor.copy_(numbersByRule(tensor.sizes(), rank++, 1.0, -0.5));
    return network;
}

TEST(PatchDiscriminator, HasTheOfficialNamesAndSizes) {
    std::set<std::string> names;
    std::int64_t count = 0;
    const PatchDiscriminator network{PatchDiscriminatorOptions{}};
    for (const auto& parameter : network->named_parameters()) {
        names.insert(parameter.key());
        count += parameter.value().numel();
    }
    EXPECT_EQ(names, (std::set<std::string>{"main.0.bias", "main.0.weight", "main.11.bias",
                                            "main.11.weight", "main.2.weight", "main.3.bias",
                                            "main.3.weight", "main.5.weight", "main.6.bias",
                                            "main.6.weight", "main.8.weight", "main.9.bias",
                                            "main.9.weight"}));
    EXPECT_EQ(count, 2'765'633); // torch's own layers, counted in Python
    EXPECT_EQ(PatchDiscriminatorOptions{}.smallestSide(), 24);
}

// Numbers of the same layers of PyTorch 2.11 in float64.
TEST(PatchDiscriminator, EqualsTheSameLayersInPython) {
    auto network = byRule();
    const auto logits = network->forward(numbersByRule({2, 3, 16, 20}, 13100));
    ASSERT_EQ(logits.sizes(), (std::vector<std::int64_t>{2, 1, 2, 3}));
    EXPECT_NEAR(logits.flatten()[0].item<double>(), -0.8300797082, 1e-5);
    EXPECT_NEAR(logits.flatten()[3].item<double>(), -0.7420522059, 1e-5);
    EXPECT_NEAR(logits.abs().sum().item<double>(), 15.0143835533, 1e-4);
    logits.square().sum().backward();
    const auto gradient = [&network](const char* name) {
        return stateDict(*network).at(name).grad().norm().item<double>();
    };
    EXPECT_NEAR(gradient("main.0.weight"), 26.387579739, 1e-3);
    EXPECT_NEAR(gradient("main.3.weight"), 19.282605319, 1e-3);
}

TEST(PatchDiscriminator, LearnsOnlyWhenTold) {
    auto network = byRule();
    network->setLearning(false);
    const auto images = numbersByRule({1, 3, 16, 16}, 1).requires_grad_();
    network->forward(images).sum().backward();
    EXPECT_GT(images.grad().norm().item<double>(), 0.0);
    for (const auto& parameter : network->parameters())
        EXPECT_FALSE(parameter.grad().defined());
}

TEST(PatchDiscriminator, RefusesPicturesThatLeaveNoLogit) {
    auto network = byRule();
    EXPECT_EQ(network->forward(numbersByRule({1, 3, 12, 12}, 1)).sizes(),
              (std::vector<std::int64_t>{1, 1, 1, 1}));
    EXPECT_THROW(network->forward(numbersByRule({1, 3, 11, 12}, 1)), c10::Error);
}

TEST(PatchDiscriminator, CountsItsOperations) {
    // 8 x 8 outputs, 48 numbers each, 4 channels; then 4 x 4 of 64 and 8; 3 x 3; 2 x 2.
    const double expected = 2.0 * (64 * 48 * 4 + 16 * 64 * 8 + 9 * 128 * 16 + 4 * 256 * 1);
    EXPECT_DOUBLE_EQ((PatchDiscriminatorOptions{4, 2}.forwardFlops(16)), expected);
}

} // namespace
} // namespace hierascope::models
