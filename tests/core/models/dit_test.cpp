// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <torch/utils.h>

#include "core/models/dit.h"
#include "core/models/state_dict.h"
#include "tests/core/models/tiny_dit.h"

namespace hierascope::models {
namespace {

using hierascope::testing::tinyDit;
using ::testing::ElementsAre;

Dit madeDit(const DitOptions& options, bool isAtStart = false) {
    torch::manual_seed(3);
    Dit model(options);
    model->initialise();
    if (isAtStart)
        return model;
    const torch::NoGradGuard guard;
    for (at::Tensor& parameter : model->parameters())
        parameter.normal_(0.0, 0.2);
    return model;
}

TEST(Dit, HasThePublishedParameterCounts) {
    const auto count = [](const char* name, std::int64_t patch, std::int64_t channels) {
        DitOptions options;
        const DitSize* size = findDitSize(name);
        options.depth = size->layers;
        options.heads = size->heads;
        options.hiddenSize = size->width;
        options.patchSize = patch;
        options.inChannels = channels;
        options.inputSize = patch == 2 ? 32 : 16;
        Dit model(options);
        std::int64_t parameters = 0;
        for (const at::Tensor& parameter : model->parameters())
            parameters += parameter.numel();
        return parameters;
    };
    EXPECT_EQ(count("DiT-S", 2, 4), 32'865'056);
    EXPECT_EQ(count("DiT-S", 1, 16), 32'865'056);
    EXPECT_EQ(count("DiT-S", 1, 32), 32'883'520);
    EXPECT_EQ(count("DiT-B", 2, 4), 130'315'808);
}

TEST(Dit, PredictsNothingBeforeItLearns) {
    Dit model = madeDit(tinyDit(), /*isAtStart=*/true);
    const auto output = model->forward(at::randn({2, 5, 4, 4}), at::tensor({0, 999}, at::kLong),
                                       at::tensor({0, 3}, at::kLong));
    EXPECT_THAT(output.sizes(), ElementsAre(2, 10, 4, 4));
    EXPECT_EQ(output.abs().max().item<double>(), 0.0);
}

TEST(Dit, SendsGradientsToEveryParameter) {
    Dit model = madeDit(tinyDit());
    model
        ->forward(at::randn({2, 5, 4, 4}), at::tensor({1, 700}, at::kLong),
                  at::tensor({0, 3}, at::kLong))
        .square()
        .sum()
        .backward();
    for (const auto& parameter : model->named_parameters()) {
        ASSERT_TRUE(parameter.value().grad().defined()) << parameter.key();
        EXPECT_GT(parameter.value().grad().abs().sum().item<double>(), 0.0) << parameter.key();
    }
}

TEST(Dit, SavedAndLoadedComputesTheSame) {
    const torch::NoGradGuard guard;
    Dit model = madeDit(tinyDit());
    Dit other(tinyDit());
    dropValues(*other);
    EXPECT_TRUE(adoptStateDict(*other, stateDict(*model)).fits());
    const auto x = at::randn({1, 5, 4, 4});
    const auto times = at::tensor({3}, at::kLong);
    const auto label = at::tensor({2}, at::kLong);
    EXPECT_TRUE(model->forward(x, times, label).equal(other->forward(x, times, label)));
}

TEST(Dit, GuidanceOfOneIsTheClassAlone) {
    const torch::NoGradGuard guard;
    Dit model = madeDit(tinyDit());
    const auto x = at::randn({1, 5, 4, 4});
    const auto both = model->forwardWithGuidance(at::cat({x, x}), at::full({2}, 0.25),
                                                 at::tensor({1, 3}, at::kLong), 1.0, 5);
    const auto alone = model->forward(x, at::full({1}, 0.25), at::tensor({1}, at::kLong));
    EXPECT_LT((both.narrow(0, 0, 1) - alone).abs().max().item<double>(), 1e-5);
}

TEST(Dit, NormalisesLatentsAndBack) {
    DitOptions options = tinyDit();
    options.latentMean = {0.0, 1.0, 2.0, 3.0, 4.0};
    options.latentStd = {1.0, 2.0, 1.0, 1.0, 0.5};
    options.latentScale = 0.5;
    Dit model(options);
    const auto latents = at::full({1, 5, 4, 4}, 3.0);
    const auto seen = model->normalised(latents);
    EXPECT_FLOAT_EQ(seen[0][1][0][0].item<float>(), 0.5F);
    EXPECT_FLOAT_EQ(seen[0][4][3][3].item<float>(), -1.0F);
    EXPECT_TRUE(model->denormalised(seen).allclose(latents));
}

} // namespace
} // namespace hierascope::models
