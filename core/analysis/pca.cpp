// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pca.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

namespace hierascope::analysis {

namespace {

using Table = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using FloatTable = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Below these, relative to the total and to the square of the largest value, is rounding only.
constexpr double kLeastShare = 1e-12;
constexpr double kLeastOfSquare = 1e-20;

Result<void> checkPoints(std::span<const float> points, std::int64_t count, std::int64_t width) {
    if (count < 1 || width < 1)
        return failure(ErrorCode::BadData, "Principal components of " + std::to_string(count) +
                                               " points of width " + std::to_string(width) +
                                               " are undefined: at least one of each is needed.");
    const auto size = static_cast<std::int64_t>(points.size());
    if (size % width != 0 || size / width != count)
        return failure(ErrorCode::BadData, "Principal components: " + std::to_string(size) +
                                               " values are not " + std::to_string(count) +
                                               " points of width " + std::to_string(width) + ".");
    const auto bad = std::find_if(points.begin(), points.end(),
                                  [](float value) { return !std::isfinite(value); });
    if (bad != points.end())
        return failure(ErrorCode::BadData,
                       "Principal components: value " +
                           std::to_string((bad - points.begin()) % width) + " of point " +
                           std::to_string((bad - points.begin()) / width) + " is not finite.");
    return {};
}

/// Makes the largest loading positive; the first one counts where several are as large.
void fixSign(Eigen::VectorXd& component) {
    const double nearlyLargest = component.cwiseAbs().maxCoeff() * (1.0 - 1e-6);
    const auto* const first =
        std::find_if(component.data(), component.data() + component.size(),
                     [&](double loading) { return std::abs(loading) >= nearlyLargest; });
    if (*first < 0.0)
        component = -component;
}

} // namespace

Result<Pca> principalComponents(std::span<const float> points, std::int64_t count,
                                std::int64_t width, int components) {
    if (auto checked = checkPoints(points, count, width); !checked)
        return failure(checked);
    const Eigen::Map<const FloatTable> values(points.data(), count, width);
    const Eigen::RowVectorXd mean = values.cast<double>().colwise().mean();
    const Table centred = values.cast<double>().rowwise() - mean; // [N, D]
    const double divisor = static_cast<double>(std::max<std::int64_t>(count - 1, 1));
    Pca pca;
    pca.mean.assign(mean.data(), mean.data() + width);
    pca.totalVariance = centred.squaredNorm() / divisor;

    const bool isWide = width > count;
    Eigen::MatrixXd products = isWide ? Eigen::MatrixXd(centred * centred.transpose())
                                      : Eigen::MatrixXd(centred.transpose() * centred);
    products /= divisor;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products);
    const double largest = values.cwiseAbs().maxCoeff();
    const double least =
        std::max(kLeastShare * pca.totalVariance, kLeastOfSquare * largest * largest);
    for (Eigen::Index i = products.rows() - 1; i >= 0 && pca.count() < components; --i) {
        const double variance = solver.eigenvalues()[i];
        if (variance <= least)
            break;
        Eigen::VectorXd component = solver.eigenvectors().col(i);
        if (isWide)
            component = (centred.transpose() * component).normalized();
        fixSign(component);
        pca.variances.push_back(variance);
        pca.components.insert(pca.components.end(), component.data(), component.data() + width);
    }
    return pca;
}

std::vector<float> project(const Pca& pca, std::span<const float> points) {
    const std::int64_t width = pca.width();
    const auto size = static_cast<std::int64_t>(points.size());
    if (width == 0 || size % width != 0)
        throw std::invalid_argument(std::to_string(size) + " values are no points of width " +
                                    std::to_string(width));
    const std::int64_t count = size / width;
    const Eigen::Map<const FloatTable> values(points.data(), count, width);
    const Eigen::Map<const Eigen::RowVectorXf> mean(pca.mean.data(), width);
    const Eigen::Map<const FloatTable> components(pca.components.data(), pca.count(), width);
    std::vector<float> coordinates(static_cast<std::size_t>(count * pca.count()));
    Eigen::Map<FloatTable> target(coordinates.data(), count, pca.count());
    target = (values.rowwise() - mean) * components.transpose(); // [N, K]
    return coordinates;
}

} // namespace hierascope::analysis
