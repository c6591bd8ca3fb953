// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ops/randint.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <torch/utils.h>

#include "core/models/gpt.h"
#include "core/models/gpt_cpu_engine.h"
#include "core/models/gpt_engine.h"
#include "core/models/state_dict.h"

namespace hierascope::models {
namespace {

GptOptions tinyGpt(GptVariant variant) {
    GptOptions options;
    options.variant = variant;
    options.dim = 16;
    options.layers = 2;
    options.heads = 4;
    options.keyValueHeads = 2;
    options.multipleOf = 8;
    options.vocabulary = 11;
    options.classCount = 3;
    options.blockSize = 16;
    options.specialTokens = 7;
    return options;
}

Gpt madeGpt(GptVariant variant) {
    torch::manual_seed(3);
    Gpt model(tinyGpt(variant));
    model->initialise();
    const torch::NoGradGuard guard;
    for (at::Tensor& parameter : model->parameters()) {
        if (parameter.dim() > 1)
            parameter.normal_(0.0, 0.3);
    }
    model->eval();
    return model;
}

class GptVariants : public ::testing::TestWithParam<GptVariant> {};

TEST_P(GptVariants, ReadsNoCodeThatIsNotWrittenYet) {
    const torch::NoGradGuard guard;
    Gpt model = madeGpt(GetParam());
    const at::Tensor labels = at::tensor({1}, at::kLong);
    const at::Tensor codes = at::randint(11, {1, 16}, at::kLong);
    const at::Tensor before = model->forward(codes, labels);
    for (const GptStep& step : gptSteps(model->options())) {
        const at::Tensor changed = codes.clone();
        changed.slice(1, step.first).add_(1).remainder_(11);
        const at::Tensor after = model->forward(changed, labels);
        const std::int64_t kept = step.first + step.count;
        EXPECT_TRUE(after.slice(1, 0, kept).equal(before.slice(1, 0, kept))) << step.first;
    }
}

TEST_P(GptVariants, SendsGradientsToEveryParameterItUses) {
    Gpt model = madeGpt(GetParam());
    model->train();
    const at::Tensor codes = at::randint(11, {2, 16}, at::kLong);
    model->forward(codes, at::tensor({0, 3}, at::kLong)).square().sum().backward();
    for (const auto& parameter : model->named_parameters()) {
        ASSERT_TRUE(parameter.value().grad().defined()) << parameter.key();
        EXPECT_GT(parameter.value().grad().abs().sum().item<double>(), 0.0) << parameter.key();
    }
}

TEST_P(GptVariants, FeedsStepByStepWhatTeacherForcingComputes) {
    const c10::InferenceMode guard;
    Gpt model = madeGpt(GetParam());
    const at::Tensor labels = at::tensor({1, 3}, at::kLong);
    const at::Tensor codes = at::randint(11, {2, 16}, at::kLong);
    const at::Tensor expected = model->forward(codes, labels);
    for (const bool isOwn : {false, true}) {
        const auto engine = isOwn ? makeGptCpuEngine(model, false) : makeGptTensorEngine(model);
        GptCache cache = engine->makeCache(2);
        for (const GptStep& step : gptSteps(model->options())) {
            const auto logits = engine->feed(cache, codes.narrow(1, 0, step.first), labels,
                                             step.count, step.count, TaskContext());
            EXPECT_TRUE(logits->allclose(expected.narrow(1, step.first, step.count), 1e-4, 1e-5))
                << step.first;
        }
    }
}

TEST_P(GptVariants, GoesOnWithTheFirstRowsOfABatch) {
    const c10::InferenceMode guard;
    Gpt model = madeGpt(GetParam());
    const at::Tensor codes = at::randint(11, {1, 16}, at::kLong);
    const auto engine = makeGptEngine(model);
    GptCache cache = engine->makeCache(2);
    const TaskContext context;
    engine->feed(cache, codes.narrow(1, 0, 4).expand({2, -1}), at::tensor({1, 3}, at::kLong), 4, 0,
                 context);
    cache.keepRows(1);
    const at::Tensor label = at::tensor({1}, at::kLong);
    const std::int64_t count = GetParam() == GptVariant::Har ? 4 : 1;
    const auto logits = engine->feed(cache, codes.narrow(1, 0, 4), label, count, count, context);
    const at::Tensor expected = model->forward(codes, label).narrow(1, 4, count);
    EXPECT_TRUE(logits->allclose(expected, 1e-4, 1e-5));
}

INSTANTIATE_TEST_SUITE_P(Both, GptVariants, ::testing::Values(GptVariant::Har, GptVariant::Ar));

TEST(Gpt, HasTheParametersOfLlamaGenL) {
    const Gpt model{GptOptions()}; // memory that is never touched costs nothing
    std::int64_t parameters = 0;
    for (const at::Tensor& parameter : model->parameters())
        parameters += parameter.numel();
    EXPECT_EQ(parameters, 326'263'808);
}

TEST(Gpt, DropsLabelsToTheNullClass) {
    const Gpt model(tinyGpt(GptVariant::Har));
    const at::Tensor labels =
        model->withDroppedLabels(at::tensor({0, 2}, at::kLong), at::tensor({1, 0}).to(at::kBool));
    EXPECT_TRUE(labels.equal(at::tensor({3, 2}, at::kLong)));
}

TEST(Gpt, DropsOutOnlyWhileTraining) {
    Gpt model = madeGpt(GptVariant::Har);
    const torch::NoGradGuard guard;
    const at::Tensor codes = at::randint(11, {1, 16}, at::kLong);
    const at::Tensor labels = at::tensor({1}, at::kLong);
    EXPECT_TRUE(model->forward(codes, labels).equal(model->forward(codes, labels)));
    model->train();
    EXPECT_FALSE(model->forward(codes, labels).equal(model->forward(codes, labels)));
}

} // namespace
} // namespace hierascope::models
