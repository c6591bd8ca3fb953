// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alignment.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

TEST(Alignment, UndoesTurningMirroringScalingAndShifting) {
    const SamplePoints a = clusteredPoints(200, 2, 3);
    SamplePoints b = a;
    const double angle = 0.7;
    for (std::int64_t i = 0; i < a.count; ++i) {
        const auto x = static_cast<double>(a.table().row(i)[0]);
        const auto y = static_cast<double>(a.table().row(i)[1]);
        b.values[static_cast<std::size_t>(2 * i)] =
            static_cast<float>(3.0 * (std::cos(angle) * x + std::sin(angle) * y) + 8.0);
        b.values[static_cast<std::size_t>(2 * i + 1)] =
            static_cast<float>(3.0 * (std::sin(angle) * x - std::cos(angle) * y) - 1.0);
    }
    const auto similarity = alignPoints(a.table(), b.table());
    ASSERT_TRUE(similarity);
    const std::vector<float> moved = similarity->apply(b.table());
    for (std::size_t i = 0; i < moved.size(); ++i)
        EXPECT_NEAR(moved[i], a.values[i], 1e-4F);
}

TEST(Alignment, RefusesMapsThatDoNotFit) {
    const SamplePoints a = clusteredPoints(20, 2, 1);
    const SamplePoints shorter = clusteredPoints(19, 2, 1);
    EXPECT_FALSE(alignPoints(a.table(), shorter.table()));
    SamplePoints one = a;
    std::fill(one.values.begin(), one.values.end(), 1.0F);
    EXPECT_FALSE(alignPoints(a.table(), one.table()));
    EXPECT_TRUE(alignPoints(one.table(), a.table()));
}

} // namespace
} // namespace hierascope::analysis
