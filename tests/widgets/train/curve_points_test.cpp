// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/curve_points.h"

#include <cmath>

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

std::vector<QPointF> noise(int count) {
    std::vector<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.emplace_back(i, std::sin(i * 0.7) + i * 1e-4);
    return points;
}

TEST(CurvePoints, KeepsAConstantWhenItSmooths) {
    const std::vector<QPointF> flat = {{0, 2}, {1, 2}, {2, 2}};
    for (const QPointF& point : smoothed(flat, 0.9))
        EXPECT_THAT(point.y(), DoubleNear(2.0, 1e-12)) << "also at the start";
    EXPECT_EQ(smoothed(flat, 0.0), flat);
}

TEST(CurvePoints, SmoothsByAnExponentialMean) {
    const auto points = smoothed({{0, 1}, {1, 0}}, 0.5);
    EXPECT_THAT(points[0].y(), DoubleNear(1.0, 1e-12));
    EXPECT_THAT(points[1].y(), DoubleNear(1.0 / 3.0, 1e-12));
}

TEST(CurvePoints, LosesNoPeakWhenItThins) {
    std::vector<QPointF> points = noise(100000);
    points[54321].setY(50.0);
    const auto few = thinned(points, 2000);
    EXPECT_LE(few.size(), 2000u);
    EXPECT_EQ(few.front(), points.front());
    EXPECT_EQ(few.back(), points.back());
    EXPECT_NE(std::ranges::find(few, points[54321]), few.end());
    EXPECT_TRUE(std::ranges::is_sorted(few, {}, [](const QPointF& p) { return p.x(); }));
    EXPECT_EQ(thinned(noise(50), 2000), noise(50));
}

TEST(CurvePoints, FindsRoundTicks) {
    EXPECT_THAT(ticksBetween(0.0, 10.0, 5), ElementsAre(0, 2, 4, 6, 8, 10));
    EXPECT_TRUE(ticksBetween(1.0, 1.0, 5).empty());
    EXPECT_TRUE(ticksBetween(NAN, 1.0, 5).empty());
    EXPECT_LE(ticksBetween(2.0, std::nextafter(2.0, 3.0), 5).size(), 7U) << "and comes to an end";
    EXPECT_LE(ticksBetween(1e18, 1e18 + 256.0, 5).size(), 7U);
}

TEST(CurvePoints, FindsTheNearestPoint) {
    const std::vector<QPointF> points = {{0, 1}, {10, 2}, {20, 3}};
    EXPECT_EQ(nearestPoint(points, -5), 0);
    EXPECT_EQ(nearestPoint(points, 14), 1);
    EXPECT_EQ(nearestPoint(points, 16), 2);
    EXPECT_EQ(nearestPoint(points, 99), 2);
    EXPECT_EQ(nearestPoint({}, 1), -1);
}

} // namespace
} // namespace hierascope::widgets
