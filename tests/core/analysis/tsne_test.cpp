// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tsne.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/analysis/trust.h"
#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

using testing::HasSubstr;

TsneOptions quick(std::int64_t iterations = 400) {
    TsneOptions options;
    options.perplexity = 15.0;
    options.iterations = iterations;
    options.threads = 2;
    return options;
}

std::vector<float> mapOf(const SamplePoints& points, const TsneOptions& options) {
    auto tsne = Tsne::start(points.table(), options, TaskContext());
    EXPECT_TRUE(tsne) << (tsne ? "" : tsne.error().message);
    EXPECT_TRUE((*tsne)->advance(options.iterations, TaskContext()));
    EXPECT_TRUE((*tsne)->isFinished());
    return (*tsne)->embedding();
}

std::string refusalOf(const SamplePoints& points, const TsneOptions& options) {
    const auto tsne = Tsne::start(points.table(), options, TaskContext());
    EXPECT_FALSE(tsne);
    return tsne ? "" : tsne.error().message;
}

TEST(Tsne, KeepsClustersTogether) {
    onEveryProcessor([] {
        const SamplePoints points = clusteredPoints(600, 10, 6, 20.0);
        for (const int dimensions : {2, 3}) {
            TsneOptions options = quick();
            options.dimensions = dimensions;
            const std::vector<float> map = mapOf(points, options);
            const Neighbors inMap =
                *exactNeighbors({map, 600, dimensions}, 10, Workers(2), TaskContext());
            std::int64_t same = 0;
            for (std::int64_t i = 0; i < 600; ++i)
                for (std::int64_t n = 0; n < 10; ++n)
                    same += static_cast<std::int64_t>(
                        inMap.indices[static_cast<std::size_t>(i * 10 + n)] % 6 == i % 6);
            EXPECT_GT(static_cast<double>(same) / 6000.0, 0.98) << dimensions << " dimensions";
        }
    });
}

TEST(Tsne, LowersTheDivergenceAsItGoesOn) {
    const SamplePoints points = clusteredPoints(900, 12, 8);
    auto tsne = *Tsne::start(points.table(), quick(1000), TaskContext());
    ASSERT_TRUE(tsne->advance(350, TaskContext()));
    const std::optional<double> early = tsne->divergence();
    ASSERT_TRUE(early);
    ASSERT_TRUE(tsne->advance(1000, TaskContext()));
    EXPECT_LT(*tsne->divergence(), *early);
}

TEST(Tsne, OverAGridIsAsGoodAsFromAllPairs) {
    const SamplePoints points = clusteredPoints(2000, 12, 10);
    const auto divergenceOf = [&](TsneOptions::Forces forces) {
        TsneOptions options = quick(750);
        options.forces = forces;
        auto tsne = *Tsne::start(points.table(), options, TaskContext());
        EXPECT_TRUE(tsne->advance(750, TaskContext()));
        return *tsne->divergence();
    };
    const double exact = divergenceOf(TsneOptions::Forces::Exact);
    EXPECT_LT(divergenceOf(TsneOptions::Forces::Grid), exact * 1.02);
}

TEST(Tsne, IsTheSameForTheSameSeedAndForAnyNumberOfThreads) {
    const SamplePoints points = clusteredPoints(3000, 10, 5);
    TsneOptions options = quick(300);
    options.forces = TsneOptions::Forces::Grid;
    options.threads = 1;
    const std::vector<float> one = mapOf(points, options);
    EXPECT_EQ(one, mapOf(points, options));
    options.threads = 3;
    EXPECT_EQ(one, mapOf(points, options));
    options.seed = 43;
    EXPECT_NE(one, mapOf(points, options));
}

TEST(Tsne, GoesOnAsIfItHadNotPaused) {
    const SamplePoints points = clusteredPoints(500, 6, 4);
    auto tsne = *Tsne::start(points.table(), quick(200), TaskContext());
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(tsne->advance(10, TaskContext()));
    EXPECT_TRUE(tsne->isFinished());
    EXPECT_EQ(tsne->embedding(), mapOf(points, quick(200)));
    tsne->extend(100);
    EXPECT_FALSE(tsne->isFinished());
    ASSERT_TRUE(tsne->advance(1000, TaskContext()));
    EXPECT_EQ(tsne->iteration(), 300);
}

TEST(Tsne, RestartsWithAnotherPerplexity) {
    const SamplePoints points = clusteredPoints(500, 6, 4);
    auto tsne = *Tsne::start(points.table(), quick(100), TaskContext());
    ASSERT_TRUE(tsne->advance(100, TaskContext()));
    for (const double perplexity : {5.0, 40.0}) {
        ASSERT_TRUE(tsne->restart(7, perplexity, TaskContext()));
        EXPECT_EQ(tsne->iteration(), 0);
        ASSERT_TRUE(tsne->advance(100, TaskContext()));
        TsneOptions options = quick(100);
        options.perplexity = perplexity;
        options.seed = 7;
        EXPECT_EQ(tsne->embedding(), mapOf(points, options));
    }
    EXPECT_FALSE(tsne->restart(7, 400.0, TaskContext()));
}

TEST(Tsne, StopsWhenAskedAndKeepsWhatThereIs) {
    const SamplePoints points = clusteredPoints(500, 6, 4);
    auto tsne = *Tsne::start(points.table(), quick(400), TaskContext());
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&](const Progress& progress) {
        if (progress.done == 120)
            stop.request_stop();
    });
    const Result<void> advanced = tsne->advance(400, context);
    ASSERT_FALSE(advanced);
    EXPECT_EQ(advanced.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(tsne->iteration(), 120);
    ASSERT_TRUE(tsne->advance(400, TaskContext()));
    EXPECT_EQ(tsne->embedding(), mapOf(points, quick(400)));
}

TEST(Tsne, EndsEarlyOnceLittleChanges) {
    const SamplePoints points = clusteredPoints(400, 5, 4);
    TsneOptions options = quick(5000);
    options.stopChange = 0.01;
    auto tsne = *Tsne::start(points.table(), options, TaskContext());
    ASSERT_TRUE(tsne->advance(5000, TaskContext()));
    EXPECT_TRUE(tsne->isFinished());
    EXPECT_LT(tsne->iteration(), 5000);
}

TEST(Tsne, BeginsWhereItIsTold) {
    const SamplePoints points = clusteredPoints(300, 5, 3);
    TsneOptions options = quick(0);
    for (std::int64_t i = 0; i < 600; ++i)
        options.start.push_back(static_cast<float>(i % 2 == 0 ? 1 : -1) *
                                static_cast<float>(i / 2 - 149.5));
    const std::vector<float> map = mapOf(points, options);
    for (std::size_t i = 0; i < map.size(); ++i)
        EXPECT_NEAR(map[i], options.start[i], 1e-3F);
}

TEST(Tsne, GivesNumbersForDegeneratePoints) {
    SamplePoints points = clusteredPoints(120, 6, 3);
    const auto expectFinite = [&] {
        TsneOptions options = quick(350);
        options.perplexity = 10.0;
        for (const float value : mapOf(points, options))
            ASSERT_TRUE(std::isfinite(value));
    };
    for (std::int64_t i = 0; i < points.count; ++i)
        points.values[static_cast<std::size_t>(i * 6 + 2)] = 4.0F; // a constant dimension
    expectFinite();
    std::fill(points.values.begin(), points.values.end(), 1.0F); // all the same
    expectFinite();
    points = clusteredPoints(120, 1, 3); // one dimension
    expectFinite();
    points = clusteredPoints(31, 4, 1); // as few as the perplexity allows
    expectFinite();
    points = clusteredPoints(120, 6, 3);
    for (float& value : points.values)
        value *= 1e15F; // squares just within float32
    expectFinite();
}

TEST(Tsne, RefusesWhatMakesNoMap) {
    SamplePoints points = clusteredPoints(50, 4, 2);
    TsneOptions options = quick();
    options.perplexity = 30.0;
    EXPECT_THAT(refusalOf(points, options), HasSubstr("Perplexity 30 needs at least 91 points"));
    options.perplexity = 0.5;
    EXPECT_THAT(refusalOf(points, options), HasSubstr("above 1, not 0.5"));
    options.perplexity = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(refusalOf(points, options), HasSubstr("perplexity"));
    options = quick();
    options.dimensions = 4;
    EXPECT_THAT(refusalOf(points, options), HasSubstr("2 or 3 dimensions, not 4"));
    options = quick();
    points.values[4 * 7 + 2] = std::numeric_limits<float>::infinity();
    EXPECT_THAT(refusalOf(points, options), HasSubstr("Value 2 of point 7 is not finite"));
    points = clusteredPoints(3, 4, 1);
    EXPECT_THAT(refusalOf(points, options), HasSubstr("at least 4 points, there are 3"));
}

TEST(Trust, IsOneWhereTheMapKeepsAllNeighbours) {
    const SamplePoints points = clusteredPoints(300, 2, 3);
    const Workers workers(2);
    const Neighbors neighbors = *exactNeighbors(points.table(), 12, workers, TaskContext());
    const auto same = neighborhoodTrust(neighbors, points.table(), 12, workers, TaskContext());
    ASSERT_TRUE(same);
    EXPECT_THAT(*same, testing::Each(1.0F));
    const SamplePoints other = clusteredPoints(300, 3, 1);
    const auto lost = neighborhoodTrust(neighbors, other.table(), 12, workers, TaskContext());
    ASSERT_TRUE(lost);
    double sum = 0.0;
    for (const float trust : *lost)
        sum += static_cast<double>(trust);
    EXPECT_LT(sum / 300.0, 0.3);
}

} // namespace
} // namespace hierascope::analysis
