// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ball_tree.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace hierascope::analysis {

namespace {

struct Span {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

float squaredDistance(const float* a, const float* b, std::int64_t width) {
    float sum = 0.0F;
    for (std::int64_t k = 0; k < width; ++k)
        sum += (a[k] - b[k]) * (a[k] - b[k]);
    return sum;
}

class Splitter {
public:
    Splitter(const PointTable& points, std::vector<std::int32_t>& order)
        : m_points(points), m_order(order) {}

    /// Sorts the span so that its lower half lies on one side; the half is whole panels.
    std::int64_t split(Span span) const {
        const float* a = farthestFrom(span, row(span.first));
        const float* b = farthestFrom(span, a);
        const auto size = static_cast<std::size_t>(span.last - span.first);
        std::vector<std::pair<float, std::int32_t>> along(size);
        for (std::size_t i = 0; i < size; ++i) {
            const std::int32_t point = m_order[static_cast<std::size_t>(span.first) + i];
            along[i] = {projection(m_points.row(point), a, b), point};
        }
        constexpr std::size_t kPanel = BallTree::kPanel;
        const std::size_t half = (size / 2 + kPanel / 2) / kPanel * kPanel;
        std::nth_element(along.begin(), along.begin() + static_cast<std::ptrdiff_t>(half),
                         along.end());
        for (std::size_t i = 0; i < size; ++i)
            m_order[static_cast<std::size_t>(span.first) + i] = along[i].second;
        return span.first + static_cast<std::int64_t>(half);
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

    float projection(const float* point, const float* a, const float* b) const {
        float sum = 0.0F;
        for (std::int64_t k = 0; k < m_points.width; ++k)
            sum += point[k] * (b[k] - a[k]);
        return sum;
    }

    const PointTable& m_points;
    std::vector<std::int32_t>& m_order;
};

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
    tree.centers.resize(balls.size() * static_cast<std::size_t>(points.width));
    tree.radii.resize(balls.size());
    workers.each(tree.balls(), [&](std::int64_t ball) { measureBall(points, tree, ball); });
    return tree;
}

} // namespace hierascope::analysis
