// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "core/analysis/density_field.h"
#include "core/analysis/density_kernels.h"

namespace hierascope::analysis {

namespace {

/// Relative to the largest variance: less is rounding.
constexpr double kLeastVariance = 1e-12;
/// Keeps the logarithm finite, as in the script that the figures come from.
constexpr double kEntropyFloor = 1e-10;

} // namespace

Result<DensityKernel> scottKernel(const PointTable& points) {
    const std::int64_t dimensions = points.width;
    const auto count = static_cast<double>(points.count);
    if (points.count < 2)
        return failure(ErrorCode::BadData, "A density needs at least 2 points, there are " +
                                               std::to_string(points.count) + ".");
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(dimensions);
    for (std::int64_t i = 0; i < points.count; ++i)
        mean += Eigen::Map<const Eigen::VectorXf>(points.row(i), dimensions).cast<double>();
    mean /= count;
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(dimensions, dimensions);
    for (std::int64_t i = 0; i < points.count; ++i) {
        const Eigen::VectorXd apart =
            Eigen::Map<const Eigen::VectorXf>(points.row(i), dimensions).cast<double>() - mean;
        covariance += apart * apart.transpose();
    }
    covariance /= count - 1.0;
    DensityKernel kernel;
    kernel.dimensions = dimensions;
    kernel.factor = std::pow(count, -1.0 / (static_cast<double>(dimensions) + 4.0));
    const Eigen::LLT<Eigen::MatrixXd> cholesky(covariance * kernel.factor * kernel.factor);
    const Eigen::MatrixXd lower = cholesky.matrixL();
    const double most = covariance.diagonal().maxCoeff();
    if (cholesky.info() != Eigen::Success || !(most > 0.0) ||
        lower.diagonal().array().square().minCoeff() <
            kLeastVariance * most * kernel.factor * kernel.factor)
        return failure(ErrorCode::BadData, "The points of the map do not spread in all of its " +
                                               std::to_string(dimensions) +
                                               " dimensions, so that they have no density.");
    const Eigen::MatrixXd whitening = lower.triangularView<Eigen::Lower>().solve(
        Eigen::MatrixXd::Identity(dimensions, dimensions));
    kernel.mean.assign(mean.begin(), mean.end());
    for (std::int64_t row = 0; row < dimensions; ++row)
        for (std::int64_t column = 0; column < dimensions; ++column)
            kernel.whitening.push_back(whitening(row, column));
    kernel.peak =
        1.0 / (count * std::pow(2.0 * std::numbers::pi, 0.5 * static_cast<double>(dimensions)) *
               lower.diagonal().prod());
    return kernel;
}

std::vector<double> exactDensity(const PointTable& points, const DensityKernel& kernel,
                                 const Workers& workers, const TaskContext& context) {
    const std::int64_t padded = (points.count + kDensityBlock - 1) / kDensityBlock * kDensityBlock;
    const std::vector<float> axes = whitenedAxes(points, kernel, padded);
    std::vector<double> density(static_cast<std::size_t>(padded));
    workers.ranges(padded, kDensityBlock, [&](std::int64_t first, std::int64_t last) {
        if (context.stopRequested())
            return;
        DensityWork work;
        for (std::int64_t a = 0; a < kernel.dimensions; ++a)
            work.axes[a] = axes.data() + a * padded;
        work.dimensions = static_cast<int>(kernel.dimensions);
        work.count = points.count;
        work.first = first;
        work.last = last;
        work.sums = density.data();
        sumGaussians(work);
    });
    density.resize(static_cast<std::size_t>(points.count));
    for (double& value : density)
        value *= kernel.peak;
    return density;
}

Result<std::vector<double>> densityAtPoints(const PointTable& points, const Workers& workers,
                                            const TaskContext& context) {
    const Result<DensityKernel> kernel = scottKernel(points);
    if (!kernel)
        return failure(kernel);
    std::vector<double> density = points.count < kMostExactDensity
                                      ? exactDensity(points, *kernel, workers, context)
                                      : griddedDensity(points, *kernel, workers);
    if (context.stopRequested())
        return cancelled();
    return density;
}

UniformityFigures uniformityOf(std::span<const double> density) {
    const auto count = static_cast<double>(density.size());
    std::vector<double> sorted(density.begin(), density.end());
    std::sort(sorted.begin(), sorted.end());
    const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    if (density.empty() || !(sum > 0.0))
        return {};
    const double mean = sum / count;
    double squares = 0.0;
    double weighted = 0.0;
    double entropy = 0.0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        squares += (sorted[i] - mean) * (sorted[i] - mean);
        weighted += (2.0 * static_cast<double>(i + 1) - count - 1.0) * sorted[i];
        const double share = sorted[i] / sum;
        entropy -= share * std::log2(share + kEntropyFloor);
    }
    UniformityFigures figures;
    figures.cv = std::sqrt(squares / count) / mean;
    figures.gini = weighted / (count * sum);
    figures.entropy = density.size() > 1 ? entropy / std::log2(count) : 1.0;
    return figures;
}

} // namespace hierascope::analysis
