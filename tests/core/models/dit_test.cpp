// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <ATen/ops/full.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <torch/utils.h>

#include "core/models/diffusion.h"
#include "core/models/dit.h"
#include "core/models/flow_matching.h"
#include "core/models/state_dict.h"

namespace hierascope::models {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

DitOptions tinyDit() {
    DitOptions options;
    options.inputSize = 4;
    options.patchSize = 2;
    options.inChannels = 5;
    options.hiddenSize = 16;
    options.depth = 2;
    options.heads = 2;
    options.classCount = 3;
    return options;
}

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

std::string ditErrorOf(const json& options) {
    const auto read = ditOptionsFromJson(options);
    return read ? "read" : read.error().message;
}

TEST(DitOptions, ReadsWhatItWrites) {
    DitOptions options = tinyDit();
    options.objective = DitObjective::Flow;
    options.learnSigma = false;
    options.timestepShift = 0.3;
    options.latentMean = {1, 2, 3, 4, 5};
    options.latentStd = {1, 2, 3, 4, 5};
    const json written = jsonFromDitOptions(options);
    const auto read = ditOptionsFromJson(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(jsonFromDitOptions(*read), written);
    EXPECT_EQ(read->outChannels(), 5);
    EXPECT_EQ(read->tokens(), 4);
}

TEST(DitOptions, KnowsTheOfficialSizes) {
    EXPECT_EQ(findDitSize("DiT-L")->layers, 24);
    EXPECT_EQ(findDitSize(1152)->heads, 16);
    EXPECT_EQ(findDitSize("DiT-M"), nullptr);
    EXPECT_EQ(findDitSize(64), nullptr);
}

TEST(DitOptions, NamesTheFieldThatMakesNoSense) {
    EXPECT_THAT(ditErrorOf({{"num_heads", 7}}), HasSubstr("'options.num_heads' is 7"));
    EXPECT_THAT(ditErrorOf({{"patch_size", 3}}), HasSubstr("'options.patch_size' is 3"));
    EXPECT_THAT(ditErrorOf({{"depth", 0}}), HasSubstr("'options.depth' is 0"));
    EXPECT_THAT(ditErrorOf({{"latent_std", {1.0, 0.0, 1.0, 1.0}}}), HasSubstr("latent_std"));
    EXPECT_THAT(ditErrorOf({{"latent_mean", {1.0}}}), HasSubstr("a list of 1 numbers"));
    EXPECT_THAT(ditErrorOf({{"objective", "noise"}}), HasSubstr("diffusion, flow"));
    EXPECT_THAT(ditErrorOf({{"width", 7}}), HasSubstr("unknown"));
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

TEST(Diffusion, RefusesSpacingsThatDoNotExist) {
    EXPECT_THAT(*respacedTimes("4", 10), ElementsAre(0, 3, 6, 9));
    EXPECT_THAT(*respacedTimes("3", 10), ElementsAre(0, 4, 9)); // 4.5 goes to the even number
    EXPECT_THAT(*respacedTimes("ddim5", 10), ElementsAre(0, 2, 4, 6, 8));
    EXPECT_THAT(*respacedTimes("1", 10), ElementsAre(0));
    for (const char* wrong : {"0", "11", "x", "", "ddim", "ddim7", "4 "})
        EXPECT_FALSE(respacedTimes(wrong, 10)) << wrong;
}

TEST(Diffusion, WalksBackToTheDataWhenTheNoiseIsKnown) {
    const DiffusionSchedule whole;
    for (const char* spacing : {"1000", "50", "ddim10", "1"}) {
        const auto schedule = whole.respaced(*respacedTimes(spacing, 1000));
        const auto data = at::randn({1, 2, 4, 4}, at::kDouble);
        auto x = at::randn({1, 2, 4, 4}, at::kDouble);
        DiffusionSampling sampling;
        sampling.isDdim = true;
        for (std::int64_t step = schedule.steps() - 1; step >= 0; --step) {
            const double kept = schedule.kept(step);
            const auto noise = (x - std::sqrt(kept) * data) / std::sqrt(1.0 - kept);
            x = denoisingStep(schedule, step, noise, x, {}, sampling).x;
        }
        EXPECT_LT((x - data).abs().max().item<double>(), 1e-9) << spacing;
    }
}

/// dx/dt = x + t, whose solution from 1 is 2 e^t - t - 1.
at::Tensor growth(const at::Tensor& x, double time) {
    return x + time;
}

TEST(FlowMatching, WalksInStepsOfTheDeclaredOrder) {
    const double exact = 2.0 * std::exp(1.0) - 2.0;
    const auto error = [&](auto step, std::int64_t steps) {
        auto x = at::full({1}, 1.0, at::kDouble);
        const auto times = flowTimes(steps, 1.0);
        for (std::size_t i = 0; i + 1 < times.size(); ++i)
            x = step(growth, x, times[i], times[i + 1]);
        return std::abs(x.template item<double>() - exact);
    };
    EXPECT_NEAR(error(eulerStep, 100) / error(eulerStep, 200), 2.0, 0.1);
    EXPECT_NEAR(error(heunStep, 100) / error(heunStep, 200), 4.0, 0.1);
}

TEST(FlowMatching, AdaptsItsStepsToTheTolerance) {
    AdaptiveFlow flow(growth, at::full({1}, 1.0, at::kDouble), 0.0, {1e-8, 1e-8});
    for (const double time : {0.0, 0.3, 0.31, 1.0}) {
        EXPECT_NEAR(flow.advance(time).item<double>(), 2.0 * std::exp(time) - time - 1.0, 1e-7)
            << time;
        EXPECT_NEAR(flow.slope(time).item<double>(), 2.0 * std::exp(time) - 1.0, 1e-4) << time;
    }
    EXPECT_LT(flow.passes(), 120);
}

TEST(FlowMatching, ShiftsTimesTowardsTheNoise) {
    EXPECT_THAT(flowTimes(2, 1.0), ElementsAre(0.0, 0.5, 1.0));
    const auto shifted = flowTimes(2, 0.3);
    EXPECT_NEAR(shifted[1], 0.15 / 0.65, 1e-12);
    EXPECT_DOUBLE_EQ(shifted[2], 1.0);
}

TEST(FlowMatching, StochasticStepsFollowTheScore) {
    const auto x = at::full({1, 1, 1, 1}, 2.0, at::kDouble);
    const auto velocity = at::full({1, 1, 1, 1}, 3.0, at::kDouble);
    // score (0.5 * 3 - 2) / 0.5 = -1; drift 3 - 0.5; diffusion 0.5
    EXPECT_NEAR(stochasticStep(velocity, x, 0.5, 0.6, {}).item<double>(), 2.25, 1e-12);
    const auto noise = at::full({1, 1, 1, 1}, 1.0, at::kDouble);
    EXPECT_NEAR(stochasticStep(velocity, x, 0.5, 0.6, noise).item<double>(), 2.25 + std::sqrt(0.1),
                1e-12);
}

} // namespace
} // namespace hierascope::models
