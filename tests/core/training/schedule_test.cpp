// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <gmock/gmock.h>

namespace hierascope::training {
namespace {

TEST(Schedule, WarmsUpLinearlyThenFallsAsACosine) {
    runs::TrainingOptions options;
    options.steps = 1000;
    options.learningRate = 1.0;
    options.finalLearningRate = 0.1;
    options.warmupRatio = 0.1;
    EXPECT_DOUBLE_EQ(learningRate(options, 0), 0.01);
    EXPECT_DOUBLE_EQ(learningRate(options, 49), 0.5);
    EXPECT_DOUBLE_EQ(learningRate(options, 100), 1.0);
    EXPECT_NEAR(learningRate(options, 550), 0.55, 1e-9);
    EXPECT_NEAR(learningRate(options, 1000), 0.1, 1e-9);
}

TEST(Schedule, WorksWithoutWarmUp) {
    runs::TrainingOptions options;
    options.warmupRatio = 0.0;
    EXPECT_DOUBLE_EQ(learningRate(options, 0), options.learningRate);
}

TEST(Schedule, AverageStartsAsTheWeightsThemselves) {
    EXPECT_DOUBLE_EQ(emaDecay(0.999, 1), 0.0);
    EXPECT_DOUBLE_EQ(emaDecay(0.999, 2), 2.0 / 11.0);
    EXPECT_DOUBLE_EQ(emaDecay(0.999, 1'000'000), 0.999);
}

} // namespace
} // namespace hierascope::training
