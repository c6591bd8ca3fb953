// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/resampling.h"

#include <cmath>
#include <vector>

#include <gmock/gmock.h>

#include "core/base/random_draw.h"

namespace hierascope::analysis {
namespace {

std::vector<double> draws(std::size_t count, std::uint64_t purpose) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(drawUnit(5, purpose, i));
    return values;
}

TEST(Resampling, BootstrapAgreesWithTheNormalInterval) {
    const auto values = draws(400, 1);
    double mean = 0.0;
    for (const double value : values)
        mean += value / 400.0;
    const Interval interval = bootstrapMean(values, 4000, 3);
    const double reach = 1.96 * std::sqrt(1.0 / 12.0 / 400.0);
    EXPECT_NEAR(interval.low, mean - reach, 0.15 * reach);
    EXPECT_NEAR(interval.high, mean + reach, 0.15 * reach);
    EXPECT_EQ(bootstrapMean(values, 4000, 3).low, interval.low);
    EXPECT_NE(bootstrapMean(values, 4000, 4).low, interval.low);
}

TEST(Resampling, OfOneValueIsThatValue) {
    const std::vector<double> one{2.5};
    EXPECT_EQ(bootstrapMean(one, 10, 0).low, 2.5);
    EXPECT_EQ(bootstrapMean(one, 10, 0).high, 2.5);
}

// scipy.stats.ttest_rel(b, a) of the same numbers.
TEST(Resampling, PairedTestHasStudentsNumbers) {
    const std::vector<double> a{1.0, 2.0, 3.0, 4.0, 5.0};
    const std::vector<double> b{1.5, 2.1, 3.9, 4.4, 5.2};
    const auto test = pairedTest(a, b, 20000, 1);
    ASSERT_TRUE(test);
    EXPECT_NEAR(test->mean, 0.42, 1e-12);
    EXPECT_NEAR(test->deviation, 0.3114482300, 1e-9);
    EXPECT_NEAR(test->pStudent, 0.0393398232, 1e-8);
    EXPECT_EQ(test->better, 5);
    // 2 of the 32 ways to turn the signs give a sum as large.
    EXPECT_NEAR(test->pPermutation, 2.0 / 32.0, 0.006);
}

TEST(Resampling, PairedTestOfEqualListsFindsNothing) {
    const auto values = draws(30, 2);
    const auto test = pairedTest(values, values, 100, 1);
    ASSERT_TRUE(test);
    EXPECT_EQ(test->mean, 0.0);
    EXPECT_EQ(test->pStudent, 1.0);
    EXPECT_EQ(test->pPermutation, 1.0);
}

TEST(Resampling, PairedTestNeedsPairs) {
    EXPECT_FALSE(pairedTest(draws(3, 1), draws(4, 1), 10, 0));
    EXPECT_FALSE(pairedTest({}, {}, 10, 0));
    const auto one = pairedTest(draws(1, 1), draws(1, 2), 10, 0);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->pStudent, 1.0);
    EXPECT_TRUE(std::isinf(one->interval.high));
}

} // namespace
} // namespace hierascope::analysis
