// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/inception_v3.h"

#include <cmath>
#include <fstream>

#include <ATen/Context.h>
#include <ATen/ops/full.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/rule_inception.h"

namespace hierascope::models {
namespace {

using hierascope::testing::numbersByRule;

nlohmann::json inceptionJson() {
    return nlohmann::json::parse(
        std::ifstream(HIERASCOPE_TEST_DATA "/official/inception/expected.json"));
}

void expectFigures(const at::Tensor& found, const nlohmann::json& expected) {
    const double sum = found.sum().item<double>();
    EXPECT_NEAR(sum, expected["sum"], 2e-5 * found.abs().sum().item<double>());
    for (std::int64_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(found[0][i].item<double>(), expected["first"][std::size_t(i)], 2e-4) << i;
        EXPECT_NEAR(found[1][found.size(1) - 4 + i].item<double>(),
                    expected["last"][std::size_t(i)], 2e-4)
            << i;
    }
}

TEST(InceptionV3, HasTheTensorsOfTheFidFile) {
    const InceptionV3 network;
    auto tensors = stateDict(*network);
    std::erase_if(tensors,
                  [](const auto& entry) { return entry.first.ends_with("num_batches_tracked"); });
    const auto shapes = inceptionJson()["shapes"];
    EXPECT_EQ(tensors.size(), shapes.size());
    for (const auto& [name, shape] : shapes.items()) {
        ASSERT_TRUE(tensors.contains(name)) << name;
        EXPECT_EQ(tensors.at(name).sizes(), shape.get<std::vector<std::int64_t>>()) << name;
    }
}

// Numbers of the same layers in PyTorch, float64: tests/data/official/inception/make_expected.py.
TEST(InceptionV3, EqualsPyTorchsLayers) {
    auto network = hierascope::testing::ruleInception();
    const auto images = numbersByRule({2, 3, 40, 56}, 15999);
    const auto features = network->forward(inceptionInput(images, InceptionResize::HalfPixel));
    const auto expected = inceptionJson();
    EXPECT_EQ(features.spatial.size(1), 2023);
    expectFigures(features.spatial, expected["spatial"]);
    expectFigures(features.pooled, expected["pooled"]);
    expectFigures(features.logits, expected["logits"]);
}

// torch-fidelity's resize of 255 r(k, 3).
TEST(InceptionV3, ResizesAsTensorFlow1) {
    const auto resized = resizeAsTf1(numbersByRule({1, 3, 8, 8}, 3, 255.0), 299);
    EXPECT_NEAR(resized[0][0][0][0].item<double>(), 58.102600, 1e-4);
    EXPECT_NEAR(resized[0][0][0][1].item<double>(), 58.233540, 1e-4);
    EXPECT_NEAR(resized[0][0][100][150].item<double>(), 140.421234, 1e-4);
    EXPECT_NEAR(resized.to(at::kDouble).mean().item<double>(), 120.335804, 1e-4);
    const auto other = inceptionInput(numbersByRule({1, 3, 8, 8}, 3), InceptionResize::HalfPixel);
    EXPECT_NEAR((other[0][0][100][150].item<double>() + 1.0) * 127.5, 76.103920, 1e-3);
    const auto grey = inceptionInput(at::full({1, 3, 5, 4}, 128.0 / 255.0), InceptionResize::Tf1);
    EXPECT_NEAR(grey.abs().max().item<double>(), 0.0, 1e-6);
}

} // namespace
} // namespace hierascope::models
