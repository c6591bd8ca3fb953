// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pca.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include <gmock/gmock.h>

namespace hierascope::analysis {
namespace {

using ::testing::HasSubstr;

/// Points on an ellipse with half axes 3 and 1 around (5, -2), turned by 30 degrees.
std::vector<float> ellipse(int count) {
    const double turn = std::numbers::pi / 6.0;
    std::vector<float> points;
    for (int i = 0; i < count; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / count;
        const double u = 3.0 * std::cos(angle);
        const double v = std::sin(angle);
        points.push_back(static_cast<float>(5.0 + u * std::cos(turn) - v * std::sin(turn)));
        points.push_back(static_cast<float>(-2.0 + u * std::sin(turn) + v * std::cos(turn)));
    }
    return points;
}

std::vector<float> randomPoints(int count, int width) {
    std::mt19937 generator(7);
    std::normal_distribution<float> normal;
    std::vector<float> points;
    for (int i = 0; i < count; ++i)
        for (int d = 0; d < width; ++d)
            points.push_back(normal(generator) * (1.0F + static_cast<float>(d % 5)));
    return points;
}

/// The largest difference between the points and what all their coordinates give back.
double errorOfRebuilding(const Pca& pca, const std::vector<float>& points) {
    const std::vector<float> coordinates = project(pca, points);
    const auto width = static_cast<std::size_t>(pca.width());
    const auto count = static_cast<std::size_t>(pca.count());
    double largest = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        double value = pca.mean[i % width];
        for (std::size_t k = 0; k < count; ++k)
            value +=
                double{coordinates[i / width * count + k]} * pca.components[k * width + i % width];
        largest = std::max(largest, std::abs(value - points[i]));
    }
    return largest;
}

double dot(const Pca& pca, int a, int b) {
    double sum = 0.0;
    for (std::int64_t d = 0; d < pca.width(); ++d)
        sum += double{pca.components[static_cast<std::size_t>(a * pca.width() + d)]} *
               pca.components[static_cast<std::size_t>(b * pca.width() + d)];
    return sum;
}

} // namespace

TEST(Pca, FindsTheAxesOfAnEllipse) {
    const auto pca = principalComponents(ellipse(400), 400, 2, 2);
    ASSERT_TRUE(pca) << pca.error().message;
    ASSERT_EQ(pca->count(), 2);
    EXPECT_NEAR(pca->mean[0], 5.0F, 1e-5F);
    EXPECT_NEAR(pca->mean[1], -2.0F, 1e-5F);
    EXPECT_NEAR(pca->components[0], std::sqrt(3.0) / 2.0, 1e-5);
    EXPECT_NEAR(pca->components[1], 0.5, 1e-5);
    EXPECT_NEAR(pca->components[2], -0.5, 1e-5);
    EXPECT_NEAR(pca->components[3], std::sqrt(3.0) / 2.0, 1e-5);
    EXPECT_NEAR(pca->variances[0], 4.5 * 400 / 399, 1e-4);
    EXPECT_NEAR(pca->variances[1], 0.5 * 400 / 399, 1e-4);
    EXPECT_NEAR(pca->totalVariance, 5.0 * 400 / 399, 1e-4);
}

TEST(Pca, AgreesWithPowerIteration) {
    constexpr int kCount = 60;
    constexpr int kWidth = 6;
    const std::vector<float> points = randomPoints(kCount, kWidth);
    const auto pca = principalComponents(points, kCount, kWidth, 1);
    ASSERT_TRUE(pca);
    std::vector<double> direction(kWidth, 1.0);
    double variance = 0.0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> next(kWidth, 0.0);
        for (int i = 0; i < kCount; ++i) {
            double along = 0.0;
            for (int d = 0; d < kWidth; ++d)
                along += (points[i * kWidth + d] - pca->mean[d]) * direction[d];
            for (int d = 0; d < kWidth; ++d)
                next[d] += along * (points[i * kWidth + d] - pca->mean[d]) / (kCount - 1);
        }
        double length = 0.0;
        for (const double value : next)
            length += value * value;
        variance = std::sqrt(length);
        for (int d = 0; d < kWidth; ++d)
            direction[d] = next[d] / variance;
    }
    EXPECT_NEAR(pca->variances[0], variance, 1e-4 * variance);
    double along = 0.0;
    for (int d = 0; d < kWidth; ++d)
        along += direction[d] * pca->components[d];
    EXPECT_NEAR(std::abs(along), 1.0, 1e-5);
}

TEST(Pca, GivesThePointsBackFromAllComponents) {
    for (const auto& [count, width] : {std::pair{50, 8}, std::pair{8, 50}}) {
        const std::vector<float> points = randomPoints(count, width);
        const auto pca = principalComponents(points, count, width, 50);
        ASSERT_TRUE(pca);
        EXPECT_EQ(pca->count(), std::min(count - 1, width));
        EXPECT_LT(errorOfRebuilding(*pca, points), 1e-4);
        double sum = 0.0;
        for (const double variance : pca->variances)
            sum += variance;
        EXPECT_NEAR(sum, pca->totalVariance, 1e-6 * sum);
        EXPECT_NEAR(dot(*pca, 1, 1), 1.0, 1e-5);
        EXPECT_NEAR(dot(*pca, 0, 1), 0.0, 1e-5);
    }
}

TEST(Pca, GivesEveryComponentALargestLoadingThatIsPositive) {
    const std::vector<float> points = randomPoints(9, 30);
    const auto pca = principalComponents(points, 9, 30, 5);
    ASSERT_EQ(pca->count(), 5);
    for (int k = 0; k < 5; ++k) {
        const auto begin = pca->components.begin() + k * 30;
        const auto largest = std::max_element(
            begin, begin + 30, [](float a, float b) { return std::abs(a) < std::abs(b); });
        EXPECT_GT(*largest, 0.0F);
    }
}

TEST(Pca, FindsNothingWhereAllPointsAreEqual) {
    const auto pca = principalComponents(std::vector<float>(300, 0.1F), 100, 3, 3);
    ASSERT_TRUE(pca);
    EXPECT_EQ(pca->count(), 0);
    EXPECT_NEAR(pca->totalVariance, 0.0, 1e-12);
    EXPECT_TRUE(project(*pca, std::vector<float>(6, 0.1F)).empty());
    EXPECT_EQ(principalComponents(std::vector<float>{1.0F, 2.0F}, 1, 2, 2)->count(), 0);
}

TEST(Pca, NamesWhatIsWrongWithThePoints) {
    std::vector<float> points = ellipse(10);
    points[7] = std::numeric_limits<float>::quiet_NaN();
    const auto notFinite = principalComponents(points, 10, 2, 2);
    ASSERT_FALSE(notFinite);
    EXPECT_EQ(notFinite.error().code, ErrorCode::BadData);
    EXPECT_THAT(notFinite.error().message, HasSubstr("value 1 of point 3 is not finite"));
    EXPECT_EQ(principalComponents({}, 0, 4, 2).error().code, ErrorCode::BadData);
    EXPECT_THAT(principalComponents(points, 7, 2, 2).error().message,
                HasSubstr("20 values are not 7 points of width 2"));
    const auto pca = principalComponents(ellipse(10), 10, 2, 2);
    EXPECT_THROW(project(*pca, std::vector<float>(3)), std::invalid_argument);
}

} // namespace hierascope::analysis
