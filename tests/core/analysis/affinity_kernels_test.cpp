// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/affinity_kernels.h"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"

namespace hierascope::analysis {
namespace {

TEST(AffinityKernels, AreGaussiansOfTheDistanceBeyondTheNearest) {
    onEveryProcessor([] {
        for (const std::int64_t k : {1, 7, 16, 45, 90}) {
            std::vector<float> distances;
            for (std::int64_t i = 0; i < k; ++i)
                distances.push_back(2.0F + 0.3F * static_cast<float>(i));
            // One more, which must stay as it is.
            std::vector<float> weights(static_cast<std::size_t>(k) + 1, -5.0F);
            const ShareSums sums = gaussianShares(distances.data(), k, 0.7F, weights.data());
            double weight = 0.0;
            double distance = 0.0;
            for (std::size_t i = 0; i < distances.size(); ++i) {
                const double beyond = static_cast<double>(distances[i] - distances[0]);
                EXPECT_NEAR(weights[i], std::exp(-0.7 * beyond), 1e-6);
                weight += std::exp(-0.7 * beyond);
                distance += beyond * std::exp(-0.7 * beyond);
            }
            EXPECT_EQ(weights.back(), -5.0F);
            EXPECT_NEAR(sums.weights, weight, 1e-5);
            EXPECT_NEAR(sums.distances, distance, 1e-5);
        }
    });
}

} // namespace
} // namespace hierascope::analysis
