// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density_contours.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

TEST(DensityPicture, HasItsHillWhereThePointsAre) {
    SamplePoints points;
    points.count = 2000;
    points.width = 2;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        points.values.push_back(static_cast<float>(5.0 + normalSample(i, 1)));
        points.values.push_back(static_cast<float>(-3.0 + 2.0 * normalSample(i, 2)));
    }
    const std::vector<float> levels = {0.5F, 0.1F};
    const auto picture = pictureDensity(points.table(), 200, levels, Workers(2));
    ASSERT_TRUE(picture);
    const auto most =
        std::max_element(picture->values.begin(), picture->values.end()) - picture->values.begin();
    EXPECT_NEAR(picture->left + picture->step * static_cast<double>(most % picture->columns), 5.0,
                0.5);
    EXPECT_NEAR(picture->top + picture->step * static_cast<double>(most / picture->columns), -3.0,
                1.0);
    ASSERT_GE(picture->contours.size(), 2U);
    EXPECT_EQ(picture->contours.front().level, 0.1F);
    EXPECT_EQ(picture->contours.back().level, 0.5F);
    // Half height of a Gaussian of width 1 (a little more after smoothing) is 1.18 from its middle.
    for (std::size_t i = 0; i < picture->contours.back().points.size(); i += 2) {
        const double x = static_cast<double>(picture->contours.back().points[i]) - 5.0;
        const double y = (static_cast<double>(picture->contours.back().points[i + 1]) + 3.0) / 2.0;
        EXPECT_NEAR(std::hypot(x, y), 1.25, 0.3);
    }
}

TEST(DensityPicture, IsRefusedWherePointsHaveNoSpread) {
    SamplePoints points = clusteredPoints(30, 2, 1);
    std::fill(points.values.begin(), points.values.end(), 1.0F);
    const auto picture = pictureDensity(points.table(), 64, {}, Workers(1));
    ASSERT_FALSE(picture);
    EXPECT_THAT(picture.error().message, testing::HasSubstr("do not spread"));
}

} // namespace
} // namespace hierascope::analysis
