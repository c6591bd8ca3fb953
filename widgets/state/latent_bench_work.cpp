// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "widgets/state/latent_bench.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

// The tasks of the bench: what each computes, and what becomes of it.
namespace hierascope::widgets {

namespace {

constexpr std::size_t kMostNeighbours = 15; ///< that are marked

/// What cannot be measured is left out; it is no reason to lose the map.
template <typename T>
Result<std::shared_ptr<const T>> orNothing(Result<T> result) {
    if (result)
        return std::make_shared<const T>(std::move(*result));
    if (result.error().code == ErrorCode::Cancelled)
        return failure(result);
    return std::shared_ptr<const T>();
}

} // namespace

template <typename Work, typename Finish>
void LatentBench::work(Side side, const QString& title, const QString& key, Work work,
                       Finish finish, Lane lane) {
    m_isWorking = true;
    m_isCancelling = false;
    m_working = key;
    m_task = m_runner.start(
        this, title, std::move(work),
        [this, side, key, finish = std::move(finish)](auto result) {
            m_isWorking = false;
            const bool isOwnStop = std::exchange(m_isCancelling, false);
            if (result)
                finish(std::move(*result));
            else if (result.error().code != ErrorCode::Cancelled)
                fail(side, key, result.error());
            else if (!isOwnStop)
                stop(); // from the list of tasks
            showAll();
            QTimer::singleShot(0, this, &LatentBench::advance); // behind what paints the frame
        },
        lane);
    show(side);
}

void LatentBench::fail(Side side, const QString& key, const Error& error) {
    m_failures[std::size_t(side)] = Failure{key, error};
}

void LatentBench::gather(Side side) {
    GatherWork job{m_services,
                   m_models.tokenizer(modelOf(side)),
                   {},
                   requestOf(m_latents.choice().question),
                   m_store.points(pointsKey(side)).gathering};
    const QStringList data = dataOf();
    for (const QString& path : data)
        job.data.push_back(systemPath(path));
    const QString key = pointsKey(side);
    work(
        side, tr("Encoding images for the map"), key,
        [job = std::move(job)](const TaskContext& context) mutable {
            return gatherPiece(job, context);
        },
        [this, side, key](GatherPiece piece) {
            GatheredPoints& entry = m_store.points(key);
            entry.gathering = piece.points ? nullptr : piece.gathering;
            entry.points = piece.points;
            if (isWanted(key))
                m_latents.setProgress(side, piece.progress);
        },
        Lane::Engine);
}

/// Decodes the images of the points, too: what else they hold is the same again.
void LatentBench::measurePsnr(Side side) {
    const QString key = pointsKey(side);
    GatherWork job{m_services,
                   m_models.tokenizer(modelOf(side)),
                   {},
                   requestOf(m_latents.choice().question),
                   m_store.points(key).withPsnr};
    job.request.withPsnr = true;
    const QStringList data = dataOf();
    for (const QString& path : data)
        job.data.push_back(systemPath(path));
    work(
        side, tr("Decoding the images of the map"), key,
        [job = std::move(job)](const TaskContext& context) mutable {
            return orNothing(gatherPiece(job, context));
        },
        [this, key](std::shared_ptr<const GatherPiece> piece) {
            GatheredPoints& entry = m_store.points(key);
            const bool isEnd = !piece || piece->points;
            entry.withPsnr = isEnd ? nullptr : piece->gathering;
            entry.isPsnrKnown = isEnd;
            if (piece && piece->points && entry.points &&
                piece->points->values == entry.points->values)
                entry.points = piece->points;
        },
        Lane::Engine);
}

void LatentBench::lay(Side side) {
    MapRun& run = m_store.run(runKey(side));
    run.pointsKey = pointsKey(side);
    run.mapping = m_latents.choice().mapping;
    MapWork job{m_services, m_store.points(run.pointsKey).points, run.mapping, run.map};
    job.planned = run.planned;
    job.done = run.frame ? run.frame->iteration : 0;
    if (!run.map)
        if (MapRun* donor = m_store.donor(run)) {
            job.map = std::exchange(donor->map, nullptr);
            job.isRestart = true;
        }
    const LatentState::Shown& ofA = m_latents.at(Side::A);
    if (side == Side::B && m_latents.hasSamePoints())
        job.alignTo = ofA.frame;
    const LatentState::Frame to = job.alignTo;
    const QString title =
        run.map ? tr("Laying out the map") : tr("Finding the neighbours of every point");
    work(
        side, title, run.key,
        [job = std::move(job)](const TaskContext& context) mutable {
            return mapPiece(job, context);
        },
        [this, key = run.key, to](MapPiece piece) {
            MapRun& done = m_store.run(key);
            done.map = piece.map;
            done.planned = piece.planned;
            done.frame = piece.frame;
            done.aligned = piece.aligned;
            done.alignedOf = piece.aligned ? piece.frame : nullptr;
            done.alignedTo = piece.aligned ? to : nullptr;
            done.seconds = piece.seconds;
            done.trust.reset();
        },
        Lane::Analysis);
}

void LatentBench::turn(Side side) {
    const MapRun& run = m_store.run(runKey(side));
    const LatentState::Frame to = m_latents.at(Side::A).frame;
    work(
        side, tr("Laying map B on map A"), run.key,
        [services = m_services, to, frame = run.frame](const TaskContext&)
            -> Result<LatentState::Frame> { return alignedFrame(services, to, frame); },
        [this, key = run.key, to, of = run.frame](LatentState::Frame aligned) {
            MapRun& done = m_store.run(key);
            done.aligned = std::move(aligned);
            done.alignedOf = of;
            done.alignedTo = to;
        },
        Lane::Analysis);
}

void LatentBench::measure(Side side) {
    const MapRun& run = m_store.run(runKey(side));
    work(
        side, tr("Measuring the density of the map"), run.key,
        [services = m_services, frame = run.frame](const TaskContext& context) {
            return orNothing(
                services.measureUniformity(frame->coordinates, frame->dimensions, context));
        },
        [this, key = run.key, of = run.frame](LatentState::Uniformity measured) {
            MapRun& done = m_store.run(key);
            done.uniformity = std::move(measured);
            done.measured = of;
        },
        Lane::Analysis);
}

void LatentBench::measureTrust(Side side) {
    constexpr int kNeighbours = 15;
    const MapRun& run = m_store.run(runKey(side));
    work(
        side, tr("Comparing neighbours in the map"), run.key,
        [map = run.map](const TaskContext& context) {
            return orNothing(map->trust(kNeighbours, context));
        },
        [this, key = run.key](LatentState::Trust trust) {
            m_store.run(key).trust =
                trust ? std::move(trust) : std::make_shared<const std::vector<float>>();
        },
        Lane::Analysis);
}

void LatentBench::findNeighbours() {
    const MapRun& run = m_store.run(runKey(Side::A));
    const QString key = neighboursKey();
    m_neighboursOf = key;
    if (key.isEmpty()) {
        m_latents.setNeighbours({});
        QTimer::singleShot(0, this, &LatentBench::advance);
        return;
    }
    work(
        Side::A, tr("Finding the neighbours of a point"), run.key,
        [map = run.map, point = selectedPoints(m_latents, Side::A).front()](
            const TaskContext&) -> Result<PointSet::Indices> { return map->neighbours(point); },
        [this, key](PointSet::Indices neighbours) {
            neighbours.resize(std::min(neighbours.size(), kMostNeighbours));
            if (key == neighboursKey())
                m_latents.setNeighbours(std::move(neighbours));
        },
        Lane::Analysis);
}

/// Beside everything else: a picture of the density as soon as it is looked at.
void LatentBench::measureDensity(Side side) {
    static const std::vector<float> kLevels = {0.05F, 0.15F, 0.3F, 0.5F, 0.7F, 0.9F};
    constexpr int kSide = 256;
    const LatentState::Frame frame = m_latents.at(side).frame;
    LatestTask& task = m_densities[std::size_t(side)];
    LatentState::Frame& of = m_densityOf[std::size_t(side)];
    const bool isWanted = m_services.densityGrid && frame && frame->dimensions == 2 &&
                          m_latents.choice().look == MapLook::Density;
    if (!isWanted || task.isRunning() || (of == frame && m_latents.at(side).density))
        return;
    of = frame;
    task.start(
        m_runner, this, tr("Drawing the density"),
        [services = m_services, frame](const TaskContext& context) {
            return services.densityGrid(frame->coordinates, kSide, kLevels, context);
        },
        [this, side](Result<runtime::DensityGrid> grid) {
            if (grid)
                m_latents.setDensity(
                    side, std::make_shared<const runtime::DensityGrid>(std::move(*grid)));
            if (m_latents.at(side).frame != m_densityOf[std::size_t(side)])
                measureDensity(side);
        },
        Lane::Analysis);
}

} // namespace hierascope::widgets
