// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/point_table.h"
#include "core/analysis/workers.h"
#include "core/base/result.h"

namespace hierascope::analysis {

/// A closed line of equal density.
struct DensityContour {
    float level = 0.0F;        ///< part of the largest density
    std::vector<float> points; ///< x, y, x, y, ... in map coordinates
};

/// A density as a picture of the map.
struct DensityPicture {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    double left = 0.0;         ///< of the first column's middle
    double top = 0.0;          ///< of the first row's middle: the smallest second coordinate
    double step = 0.0;         ///< between middles
    std::vector<float> values; ///< [rows, columns]
    std::vector<DensityContour> contours;
};

/// @param points [N, 2]
/// @param side   cells of the longer side, at least 8
/// @param levels parts of the largest density, each in (0, 1)
Result<DensityPicture> pictureDensity(const PointTable& points, std::int64_t side,
                                      std::span<const float> levels, const Workers& workers);

} // namespace hierascope::analysis
