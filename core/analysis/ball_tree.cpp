// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ball_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/analysis/neighbor_kernels.h"
#include "core/analysis/point_panels.h"

namespace hierascope::analysis {

namespace {

struct Span {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

class Splitter {
public:
    Splitter(const PointTable& points, std::vector<std::int32_t>& order)
        : m_points(points), m_order(order) {}

    /// Sorts the span so that its lower part lies on one side; cuts where there is most room, so
    /// that clusters stay whole.
    std::int64_t split(Span span) const {
        const float* a = farthestFrom(span, row(span.first));
        const float* b = farthestFrom(span, a);
        const std::int64_t size = span.last - span.first;
        std::vector<std::pair<float, std::int32_t>> along(static_cast<std::size_t>(size));
        for (std::int64_t i = 0; i < size; ++i) {
            const std::int32_t point = m_order[static_cast<std::size_t>(span.first + i)];
            along[static_cast<std::size_t>(i)] = {projection(m_points.row(point), a, b), point};
        }
        std::sort(along.begin(), along.end());
        for (std::int64_t i = 0; i < size; ++i)
            m_order[static_cast<std::size_t>(span.first + i)] =
                along[static_cast<std::size_t>(i)].second;
        return span.first + roomiest(along);
    }

private:
    const float* row(std::int64_t place) const {
        return m_points.row(m_order[static_cast<std::size_t>(place)]);
    }

    const float* farthestFrom(Span span, const float* origin) const {
        const float* farthest = origin;
        float most = -1.0F;
        for (std::int64_t place = span.first; place < span.last; ++place) {
            const float distance = squaredDistance(row(place), origin, m_points.width);
            if (distance > most) {
                most = distance;
                farthest = row(place);
            }
        }
        return farthest;
    }

    /// The place in the middle part where neighbours lie farthest apart.
    static std::int64_t roomiest(const std::vector<std::pair<float, std::int32_t>>& along) {
        const auto size = static_cast<std::int64_t>(along.size());
        const std::int64_t reach = std::max<std::int64_t>(1, size / 64);
        std::int64_t best = size / 2;
        float most = 0.0F;
        for (std::int64_t i = size / 4; i <= size - size / 4; ++i) {
            const float room =
                along[static_cast<std::size_t>(std::min(size - 1, i + reach))].first -
                along[static_cast<std::size_t>(std::max<std::int64_t>(0, i - reach))].first;
            if (room > most) {
                most = room;
                best = i;
            }
        }
        return best;
    }

    float projection(const float* point, const float* a, const float* b) const {
        float sum = 0.0F;
        for (std::int64_t k = 0; k < m_points.width; ++k)
            sum += point[k] * (b[k] - a[k]);
        return sum;
    }

    const PointTable& m_points;
    std::vector<std::int32_t>& m_order;
};

std::vector<float> meanOf(const PointTable& points) {
    std::vector<double> sum(static_cast<std::size_t>(points.width), 0.0);
    for (std::int64_t point = 0; point < points.count; ++point)
        for (std::int64_t k = 0; k < points.width; ++k)
            sum[static_cast<std::size_t>(k)] += static_cast<double>(points.row(point)[k]);
    std::vector<float> mean(sum.size());
    for (std::size_t k = 0; k < sum.size(); ++k)
        mean[k] = static_cast<float>(sum[k] / static_cast<double>(points.count));
    return mean;
}

void measureBall(const PointTable& points, BallTree& tree, std::int64_t ball) {
    const std::int64_t first = tree.starts[static_cast<std::size_t>(ball)];
    const std::int64_t last = tree.starts[static_cast<std::size_t>(ball + 1)];
    float* center = tree.centers.data() + ball * points.width;
    std::fill(center, center + points.width, 0.0F);
    const auto rowAt = [&](std::int64_t place) {
        return points.row(tree.order[static_cast<std::size_t>(place)]);
    };
    for (std::int64_t place = first; place < last; ++place)
        for (std::int64_t k = 0; k < points.width; ++k)
            center[k] += rowAt(place)[k] / static_cast<float>(last - first);
    float most = 0.0F;
    for (std::int64_t place = first; place < last; ++place)
        most = std::max(most, squaredDistance(rowAt(place), center, points.width));
    tree.radii[static_cast<std::size_t>(ball)] = std::sqrt(most);
}

void measureBalls(const PointTable& points, const Workers& workers, BallTree& tree) {
    tree.centers.assign((tree.starts.size() - 1) * static_cast<std::size_t>(points.width), 0.0F);
    tree.radii.assign(tree.starts.size() - 1, 0.0F);
    workers.each(tree.balls(), [&](std::int64_t ball) { measureBall(points, tree, ball); });
}

/// The nearest centre of each place.
std::vector<std::int32_t> nearestCenters(const PointTable& points, const Workers& workers,
                                         const BallTree& tree) {
    const Panels centers = makePanels({0, tree.balls()}, tree.mean, [&](std::int64_t ball) {
        return tree.centers.data() + ball * points.width;
    });
    std::vector<std::int32_t> nearest(static_cast<std::size_t>(points.count));
    workers.ranges(points.count, kQueryRows, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> queries(static_cast<std::size_t>(points.width * kQueryRows));
        std::vector<float> norms(static_cast<std::size_t>(kQueryRows));
        std::vector<float> scores(static_cast<std::size_t>(kQueryRows * kPanelPoints));
        std::vector<std::pair<float, std::int32_t>> best(
            static_cast<std::size_t>(kQueryRows), {std::numeric_limits<float>::infinity(), 0});
        packQueries(
            tree.mean, last - first,
            [&](std::int64_t row) {
                return points.row(tree.order[static_cast<std::size_t>(first + row)]);
            },
            queries.data(), norms.data());
        for (std::int64_t p = 0; p < centers.count(); ++p) {
            scorePanel(queries.data(), centers.panel(p), centers.normsOf(p), points.width,
                       scores.data(), kPanelPoints);
            for (std::int64_t i = 0; i < kQueryRows * kPanelPoints; ++i) {
                auto& known = best[static_cast<std::size_t>(i / kPanelPoints)];
                if (scores[static_cast<std::size_t>(i)] < known.first)
                    known = {scores[static_cast<std::size_t>(i)],
                             static_cast<std::int32_t>(p * kPanelPoints + i % kPanelPoints)};
            }
        }
        for (std::int64_t place = first; place < last; ++place)
            nearest[static_cast<std::size_t>(place)] =
                best[static_cast<std::size_t>(place - first)].second;
    });
    return nearest;
}

/// Moves each point to the ball whose centre is nearest, once: balls that lie across two clusters
/// fall apart.
void gatherAroundCenters(const PointTable& points, const Workers& workers, BallTree& tree) {
    const std::vector<std::int32_t> nearest = nearestCenters(points, workers, tree);
    std::vector<std::int64_t> next(static_cast<std::size_t>(tree.balls()) + 1, 0);
    for (const std::int32_t ball : nearest)
        ++next[static_cast<std::size_t>(ball) + 1];
    std::vector<std::int64_t> starts;
    for (std::size_t ball = 0; ball + 1 < next.size(); ++ball) {
        if (next[ball + 1] > 0)
            starts.push_back(next[ball]);
        next[ball + 1] += next[ball];
    }
    starts.push_back(points.count);
    std::vector<std::int32_t> order(tree.order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        order[static_cast<std::size_t>(next[static_cast<std::size_t>(nearest[place])]++)] =
            tree.order[place];
    tree.order = std::move(order);
    tree.starts = std::move(starts);
    measureBalls(points, workers, tree);
}

} // namespace

BallTree makeBallTree(const PointTable& points, std::int64_t leaf, const Workers& workers) {
    BallTree tree;
    tree.order.resize(static_cast<std::size_t>(points.count));
    std::iota(tree.order.begin(), tree.order.end(), 0);
    const Splitter splitter(points, tree.order);
    std::vector<Span> spans = {{0, points.count}};
    std::vector<Span> balls;
    while (!spans.empty()) {
        std::vector<Span> halves(spans.size() * 2);
        workers.each(static_cast<std::int64_t>(spans.size()), [&](std::int64_t i) {
            const Span span = spans[static_cast<std::size_t>(i)];
            const std::int64_t middle =
                span.last - span.first > leaf ? splitter.split(span) : span.last;
            halves[static_cast<std::size_t>(2 * i)] = {span.first, middle};
            halves[static_cast<std::size_t>(2 * i + 1)] = {middle, span.last};
        });
        spans.clear();
        for (std::size_t i = 0; i < halves.size(); i += 2) {
            if (halves[i + 1].first == halves[i + 1].last)
                balls.push_back(halves[i]);
            else
                spans.insert(spans.end(), {halves[i], halves[i + 1]});
        }
    }
    std::sort(balls.begin(), balls.end(), [](Span a, Span b) { return a.first < b.first; });
    for (const Span& span : balls)
        tree.starts.push_back(span.first);
    tree.starts.push_back(points.count);
    tree.mean = meanOf(points);
    measureBalls(points, workers, tree);
    gatherAroundCenters(points, workers, tree);
    return tree;
}

} // namespace hierascope::analysis
