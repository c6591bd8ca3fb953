// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ball_tree.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

TEST(BallTree, HoldsEachPointOnceAndWithinItsBall) {
    const SamplePoints points = clusteredPoints(2000, 7, 9, 30.0);
    const BallTree tree = makeBallTree(points.table(), 64, Workers(2));
    std::vector<std::int32_t> sorted = tree.order;
    std::sort(sorted.begin(), sorted.end());
    for (std::int32_t i = 0; i < 2000; ++i)
        ASSERT_EQ(sorted[static_cast<std::size_t>(i)], i);
    ASSERT_EQ(tree.starts.back(), 2000);
    for (std::int64_t ball = 0; ball < tree.balls(); ++ball)
        for (std::int64_t place = tree.starts[static_cast<std::size_t>(ball)];
             place < tree.starts[static_cast<std::size_t>(ball + 1)]; ++place) {
            const float* row = points.table().row(tree.order[static_cast<std::size_t>(place)]);
            double square = 0.0;
            for (std::int64_t k = 0; k < 7; ++k) {
                const double apart =
                    static_cast<double>(row[k]) -
                    static_cast<double>(tree.centers[static_cast<std::size_t>(ball * 7 + k)]);
                square += apart * apart;
            }
            EXPECT_LE(std::sqrt(square),
                      static_cast<double>(tree.radii[static_cast<std::size_t>(ball)]) * 1.0001);
        }
}

TEST(BallTree, LaysNoBallAcrossClustersThatLieApart) {
    const SamplePoints points = clusteredPoints(3000, 10, 11, 60.0);
    const BallTree tree = makeBallTree(points.table(), 64, Workers(2));
    for (std::int64_t ball = 0; ball < tree.balls(); ++ball) {
        const auto first = static_cast<std::size_t>(tree.starts[static_cast<std::size_t>(ball)]);
        const auto last = static_cast<std::size_t>(tree.starts[static_cast<std::size_t>(ball) + 1]);
        for (std::size_t place = first; place < last; ++place)
            EXPECT_EQ(tree.order[place] % 11, tree.order[first] % 11);
    }
}

} // namespace
} // namespace hierascope::analysis
