// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"
#include "core/training/learner.h"

namespace hierascope::training {
namespace {

using nlohmann::json;

/// The learner of an official small generator, without dropout.
std::unique_ptr<Learner> officialLearner(const std::string& folder, const std::string& variant) {
    json options = *io::readJsonFile(folder + "/hub/config.json");
    options["variant"] = variant;
    for (const char* dropout : {"token_dropout_p", "resid_dropout_p", "ffn_dropout_p"})
        options[dropout] = 0.0;
    runs::TrainConfig config;
    config.model = {{"family", "gpt"}, {"options", options}};
    auto learner = makeLearner(config, at::kCPU);
    EXPECT_TRUE(learner) << learner.error().message;
    const auto fit = models::loadStateDict((*learner)->module(),
                                           *io::loadTensors(folder + "/hub/model.safetensors"));
    EXPECT_TRUE(fit.fits()) << fit.firstProblem();
    return std::move(*learner);
}

void expectSteps(const std::string& name, const std::string& variant, const std::string& run,
                 const std::vector<std::int64_t>& labels) {
    const std::string folder = HIERASCOPE_TEST_DATA "/official/" + name;
    const json official = *io::readJsonFile(folder + "/train_step.json");
    const auto learner = officialLearner(folder, variant);
    Batch batch;
    batch.codes = at::empty({2, 128}, at::kLong);
    for (std::int64_t b = 0; b < 2; ++b) {
        for (std::int64_t k = 0; k < 128; ++k)
            batch.codes[b][k] = (7 * k + 3 + 11 * b) % 50;
    }
    batch.labels = at::tensor(labels, at::kLong);
    runs::TrainingOptions options;
    options.weightDecay = 0.05;
    options.clipNorm = 1.0;
    const auto parameters = models::stateDict(learner->module());
    AdamW optimizer(parameters, options, [&](const std::string& n, const at::Tensor& p) {
        return learner->isDecayed(n, p);
    });
    std::vector<std::string> spared;
    for (const auto& [parameterName, parameter] : parameters) {
        if (!learner->isDecayed(parameterName, parameter))
            spared.push_back(parameterName);
    }
    EXPECT_THAT(spared, ::testing::UnorderedElementsAreArray(
                            official["no_weight_decay"].get<std::vector<std::string>>()));
    bool isFirst = true;
    for (const json& wanted : official[run]["steps"]) {
        const StepLoss loss = learner->loss(batch);
        EXPECT_NEAR(loss.total.item<double>(), wanted["loss"], 2e-5);
        if (isFirst) {
            loss.total.backward({}, /*retain_graph=*/true);
            for (const auto& [parameterName, norm] : wanted["grad_norms"].items()) {
                auto& gradient = parameters.at(parameterName).mutable_grad();
                EXPECT_NEAR(gradient.norm().item<double>(), norm,
                            std::max(1e-6, 2e-4 * norm.get<double>()))
                    << parameterName;
            }
            for (const auto& entry : parameters)
                entry.second.mutable_grad().reset();
            isFirst = false;
        }
        const auto metrics = trainStep(loss, optimizer, 1e-4);
        EXPECT_NEAR(metrics.at("gradient_norm"), wanted["grad_norm_total_before_clip"], 2e-4);
    }
}

TEST(GptParity, TrainsHarAsTheOfficialCode) {
    expectSteps("har_tiny", "har", "nodrop", {3, 7});
    expectSteps("har_tiny", "har", "sample0_dropped", {10, 7});
}

TEST(GptParity, TrainsArAsTheOfficialCode) {
    expectSteps("ar_vanilla_tiny", "ar", "nodrop", {3, 7});
    expectSteps("ar_vanilla_tiny", "ar", "sample0_dropped", {10, 7});
}

} // namespace
} // namespace hierascope::training
