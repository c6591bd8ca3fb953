// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density_field.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

TEST(DensityField, IsTheDensityAtItsPointsAndBetweenThem) {
    for (const int dimensions : {2, 3}) {
        const SamplePoints points = clusteredPoints(1200, dimensions, 3);
        const DensityKernel kernel = *scottKernel(points.table());
        const Workers workers(2);
        const DensityField field(points.table(), kernel, workers);
        const std::vector<double> exact =
            exactDensity(points.table(), kernel, workers, TaskContext());
        const double most = *std::max_element(exact.begin(), exact.end());
        const std::vector<double> atPoints = field.atPoints();
        for (std::int64_t i = 0; i < points.count; i += 37) {
            std::vector<double> place(points.table().row(i), points.table().row(i) + dimensions);
            EXPECT_NEAR(field.at(place.data()), exact[static_cast<std::size_t>(i)], 1e-3 * most);
            EXPECT_NEAR(atPoints[static_cast<std::size_t>(i)], exact[static_cast<std::size_t>(i)],
                        1e-3 * most);
        }
    }
}

TEST(DensityField, IsNothingFarFromAllPoints) {
    const SamplePoints points = clusteredPoints(300, 2, 2);
    const DensityKernel kernel = *scottKernel(points.table());
    const DensityField field(points.table(), kernel, Workers(1));
    const std::vector<double> far = {1e6, -1e6};
    EXPECT_EQ(field.at(far.data()), 0.0);
}

TEST(DensityField, AxesAreRoundAndPaddedWithZeros) {
    const SamplePoints points = clusteredPoints(100, 2, 2);
    const DensityKernel kernel = *scottKernel(points.table());
    const std::vector<float> axes = whitenedAxes(points.table(), kernel, 128);
    ASSERT_EQ(axes.size(), 256U);
    double square[2] = {};
    double product = 0.0;
    for (std::size_t i = 0; i < 100; ++i) {
        square[0] += static_cast<double>(axes[i] * axes[i]);
        square[1] += static_cast<double>(axes[128 + i] * axes[128 + i]);
        product += static_cast<double>(axes[i] * axes[128 + i]);
    }
    EXPECT_NEAR(square[0] / square[1], 1.0, 1e-3);
    EXPECT_NEAR(product / square[0], 0.0, 1e-3);
    for (std::size_t i = 100; i < 128; ++i)
        EXPECT_EQ(axes[i], 0.0F);
}

} // namespace
} // namespace hierascope::analysis
