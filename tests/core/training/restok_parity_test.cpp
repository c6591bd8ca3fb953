// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <gmock/gmock.h>

#include "core/models/lpips.h"
#include "core/models/restok.h"
#include "core/models/state_dict.h"
#include "core/training/learner.h"
#include "core/training/restok_loss.h"
#include "core/training/schedule.h"
#include "tests/core/training/official_restok.h"

namespace hierascope::training {
namespace {

using hierascope::testing::numbersByRule;
using hierascope::testing::officialLosses;
using nlohmann::json;

void expectTrainStep(const std::string& section) {
    auto model = officialModel();
    expectOfficialGradients(model, officialStep(model, section), section);
}

TEST(ResTokParity, TrainStepWithAllLatents) {
    expectTrainStep("train_step_step0_full");
}

TEST(ResTokParity, TrainStepWithSixteenAndSixtyFourLatents) {
    expectTrainStep("train_step_step0_keep16_64");
}

TEST(ResTokParity, SparesTheOfficialParametersFromDecay) {
    runs::TrainConfig config;
    config.model = {{"family", "restok"}, {"options", officialOptions()}};
    const auto learner = makeLearner(config, at::kCPU);
    ASSERT_TRUE(learner) << learner.error().message;
    std::vector<std::string> spared;
    for (const auto& [name, parameter] : models::stateDict((*learner)->module())) {
        if (!(*learner)->isDecayed(name, parameter))
            spared.push_back(name);
    }
    EXPECT_THAT(spared, ::testing::UnorderedElementsAreArray(
                            officialLosses()["train_step_step0_full"]["no_weight_decay"]
                                .get<std::vector<std::string>>()));
}

TEST(ResTokParity, LpipsOfVgg) {
    auto network = ruleLpips();
    const json& wanted = officialLosses()["lpips_vgg_rule_weights"];
    auto a = numbersByRule({2, 3, 64, 64}, 12050);
    const auto b = 0.8 * a + 0.2 * numbersByRule({2, 3, 64, 64}, 12051);
    a.set_requires_grad(true);
    const auto distance = network->forward(a * 2.0 - 1.0, b * 2.0 - 1.0);
    EXPECT_NEAR(distance[0].item<double>(), wanted["value_per_image"][0], 1e-7);
    EXPECT_NEAR(distance[1].item<double>(), wanted["value_per_image"][1], 1e-7);
    distance.mean().backward();
    EXPECT_NEAR(a.grad().abs().sum().item<double>(), wanted["grad_of_mean_wrt_A"]["abs_sum"], 1e-5);
}

TEST(ResTokParity, PadsAndTrims) {
    const json& wanted = officialLosses()["padding_and_trimming"];
    const auto offsets = wanted["offsets"].get<std::vector<std::int64_t>>();
    const auto a = numbersByRule({2, 3, 64, 64}, 12050);
    const auto trimmed = padAndTrim(a, {offsets[0], offsets[1], offsets[2], offsets[3]});
    EXPECT_NEAR(trimmed.sum().item<double>(), wanted["A"]["sum"], 0.05);
    EXPECT_NEAR(trimmed.square().sum().item<double>(), wanted["A"]["sq_sum"], 0.05);
    const auto first = wanted["A"]["first8"].get<std::vector<double>>();
    for (std::int64_t k = 0; k < 8; ++k)
        EXPECT_NEAR(trimmed.flatten()[k].item<double>(), first[static_cast<std::size_t>(k)], 1e-6);
}

TEST(ResTokParity, Schedules) {
    const json& schedules = officialLosses()["lr_schedules"];
    runs::TrainingOptions options;
    options.learningRate = 1e-4;
    options.finalLearningRate = 1e-5;
    for (const auto& [name, steps] :
         {std::pair{"restok_g(1e-4->1e-5, warm 5000, total 1e6)", 1'000'000},
          std::pair{"har(total 1.5e6)", 1'500'000}}) {
        options.steps = steps;
        options.warmupRatio = 5000.0 / steps;
        for (const auto& [step, rate] : schedules[name].items())
            EXPECT_NEAR(officialLearningRate(options, std::stoll(step)), rate, 1e-13)
                << name << " " << step;
    }
    for (const auto& [update, decay] : officialLosses()["ema_decay_at_optimization_step"].items()) {
        if (update != "0") {
            EXPECT_NEAR(emaDecay(0.9999, std::stoll(update)), decay, 1e-9) << update;
        }
    }
    double average = officialLosses()["ema_trace"]["initial"];
    std::int64_t update = 0;
    for (const auto& pair : officialLosses()["ema_trace"]["param_after_step_and_shadow"]) {
        const double decay = emaDecay(0.9999, ++update);
        average = decay * average + (1.0 - decay) * pair[0].get<double>();
        EXPECT_NEAR(average, pair[1], 1e-6);
    }
}

TEST(ResTokParity, NestedDropout) {
    models::ResTokOptions options;
    const json& wanted = officialLosses()["nested_dropout"];
    const auto chances = options.nestedDropout();
    ASSERT_EQ(chances.size(), wanted["list"].size());
    for (std::size_t i = 0; i < chances.size(); ++i) {
        EXPECT_EQ(chances[i].first, wanted["list"][i]);
        EXPECT_NEAR(chances[i].second, wanted["probs"][i], 1e-9);
    }
    const auto kept = drawKept(options, 7, 0, 20'000);
    EXPECT_NEAR((kept == 128).to(at::kFloat).mean().item<double>(), 0.8, 0.01);
    EXPECT_NEAR((kept == 64).to(at::kFloat).mean().item<double>(), 16.0 / 155.0, 0.01);
    EXPECT_TRUE(drawKept(options, 7, 100, 50).equal(kept.narrow(0, 100, 50)));
}

} // namespace
} // namespace hierascope::training
