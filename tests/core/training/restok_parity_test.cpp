// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include "core/io/image_reader.h"
#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/lpips_vgg.h"
#include "core/models/restok.h"
#include "core/models/state_dict.h"
#include "core/tensor/image_tensor.h"
#include "core/training/learner.h"
#include "core/training/restok_loss.h"
#include "core/training/schedule.h"
#include "tests/support/rule_weights.h"

namespace hierascope::training {
namespace {

using hierascope::testing::ruleNumber;
using nlohmann::json;

const std::string kOfficial = HIERASCOPE_TEST_DATA "/official/";

/// scale * r(k, j) + offset over the flat index k.
at::Tensor byRule(at::IntArrayRef shape, std::uint32_t j, double scale = 1.0, double offset = 0.0) {
    const at::Tensor tensor = at::empty(shape, at::kFloat);
    auto* values = tensor.data_ptr<float>();
    for (std::int64_t k = 0; k < tensor.numel(); ++k)
        values[k] =
            static_cast<float>(scale * ruleNumber(static_cast<std::uint32_t>(k), j) + offset);
    return tensor;
}

const json& expected() {
    static const json object = *io::readJsonFile(kOfficial + "restok_losses/expected.json");
    return object;
}

json tinyOptions() {
    return {{"image_size", 256},
            {"encoder", {{"layers", 4}, {"width", 64}, {"heads", 2}}},
            {"decoder", {{"layers", 2}, {"width", 64}, {"heads", 2}}},
            {"pixel",
             {{"hidden_channels", 32},
              {"channel_mult", {1, 1, 1, 1, 2}},
              {"num_res_blocks", 2},
              {"z_channels", 64},
              {"group_norm_groups", 32}}},
            {"codebook_size", 512},
            {"alignment_channels", 24}};
}

models::ResTok officialModel() {
    models::ResTok model(*models::resTokOptionsFromJson(tinyOptions()));
    auto tensors = *io::loadTensors(kOfficial + "restok_tiny/hub/model.safetensors");
    tensors["vf_proj.weight"] = byRule({24, 64, 1, 1}, 12620, 0.4, -0.2);
    tensors["vf_proj_dec.weight"] = byRule({24, 64, 1, 1}, 12621, 0.4, -0.2);
    tensors["decoder.feat_mask_token"] = byRule({1, 1, 64}, 12622, 2.0, -1.0);
    const auto fit = models::loadStateDict(*model, tensors);
    EXPECT_TRUE(fit.fits()) << fit.firstProblem();
    return model;
}

models::LpipsVgg ruleLpips() {
    models::LpipsVgg network;
    const c10::NoGradGuard guard;
    std::uint32_t index = 0;
    for (auto& [name, tensor] : models::stateDict(*network)) {
        if (name.starts_with("lin")) {
            const auto number = static_cast<std::uint32_t>(name[3] - '0');
            tensor.copy_(
                byRule(tensor.sizes(), 12040 + number, 4.0 / static_cast<double>(tensor.numel())));
            continue;
        }
        const double fan = static_cast<double>(tensor.numel() / tensor.size(0));
        const double bound = tensor.dim() > 1 ? std::sqrt(2.0) * std::sqrt(3.0 / fan) : 0.05;
        tensor.copy_(byRule(tensor.sizes(), 12000 + index, 2.0 * bound, -bound));
        ++index;
    }
    return network;
}

at::Tensor officialImages() {
    std::vector<at::Tensor> images;
    for (const char* name : {"astronaut.png", "chelsea.png"}) {
        const auto image = io::readImage(kOfficial + "images/" + name);
        EXPECT_TRUE(image) << image.error().message;
        images.push_back(
            tensor::tensorFromImage(*image).narrow(2, 0, 256).narrow(3, 0, 256).contiguous());
    }
    return at::cat(images);
}

void expectTrainStep(const std::string& section) {
    const json& wanted = expected()[section];
    auto model = officialModel();
    auto lpips = ruleLpips();
    const PictureDistance distance = [&lpips](const at::Tensor& a, const at::Tensor& b) {
        return lpips->forward(a, b).mean();
    };
    const TeacherFeatures teacher{byRule({2, 24, 1, 1}, 12610, 2.0, -1.0),
                                  byRule({2, 24, 16, 16}, 12611, 2.0, -1.0)};
    runs::LossWeights weights;
    weights.l1 = 0.0;
    weights.mse = weights.perceptual = 1.0;
    const auto keep = at::tensor(wanted["keep_per_sample"].get<std::vector<std::int64_t>>());
    const StepLoss loss = resTokLoss(model, officialImages(), keep, weights, distance, teacher);
    const json& terms = wanted["loss_dict"];
    const auto term = [&loss](const char* name) { return loss.terms.at(name).item<double>(); };
    EXPECT_NEAR(term("mse"), terms["reconstruction_loss"], 1e-5);
    EXPECT_NEAR(term("perceptual"), terms["perceptual_loss"], 1e-6);
    EXPECT_NEAR(term("commitment"), terms["commitment_loss"], 1e-7);
    EXPECT_NEAR(term("codebook"), terms["codebook_loss"], 1e-7);
    EXPECT_NEAR(term("alignment_encoder") + term("alignment_decoder"), terms["vf_loss"], 1e-5);
    EXPECT_NEAR(loss.total.item<double>(), wanted["loss"], 2e-5);

    loss.total.backward();
    double square = 0.0;
    for (const auto& [name, parameter] : models::stateDict(*model)) {
        ASSERT_TRUE(wanted["grad_norms_before_clip"].contains(name)) << name;
        const double norm = parameter.grad().norm().item<double>();
        const double official = wanted["grad_norms_before_clip"][name];
        EXPECT_NEAR(norm, official, std::max(2e-5, 2e-4 * official)) << name;
        square += norm * norm;
    }
    EXPECT_NEAR(std::sqrt(square), wanted["grad_norm_total"], 2e-4);
}

TEST(ResTokParity, TrainStepWithAllLatents) {
    expectTrainStep("train_step_step0_full");
}

TEST(ResTokParity, TrainStepWithSixteenAndSixtyFourLatents) {
    expectTrainStep("train_step_step0_keep16_64");
}

TEST(ResTokParity, SparesTheOfficialParametersFromDecay) {
    runs::TrainConfig config;
    config.model = {{"family", "restok"}, {"options", tinyOptions()}};
    const auto learner = makeLearner(config, at::kCPU);
    ASSERT_TRUE(learner) << learner.error().message;
    std::vector<std::string> spared;
    for (const auto& [name, parameter] : models::stateDict((*learner)->module())) {
        if (!(*learner)->isDecayed(name, parameter))
            spared.push_back(name);
    }
    EXPECT_THAT(spared, ::testing::UnorderedElementsAreArray(
                            expected()["train_step_step0_full"]["no_weight_decay"]
                                .get<std::vector<std::string>>()));
}

TEST(ResTokParity, LpipsOfVgg) {
    auto network = ruleLpips();
    const json& wanted = expected()["lpips_vgg_rule_weights"];
    auto a = byRule({2, 3, 64, 64}, 12050);
    const auto b = 0.8 * a + 0.2 * byRule({2, 3, 64, 64}, 12051);
    a.set_requires_grad(true);
    const auto distance = network->forward(a * 2.0 - 1.0, b * 2.0 - 1.0);
    EXPECT_NEAR(distance[0].item<double>(), wanted["value_per_image"][0], 1e-7);
    EXPECT_NEAR(distance[1].item<double>(), wanted["value_per_image"][1], 1e-7);
    distance.mean().backward();
    EXPECT_NEAR(a.grad().abs().sum().item<double>(), wanted["grad_of_mean_wrt_A"]["abs_sum"], 1e-5);
    EXPECT_EQ(models::lpipsTensorName("net.slice1.0.weight"), "slice1.0.weight");
    EXPECT_EQ(models::lpipsTensorName("lin3.model.1.weight"), "lin3.weight");
}

TEST(ResTokParity, PadsAndTrims) {
    const json& wanted = expected()["padding_and_trimming"];
    const auto offsets = wanted["offsets"].get<std::vector<std::int64_t>>();
    const auto a = byRule({2, 3, 64, 64}, 12050);
    const auto trimmed = padAndTrim(a, {offsets[0], offsets[1], offsets[2], offsets[3]});
    EXPECT_NEAR(trimmed.sum().item<double>(), wanted["A"]["sum"], 0.05);
    EXPECT_NEAR(trimmed.square().sum().item<double>(), wanted["A"]["sq_sum"], 0.05);
    const auto first = wanted["A"]["first8"].get<std::vector<double>>();
    for (std::int64_t k = 0; k < 8; ++k)
        EXPECT_NEAR(trimmed.flatten()[k].item<double>(), first[static_cast<std::size_t>(k)], 1e-6);
}

TEST(ResTokParity, Schedules) {
    const json& schedules = expected()["lr_schedules"];
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
    for (const auto& [update, decay] : expected()["ema_decay_at_optimization_step"].items()) {
        if (update != "0") {
            EXPECT_NEAR(emaDecay(0.9999, std::stoll(update)), decay, 1e-9) << update;
        }
    }
    double average = expected()["ema_trace"]["initial"];
    std::int64_t update = 0;
    for (const auto& pair : expected()["ema_trace"]["param_after_step_and_shadow"]) {
        const double decay = emaDecay(0.9999, ++update);
        average = decay * average + (1.0 - decay) * pair[0].get<double>();
        EXPECT_NEAR(average, pair[1], 1e-6);
    }
}

TEST(ResTokParity, NestedDropout) {
    models::ResTokOptions options;
    const json& wanted = expected()["nested_dropout"];
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
