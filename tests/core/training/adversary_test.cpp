// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adversary.h"

#include <fstream>

#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include "core/training/learner.h"
#include "tests/core/training/official_restok.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using hierascope::testing::numbersByRule;
using hierascope::testing::officialDiscriminator;
using hierascope::testing::officialLosses;
using hierascope::testing::tinyDino;
using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kSection = "train_step_step20000_disc";

runs::TrainingOptions officialTraining() {
    runs::TrainingOptions options;
    options.learningRate = 1e-4;
    options.finalLearningRate = 1e-5;
    options.weightDecay = options.discriminator.weightDecay = 1e-4;
    options.clipNorm = 10.0;
    options.steps = 1'000'000;
    options.warmupRatio = 0.005;
    return options;
}

TEST(Adversary, HingeLossesAreTheOfficialOnes) {
    const auto real = numbersByRule({4, 5}, 12060, 4.0, -2.0);
    const auto fake = numbersByRule({4, 5}, 12061, 4.0, -2.0);
    EXPECT_NEAR(hingeDiscriminatorLoss(real, fake).item<double>(),
                officialLosses()["hinge_d_loss"]["value"], 1e-6);
    EXPECT_FLOAT_EQ(hingeGeneratorLoss(fake).item<float>(), -fake.mean().item<float>());
}

TEST(Adversary, LeCamIsTheOfficialOne) {
    const json& wanted = officialLosses()["lecam"];
    const auto arguments = wanted["args"].get<std::vector<double>>();
    LeCam lecam(at::kCPU);
    lecam.state().at("ema_real_logits_mean").fill_(arguments[2]);
    lecam.state().at("ema_fake_logits_mean").fill_(arguments[3]);
    const auto real = at::tensor(arguments[0], at::kFloat);
    const auto fake = at::tensor(arguments[1], at::kFloat);
    EXPECT_NEAR(lecam.loss(real, fake).item<double>(), wanted["value"], 1e-6);
    lecam.update(real, fake);
    EXPECT_NEAR(lecam.state().at("ema_real_logits_mean").item<double>(), 0.999 * 0.2 + 0.0007,
                1e-7);
}

TEST(Adversary, LearningRateBeginsAtTheStart) {
    const Adversary adversary(officialDiscriminator().ptr(), officialTraining());
    EXPECT_FALSE(adversary.isActive(19'999));
    EXPECT_TRUE(adversary.isActive(20'000));
    for (const auto& [step, rate] :
         officialLosses()["lr_schedules"]["restok_d(total 980000)"].items())
        EXPECT_NEAR(adversary.learningRate(20'000 + std::stoll(step)), rate, 1e-13) << step;
}

void expectUpdatedParameters(const models::ResTok& model) {
    const auto tensors = models::stateDict(*model);
    for (const auto& [name, wanted] : officialLosses()[kSection]["params_after"].items()) {
        const auto found = tensors.at(name).detach().to(at::kDouble);
        const double tolerance = 1e-7 * static_cast<double>(found.numel()) + 1e-6;
        EXPECT_NEAR(found.sum().item<double>(), wanted["sum"], tolerance) << name;
        EXPECT_NEAR(found.abs().sum().item<double>(), wanted["abs_sum"], tolerance) << name;
    }
}

TEST(Adversary, ModelAndDiscriminatorStepAsTheOfficialOnes) {
    auto model = officialModel();
    ResTokPass pass;
    StepLoss loss = officialStep(model, kSection, &pass);
    auto discriminator = officialDiscriminator();
    const auto training = officialTraining();
    Adversary adversary(discriminator.ptr(), training);
    const auto adversarial = adversary.generatorLoss(pass.pictures, {});
    const json& wanted = officialLosses()[kSection];
    EXPECT_NEAR(adversarial.item<double>(), wanted["loss_dict"]["gan_loss"], 1e-5);
    loss.total = loss.total + training.discriminator.weight * adversarial;
    // Pictures moved by 5e-6, as rounding does, move these norms by up to 2e-3 (small ones) and
    // about 2e-4 (most), and the official ones by 1.8e-4 between one and two threads.
    expectOfficialGradients(model, loss, kSection, 3e-3);
    for (const auto& parameter : discriminator->parameters())
        EXPECT_FALSE(parameter.grad().defined());

    runs::TrainConfig config;
    config.model = {{"family", "restok"}, {"options", officialOptions()}};
    const auto learner = makeLearner(config, at::kCPU);
    ASSERT_TRUE(learner);
    AdamW optimizer(models::stateDict(*model), training,
                    [&learner](const std::string& name, const at::Tensor& parameter) {
                        return (*learner)->isDecayed(name, parameter);
                    });
    optimizer.step(1e-4);
    expectUpdatedParameters(model);

    for (const json& step : wanted["discriminator_steps"]) {
        const auto found = adversary.update({{officialImages(), pass.pictures.detach(), {}}}, 1e-4);
        EXPECT_NEAR(found.at("discriminator_loss"), step["loss"], 5e-5);
        EXPECT_NEAR(found.at("discriminator_real"), step["dict"]["logits_real"], 5e-5);
        EXPECT_NEAR(found.at("discriminator_fake"), step["dict"]["logits_fake"], 5e-5);
        EXPECT_NEAR(found.at("lecam"), step["dict"]["lecam_loss"], 1e-7);
        EXPECT_NEAR(found.at("discriminator_gradient_norm"), step["grad_norm_total"], 2e-4);
        const auto state = adversary.state();
        EXPECT_NEAR(state.at("ema_real_logits_mean").item<double>(), step["ema_real"], 1e-7);
        EXPECT_NEAR(state.at("ema_fake_logits_mean").item<double>(), step["ema_fake"], 1e-7);
    }
}

TEST(Adversary, HeadsGetTheOfficialGradients) {
    auto model = officialModel();
    ResTokPass pass;
    officialStep(model, kSection, &pass);
    auto discriminator = officialDiscriminator();
    const auto fakes = pass.pictures.detach();
    discriminator->forward(fakes); // the model's own pass has one power iteration too
    const auto real = discriminator->forward(officialImages());
    const auto fake = discriminator->forward(fakes);
    const auto lecam = LeCam(at::kCPU).loss(real.mean(), fake.mean());
    (hingeDiscriminatorLoss(real, fake) + 0.001 * lecam).backward();
    const json& norms = officialLosses()[kSection]["discriminator_steps"][0]["grad_norms"];
    for (const auto& parameter : discriminator->named_parameters()) {
        const double wanted = norms.at("discriminator." + parameter.key());
        EXPECT_NEAR(parameter.value().grad().norm().item<double>(), wanted,
                    std::max(1e-5, 1e-4 * wanted))
            << parameter.key();
    }
}

TEST(Adversary, DrawsFollowFromTheStepAndCropOnlyLargerPictures) {
    const testing::TempFolder folder;
    ASSERT_TRUE(io::saveTensors(folder / "dino.safetensors", tinyDino()));
    auto discriminator = loadDiscriminator(folder / "dino.safetensors", at::kCPU);
    ASSERT_TRUE(discriminator) << discriminator.error().message;
    const Adversary adversary(discriminator->ptr(), officialTraining());
    int crops = 0;
    for (std::int64_t step = 0; step < 400; ++step) {
        const auto draws = adversary.draws(at::zeros({2, 3, 16, 16}), {step});
        const auto again = adversary.draws(at::zeros({2, 3, 16, 16}), {step});
        EXPECT_EQ(draws.fake.augment.contrast, again.fake.augment.contrast);
        ASSERT_EQ(draws.real.crop.has_value(), again.real.crop.has_value());
        if (draws.real.crop) {
            ++crops;
            EXPECT_LE(draws.real.crop->top, 4);
            EXPECT_EQ(draws.real.crop->left, again.real.crop->left);
        }
        EXPECT_FALSE(adversary.draws(at::zeros({2, 3, 12, 16}), {step}).real.crop);
    }
    EXPECT_NEAR(crops, 200, 40);
}

TEST(Adversary, NamesTheFileThatDoesNotFit) {
    const testing::TempFolder folder;
    const auto file = folder / "dino.safetensors";
    const auto missing = loadDiscriminator(file, at::kCPU);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NoInput);
    EXPECT_THAT(missing.error().message, HasSubstr("dino.safetensors"));
    auto tensors = tinyDino();
    tensors.erase("blocks.1.attn.qkv.bias");
    ASSERT_TRUE(io::saveTensors(file, tensors));
    const auto incomplete = loadDiscriminator(file, at::kCPU);
    ASSERT_FALSE(incomplete);
    EXPECT_THAT(incomplete.error().message, HasSubstr("'blocks.1.attn.qkv.bias' is missing"));
    ASSERT_TRUE(io::saveTensors(file, {{"conv.weight", at::zeros({1})}}));
    const auto other = loadDiscriminator(file, at::kCPU);
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().message, HasSubstr("'patch_embed.proj.weight' is missing"));
}

} // namespace
} // namespace hierascope::training
