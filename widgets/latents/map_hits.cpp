// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_hits.h"

namespace hierascope::widgets {

namespace {

template <typename Meets>
PointSet::Indices collect(std::span<const float> places, Meets meets) {
    PointSet::Indices met;
    for (std::size_t i = 0; 2 * i + 1 < places.size(); ++i)
        if (meets(places[2 * i], places[2 * i + 1]))
            met.push_back(std::int32_t(i));
    return met;
}

struct Bounds {
    explicit Bounds(const QRectF& rectangle)
        : left(float(rectangle.left())), top(float(rectangle.top())),
          right(float(rectangle.right())), bottom(float(rectangle.bottom())) {}
    bool hold(float x, float y) const { return x >= left && x <= right && y >= top && y <= bottom; }
    float left, top, right, bottom;
};

bool isInside(const QPolygonF& outline, double x, double y) {
    bool inside = false;
    for (qsizetype i = 0, before = outline.size() - 1; i < outline.size(); before = i++) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[before];
        if ((a.y() > y) != (b.y() > y) &&
            x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

} // namespace

PointSet::Indices pointsInside(std::span<const float> places, const QRectF& rectangle) {
    const Bounds bounds(rectangle.normalized());
    return collect(places, [&](float x, float y) { return bounds.hold(x, y); });
}

PointSet::Indices pointsInside(std::span<const float> places, const QPolygonF& outline) {
    const Bounds bounds(outline.boundingRect());
    return collect(places, [&](float x, float y) {
        return bounds.hold(x, y) && isInside(outline, double(x), double(y));
    });
}

PointSet::Indices pointsAround(std::span<const float> places, const QPointF& center,
                               double radius) {
    const auto x0 = float(center.x());
    const auto y0 = float(center.y());
    const auto most = float(radius * radius);
    return collect(places, [&](float x, float y) {
        return (x - x0) * (x - x0) + (y - y0) * (y - y0) <= most;
    });
}

std::int32_t nearestPoint(std::span<const float> places, const QPointF& center, double radius) {
    const auto x0 = float(center.x());
    const auto y0 = float(center.y());
    auto least = float(radius * radius);
    std::int32_t nearest = -1;
    for (std::size_t i = 0; 2 * i + 1 < places.size(); ++i) {
        const float x = places[2 * i] - x0;
        const float y = places[2 * i + 1] - y0;
        const float distance = x * x + y * y;
        if (distance <= least) {
            least = distance;
            nearest = std::int32_t(i);
        }
    }
    return nearest;
}

} // namespace hierascope::widgets
