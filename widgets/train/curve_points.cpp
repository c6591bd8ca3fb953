// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/curve_points.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace hierascope::widgets {

std::vector<QPointF> smoothed(const std::vector<QPointF>& points, double weight) {
    if (weight <= 0.0)
        return points;
    std::vector<QPointF> result;
    result.reserve(points.size());
    double mean = 0.0;
    double correction = 1.0;
    for (const QPointF& point : points) {
        mean = weight * mean + (1.0 - weight) * point.y();
        correction *= weight;
        result.emplace_back(point.x(), mean / (1.0 - correction));
    }
    return result;
}

std::vector<QPointF> thinned(const std::vector<QPointF>& points, int most) {
    constexpr std::size_t kOfEach = 4;
    if (points.size() <= std::size_t(most))
        return points;
    const std::size_t stretches = std::max<std::size_t>(1, std::size_t(most) / kOfEach);
    std::vector<QPointF> result;
    result.reserve(stretches * kOfEach);
    for (std::size_t i = 0; i < stretches; ++i) {
        const std::size_t begin = i * points.size() / stretches;
        const std::size_t end = (i + 1) * points.size() / stretches;
        const auto [low, high] = std::minmax_element(
            points.begin() + std::ptrdiff_t(begin), points.begin() + std::ptrdiff_t(end),
            [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
        std::array<std::size_t, kOfEach> kept{begin, std::size_t(low - points.begin()),
                                              std::size_t(high - points.begin()), end - 1};
        std::ranges::sort(kept);
        const auto last = std::unique(kept.begin(), kept.end());
        for (auto index = kept.begin(); index != last; ++index)
            result.push_back(points[*index]);
    }
    return result;
}

std::vector<double> ticksBetween(double low, double high, int count) {
    std::vector<double> ticks;
    if (!(high > low) || count < 1)
        return ticks;
    const double rough = (high - low) / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double share = rough / power;
    const double step = (share <= 1.0   ? 1.0
                         : share <= 2.0 ? 2.0
                         : share <= 5.0 ? 5.0
                                        : 10.0) *
                        power;
    // By number, and never more than asked for: beside a large value a small step adds nothing.
    const double first = std::ceil(low / step);
    for (int i = 0; i <= count + 1; ++i) {
        const double tick = (first + i) * step;
        if (!(tick <= high + step * 1e-9))
            break;
        ticks.push_back(std::abs(tick) < step * 1e-9 ? 0.0 : tick);
    }
    return ticks;
}

int nearestPoint(const std::vector<QPointF>& points, double x) {
    if (points.empty())
        return -1;
    const auto after =
        std::ranges::lower_bound(points, x, {}, [](const QPointF& p) { return p.x(); });
    if (after == points.begin())
        return 0;
    if (after == points.end())
        return int(points.size()) - 1;
    const bool isAfter = after->x() - x < x - (after - 1)->x();
    return int(after - points.begin()) - (isAfter ? 0 : 1);
}

} // namespace hierascope::widgets
