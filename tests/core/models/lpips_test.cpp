// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/lpips.h"

#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include "tests/support/rule_lpips.h"

namespace hierascope::models {
namespace {

using hierascope::testing::numbersByRule;
using hierascope::testing::ruleLpips;

// Numbers of torchvision's AlexNet in float64; VGG-16 is compared with ResTok's in core/training.
TEST(Lpips, OfAlexNetEqualsTorchvisionsLayers) {
    auto network = ruleLpips(LpipsBackbone::AlexNet);
    const auto a = numbersByRule({2, 3, 64, 48}, 12090, 2.0, -1.0);
    const auto b = numbersByRule({2, 3, 64, 48}, 12091, 2.0, -1.0);
    const auto taps = network->features(a);
    const std::vector<double> sums{14977.578839, 17895.514649, 8073.706988, 3993.985703,
                                   2839.602370};
    ASSERT_EQ(taps.size(), sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i)
        EXPECT_NEAR(taps[i].abs().sum().item<double>(), sums[i], 1e-5 * sums[i]) << i;
    const auto distance = network->forward(a, b);
    EXPECT_NEAR(distance[0].item<double>(), 0.0507068851, 1e-7);
    EXPECT_NEAR(distance[1].item<double>(), 0.0506790333, 1e-7);
}

TEST(Lpips, TakesTheSmallestPicturesItSays) {
    for (const auto backbone : {LpipsBackbone::AlexNet, LpipsBackbone::Vgg16}) {
        auto network = ruleLpips(backbone);
        const std::int64_t side = network->smallestSide();
        const auto a = numbersByRule({1, 3, side, side}, 1);
        EXPECT_EQ(network->forward(a, a).item<float>(), 0.0F);
        EXPECT_GT(network->forward(a, -a).item<float>(), 0.0F);
    }
}

TEST(Lpips, KnowsTheNamesOfOtherFiles) {
    const auto vgg = LpipsBackbone::Vgg16;
    EXPECT_EQ(lpipsTensorName("net.slice1.0.weight", vgg), "slice1.0.weight");
    EXPECT_EQ(lpipsTensorName("lin3.model.1.weight", vgg), "lin3.weight");
    EXPECT_EQ(lpipsTensorName("features.14.bias", vgg), "slice3.14.bias");
    EXPECT_EQ(lpipsTensorName("features.10.bias", LpipsBackbone::AlexNet), "slice5.10.bias");
    for (const char* other :
         {"scaling_layer.shift", "classifier.6.weight", "lins.0.model.1.weight"})
        EXPECT_EQ(lpipsTensorName(other, vgg), "") << other;
    EXPECT_EQ(lpipsBackboneOf({{"features.0.weight", at::zeros({64, 3, 11, 11})}}),
              LpipsBackbone::AlexNet);
    EXPECT_EQ(lpipsBackboneOf({{"net.slice1.0.weight", at::zeros({64, 3, 3, 3})}}),
              LpipsBackbone::Vgg16);
}

} // namespace
} // namespace hierascope::models
