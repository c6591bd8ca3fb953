// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/point_table.h"
#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// Points gathered into balls of near ones, so that far balls can be passed over at once and near
/// points lie near each other in memory.
struct BallTree {
    std::vector<std::int32_t> order;  ///< [N]: which point stands at each place
    std::vector<std::int64_t> starts; ///< [balls + 1]: places where the balls begin
    std::vector<float> mean;          ///< [width] of all points
    std::vector<float> centers;       ///< [balls, width]
    std::vector<float> radii;         ///< [balls], largest distance from the centre

    std::int64_t balls() const { return static_cast<std::int64_t>(radii.size()); }
};

/// Divides the points again and again across the line between two far ones, where it has most room,
/// then moves each to the nearest centre.
///
/// @param leaf points of one ball, about; at least 16
/// @cost       O(N width (log(N / leaf) + N / leaf)) time
/// @source     Omohundro 1989, "Five balltree construction algorithms"; the pivots are those of
///             FastMap (Faloutsos and Lin 1995), the last step is one of Lloyd 1982.
BallTree makeBallTree(const PointTable& points, std::int64_t leaf, const Workers& workers);

} // namespace hierascope::analysis
