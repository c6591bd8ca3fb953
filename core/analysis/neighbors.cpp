// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/neighbors.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/analysis/ball_tree.h"
#include "core/analysis/neighbor_kernels.h"
#include "core/analysis/point_panels.h"

namespace hierascope::analysis {

namespace {

constexpr std::int64_t kBallPoints = 128;
/// More candidates than neighbours are kept, for their scores are rounded.
constexpr std::int64_t kSpareCandidates = 8;

/// A number that orders as (score, place) does.
std::uint64_t keyOf(float score, std::int32_t place) {
    const auto bits = std::bit_cast<std::uint32_t>(score);
    const std::uint32_t ordered = (bits >> 31) != 0 ? ~bits : bits | 0x80000000U;
    return (std::uint64_t{ordered} << 32) | static_cast<std::uint32_t>(place);
}

float scoreOf(std::uint64_t key) {
    const auto ordered = static_cast<std::uint32_t>(key >> 32);
    return std::bit_cast<float>((ordered >> 31) != 0 ? ordered & 0x7FFFFFFFU : ~ordered);
}

/// Compares the points of one ball with all others.
class BallSearch {
public:
    BallSearch(const PointTable& points, const BallTree& tree, const Panels& panels,
               const Panels& centers, std::int64_t k)
        : m_points(points), m_tree(tree), m_panels(panels), m_centers(centers), m_k(k),
          m_kept(std::min(points.count, k + 1 + kSpareCandidates)),
          m_capacity(2 * m_kept + 64 + kPanelPoints) {}

    void search(std::int64_t ball, Neighbors& found) {
        m_first = m_tree.starts[static_cast<std::size_t>(ball)];
        m_rows = m_tree.starts[static_cast<std::size_t>(ball + 1)] - m_first;
        m_groups = (m_rows + kQueryRows - 1) / kQueryRows;
        packGroups();
        prepareRows();
        boundBalls();
        for (const std::int64_t other : ballsByDistance(ball))
            for (std::int64_t group = 0; group < m_groups; ++group)
                if (mayHoldNearer(group, other))
                    scanBall(group, other);
        for (std::int64_t row = 0; row < m_rows; ++row)
            finish(row, found);
    }

private:
    void packGroups() {
        const std::int64_t size = m_points.width * kQueryRows;
        m_queries.resize(static_cast<std::size_t>(m_groups * size));
        m_norms.resize(static_cast<std::size_t>(m_groups * kQueryRows));
        for (std::int64_t group = 0; group < m_groups; ++group)
            packQueries(
                m_tree.mean, std::min(kQueryRows, m_rows - group * kQueryRows),
                [&](std::int64_t row) {
                    return m_points.row(
                        m_tree.order[static_cast<std::size_t>(m_first + group * kQueryRows + row)]);
                },
                m_queries.data() + group * size, m_norms.data() + group * kQueryRows);
    }

    void prepareRows() {
        const std::int64_t rows = m_groups * kQueryRows;
        m_scores.resize(static_cast<std::size_t>(rows * m_capacity));
        m_places.resize(m_scores.size());
        m_candidates.assign(static_cast<std::size_t>(rows), {});
        for (std::int64_t row = 0; row < rows; ++row) {
            CandidateRow& candidates = m_candidates[static_cast<std::size_t>(row)];
            // Rows that only fill up the group note nothing.
            candidates.limit = row < m_rows ? std::numeric_limits<float>::infinity()
                                            : -std::numeric_limits<float>::infinity();
            candidates.scores = m_scores.data() + row * m_capacity;
            candidates.places = m_places.data() + row * m_capacity;
        }
    }

    /// For each row and ball the least squared distance at which the ball may have a point.
    void boundBalls() {
        const std::int64_t panels = m_centers.count();
        m_boundStride = panels * kPanelPoints;
        m_bounds.resize(static_cast<std::size_t>(m_groups * kQueryRows * m_boundStride));
        for (std::int64_t group = 0; group < m_groups; ++group)
            for (std::int64_t panel = 0; panel < panels; ++panel)
                scorePanel(queriesOf(group), m_centers.panel(panel), m_centers.normsOf(panel),
                           m_points.width,
                           m_bounds.data() + group * kQueryRows * m_boundStride +
                               panel * kPanelPoints,
                           m_boundStride);
        for (std::int64_t row = 0; row < m_rows; ++row) {
            float* bounds = m_bounds.data() + row * m_boundStride;
            const float norm = m_norms[static_cast<std::size_t>(row)];
            for (std::int64_t ball = 0; ball < m_tree.balls(); ++ball) {
                // The products are rounded: stay below the true distance.
                const float slack =
                    4e-6F * (norm + m_centers.norms[static_cast<std::size_t>(ball)]);
                const float toCenter = std::sqrt(std::max(0.0F, bounds[ball] + norm - slack));
                const float bound = std::max(
                    0.0F, toCenter - m_tree.radii[static_cast<std::size_t>(ball)] * 1.00001F);
                bounds[ball] = bound * bound - norm - slack;
            }
        }
    }

    std::vector<std::int64_t> ballsByDistance(std::int64_t ball) const {
        const auto count = static_cast<std::size_t>(m_tree.balls());
        const float* center = m_tree.centers.data() + ball * m_points.width;
        std::vector<std::pair<float, std::int64_t>> byDistance(count);
        for (std::size_t other = 0; other < count; ++other)
            byDistance[other] = {
                squaredDistance(center,
                                m_tree.centers.data() +
                                    static_cast<std::int64_t>(other) * m_points.width,
                                m_points.width),
                static_cast<std::int64_t>(other)};
        std::sort(byDistance.begin(), byDistance.end());
        std::vector<std::int64_t> balls(count);
        for (std::size_t i = 0; i < count; ++i)
            balls[i] = byDistance[i].second;
        return balls;
    }

    bool mayHoldNearer(std::int64_t group, std::int64_t ball) const {
        const std::int64_t last = std::min(m_rows, (group + 1) * kQueryRows);
        for (std::int64_t row = group * kQueryRows; row < last; ++row)
            if (m_bounds[static_cast<std::size_t>(row * m_boundStride + ball)] <
                m_candidates[static_cast<std::size_t>(row)].limit)
                return true;
        return false;
    }

    void scanBall(std::int64_t group, std::int64_t ball) {
        CandidateRow* rows = m_candidates.data() + group * kQueryRows;
        const std::int64_t last = m_panels.starts[static_cast<std::size_t>(ball + 1)];
        for (std::int64_t p = m_panels.starts[static_cast<std::size_t>(ball)]; p < last; ++p) {
            scanPanel(queriesOf(group), m_panels.panel(p), m_panels.normsOf(p), m_points.width,
                      m_panels.places[static_cast<std::size_t>(p)], rows);
            for (std::int64_t row = 0; row < kQueryRows; ++row)
                if (rows[row].size > m_capacity - kPanelPoints)
                    keepBest(rows[row]);
        }
    }

    void keepBest(CandidateRow& row) {
        m_keys.resize(static_cast<std::size_t>(row.size));
        for (std::int64_t i = 0; i < row.size; ++i)
            m_keys[static_cast<std::size_t>(i)] = keyOf(row.scores[i], row.places[i]);
        if (row.size > m_kept)
            std::nth_element(m_keys.begin(), m_keys.begin() + (m_kept - 1), m_keys.end());
        row.size = std::min(row.size, m_kept);
        for (std::int64_t i = 0; i < row.size; ++i) {
            const std::uint64_t key = m_keys[static_cast<std::size_t>(i)];
            row.scores[i] = scoreOf(key);
            row.places[i] = static_cast<std::int32_t>(key & 0xFFFFFFFFU);
        }
        if (row.size == m_kept)
            row.limit = std::nextafter(scoreOf(m_keys[static_cast<std::size_t>(m_kept - 1)]),
                                       std::numeric_limits<float>::infinity());
    }

    /// Computes the candidates' distances anew, without the products' rounding, and sorts them.
    void finish(std::int64_t row, Neighbors& found) {
        CandidateRow& candidates = m_candidates[static_cast<std::size_t>(row)];
        keepBest(candidates);
        const std::int32_t self = m_tree.order[static_cast<std::size_t>(m_first + row)];
        m_ranked.clear();
        for (std::int64_t i = 0; i < candidates.size; ++i) {
            const std::int32_t point = m_tree.order[static_cast<std::size_t>(candidates.places[i])];
            if (point != self)
                m_ranked.emplace_back(
                    squaredDistance(m_points.row(self), m_points.row(point), m_points.width),
                    point);
        }
        std::partial_sort(m_ranked.begin(), m_ranked.begin() + m_k, m_ranked.end());
        for (std::int64_t i = 0; i < m_k; ++i) {
            const auto at = static_cast<std::size_t>(self * m_k + i);
            found.squaredDistances[at] = m_ranked[static_cast<std::size_t>(i)].first;
            found.indices[at] = m_ranked[static_cast<std::size_t>(i)].second;
        }
    }

    const float* queriesOf(std::int64_t group) const {
        return m_queries.data() + group * m_points.width * kQueryRows;
    }

    const PointTable& m_points;
    const BallTree& m_tree;
    const Panels& m_panels;
    const Panels& m_centers;
    std::int64_t m_k;
    std::int64_t m_kept;
    std::int64_t m_capacity;
    std::int64_t m_first = 0;
    std::int64_t m_rows = 0;
    std::int64_t m_groups = 0;
    std::int64_t m_boundStride = 0;
    std::vector<float> m_queries;
    std::vector<float> m_norms;
    std::vector<float> m_bounds;
    std::vector<float> m_scores;
    std::vector<std::int32_t> m_places;
    std::vector<CandidateRow> m_candidates;
    std::vector<std::uint64_t> m_keys;
    std::vector<std::pair<float, std::int32_t>> m_ranked;
};

} // namespace

Result<Neighbors> exactNeighbors(const PointTable& points, std::int64_t k, const Workers& workers,
                                 const TaskContext& context) {
    const BallTree tree = makeBallTree(points, kBallPoints, workers);
    const Panels panels = makePanels(tree.starts, tree.mean, [&](std::int64_t place) {
        return points.row(tree.order[static_cast<std::size_t>(place)]);
    });
    const Panels centers = makePanels({0, tree.balls()}, tree.mean, [&](std::int64_t ball) {
        return tree.centers.data() + ball * points.width;
    });
    Neighbors found;
    found.count = k;
    found.indices.resize(static_cast<std::size_t>(points.count * k));
    found.squaredDistances.resize(found.indices.size());
    std::atomic<std::int64_t> done = 0;
    workers.ranges(tree.balls(), 4, [&](std::int64_t first, std::int64_t last) {
        BallSearch search(points, tree, panels, centers, k);
        for (std::int64_t ball = first; ball < last && !context.stopRequested(); ++ball)
            search.search(ball, found);
        context.report({done += last - first, tree.balls(), "Neighbours"});
    });
    if (context.stopRequested())
        return cancelled();
    found.order = tree.order;
    return found;
}

Result<Neighbors> findNeighbors(const PointTable& points, std::int64_t k, const Workers& workers,
                                const TaskContext& context) {
    return points.count <= kMostExactPoints ? exactNeighbors(points, k, workers, context)
                                            : graphNeighbors(points, k, workers, context);
}

} // namespace hierascope::analysis
