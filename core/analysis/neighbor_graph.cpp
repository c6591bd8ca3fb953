// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>

#include "core/analysis/ball_tree.h"
#include "core/analysis/neighbors.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <hnswlib/hnswlib.h>
#pragma GCC diagnostic pop

namespace hierascope::analysis {

namespace {

constexpr std::size_t kLinks = 16;
constexpr std::size_t kBuildBreadth = 100;
/// Points looked at beyond those that are wanted: gave a share of 0.999 of the true neighbours.
constexpr std::size_t kSpareBreadth = 30;
constexpr std::int64_t kGrain = 256;
/// Only for the order: larger balls than a search would take.
constexpr std::int64_t kBallPoints = 1024;

} // namespace

Result<Neighbors> graphNeighbors(const PointTable& points, std::int64_t k, const Workers& workers,
                                 const TaskContext& context) {
    hnswlib::L2Space space(static_cast<std::size_t>(points.width));
    hnswlib::HierarchicalNSW<float> graph(&space, static_cast<std::size_t>(points.count), kLinks,
                                          kBuildBreadth);
    for (std::int64_t point = 0; point < points.count; ++point) {
        if (point % kGrain == 0) {
            if (context.stopRequested())
                return cancelled();
            context.report({point, 2 * points.count, "Neighbours"});
        }
        graph.addPoint(points.row(point), static_cast<hnswlib::labeltype>(point));
    }
    graph.setEf(static_cast<std::size_t>(k) + 1 + kSpareBreadth);

    Neighbors found;
    found.count = k;
    found.indices.resize(static_cast<std::size_t>(points.count * k));
    found.squaredDistances.resize(found.indices.size());
    std::atomic<std::int64_t> done = points.count;
    workers.ranges(points.count, kGrain, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t point = first; point < last && !context.stopRequested(); ++point) {
            const auto nearest =
                graph.searchKnnCloserFirst(points.row(point), static_cast<std::size_t>(k) + 1);
            std::int64_t at = point * k;
            for (const auto& [distance, label] : nearest) {
                if (static_cast<std::int64_t>(label) == point || at == (point + 1) * k)
                    continue;
                found.squaredDistances[static_cast<std::size_t>(at)] = distance;
                found.indices[static_cast<std::size_t>(at)] = static_cast<std::int32_t>(label);
                ++at;
            }
            // A graph may leave fewer points within reach: the last one then stands again.
            for (; at < (point + 1) * k && at > point * k; ++at) {
                found.squaredDistances[static_cast<std::size_t>(at)] =
                    found.squaredDistances[static_cast<std::size_t>(at - 1)];
                found.indices[static_cast<std::size_t>(at)] =
                    found.indices[static_cast<std::size_t>(at - 1)];
            }
        }
        context.report({done += last - first, 2 * points.count, "Neighbours"});
    });
    if (context.stopRequested())
        return cancelled();
    found.order = makeBallTree(points, kBallPoints, workers).order;
    return found;
}

} // namespace hierascope::analysis
