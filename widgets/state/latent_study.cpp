// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_study.h"

#include <utility>

#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

#include <QTimer>

namespace hierascope::widgets {

namespace {

constexpr int kPieceMilliseconds = 250; // nobody watches these maps grow

} // namespace

LatentStudy::LatentStudy(Services services, ViewState& state, ModelShelf& models,
                         TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_models(models),
      m_runner(runner) {}

void LatentStudy::start() {
    const ViewChoice& choice = m_state.choice();
    if (!m_services.gatherLatents || !m_services.measureUniformity ||
        !m_models.info(choice.a.model))
        return;
    stop();
    m_recipe = {choice.latents.question, choice.latents.mapping, {}, kSeeds};
    m_recipe.mapping.dimensions = 2;
    m_data = m_recipe.question.data;
    for (int row = 0; m_data.isEmpty() && row < m_state.images().rowCount(); ++row)
        m_data << m_state.images().item(row).path;
    m_sides.clear();
    m_jobs.clear();
    m_done = 0;
    m_failure.reset();
    for (const Side side : kSides) {
        const QString model = choice.resolved(side).model;
        const bool isOther = side == Side::A || (choice.hasB() && model != choice.a.model);
        if (isOther && m_models.info(model))
            m_sides.push_back({model, {}});
    }
    for (int seed = 0; seed < m_recipe.seeds; ++seed)
        for (std::size_t side = 0; side < m_sides.size(); ++side)
            m_jobs.push_back({side, m_recipe.question.seed + std::uint64_t(seed)});
    m_isRunning = true;
    Q_EMIT changed();
    advance();
}

void LatentStudy::stop() {
    if (!m_isRunning)
        return;
    ++m_generation;
    m_task.cancel();
    end();
}

void LatentStudy::end() {
    m_isRunning = m_isWorking = false;
    m_gathering.reset();
    m_points.reset();
    m_map.reset();
    m_frame.reset();
    Q_EMIT changed();
}

void LatentStudy::advance() {
    if (!m_isRunning || m_isWorking)
        return;
    if (m_done == total())
        return end();
    const Job& job = m_jobs[std::size_t(m_done)];
    if (!m_points)
        return gather(job);
    const bool isLaid =
        m_frame && (m_frame->iteration >= m_recipe.mapping.iterations || m_frame->isFinished);
    isLaid ? measure(job) : lay(job);
}

template <typename Work, typename Finish>
void LatentStudy::work(const QString& title, Work work, Finish finish, Lane lane) {
    m_isWorking = true;
    m_task = m_runner.start(
        this, title, std::move(work),
        [this, generation = m_generation, finish = std::move(finish)](auto result) {
            if (generation != m_generation)
                return;
            m_isWorking = false;
            if (result) {
                finish(std::move(*result));
                QTimer::singleShot(0, this, &LatentStudy::advance);
                return;
            }
            if (result.error().code != ErrorCode::Cancelled)
                m_failure = result.error();
            end();
        },
        lane);
}

void LatentStudy::gather(const Job& job) {
    GatherWork piece{m_services,
                     m_models.tokenizer(m_sides[job.side].model),
                     {},
                     requestOf(m_recipe.question),
                     m_gathering};
    piece.request.seed = job.seed;
    piece.request.thumbnail = 0;
    for (const QString& path : std::as_const(m_data))
        piece.data.push_back(systemPath(path));
    if (!piece.tokenizer) {
        m_failure = Error{ErrorCode::Failed, tr("The model is no longer open.").toStdString()};
        return end();
    }
    work(
        tr("Encoding images for seed %1").arg(job.seed),
        [piece = std::move(piece)](const TaskContext& context) mutable {
            return gatherPiece(piece, context);
        },
        [this](GatherPiece done) {
            m_gathering = done.points ? nullptr : done.gathering;
            m_points = done.points;
        },
        Lane::Engine);
}

void LatentStudy::lay(const Job& job) {
    MapWork piece{m_services, m_points, m_recipe.mapping, m_map};
    piece.mapping.seed = job.seed;
    piece.planned = m_planned;
    piece.done = m_frame ? m_frame->iteration : 0;
    piece.milliseconds = kPieceMilliseconds;
    work(
        tr("Laying out the map of seed %1").arg(job.seed),
        [piece = std::move(piece)](const TaskContext& context) mutable {
            return mapPiece(piece, context);
        },
        [this](MapPiece done) {
            m_map = done.map;
            m_planned = done.planned;
            m_frame = done.frame;
            Q_EMIT changed();
        },
        Lane::Analysis);
}

void LatentStudy::measure(const Job& job) {
    work(
        tr("Measuring the map of seed %1").arg(job.seed),
        [services = m_services, frame = m_frame](const TaskContext& context) {
            return services.measureUniformity(frame->coordinates, frame->dimensions, context);
        },
        [this, job](const runtime::Uniformity& measured) { take(job, measured); }, Lane::Analysis);
}

void LatentStudy::take(const Job& job, const runtime::Uniformity& measured) {
    runtime::UniformityResult& result = m_sides[job.side].result;
    result.modelName = m_points->modelName;
    result.modelHash = m_points->modelHash;
    result.dataName = m_points->dataName;
    result.points = m_points->count();
    result.images = std::int64_t(m_points->images.size());
    result.skipped = m_points->skipped;
    result.isComplete = m_points->isComplete;
    result.seeds.push_back(job.seed);
    result.cv.add(measured.cv);
    result.gini.add(measured.gini);
    result.entropy.add(measured.entropy);
    result.kl.add(m_frame->kl);
    m_points.reset();
    m_map.reset();
    m_frame.reset();
    m_planned = 0;
    ++m_done;
    Q_EMIT changed();
}

std::optional<runtime::PairedDifference>
LatentStudy::difference(const runtime::SeedFigure runtime::UniformityResult::*figure) const {
    if (m_sides.size() < 2 || !m_services.pairedDifference)
        return std::nullopt;
    const runtime::SeedFigure& a = m_sides[0].result.*figure;
    const runtime::SeedFigure& b = m_sides[1].result.*figure;
    if (b.values.size() < 2 || a.values.size() != b.values.size())
        return std::nullopt;
    const auto difference = m_services.pairedDifference(a, b);
    return difference ? std::optional(*difference) : std::nullopt;
}

} // namespace hierascope::widgets
