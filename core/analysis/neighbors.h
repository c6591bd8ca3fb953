// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/point_table.h"
#include "core/analysis/workers.h"
#include "core/base/result.h"
#include "core/base/task_context.h"

namespace hierascope::analysis {

/// The nearest other points of each point.
struct Neighbors {
    std::int64_t count = 0;              ///< of each point, k
    std::vector<std::int32_t> indices;   ///< [N, k], nearest first; equal distances by number
    std::vector<float> squaredDistances; ///< [N, k]
    std::vector<std::int32_t> order;     ///< [N]: all points, near ones near each other
};

/// Points from which on `findNeighbors` asks a graph instead of comparing all.
inline constexpr std::int64_t kMostExactPoints = 200'000;

/// Finds the k nearest other points of each point, exactly.
///
/// @param points finite values
/// @param k      in [1, N - 1]
/// @return       Cancelled when asked to stop
/// @cost         at most O(N^2 width) time, much less where the points form clusters; 12 k N bytes
/// @source       distances by blocked matrix products with the selection fused into them
///               (Garcia et al. 2010; Johnson et al. 2017, "Billion-scale similarity search");
///               balls that cannot hold a nearer point are passed over (Omohundro 1989).
Result<Neighbors> exactNeighbors(const PointTable& points, std::int64_t k, const Workers& workers,
                                 const TaskContext& context);

/// The same from a navigable small-world graph: a share of 0.99 or more of the true ones.
///
/// The graph is built by one thread, so that it is the same each time.
/// @source Malkov and Yashunin 2018, arXiv:1603.09320; by hnswlib with M 16, efConstruction 100.
Result<Neighbors> graphNeighbors(const PointTable& points, std::int64_t k, const Workers& workers,
                                 const TaskContext& context);

/// One of both, by the number of points.
Result<Neighbors> findNeighbors(const PointTable& points, std::int64_t k, const Workers& workers,
                                const TaskContext& context);

} // namespace hierascope::analysis
