// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace hierascope::analysis {

/// The directions along which points differ most: K of them in D dimensions.
struct Pca {
    std::vector<float> mean;       ///< [D]
    std::vector<float> components; ///< [K, D], unit length, orthogonal, largest variance first
    std::vector<double> variances; ///< [K], along each component
    double totalVariance = 0.0;    ///< over all D dimensions

    std::int64_t width() const { return static_cast<std::int64_t>(mean.size()); }
    std::int64_t count() const { return static_cast<std::int64_t>(variances.size()); }
};

/// Finds the first principal components of a cloud of points.
///
/// Directions without variance are left out, so that K may be less than asked for (0 for equal
/// points). The sign is fixed: a component's largest loading is positive.
/// @param points     [N, D] float32, row-major
/// @param components how many are wanted at most
/// @return           BadData if there are no points, if the sizes do not fit, or if a value is not
///                   finite
/// @cost             O(N D min(N, D) + min(N, D)^3) time, two tables of [N, D] and [min, min]
/// doubles
/// @source           Pearson 1901, Hotelling 1933; variances divide by N - 1. For D > N the Gram
///                   matrix takes the covariance's place (Turk and Pentland 1991).
Result<Pca> principalComponents(std::span<const float> points, std::int64_t count,
                                std::int64_t width, int components);

/// Coordinates of points along the components.
///
/// @param points [N, D] float32, row-major
/// @return       [N, K]
/// @throws std::invalid_argument if the size is not a multiple of D.
std::vector<float> project(const Pca& pca, std::span<const float> points);

} // namespace hierascope::analysis
