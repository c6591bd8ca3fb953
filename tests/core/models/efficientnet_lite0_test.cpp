// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/efficientnet_lite0.h"

#include <ATen/Context.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include "core/models/state_dict.h"

namespace hierascope::models {
namespace {

TEST(EfficientNetLite0, HasTheTensorsOfThePackage) {
    EfficientNetLite0 network;
    const auto tensors = stateDict(*network);
    // 296 in the package, less the head's convolution, norm (5) and classifier (2).
    EXPECT_EQ(tensors.size(), 296U - 1U - 5U - 2U);
    EXPECT_EQ(tensors.at("_blocks.1._expand_conv.weight").sizes(),
              (std::vector<std::int64_t>{96, 16, 1, 1}));
    EXPECT_EQ(tensors.at("_blocks.15._project_conv.weight").sizes(),
              (std::vector<std::int64_t>{320, 1152, 1, 1}));
}

TEST(EfficientNetLite0, HasTheWholePackageWithItsHead) {
    EfficientNetLite0 network(true);
    const auto tensors = stateDict(*network);
    EXPECT_EQ(tensors.size(), 296U);
    EXPECT_EQ(tensors.at("_conv_head.weight").sizes(),
              (std::vector<std::int64_t>{1280, 320, 1, 1}));
    EXPECT_EQ(tensors.at("_fc.weight").sizes(), (std::vector<std::int64_t>{1000, 1280}));
    const auto head = network->classify(at::zeros({2, 3, 64, 64}));
    EXPECT_EQ(head.features.sizes(), (std::vector<std::int64_t>{2, 1280}));
    EXPECT_EQ(head.logits.sizes(), (std::vector<std::int64_t>{2, 1000}));
    EXPECT_THROW(EfficientNetLite0()->classify(at::zeros({1, 3, 64, 64})), c10::Error);
}

TEST(EfficientNetLite0, GivesFiveMapsWithSamePadding) {
    at::manual_seed(1);
    EfficientNetLite0 network;
    const auto features = network->features(at::randn({1, 3, 33, 64}));
    ASSERT_EQ(features.size(), 5U);
    const std::vector<std::vector<std::int64_t>> expected{
        {1, 16, 17, 32}, {1, 24, 9, 16}, {1, 40, 5, 8}, {1, 112, 3, 4}, {1, 320, 2, 2}};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(features[i].sizes(), expected[i]) << i;
}

TEST(EfficientNetLite0, PassesGradientsToThePictureOnly) {
    EfficientNetLite0 network;
    auto images = at::randn({1, 3, 32, 32}).requires_grad_();
    network->features(images)[4].sum().backward();
    EXPECT_TRUE(images.grad().defined());
    for (const auto& parameter : network->parameters())
        EXPECT_FALSE(parameter.grad().defined());
}

} // namespace
} // namespace hierascope::models
