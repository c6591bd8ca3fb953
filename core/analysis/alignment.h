// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/point_table.h"
#include "core/base/result.h"

namespace hierascope::analysis {

/// Turns, mirrors, scales and shifts points.
struct Similarity {
    std::int64_t dimensions = 0;
    std::vector<double> from; ///< [dimensions], subtracted first
    std::vector<double> turn; ///< [dimensions, dimensions], orthogonal, times the scale
    std::vector<double> to;   ///< [dimensions], added last

    /// @param points [N, dimensions]
    std::vector<float> apply(const PointTable& points) const;
};

/// The similarity that brings points B nearest to points A in the least squares sense.
///
/// @param a, b the same points in the same order
/// @return     BadData where sizes differ, there are no points, or B's are all the same
/// @source     orthogonal Procrustes, Schonemann 1966; with scale, Gower 1975. Mirroring is
///             allowed, for a map has no handedness.
Result<Similarity> alignPoints(const PointTable& a, const PointTable& b);

} // namespace hierascope::analysis
