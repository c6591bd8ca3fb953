// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/flow_matching.h"

#include <cmath>
#include <limits>
#include <stdexcept>

#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

namespace hierascope::models {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(FlowMatching, GoesStraightFromNoiseToData) {
    const auto data = at::randn({3, 2, 4, 4}, at::kDouble);
    const auto noise = at::randn({3, 2, 4, 4}, at::kDouble);
    const auto place = flowPlace(data, noise, at::tensor({0.0, 1.0, 0.25}));
    EXPECT_TRUE(place[0].equal(noise[0]));
    EXPECT_TRUE(place[1].equal(data[1]));
    EXPECT_TRUE(place[2].allclose(0.25 * data[2] + 0.75 * noise[2], 0.0, 1e-12));
    EXPECT_TRUE(flowData(place[2], data[2] - noise[2], 0.25).allclose(data[2], 0.0, 1e-12));
}

TEST(FlowMatching, WalksAConstantVelocityExactly) {
    const auto start = at::randn({1, 2, 4, 4}, at::kDouble);
    const auto speed = at::randn({1, 2, 4, 4}, at::kDouble);
    const auto constant = [&](const at::Tensor&, double) { return speed; };
    for (const std::int64_t steps : {1, 3, 10}) {
        for (const auto& step : {eulerStep, heunStep}) {
            auto x = start;
            const auto times = flowTimes(steps, 0.3);
            for (std::size_t i = 0; i + 1 < times.size(); ++i)
                x = step(constant, x, times[i], times[i + 1]);
            EXPECT_TRUE(x.allclose(start + speed, 0.0, 1e-12)) << steps;
        }
    }
    AdaptiveFlow flow(constant, start, 0.0);
    for (const double time : {0.125, 0.5, 1.0}) {
        EXPECT_TRUE(flow.advance(time).allclose(start + time * speed, 0.0, 1e-9)) << time;
        EXPECT_TRUE(flow.slope(time).allclose(speed, 0.0, 1e-9)) << time;
    }
}

TEST(FlowMatching, WalksARisingVelocityExactlyWithHeunAlone) {
    const auto start = at::full({1}, 1.0, at::kDouble);
    const auto rising = [](const at::Tensor& x, double time) {
        return at::full_like(x, 2.0 * time); // the place is 1 + time^2
    };
    EXPECT_NEAR(heunStep(rising, start, 0.5, 1.0).item<double>(), 1.75, 1e-12);
    EXPECT_NEAR(eulerStep(rising, start, 0.5, 1.0).item<double>(), 1.5, 1e-12);
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

TEST(FlowMatching, StopsTheWalkWhereItIsTold) {
    EXPECT_THAT(flowTimes(4, 1.0, 0.5), ElementsAre(0.0, 0.125, 0.25, 0.375, 0.5));
    const auto times = flowTimes(5, 0.3, 1.0 - kStochasticLastStep);
    EXPECT_EQ(times.size(), 6U);
    EXPECT_EQ(times.front(), 0.0);
    EXPECT_NEAR(times.back(), 0.3 * 0.96 / (1.0 - 0.7 * 0.96), 1e-12);
}

TEST(FlowMatching, GoesOnAfterTheVelocityThrew) {
    AdaptiveFlow whole(growth, at::full({1}, 1.0, at::kDouble), 0.0);
    whole.advance(1.0);
    for (std::int64_t broken = 1; broken <= whole.passes(); ++broken) {
        std::int64_t asked = 0;
        const auto failing = [&](const at::Tensor& x, double time) {
            if (++asked == broken)
                throw std::runtime_error("no memory");
            return growth(x, time);
        };
        AdaptiveFlow flow(failing, at::full({1}, 1.0, at::kDouble), 0.0);
        EXPECT_THROW(flow.advance(1.0), std::runtime_error) << broken;
        EXPECT_EQ(flow.advance(1.0).item<double>(), whole.advance(1.0).item<double>()) << broken;
    }
}

TEST(FlowMatching, RefusesAVelocityThatIsNotFinite) {
    const auto broken = [](const at::Tensor& x, double time) {
        return at::full_like(x, time > 0.5 ? std::numeric_limits<double>::quiet_NaN() : 1.0);
    };
    AdaptiveFlow flow(broken, at::full({1}, 1.0, at::kDouble), 0.0);
    try {
        flow.advance(1.0);
        FAIL() << "It went on.";
    } catch (const c10::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("a velocity that is not finite at time 0."));
    }
}

} // namespace
} // namespace hierascope::models
