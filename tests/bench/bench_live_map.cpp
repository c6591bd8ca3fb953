// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A t-SNE of 100,000 points that is watched: what a frame takes while the optimiser runs on all
// cores, and what being watched costs the optimiser. The same pieces of work that the room does
// (widgets/state/latent_work.h) run on a thread; each leaves a map that the view then shows.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <thread>
#include <vector>

#include "core/runtime/latent_map.h"
#include "widgets/common/theme.h"
#include "widgets/latents/map_view.h"
#include "widgets/shell/pause_meter.h"
#include "widgets/state/latent_work.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace hierascope;
using namespace hierascope::widgets;

namespace {

constexpr std::int64_t kWidth = 50;
constexpr int kClusters = 40;
constexpr std::int64_t kSettled = 260; // the map has its size and the exaggeration is over
constexpr std::int64_t kMeasured = 300;

std::shared_ptr<runtime::LatentPoints> clusters(std::int64_t count) {
    auto points = std::make_shared<runtime::LatentPoints>();
    points->width = kWidth;
    points->points.resize(std::size_t(count));
    std::mt19937 random(42);
    std::normal_distribution<float> normal;
    std::vector<float> centers(std::size_t(kClusters * kWidth));
    for (float& value : centers)
        value = 4.0F * normal(random);
    for (std::int64_t i = 0; i < count; ++i) {
        for (std::int64_t axis = 0; axis < kWidth; ++axis)
            points->values.push_back(centers[std::size_t(i % kClusters * kWidth + axis)] +
                                     normal(random));
    }
    return points;
}

enum class Watching { Nobody, Still, Moving };

struct Watched {
    double secondsPerIteration = 0.0;
    std::vector<double> frames; ///< milliseconds
    std::vector<double> pauses; ///< milliseconds
};

/// Goes on with a map while the view shows it, or while nobody looks.
Watched watch(MapWork& work, MapView& view, Watching watching) {
    view.fit();
    MapView::Scene scene = view.scene();
    Watched watched;
    double way = 1.0;
    PauseMeter pauses;
    QElapsedTimer sinceMove;
    QTimer mover;
    mover.setInterval(16);
    mover.setTimerType(Qt::PreciseTimer);
    QImage canvas(view.size(), QImage::Format_RGB32);
    const auto show = [&] {
        QElapsedTimer timer;
        timer.start();
        view.render(&canvas);
        watched.frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    };
    QObject::connect(&mover, &QTimer::timeout, &view, [&] {
        MapCamera moved = view.camera();
        moved.center += way * QPointF(3.0, 2.0) / moved.scale;
        way = -way;
        moved.isFitted = false;
        view.setCamera(moved);
        show();
    });
    work.planned = work.mapping.iterations = work.done + kMeasured;
    work.map->extend(kMeasured);
    const double before = work.map->seconds().optimise;
    QEventLoop loop;
    std::jthread worker([&] {
        while (work.done < work.planned) {
            const auto piece = mapPiece(work, {});
            if (!piece || watching == Watching::Nobody)
                continue;
            auto places = std::make_shared<const std::vector<float>>(piece->frame->coordinates);
            QMetaObject::invokeMethod(&view, [&, places] {
                scene.places = places;
                view.setScene(scene);
                show();
            });
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit);
    });
    if (watching == Watching::Moving)
        mover.start();
    pauses.start();
    loop.exec();
    pauses.stop();
    worker.join();
    watched.secondsPerIteration = (work.map->seconds().optimise - before) / double(kMeasured);
    watched.pauses = pauses.pauses();
    return watched;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const Theme theme;
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 100'000;
    MapView view(theme);
    view.resize(1280, 860);
    view.show();

    auto coloring = std::make_shared<MapColoring>();
    for (int i = 0; i < kClusters; ++i)
        coloring->palette.push_back(categoryColor(i));
    for (std::int64_t i = 0; i < count; ++i)
        coloring->indices.push_back(std::uint16_t(i % kClusters));
    MapWork work;
    work.services.startMap = runtime::startMap;
    work.points = clusters(count);
    work.mapping.iterations = kSettled;
    while (work.done < kSettled) {
        if (const auto piece = mapPiece(work, {}); !piece) {
            std::fprintf(stderr, "%s\n", piece.error().message.c_str());
            return 1;
        }
    }
    view.setScene({work.points, std::make_shared<std::vector<float>>(work.map->frame().coordinates),
                   coloring, MapLook::Points, true});

    // Each in turn three times: the map grows, so that an iteration costs more later.
    for (int round = 0; round < 3; ++round) {
        const Watched first = watch(work, view, Watching::Nobody);
        const Watched still = watch(work, view, Watching::Still);
        const Watched moving = watch(work, view, Watching::Moving);
        const Watched last = watch(work, view, Watching::Nobody);
        const double alone = 0.5 * (first.secondsPerIteration + last.secondsPerIteration);
        std::printf("%8lld points  iteration %.2f ms alone, %.2f watched (%+.1f %%), %.2f moved "
                    "all the time "
                    "(%+.1f %%)\n",
                    static_cast<long long>(count), 1e3 * alone, 1e3 * still.secondsPerIteration,
                    100.0 * (still.secondsPerIteration / alone - 1.0),
                    1e3 * moving.secondsPerIteration,
                    100.0 * (moving.secondsPerIteration / alone - 1.0));
        for (const Watched* part : {&still, &moving})
            std::printf("                 %s: %zu frames, median %.1f, 95 %% %.1f, worst %.1f ms; "
                        "pauses 95 %% %.1f, worst %.1f ms\n",
                        part == &still ? "watched" : "moved", part->frames.size(),
                        percentile(part->frames, 0.5), percentile(part->frames, 0.95),
                        percentile(part->frames, 1.0), percentile(part->pauses, 0.95),
                        percentile(part->pauses, 1.0));
        std::fflush(stdout);
    }
    return 0;
}
