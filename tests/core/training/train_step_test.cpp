// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/train_step.h"

#include <ATen/Context.h>
#include <ATen/ops/randn_like.h>
#include <gmock/gmock.h>

#include "core/models/state_dict.h"
#include "core/training/batch_source.h"
#include "core/training/losses.h"
#include "tests/core/training/tiny_data.h"

namespace hierascope::training {
namespace {

TEST(TrainStep, LearnsASmallBatchByHeart) {
    at::manual_seed(4);
    const auto options = models::hieraTokOptionsFromJson(tinyModelConfig()["options"]);
    ASSERT_TRUE(options);
    models::HieraTok model(*options);
    const BatchSource source(std::make_shared<TinyData>(4, 16), 16, 1);
    const auto images = source.pictures({0, 1, 2, 3});
    ASSERT_TRUE(images);
    AdamW optimizer(models::stateDict(*model), {});
    const auto step = [&] {
        const auto posterior = model->posterior(*images);
        const auto pictures = model->decode(posterior.sample(at::randn_like(posterior.mean)));
        const LossTerms terms = tokenizerLoss(pictures, *images, posterior, {});
        return trainStep({terms.total, {{"l1", terms.l1}}}, optimizer, 3e-3);
    };
    const double first = step().at("l1");
    for (int i = 0; i < 150; ++i)
        step();
    const StepMetrics last = step();
    EXPECT_LT(last.at("l1"), 0.5 * first);
    EXPECT_GT(last.at("gradient_norm"), 0.0);
    EXPECT_DOUBLE_EQ(last.at("learning_rate"), 3e-3);
}

} // namespace
} // namespace hierascope::training
