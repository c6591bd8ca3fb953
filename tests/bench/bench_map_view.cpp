// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the 2-D map takes for a frame while it is moved and zoomed, with ten thousand to a
// million points, and how long the search for the point under the mouse and a lasso take.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <random>
#include <vector>

#include "widgets/common/theme.h"
#include "widgets/latents/map_hits.h"
#include "widgets/latents/map_view.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace hierascope::widgets;

namespace {

constexpr int kFrames = 120;
constexpr int kClasses = 18;

MapView::Scene sceneOf(int count) {
    auto points = std::make_shared<hierascope::runtime::LatentPoints>();
    auto places = std::make_shared<std::vector<float>>();
    auto coloring = std::make_shared<MapColoring>();
    std::mt19937 random(42);
    std::normal_distribution<float> normal;
    points->points.resize(std::size_t(count));
    coloring->palette.push_back(0xFF888888U);
    for (int i = 0; i < kClasses; ++i)
        coloring->palette.push_back(categoryColor(i));
    for (int i = 0; i < count; ++i) {
        const int cluster = i % kClasses;
        const float angle = float(cluster) * 0.9F;
        const float radius = 2.0F + float(cluster % 5);
        places->push_back(radius * std::cos(angle) + 0.7F * normal(random));
        places->push_back(radius * std::sin(angle) + 0.7F * normal(random));
        coloring->indices.push_back(std::uint16_t(1 + cluster));
    }
    return {points, places, coloring, MapLook::Points, true};
}

double milliseconds(const QElapsedTimer& timer) {
    return double(timer.nsecsElapsed()) / 1e6;
}

void report(int count, const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%8d points  %-10s median %6.2f  95th %6.2f  worst %6.2f ms\n", count, what,
                times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

void measure(MapView& view, QImage& canvas, int count, const char* what, double zoom) {
    view.fit();
    view.zoomAround(QRectF(view.rect()).center(), zoom);
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        MapCamera moved = view.camera();
        moved.center += QPointF(3.0, 2.0) / moved.scale * (frame % 2 == 0 ? 1.0 : -1.0);
        moved.isFitted = false;
        view.setCamera(moved);
        QElapsedTimer timer;
        timer.start();
        view.render(&canvas);
        times.push_back(milliseconds(timer));
    }
    report(count, what, std::move(times));
}

void measureHits(const MapView::Scene& scene, int count) {
    const std::vector<float>& places = *scene.places;
    QElapsedTimer timer;
    timer.start();
    const std::int32_t nearest = nearestPoint(places, {1.0, 1.0}, 0.1);
    const double hover = milliseconds(timer);
    QPolygonF outline;
    for (int i = 0; i < 100; ++i)
        outline << QPointF(3.0 * std::cos(i * 0.0628), 3.0 * std::sin(i * 0.0628));
    timer.restart();
    const auto met = pointsInside(places, outline);
    std::printf("%8d points  hover %.2f ms (point %d), lasso of 100 corners %.2f ms (%zu points)\n",
                count, hover, nearest, milliseconds(timer), met.size());
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const Theme theme;
    MapView view(theme);
    view.resize(1280, 860);
    view.show();
    QImage canvas(view.size(), QImage::Format_RGB32);
    for (const int count : {10'000, 100'000, 1'000'000}) {
        const MapView::Scene scene = sceneOf(count);
        view.setScene(scene);
        measure(view, canvas, count, "all", 1.0);
        measure(view, canvas, count, "4x", 4.0);
        measure(view, canvas, count, "40x", 40.0);
        measureHits(scene, count);
    }
    return 0;
}
