// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/affinities.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

double perplexityOf(const std::vector<float>& shares) {
    double entropy = 0.0;
    for (const float share : shares)
        if (share > 0.0F)
            entropy -= static_cast<double>(share) * std::log(static_cast<double>(share));
    return std::exp(entropy);
}

TEST(Affinities, HaveTheWantedPerplexity) {
    onEveryProcessor([] {
        std::vector<float> distances(90);
        for (std::size_t i = 0; i < distances.size(); ++i)
            distances[i] = 3.0F + 0.1F * static_cast<float>(i * i);
        std::vector<float> shares(90);
        for (const double perplexity : {2.0, 5.0, 30.0, 80.0}) {
            conditionalShares(distances.data(), 90, perplexity, shares.data());
            EXPECT_NEAR(perplexityOf(shares), perplexity, 1e-3 * perplexity);
            EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-5);
            for (std::size_t i = 1; i < shares.size(); ++i)
                EXPECT_LE(shares[i], shares[i - 1]);
        }
    });
}

TEST(Affinities, AreEqualWhereAllAreEquallyFar) {
    std::vector<float> distances(12, 0.0F);
    std::vector<float> shares(12);
    conditionalShares(distances.data(), 12, 4.0, shares.data());
    for (const float share : shares)
        EXPECT_NEAR(share, 1.0F / 12.0F, 1e-6F);
}

TEST(Affinities, SurviveHugeDistances) {
    std::vector<float> distances(12);
    for (std::size_t i = 0; i < distances.size(); ++i)
        distances[i] = 1e30F * static_cast<float>(i);
    std::vector<float> shares(12);
    conditionalShares(distances.data(), 12, 4.0, shares.data());
    for (const float share : shares)
        EXPECT_TRUE(std::isfinite(share));
}

TEST(Affinities, AreSymmetricAndAddUpToOne) {
    const SamplePoints points = clusteredPoints(800, 8, 5);
    const Workers workers(2);
    const Neighbors neighbors = *exactNeighbors(points.table(), 45, workers, TaskContext());
    const Affinities table = makeAffinities(neighbors, 15.0, workers);
    ASSERT_EQ(table.count(), 800);
    double sum = 0.0;
    double logSum = 0.0;
    const auto valueAt = [&](std::int64_t row, std::int32_t column) {
        for (std::int64_t at = table.starts[static_cast<std::size_t>(row)];
             at < table.starts[static_cast<std::size_t>(row + 1)]; ++at)
            if (table.columns[static_cast<std::size_t>(at)] == column)
                return table.values[static_cast<std::size_t>(at)];
        return -1.0F;
    };
    for (std::int64_t row = 0; row < 800; ++row)
        for (std::int64_t at = table.starts[static_cast<std::size_t>(row)];
             at < table.starts[static_cast<std::size_t>(row + 1)]; ++at) {
            const auto value = table.values[static_cast<std::size_t>(at)];
            const std::int32_t column = table.columns[static_cast<std::size_t>(at)];
            EXPECT_NE(column, row);
            if (row % 50 == 0) {
                EXPECT_EQ(valueAt(column, static_cast<std::int32_t>(row)), value);
            }
            sum += static_cast<double>(value);
            if (value > 0.0F)
                logSum += static_cast<double>(value) * std::log(static_cast<double>(value));
        }
    EXPECT_NEAR(sum, 1.0, 1e-4);
    EXPECT_NEAR(table.logSum, logSum, 1e-6);
}

} // namespace
} // namespace hierascope::analysis
