// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/diffusion.h"

#include <cmath>
#include <string>

#include <ATen/TensorOperators.h>
#include <ATen/ops/all.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

namespace hierascope::models {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

double largestOf(const at::Tensor& difference) {
    return difference.abs().max().item<double>();
}

TEST(Diffusion, KeepsLessOfTheDataWithEveryStep) {
    const DiffusionSchedule schedule;
    ASSERT_EQ(schedule.steps(), 1000);
    EXPECT_NEAR(schedule.kept(0), 0.9999, 1e-15);
    EXPECT_NEAR(schedule.kept(1), 0.9999 * (1.0 - 1e-4 - 0.0199 / 999.0), 1e-15);
    EXPECT_NEAR(schedule.kept(999), 4.03582977e-5, 1e-13);
    for (std::int64_t step = 1; step < 1000; ++step)
        EXPECT_LT(schedule.kept(step), schedule.kept(step - 1)) << step;
    EXPECT_THROW(schedule.kept(1000), c10::Error);
    EXPECT_THROW(schedule.kept(-1), c10::Error);
    EXPECT_THROW(DiffusionSchedule(0), c10::Error);
}

TEST(Diffusion, NoisesFromAlmostTheDataToAlmostNoise) {
    const DiffusionSchedule schedule;
    const auto data = at::randn({2, 2, 4, 4}, at::kDouble);
    const auto noise = at::randn({2, 2, 4, 4}, at::kDouble);
    const auto noised = schedule.noised(data, noise, at::tensor({0, 999}, at::kLong));
    EXPECT_LT(largestOf(noised[0] - std::sqrt(0.9999) * data[0] - 0.01 * noise[0]), 1e-12);
    EXPECT_LT(largestOf(noised[0] - data[0]), 0.0101 * largestOf(noise[0]) + 1e-4 * 6.0);
    EXPECT_LT(largestOf(noised[1] - noise[1]), 0.0064 * largestOf(data[1]) + 1e-4 * 6.0);
}

TEST(Diffusion, HasNumbersThatBelongTogether) {
    const DiffusionSchedule schedule;
    const auto numbers = schedule.numbersAt(at::arange(1000), at::kDouble);
    EXPECT_THAT(numbers.kept.sizes(), ElementsAre(1000, 1, 1, 1));
    EXPECT_LT(largestOf(numbers.keptRoot.square() + numbers.noiseRoot.square() - 1.0), 1e-12);
    EXPECT_EQ(numbers.keptBefore[0].item<double>(), 1.0);
    EXPECT_TRUE(numbers.keptBefore.narrow(0, 1, 999).equal(numbers.kept.narrow(0, 0, 999)));
    // Data without noise stay so: the mean of a step before has the share that is kept there.
    const auto mean = numbers.fromData + numbers.fromNoised * numbers.keptRoot;
    EXPECT_LT(largestOf(mean - numbers.keptBefore.sqrt()), 1e-12);
    // The first step's distribution has no variance of its own.
    EXPECT_EQ(numbers.logPosterior[0].item<double>(), numbers.logPosterior[1].item<double>());
    EXPECT_NEAR(numbers.logVariance[0].item<double>(), std::log(1e-4), 1e-12);
    EXPECT_NEAR(numbers.logFixed[999].item<double>(), std::log(0.02), 1e-12);
    EXPECT_TRUE(
        at::all(numbers.logPosterior.narrow(0, 1, 999) < numbers.logVariance.narrow(0, 1, 999))
            .item<bool>());
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

TEST(Diffusion, SaysWhichSpacingsThereAre) {
    const auto many = respacedTimes("11", 10);
    ASSERT_FALSE(many);
    EXPECT_EQ(many.error().code, ErrorCode::Usage);
    EXPECT_THAT(many.error().message, HasSubstr("'11', expected N or ddimN, with N from 1 to 10"));
    EXPECT_THAT(respacedTimes("ddim7", 10).error().message,
                HasSubstr("'ddim7', but no stride makes 7 of 10 steps"));
}

TEST(Diffusion, RespacedKeepsTheNoiseOfTheTimesThatStay) {
    const DiffusionSchedule whole;
    for (const char* spacing : {"2", "50", "999", "1000", "ddim10", "ddim250"}) {
        const auto times = *respacedTimes(spacing, 1000);
        const auto schedule = whole.respaced(times);
        ASSERT_EQ(schedule.steps(), static_cast<std::int64_t>(times.size())) << spacing;
        EXPECT_EQ(times.front(), 0) << spacing;
        EXPECT_EQ(times.back(),
                  std::string(spacing).starts_with("ddim") ? 1000 - 1000 / schedule.steps() : 999)
            << spacing;
        for (std::int64_t step = 0; step < schedule.steps(); ++step) {
            const std::int64_t time = times[static_cast<std::size_t>(step)];
            EXPECT_EQ(schedule.networkTime(step), time) << spacing;
            EXPECT_NEAR(schedule.kept(step) / whole.kept(time), 1.0, 1e-9) << spacing;
        }
    }
}

TEST(Diffusion, RespacedAgainStillTellsTheOriginalTimes) {
    const auto half = DiffusionSchedule(10).respaced({0, 2, 4, 6, 8});
    const auto few = half.respaced({1, 4});
    EXPECT_EQ(few.networkTime(0), 2);
    EXPECT_EQ(few.networkTime(1), 8);
    EXPECT_NEAR(few.kept(1), half.kept(4), 1e-15);
}

TEST(Diffusion, ReadsDataAndVarianceFromAnOutput) {
    const DiffusionSchedule schedule;
    const auto times = at::tensor({300}, at::kLong);
    const auto data = at::full({1, 2, 4, 4}, 3.0, at::kDouble);
    const auto noise = at::randn({1, 2, 4, 4}, at::kDouble);
    const auto noised = schedule.noised(data, noise, times);
    const auto numbers = schedule.numbersAt(times, at::kDouble);
    const auto found = denoised(numbers, noise, noised, false);
    EXPECT_LT(largestOf(found.data - 3.0), 1e-12);
    EXPECT_TRUE(found.logVariance.equal(numbers.logFixed));
    EXPECT_LT(largestOf(denoised(numbers, noise, noised, true).data - 1.0), 1e-12);
    const auto ones = at::ones({1, 2, 4, 4}, at::kDouble);
    const auto high = denoised(numbers, at::cat({noise, ones}, 1), noised, false);
    EXPECT_TRUE(high.noise.equal(noise));
    EXPECT_LT(largestOf(high.logVariance - numbers.logVariance), 1e-12);
    const auto low = denoised(numbers, at::cat({noise, -ones}, 1), noised, false);
    EXPECT_LT(largestOf(low.logVariance - numbers.logPosterior), 1e-12);
    EXPECT_THROW(denoised(numbers, at::cat({noise, ones, ones}, 1), noised, false), c10::Error);
}

TEST(Diffusion, TakesNoiseInEveryStepButTheLast) {
    const DiffusionSchedule schedule;
    const auto x = at::randn({1, 2, 4, 4}, at::kDouble);
    const auto output = at::randn({1, 2, 4, 4}, at::kDouble);
    const auto none = at::full({1, 2, 4, 4}, 0.0, at::kDouble);
    const auto fresh = at::ones({1, 2, 4, 4}, at::kDouble);
    const auto added = [&](std::int64_t step, const DiffusionSampling& sampling) {
        return (denoisingStep(schedule, step, output, x, fresh, sampling).x -
                denoisingStep(schedule, step, output, x, none, sampling).x);
    };
    const auto numbers = schedule.numbersAt(at::tensor({500}, at::kLong), at::kDouble);
    DiffusionSampling sampling;
    EXPECT_LT(largestOf(added(500, sampling) - (0.5 * numbers.logVariance).exp()), 1e-12);
    EXPECT_TRUE(denoisingStep(schedule, 0, output, x, {}, sampling).x.defined());
    EXPECT_EQ(largestOf(added(0, sampling)), 0.0);
    sampling.isDdim = true;
    EXPECT_EQ(largestOf(added(500, sampling)), 0.0);
    sampling.eta = 1.0; // as much as the posterior has
    EXPECT_LT(largestOf(added(500, sampling) - (0.5 * numbers.logPosterior).exp()), 1e-12);
    EXPECT_EQ(largestOf(added(0, sampling)), 0.0);
}

} // namespace
} // namespace hierascope::models
