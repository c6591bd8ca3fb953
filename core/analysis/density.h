// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/point_table.h"
#include "core/analysis/workers.h"
#include "core/base/result.h"
#include "core/base/task_context.h"

namespace hierascope::analysis {

/// A Gaussian kernel as wide as Scott's rule says, with the points' full covariance.
struct DensityKernel {
    std::int64_t dimensions = 0;
    double factor = 0.0;           ///< N^(-1 / (dimensions + 4))
    std::vector<double> mean;      ///< [dimensions]
    std::vector<double> whitening; ///< [dimensions, dimensions]: makes the kernel round, width 1
    double peak = 0.0;             ///< what one point adds to the density where it stands
};

/// @param points [N, 2 or 3], finite
/// @return       BadData where the points have no spread in some direction
/// @source       Scott 1992; covariance with N - 1, as scipy's gaussian_kde.
Result<DensityKernel> scottKernel(const PointTable& points);

/// Points so many or more go over a grid, which is off by less than 1e-4 of a density.
inline constexpr std::int64_t kMostExactDensity = 50'000;

/// The density at the points themselves, each counted in its own.
///
/// @cost   O(N^2) below `kMostExactDensity`, O(N) above
/// @return [N]; Cancelled
Result<std::vector<double>> densityAtPoints(const PointTable& points, const Workers& workers,
                                            const TaskContext& context);

/// The two ways of the above, for those who compare them.
std::vector<double> exactDensity(const PointTable& points, const DensityKernel& kernel,
                                 const Workers& workers, const TaskContext& context);
std::vector<double> griddedDensity(const PointTable& points, const DensityKernel& kernel,
                                   const Workers& workers);

/// How evenly a density is spread over its points.
struct UniformityFigures {
    double cv = 0.0;      ///< standard deviation (over N) by mean
    double gini = 0.0;    ///< 0: all equal
    double entropy = 0.0; ///< of the shares, by log N: 1: all equal
};

/// @source hustvl/LightningDiT tools/latent_vis.py, the figures of HieraTok Table 5.
UniformityFigures uniformityOf(std::span<const double> density);

} // namespace hierascope::analysis
