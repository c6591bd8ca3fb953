// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/repulsion.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

struct Forces {
    std::vector<double> values; ///< [N, dimensions]
    double z = 0.0;
};

std::vector<float> mapOf(std::int64_t count, int dimensions, double span) {
    std::vector<float> positions(static_cast<std::size_t>(count * strideOf(dimensions)), 0.0F);
    for (std::int64_t i = 0; i < count; ++i)
        for (int a = 0; a < dimensions; ++a) {
            const auto k = static_cast<std::uint32_t>(i * dimensions + a);
            // Clusters of different density, as maps have them.
            const double cluster = sampleAt(static_cast<std::uint32_t>(i % 9 * 3 + a), 3) - 0.5;
            positions[static_cast<std::size_t>(i * strideOf(dimensions) + a)] =
                static_cast<float>(span * (cluster + 0.02 * normalSample(k, 4)));
        }
    return positions;
}

Forces bruteForce(const std::vector<float>& positions, std::int64_t count, int dimensions) {
    Forces forces;
    forces.values.assign(static_cast<std::size_t>(count * dimensions), 0.0);
    const std::int64_t stride = strideOf(dimensions);
    for (std::int64_t i = 0; i < count; ++i)
        for (std::int64_t j = 0; j < count; ++j) {
            if (i == j)
                continue;
            std::array<double, 3> apart{};
            double distance = 1.0;
            for (int a = 0; a < dimensions; ++a) {
                apart[static_cast<std::size_t>(a)] =
                    static_cast<double>(positions[static_cast<std::size_t>(i * stride + a)]) -
                    static_cast<double>(positions[static_cast<std::size_t>(j * stride + a)]);
                distance += apart[static_cast<std::size_t>(a)] * apart[static_cast<std::size_t>(a)];
            }
            const double q = 1.0 / distance;
            forces.z += q;
            for (int a = 0; a < dimensions; ++a)
                forces.values[static_cast<std::size_t>(i * dimensions + a)] +=
                    q * q * apart[static_cast<std::size_t>(a)];
        }
    return forces;
}

/// Root of the mean squared difference, as part of the forces' own.
double forceError(const Forces& wanted, const std::vector<float>& forces, std::int64_t count,
                  int dimensions) {
    double difference = 0.0;
    double size = 0.0;
    for (std::int64_t i = 0; i < count; ++i)
        for (int a = 0; a < dimensions; ++a) {
            const double value = wanted.values[static_cast<std::size_t>(i * dimensions + a)];
            const double apart =
                value -
                static_cast<double>(forces[static_cast<std::size_t>(i * strideOf(dimensions) + a)]);
            difference += apart * apart;
            size += value * value;
        }
    return std::sqrt(difference / size);
}

void compare(std::unique_ptr<Repulsion> repulsion, std::int64_t count, int dimensions, double span,
             double forceTolerance, double zTolerance) {
    const std::vector<float> positions = mapOf(count, dimensions, span);
    const Forces wanted = bruteForce(positions, count, dimensions);
    std::vector<float> forces(positions.size(), 0.0F);
    const double z = repulsion->compute(positions, forces);
    EXPECT_NEAR(z / wanted.z, 1.0, zTolerance) << "span " << span;
    EXPECT_LT(forceError(wanted, forces, count, dimensions), forceTolerance) << "span " << span;
}

TEST(Repulsion, ExactEqualsBruteForceInFloat64) {
    onEveryProcessor([] {
        const Workers workers(2);
        for (const int dimensions : {2, 3})
            for (const std::int64_t count : {5, 64, 777})
                compare(makeExactRepulsion(count, dimensions, workers), count, dimensions, 60.0,
                        1e-5, 5e-5);
    });
}

TEST(Repulsion, OverAGridIsWithinThreePercent) {
    onEveryProcessor([] {
        const Workers workers(2);
        for (const double span : {1e-3, 0.5, 8.0, 30.0, 150.0})
            compare(makeGridRepulsion(1500, 2, workers), 1500, 2, span, 0.03, 2e-3);
    });
}

TEST(Repulsion, OverAGridInThreeDimensionsIsWithinThreePercent) {
    const Workers workers(2);
    for (const double span : {1e-3, 4.0, 20.0})
        compare(makeGridRepulsion(1200, 3, workers), 1200, 3, span, 0.03, 2e-3);
}

TEST(Repulsion, AddsUpToNothing) {
    const Workers workers(2);
    const std::vector<float> positions = mapOf(1000, 2, 80.0);
    std::vector<float> forces(positions.size());
    makeGridRepulsion(1000, 2, workers)->compute(positions, forces);
    double sum = 0.0;
    double size = 0.0;
    for (std::size_t i = 0; i < forces.size(); i += 2) {
        sum += static_cast<double>(forces[i]);
        size += std::abs(static_cast<double>(forces[i]));
    }
    EXPECT_LT(std::abs(sum) / size, 1e-4);
}

TEST(Repulsion, DoesNotDependOnTheNumberOfThreads) {
    const Workers one(1);
    const Workers four(4);
    const std::vector<float> positions = mapOf(5000, 2, 90.0);
    std::vector<float> a(positions.size());
    std::vector<float> b(positions.size());
    const double zA = makeGridRepulsion(5000, 2, one)->compute(positions, a);
    const double zB = makeGridRepulsion(5000, 2, four)->compute(positions, b);
    EXPECT_EQ(zA, zB);
    EXPECT_EQ(a, b);
}

TEST(Repulsion, FollowsAMapThatGrows) {
    const Workers workers(2);
    auto grid = makeGridRepulsion(800, 2, workers);
    for (double span = 0.01; span < 200.0; span *= 3.0) {
        const std::vector<float> positions = mapOf(800, 2, span);
        const Forces wanted = bruteForce(positions, 800, 2);
        std::vector<float> forces(positions.size());
        grid->compute(positions, forces);
        EXPECT_LT(forceError(wanted, forces, 800, 2), 0.03) << "span " << span;
    }
}

} // namespace
} // namespace hierascope::analysis
