// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

SamplePoints goldenPoints() {
    SamplePoints points;
    points.count = 100;
    points.width = 2;
    for (std::uint32_t i = 0; i < 100; ++i) {
        const double x = 10.0 * sampleAt(2 * i, 21);
        const double y = 10.0 * sampleAt(2 * i + 1, 21) + 0.5 * x;
        points.values.push_back(static_cast<float>(x));
        points.values.push_back(static_cast<float>(y));
    }
    return points;
}

TEST(Density, HasTheGoldenNumbers) {
    onEveryProcessor([] {
        const SamplePoints points = goldenPoints();
        const auto density = densityAtPoints(points.table(), Workers(2), TaskContext());
        ASSERT_TRUE(density);
        EXPECT_NEAR(scottKernel(points.table())->factor, 0.4641588834, 1e-9);
        EXPECT_NEAR(density->front(), 0.009732286915, 1e-8);
        const UniformityFigures figures = uniformityOf(*density);
        EXPECT_NEAR(figures.cv, 0.233752789, 1e-6);
        EXPECT_NEAR(figures.entropy, 0.993795617, 1e-6);
        EXPECT_NEAR(figures.gini, 0.132738079, 1e-6);
    });
}

TEST(Density, IsTheSumOfGaussians) {
    for (const int dimensions : {2, 3}) {
        const SamplePoints points = clusteredPoints(1500, dimensions, 4);
        const DensityKernel kernel = *scottKernel(points.table());
        const auto density = exactDensity(points.table(), kernel, Workers(2), TaskContext());
        for (const std::int64_t i : {0, 700, 1499}) {
            double sum = 0.0;
            for (std::int64_t j = 0; j < points.count; ++j) {
                double square = 0.0;
                for (std::int64_t row = 0; row < dimensions; ++row) {
                    double white = 0.0;
                    for (std::int64_t column = 0; column < dimensions; ++column)
                        white +=
                            kernel.whitening[static_cast<std::size_t>(row * dimensions + column)] *
                            static_cast<double>(points.table().row(i)[column] -
                                                points.table().row(j)[column]);
                    square += white * white;
                }
                sum += std::exp(-0.5 * square);
            }
            EXPECT_NEAR(density[static_cast<std::size_t>(i)] / (kernel.peak * sum), 1.0, 1e-5);
        }
    }
}

TEST(Density, OverAGridIsTheSame) {
    for (const int dimensions : {2, 3}) {
        const SamplePoints points = clusteredPoints(4000, dimensions, 5);
        const DensityKernel kernel = *scottKernel(points.table());
        const auto exact = exactDensity(points.table(), kernel, Workers(2), TaskContext());
        const auto gridded = griddedDensity(points.table(), kernel, Workers(2));
        const double most = *std::max_element(exact.begin(), exact.end());
        for (std::size_t i = 0; i < exact.size(); ++i)
            EXPECT_NEAR(gridded[i], exact[i], 1e-3 * most);
        const UniformityFigures a = uniformityOf(exact);
        const UniformityFigures b = uniformityOf(gridded);
        EXPECT_NEAR(a.cv, b.cv, 2e-4);
        EXPECT_NEAR(a.gini, b.gini, 1e-4);
        EXPECT_NEAR(a.entropy, b.entropy, 1e-4);
    }
}

TEST(Density, DoesNotDependOnTheScaleOfTheMap) {
    SamplePoints points = clusteredPoints(900, 2, 3);
    const auto before = uniformityOf(*densityAtPoints(points.table(), Workers(1), TaskContext()));
    for (float& value : points.values)
        value = 37.0F * value - 4.0F;
    const auto after = uniformityOf(*densityAtPoints(points.table(), Workers(1), TaskContext()));
    EXPECT_NEAR(before.cv, after.cv, 1e-4);
    EXPECT_NEAR(before.entropy, after.entropy, 1e-5);
}

TEST(Density, IsRefusedWherePointsHaveNoSpread) {
    SamplePoints points = clusteredPoints(50, 2, 1);
    for (std::size_t i = 1; i < points.values.size(); i += 2)
        points.values[i] = 3.0F;
    const auto flat = densityAtPoints(points.table(), Workers(1), TaskContext());
    ASSERT_FALSE(flat);
    EXPECT_THAT(flat.error().message, testing::HasSubstr("do not spread"));
    points.count = 1;
    points.values.resize(2);
    EXPECT_FALSE(densityAtPoints(points.table(), Workers(1), TaskContext()));
}

TEST(Uniformity, IsWholeForEqualDensities) {
    const std::vector<double> equal(64, 0.25);
    const UniformityFigures figures = uniformityOf(equal);
    EXPECT_NEAR(figures.cv, 0.0, 1e-12);
    EXPECT_NEAR(figures.gini, 0.0, 1e-12);
    EXPECT_NEAR(figures.entropy, 1.0, 1e-6);
    EXPECT_EQ(uniformityOf({}).cv, 0.0);
}

} // namespace
} // namespace hierascope::analysis
