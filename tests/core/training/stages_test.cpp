// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include "core/training/adaptive_weight.h"
#include "core/training/run_config.h"
#include "core/training/training_session.h"
#include "tests/core/training/short_runs.h"
#include "tests/support/official_discriminator.h"

namespace hierascope::training {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// Writes a config of six steps with other keys of `training`.
std::filesystem::path writeStage(const testing::TempFolder& folder, const json& training,
                                 const json& model = tinyModelConfig()) {
    const auto file = writeConfig(folder, 6, model);
    auto config = *io::readJsonFile(file);
    config["training"].update(training);
    EXPECT_TRUE(io::writeJsonFile(file, config));
    return file;
}

json patchDiscriminator() {
    return {{"kind", "patch"}, {"channels", 4},       {"layers", 2},
            {"weight", 0.6},   {"start_step", 1},     {"adaptive", true},
            {"lecam", 0.1},    {"betas", {0.5, 0.9}}, {"warmup_ratio", 0.0}};
}

TEST(AdaptiveWeight, IsTheRatioOfTheGradients) {
    const auto parameter = at::tensor({1.0, 2.0}).requires_grad_();
    const auto reference = (3.0 * parameter).sum();               // gradient (3, 3)
    const auto term = (parameter * at::tensor({3.0, 4.0})).sum(); // gradient (3, 4)
    EXPECT_NEAR(adaptiveWeight(reference, term, parameter).item<double>(),
                std::sqrt(18.0) / (5.0 + 1e-4), 1e-6);
    EXPECT_NEAR(adaptiveWeight(reference, 1e-9 * term, parameter).item<double>(), 1e4, 1e-3 * 1e4);
    EXPECT_DOUBLE_EQ(adaptiveWeight(reference, 0.0 * term, parameter, 50.0).item<double>(), 50.0);
    EXPECT_FALSE(adaptiveWeight(reference, term, parameter).requires_grad());
    EXPECT_FALSE(parameter.grad().defined());
    (reference + term).backward(); // the graphs are still there
    EXPECT_TRUE(parameter.grad().defined());
}

TEST(Stages, HieraTokResumesWithPatchGanBitForBit) {
    const testing::TempFolder folder;
    expectBitExactResume(folder, writeStage(folder, {{"discriminator", patchDiscriminator()}}));
    const auto saved = weightsOf(folder / "straight", 6, "optimizer.safetensors");
    EXPECT_EQ(saved.at("learner.discriminator.optimizer.count.main.0.weight").item<float>(), 5.0F);
    EXPECT_TRUE(saved.contains("learner.discriminator.weights.main.3.running_mean"));
    auto told = metricsOf(folder / "straight");
    EXPECT_FALSE(told.at(1).contains("discriminator_loss")); // the step before its start
    EXPECT_GT(told.at(2).at("adversarial_weight"), 0.0);
    EXPECT_GT(told.at(6).at("discriminator_gradient_norm"), 0.0);
}

TEST(Stages, HieraTokResumesWithDinoBitForBit) {
    const testing::TempFolder folder;
    ASSERT_TRUE(io::saveTensors(folder / "dino.safetensors", testing::tinyDino()));
    expectBitExactResume(
        folder, writeStage(folder, {{"discriminator",
                                     {{"weights", "dino.safetensors"}, {"start_step", 0}}}}));
    EXPECT_GT(metricsOf(folder / "straight").at(1).at("discriminator_gradient_norm"), 0.0);
}

TEST(Stages, ResTokResumesWithPatchGanBitForBit) {
    const testing::TempFolder folder;
    const auto file = writeStage(
        folder, {{"discriminator", patchDiscriminator()}, {"accumulate", 3}}, tinyResTokConfig());
    expectBitExactResume(folder, file);
}

TEST(Stages, ADiscriminatorThatIsTooDeepIsNamed) {
    const testing::TempFolder folder;
    auto discriminator = patchDiscriminator();
    discriminator["layers"] = 3;
    ASSERT_TRUE(createRun(writeStage(folder, {{"discriminator", discriminator}}), folder / "run"));
    const auto trained = trainHere(folder / "run");
    ASSERT_FALSE(trained);
    EXPECT_THAT(
        trained.error().message,
        HasSubstr("'training.discriminator.layers' is 3, expected less for pictures of 16"));
}

TEST(Stages, AccumulatesTheGradientsOfTheWholeBatch) {
    const testing::TempFolder folder;
    const auto firstStep = [&folder](int parts, const char* name) {
        // The posterior's noise is drawn part by part, so it is left out here.
        const auto file = writeStage(folder,
                                     {{"batch_size", 4},
                                      {"accumulate", parts},
                                      {"drop_path", 0.0},
                                      {"quantize_from", 0},
                                      {"reseed_every", 0}},
                                     tinyResTokConfig());
        EXPECT_TRUE(createRun(file, folder / name));
        EXPECT_TRUE(trainHere(folder / name));
        return metricsOf(folder / name).at(1);
    };
    auto whole = firstStep(1, "whole");
    auto parts = firstStep(4, "parts");
    EXPECT_NEAR(parts["loss"], whole["loss"], 1e-5 * whole["loss"]);
    EXPECT_NEAR(parts["mse"], whole["mse"], 1e-5 * whole["mse"]);
    EXPECT_NEAR(parts["gradient_norm"], whole["gradient_norm"], 1e-4 * whole["gradient_norm"]);
}

TEST(Stages, ResumesBetweenAccumulatedStepsBitForBit) {
    const testing::TempFolder folder;
    expectBitExactResume(
        folder, writeStage(folder, {{"accumulate", 3}, {"discriminator", patchDiscriminator()}}));
}

/// Trains stage 1, and gives the config of stage 2.
std::filesystem::path stageTwoOf(const testing::TempFolder& folder,
                                 const json& training = json::object(),
                                 const json& model = tinyModelConfig()) {
    EXPECT_TRUE(createRun(writeStage(folder, json::object()), folder / "one"));
    EXPECT_TRUE(trainHere(folder / "one"));
    json more{{"init_from", "one"}, {"discriminator", patchDiscriminator()}};
    more.update(training);
    return writeStage(folder, more, model);
}

TEST(Stages, StageTwoBeginsAtTheWeightsOfStageOne) {
    for (const char* place : {"one", "one/checkpoints/step-6"}) {
        const testing::TempFolder folder;
        // A rate of 0 leaves the weights as they come.
        const auto file = stageTwoOf(
            folder, {{"init_from", place}, {"learning_rate", 0.0}, {"final_learning_rate", 0.0}});
        ASSERT_TRUE(createRun(file, folder / "two"));
        const auto trained = trainHere(folder / "two");
        ASSERT_TRUE(trained) << trained.error().message;
        const auto before = weightsOf(folder / "one", 6, "model.safetensors");
        for (const char* name : {"model.safetensors", "weights.safetensors"}) {
            for (const auto& [key, tensor] : weightsOf(folder / "two", 6, name))
                EXPECT_TRUE(tensor.equal(before.at(key))) << name << " " << key;
        }
    }
}

TEST(Stages, StageTwoResumesWithoutStageOne) {
    const testing::TempFolder folder;
    ASSERT_TRUE(createRun(stageTwoOf(folder), folder / "two"));
    std::stop_source stop;
    const auto stopAfterTwo = [&stop](const runs::Event& event) {
        const auto* progress = std::get_if<runs::ProgressEvent>(&event);
        if (progress != nullptr && progress->step == 2)
            stop.request_stop();
    };
    ASSERT_TRUE(trainHere(folder / "two", stopAfterTwo, TaskContext(stop.get_token())));
    std::filesystem::remove_all(folder / "one");
    const auto trained = trainHere(folder / "two");
    EXPECT_TRUE(trained) << trained.error().message;
}

TEST(Stages, WeightsThatDoNotFitAreNamed) {
    const testing::TempFolder folder;
    json other = tinyModelConfig();
    other["options"]["latent_channels"] = 8;
    ASSERT_TRUE(createRun(stageTwoOf(folder, json::object(), other), folder / "two"));
    const auto trained = trainHere(folder / "two");
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().code, ErrorCode::BadData);
    EXPECT_THAT(trained.error().message, HasSubstr("'training.init_from' is '"));
    EXPECT_THAT(trained.error().message, HasSubstr("whose weights do not fit the config's model: "
                                                   "tensor '"));
    EXPECT_THAT(trained.error().message, HasSubstr(", expected ["));
    EXPECT_THAT(trained.error().message, ::testing::Not(HasSubstr("\n")));

    ASSERT_TRUE(createRun(writeStage(folder, {{"init_from", "one"}}, tinyResTokConfig()),
                          folder / "three"));
    EXPECT_THAT(trainHere(folder / "three").error().message,
                HasSubstr("a model of the family \"hieratok\", expected one of \"restok\""));
    ASSERT_TRUE(createRun(writeStage(folder, {{"init_from", "nowhere"}}), folder / "four"));
    const auto missing = trainHere(folder / "four");
    EXPECT_EQ(missing.error().code, ErrorCode::NoInput);
    EXPECT_THAT(missing.error().message, HasSubstr("nowhere"));
}

} // namespace
} // namespace hierascope::training
