// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/neighbors.h"

#include <algorithm>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

/// The k nearest of one point, by looking at all of them in float64.
std::vector<std::pair<double, std::int32_t>> nearestOf(const PointTable& points, std::int64_t point,
                                                       std::int64_t k) {
    std::vector<std::pair<double, std::int32_t>> all;
    for (std::int64_t other = 0; other < points.count; ++other) {
        if (other == point)
            continue;
        double sum = 0.0;
        for (std::int64_t a = 0; a < points.width; ++a) {
            const double apart = static_cast<double>(points.row(point)[a]) -
                                 static_cast<double>(points.row(other)[a]);
            sum += apart * apart;
        }
        all.emplace_back(sum, static_cast<std::int32_t>(other));
    }
    std::sort(all.begin(), all.end());
    all.resize(static_cast<std::size_t>(k));
    return all;
}

void expectNearest(const SamplePoints& points, std::int64_t k, const Neighbors& found) {
    ASSERT_EQ(static_cast<std::int64_t>(found.indices.size()), points.count * k);
    for (std::int64_t point = 0; point < points.count; point += 1 + points.count / 97) {
        const auto wanted = nearestOf(points.table(), point, k);
        for (std::int64_t i = 0; i < k; ++i) {
            const auto at = static_cast<std::size_t>(point * k + i);
            // Two that are equally far but for rounding may change places.
            EXPECT_NEAR(found.squaredDistances[at], wanted[static_cast<std::size_t>(i)].first,
                        1e-4 * (1.0 + wanted[static_cast<std::size_t>(i)].first))
                << "point " << point << ", neighbour " << i;
            EXPECT_NE(found.indices[at], point);
        }
    }
}

TEST(Neighbors, AreTheNearestByBruteForce) {
    for (const auto& [count, width, clusters] :
         {std::tuple{40, 1, 1}, {500, 3, 5}, {3000, 17, 9}, {2000, 50, 1}}) {
        const SamplePoints points = clusteredPoints(count, width, clusters);
        const auto found = exactNeighbors(points.table(), 30, Workers(2), TaskContext());
        ASSERT_TRUE(found);
        expectNearest(points, 30, *found);
    }
}

TEST(Neighbors, AreTheSameOnEveryProcessor) {
    const SamplePoints points = clusteredPoints(700, 20, 4);
    onEveryProcessor([&] {
        const auto found = exactNeighbors(points.table(), 10, Workers(1), TaskContext());
        ASSERT_TRUE(found);
        expectNearest(points, 10, *found);
    });
}

TEST(Neighbors, MayBeAllOtherPoints) {
    const SamplePoints points = clusteredPoints(7, 4, 2);
    const auto found = exactNeighbors(points.table(), 6, Workers(2), TaskContext());
    ASSERT_TRUE(found);
    for (std::int64_t point = 0; point < 7; ++point) {
        const std::set<std::int32_t> all(found->indices.begin() + point * 6,
                                         found->indices.begin() + (point + 1) * 6);
        EXPECT_EQ(all.size(), 6U);
        EXPECT_FALSE(all.contains(static_cast<std::int32_t>(point)));
    }
}

TEST(Neighbors, AreFoundAmongEqualPoints) {
    SamplePoints points = clusteredPoints(600, 5, 1);
    std::fill(points.values.begin(), points.values.end(), 2.5F);
    const auto found = exactNeighbors(points.table(), 20, Workers(2), TaskContext());
    ASSERT_TRUE(found);
    for (const float distance : found->squaredDistances)
        EXPECT_EQ(distance, 0.0F);
    for (std::int64_t point = 0; point < 600; ++point) {
        const std::set<std::int32_t> all(found->indices.begin() + point * 20,
                                         found->indices.begin() + (point + 1) * 20);
        EXPECT_EQ(all.size(), 20U);
    }
}

TEST(Neighbors, DoNotDependOnTheNumberOfThreads) {
    const SamplePoints points = clusteredPoints(2500, 16, 7);
    const auto one = exactNeighbors(points.table(), 15, Workers(1), TaskContext());
    const auto three = exactNeighbors(points.table(), 15, Workers(3), TaskContext());
    ASSERT_TRUE(one && three);
    EXPECT_EQ(one->indices, three->indices);
    EXPECT_EQ(one->squaredDistances, three->squaredDistances);
}

TEST(Neighbors, OfAGraphAreNearlyAllTheTrueOnes) {
    const SamplePoints points = clusteredPoints(3000, 12, 6);
    const auto exact = exactNeighbors(points.table(), 30, Workers(2), TaskContext());
    const auto graph = graphNeighbors(points.table(), 30, Workers(2), TaskContext());
    ASSERT_TRUE(exact && graph);
    std::int64_t shared = 0;
    for (std::int64_t point = 0; point < points.count; ++point) {
        const std::set<std::int32_t> wanted(exact->indices.begin() + point * 30,
                                            exact->indices.begin() + (point + 1) * 30);
        for (std::int64_t i = 0; i < 30; ++i)
            shared += static_cast<std::int64_t>(
                wanted.contains(graph->indices[static_cast<std::size_t>(point * 30 + i)]));
    }
    EXPECT_GT(static_cast<double>(shared) / static_cast<double>(points.count * 30), 0.99);
}

TEST(Neighbors, StopWhenAsked) {
    const SamplePoints points = clusteredPoints(2000, 10, 3);
    std::stop_source stop;
    stop.request_stop();
    const auto found = findNeighbors(points.table(), 10, Workers(2), TaskContext(stop.get_token()));
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace hierascope::analysis
