// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_bench.h"

#include <algorithm>
#include <utility>

#include "widgets/state/latent_edit.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {

namespace {

QString numbersOf(const std::vector<int>& numbers) {
    QStringList texts;
    for (const int number : numbers)
        texts << QString::number(number);
    return texts.join(QLatin1Char(','));
}

} // namespace

LatentBench::LatentBench(Services services, ViewState& state, LatentState& latents,
                         ModelShelf& models, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_latents(latents),
      m_models(models), m_runner(runner) {
    connect(&state, &ViewState::choiceChanged, this, &LatentBench::follow);
    connect(&models, &ModelShelf::changed, this, &LatentBench::followModel);
}

void LatentBench::start() {
    if (!m_services.gatherLatents || !m_services.startMap)
        return;
    m_isActive = true;
    m_isPaused = m_isStopped = false;
    m_failures = {};
    m_library.clear();
    for (int row = 0; row < m_state.images().rowCount(); ++row)
        m_library << m_state.images().item(row).path;
    showAll();
    advance();
}

void LatentBench::pause() {
    if (!m_isActive || m_isPaused)
        return;
    m_isPaused = true;
    if (m_isWorking && m_store.hasRun(m_working))
        cancelWork();
    showAll();
}

void LatentBench::resume() {
    if (!m_isActive)
        return start();
    m_isPaused = false;
    showAll();
    advance();
}

void LatentBench::toggle() {
    const bool isRunning = m_isActive && !m_isPaused && m_latents.isBusy();
    isRunning ? pause() : resume();
}

void LatentBench::restart() {
    LatentMapping next = m_latents.choice().mapping;
    ++next.seed;
    m_isPaused = false;
    setMapping(m_state, next, tr("Seed"));
    if (!m_isActive)
        start();
}

void LatentBench::extend(std::int64_t iterations) {
    LatentMapping next = m_latents.choice().mapping;
    next.iterations += iterations;
    m_isPaused = false;
    setMapping(m_state, next, tr("Iterations"));
    if (!m_isActive)
        start();
}

void LatentBench::stop() {
    if (!m_isActive)
        return;
    m_isActive = false;
    m_isStopped = true;
    cancelWork();
    showAll();
}

void LatentBench::cancelWork() {
    if (!m_isWorking)
        return;
    m_isCancelling = true;
    m_task.cancel();
}

void LatentBench::follow(const ViewChoice& before) {
    const ViewChoice& now = m_state.choice();
    followSelection(before);
    const bool isSame = now.latents.question == before.latents.question &&
                        now.latents.mapping == before.latents.mapping &&
                        now.latents.compare == before.latents.compare &&
                        now.a.model == before.a.model && now.b.model == before.b.model;
    const bool isPicked = now.latents.selection != before.latents.selection;
    if (isPicked && neighboursKey() != m_neighboursOf)
        m_latents.setNeighbours({});
    if (isSame && !isPicked && now.latents.look == before.latents.look &&
        now.latents.color == before.latents.color)
        return;
    if (!isSame && m_isWorking && !isWanted(m_working))
        cancelWork();
    showAll();
    advance();
}

void LatentBench::followModel(const QString& path) {
    for (const Side side : kSides)
        if (modelOf(side) == path) {
            show(side);
            return advance();
        }
}

/// What is selected in the pyramid shines in the map.
void LatentBench::followSelection(const ViewChoice& before) {
    const ViewChoice& now = m_state.choice();
    if (now.selection != before.selection || now.a.image != before.a.image)
        m_latents.setLit(pointsAt(m_state, m_latents));
}

QString LatentBench::modelOf(Side side) const {
    if (side == Side::B && !m_latents.hasB())
        return {};
    return m_state.choice().resolved(side).model;
}

QStringList LatentBench::dataOf() const {
    const LatentQuestion& question = m_latents.choice().question;
    if (question.source == LatentSource::Codebook)
        return {};
    return question.data.isEmpty() ? m_library : question.data;
}

QString LatentBench::pointsKey(Side side) const {
    const LatentQuestion& question = m_latents.choice().question;
    const auto info = m_models.info(modelOf(side));
    const QString hash = info ? QString::fromStdString(info->sha256) : QString();
    return (QStringList{modelOf(side), hash, QString::number(int(question.source)),
                        numbersOf(question.levels), QString::number(question.images),
                        QString::number(question.points), QString::number(question.seed)} +
            dataOf())
        .join(QLatin1Char('\n'));
}

QString LatentBench::runKey(Side side) const {
    const LatentMapping& mapping = m_latents.choice().mapping;
    return QStringLiteral("%1|%2|%3|%4|")
               .arg(int(mapping.method))
               .arg(mapping.dimensions)
               .arg(mapping.perplexity)
               .arg(mapping.seed) +
           pointsKey(side);
}

/// Empty unless one point is selected; then what its neighbours belong to.
QString LatentBench::neighboursKey() const {
    const PointSet::Indices& chosen = selectedPoints(m_latents, Side::A);
    return chosen.size() == 1 ? QString::number(chosen.front()) + QLatin1Char('|') + runKey(Side::A)
                              : QString();
}

bool LatentBench::isWanted(const QString& key) const {
    return std::ranges::any_of(kSides, [&](Side side) {
        return !modelOf(side).isEmpty() && (pointsKey(side) == key || runKey(side) == key);
    });
}

LatentBench::Need LatentBench::need(Side side) {
    if (!m_models.info(modelOf(side)))
        return Need::Model;
    if (!m_store.findPoints(pointsKey(side)))
        return Need::Points;
    if (!m_store.hasRun(runKey(side)))
        return Need::Map;
    const MapRun& run = m_store.run(runKey(side));
    const std::int64_t wanted = m_latents.choice().mapping.iterations;
    const bool isDone =
        run.frame && (run.frame->iteration >= wanted ||
                      (run.frame->isFinished && (!run.map || run.planned >= wanted)));
    if (!run.frame || (!run.map && !isDone))
        return Need::Map;
    if (!isDone && !m_isPaused)
        return Need::Steps;
    const LatentState::Frame& ofA = m_latents.at(Side::A).frame;
    if (side == Side::B && m_latents.hasSamePoints() && ofA &&
        (run.alignedTo != ofA || run.alignedOf != run.frame))
        return Need::Turn;
    if (run.measured != run.frame && m_services.measureUniformity)
        return Need::Measures;
    if (!run.trust && run.map)
        return Need::Trust;
    const bool isPsnrShown = m_latents.choice().color == MapColor::Psnr &&
                             m_latents.choice().question.source != LatentSource::Codebook;
    if (isPsnrShown && !m_store.points(pointsKey(side)).isPsnrKnown)
        return Need::Psnr;
    if (side == Side::A && run.map && neighboursKey() != m_neighboursOf)
        return Need::Neighbours;
    return Need::Nothing;
}

/// The map that is behind goes first, so that both grow together.
std::array<Side, kSides.size()> LatentBench::order() {
    const auto done = [this](Side side) {
        const LatentState::Frame& frame = m_latents.at(side).frame;
        return frame ? frame->iteration : -1;
    };
    return m_latents.hasB() && done(Side::B) < done(Side::A) ? std::array{Side::B, Side::A}
                                                             : std::array{Side::A, Side::B};
}

void LatentBench::advance() {
    if (m_isWorking || !m_isActive)
        return;
    for (const Side side : order())
        if (!modelOf(side).isEmpty() && begin(side))
            return;
}

bool LatentBench::begin(Side side) {
    const auto& failed = m_failures[std::size_t(side)];
    if (failed && (failed->key == runKey(side) || failed->key == pointsKey(side)))
        return false;
    switch (need(side)) {
    case Need::Model:
        m_models.open(modelOf(side));
        return false;
    case Need::Points:
        gather(side);
        return true;
    case Need::Map:
        if (m_isPaused && m_store.hasRun(runKey(side)))
            return false;
        lay(side);
        return true;
    case Need::Steps:
        lay(side);
        return true;
    case Need::Turn:
        turn(side);
        return true;
    case Need::Measures:
        measure(side);
        return true;
    case Need::Trust:
        measureTrust(side);
        return true;
    case Need::Psnr:
        measurePsnr(side);
        return true;
    case Need::Neighbours:
        findNeighbours();
        return true;
    case Need::Nothing:
        return false;
    }
    return false;
}

LatentState::Phase LatentBench::phaseOf(Side side, Need need,
                                        const LatentState::Frame& frame) const {
    const auto& failed = m_failures[std::size_t(side)];
    if (failed && (failed->key == runKey(side) || failed->key == pointsKey(side)))
        return Phase::Failed;
    switch (need) {
    case Need::Model:
        return m_models.state(modelOf(side)) == ModelShelf::State::Failed ? Phase::Failed
               : m_isActive                                               ? Phase::Opening
               : m_isStopped                                              ? Phase::Stopped
                                                                          : Phase::Empty;
    case Need::Points:
        return m_isActive ? Phase::Gathering : m_isStopped ? Phase::Stopped : Phase::Empty;
    case Need::Map:
        return m_isActive ? Phase::Starting : Phase::Stopped;
    case Need::Steps:
        return m_isActive ? Phase::Running : Phase::Paused;
    default:
        break;
    }
    const bool isDone =
        frame && (frame->iteration >= m_latents.choice().mapping.iterations || frame->isFinished);
    return isDone ? Phase::Finished : Phase::Paused;
}

void LatentBench::show(Side side) {
    LatentState::Shown shown;
    if (modelOf(side).isEmpty())
        return m_latents.show(side, std::move(shown));
    shown.points = m_store.findPoints(pointsKey(side));
    if (m_store.hasRun(runKey(side))) {
        const MapRun& run = m_store.run(runKey(side));
        const bool isAligned = run.aligned && run.alignedOf == run.frame;
        shown.frame = isAligned ? run.aligned : run.frame;
        shown.uniformity = run.uniformity;
        shown.trust = run.trust;
        shown.seconds = run.seconds;
    }
    shown.progress = m_latents.at(side).progress;
    const Need lack = need(side);
    shown.phase = phaseOf(side, lack, shown.frame);
    if (shown.phase == Phase::Failed)
        shown.error = m_failures[std::size_t(side)] ? m_failures[std::size_t(side)]->error
                                                    : m_models.error(modelOf(side));
    const bool hasOthers = shown.points != m_latents.at(side).points;
    m_latents.show(side, std::move(shown));
    if (hasOthers && side == Side::A)
        m_latents.setLit(pointsAt(m_state, m_latents));
}

void LatentBench::showAll() {
    for (const Side side : kSides) {
        show(side);
        measureDensity(side);
    }
}

} // namespace hierascope::widgets
