// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/neighbors.h"

namespace hierascope::analysis {

/// How far each point of a map may be trusted: the part of its `count` nearest neighbours that are
/// also among its `count` nearest in the map.
///
/// @param original neighbours in the original space, at least `count` of each point
/// @param map      [N, 2 or 3]
/// @return         [N] in 0 .. 1; Cancelled
/// @source         neighbourhood preservation as in Lee and Verleysen 2009 (Q_NX of one point).
Result<std::vector<float>> neighborhoodTrust(const Neighbors& original, const PointTable& map,
                                             std::int64_t count, const Workers& workers,
                                             const TaskContext& context);

} // namespace hierascope::analysis
