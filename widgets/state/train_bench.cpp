// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/train_bench.h"

#include <algorithm>
#include <utility>

#include <QDateTime>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

using State = runs::RunState;

constexpr std::int64_t kSilence = 60; // seconds that a process may take for its first word

std::int64_t now() {
    return QDateTime::currentSecsSinceEpoch();
}

} // namespace

TrainBench::TrainBench(Services services, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(services), m_watch(std::move(services), runner) {
    connect(&m_watch, &RunWatch::changed, this, &TrainBench::follow);
    connect(&m_watch, &RunWatch::foldersChanged, this, &TrainBench::changed);
    connect(&m_queue, &RunQueue::changed, this, [this] {
        watchOrRest();
        Q_EMIT changed();
    });
}

void TrainBench::setCurrent(const QString& path) {
    if (path == m_current)
        return;
    m_current = path;
    Q_EMIT changed();
}

State TrainBench::stateOf(const RunSnapshot& run) const {
    return m_pending.contains(run.path) ? State::Starting : run.status.state;
}

QString TrainBench::obstacle(RunAct act) const {
    const RunSnapshot* run = current();
    if (run == nullptr)
        return tr("No run is chosen.");
    if (run->isForeign && act != RunAct::OpenFolder)
        return tr("Another program wrote these curves; there is nothing to train.");
    if (!run->problem.isEmpty() && act != RunAct::OpenFolder)
        return tr("The run's folder cannot be read.");
    const State state = stateOf(*run);
    const bool isAlive = isAliveState(state);
    switch (act) {
    case RunAct::Start:
        if (isQueued(run->path))
            return tr("The run waits in the queue.");
        if (state == State::Finished)
            return tr("The run is finished; extend it to train on.");
        return isAlive && state != State::Paused ? tr("The run is training.") : QString();
    case RunAct::Pause:
        if (state == State::Paused)
            return tr("The run is paused.");
        return isAlive ? QString() : tr("Only a run that trains can be paused.");
    case RunAct::Stop:
        if (m_stops.isStopping(run->path) && m_stops.rung(run->path) != StopLadder::Rung::Stuck)
            return tr("The run was asked to stop.");
        return isAlive || isQueued(run->path) ? QString() : tr("The run does not train.");
    case RunAct::Sample:
    case RunAct::Save:
        return isAlive ? QString() : tr("Only a run that trains can do this.");
    case RunAct::Extend:
    case RunAct::Duplicate:
    case RunAct::OpenFolder:
        break;
    }
    return {};
}

void TrainBench::act(RunAct act) {
    if (!obstacle(act).isEmpty())
        return;
    const QString path = m_current;
    switch (act) {
    case RunAct::Start:
        if (stateOf(*current()) == State::Paused)
            return send(path, runs::ResumeCommand{});
        return begin(path);
    case RunAct::Pause:
        return send(path, runs::PauseCommand{});
    case RunAct::Stop:
        return stop(*current());
    case RunAct::Sample:
        return send(path, runs::SampleCommand{});
    case RunAct::Save:
        return send(path, runs::SaveCommand{});
    case RunAct::OpenFolder:
        if (m_services.openFolder)
            m_services.openFolder(path);
        return;
    case RunAct::Extend:
    case RunAct::Duplicate:
        return; // they need to know more
    }
}

void TrainBench::extend(std::int64_t steps) {
    if (!obstacle(RunAct::Extend).isEmpty() || steps <= 0)
        return;
    const QString path = m_current;
    const bool isAlive = isAliveState(stateOf(*current()));
    send(path, runs::ExtendCommand{steps});
    if (!isAlive && !isQueued(path))
        begin(path);
}

Result<QString> TrainBench::create(const NewRun& run) {
    const auto path = m_watch.folder().isEmpty()
                          ? Result<QString>(failure(ErrorCode::NoInput,
                                                    "There is no folder for runs; choose one."))
                          : makeRun(m_watch.folder(), run);
    if (!path) {
        fail(QString::fromStdString(path.error().message));
        return path;
    }
    m_current = *path;
    begin(*path);
    m_watch.look();
    return path;
}

void TrainBench::begin(const QString& path) {
    m_stops.forget(path);
    if (m_queue.isOn() && isBusy())
        return m_queue.add(path);
    start(path);
}

void TrainBench::start(const QString& path) {
    if (m_pending.contains(path))
        return;
    if (!m_services.startTrainer)
        return fail(tr("This window has no program that trains."));
    const auto process = m_services.startTrainer(systemPath(path), deviceOf(path).toStdString());
    if (!process)
        return fail(QString::fromStdString(process.error().message));
    m_pending[path] = {*process, now()};
    m_known[path] = State::Starting;
    m_watch.look();
    Q_EMIT changed();
}

/// Out of the queue, else by the ladder: a command, a signal, and where a person insists, the end.
void TrainBench::stop(const RunSnapshot& run) {
    const QString path = run.path;
    if (m_queue.remove(path))
        return;
    if (m_stops.rung(path) == StopLadder::Rung::Stuck) {
        const auto killed = m_services.signalRun
                                ? m_services.signalRun(systemPath(path), runs::EndSignal::Kill)
                                : Result<void>();
        if (!killed)
            fail(QString::fromStdString(killed.error().message));
        return m_watch.look();
    }
    m_stops.begin(path, m_pending.contains(path) ? 0 : run.status.process);
    send(path, runs::StopCommand{});
    Q_EMIT changed();
}

void TrainBench::send(const QString& path, const runs::Command& command) {
    if (!m_services.sendCommand)
        return;
    if (const auto sent = m_services.sendCommand(systemPath(path), command); !sent)
        return fail(QString::fromStdString(sent.error().message));
    m_watch.look();
}

void TrainBench::fail(const QString& sentence) {
    Q_EMIT failed(sentence);
}

/// A paused run holds its memory, and its place.
bool TrainBench::isBusy() const {
    return !m_pending.empty() || std::ranges::any_of(m_watch.runs(), &RunSnapshot::isAlive);
}

void TrainBench::follow() {
    settle();
    climb();
    tellEnds();
    dropVanished();
    startNext();
    keepAwake();
    watchOrRest();
    // One that was just made or dropped is there before it is seen.
    if (current() == nullptr && !m_watch.runs().empty() && !QFileInfo::exists(m_current))
        m_current = m_watch.runs().front().path;
    Q_EMIT changed();
}

/// Forgets what was started once its folder tells of it, or its process is gone.
void TrainBench::settle() {
    std::erase_if(m_pending, [this](const auto& entry) {
        const auto& [path, pending] = entry;
        const RunSnapshot* run = m_watch.find(path);
        if (run != nullptr &&
            (run->status.process == pending.process || run->status.heartbeat > pending.since))
            return true;
        const bool isGone =
            m_services.isProcessAlive && !m_services.isProcessAlive(pending.process);
        if (isGone && run != nullptr && run->status.heartbeat < pending.since)
            fail(tr("The trainer of %1 ended at once; its log says why.").arg(fileNameOf(path)));
        return isGone || now() - pending.since > kSilence;
    });
}

void TrainBench::climb() {
    const auto isStarting = [this](const QString& path) { return m_pending.contains(path); };
    for (const QString& path : m_stops.climb(m_watch.runs(), isStarting)) {
        const auto sent = m_services.signalRun
                              ? m_services.signalRun(systemPath(path), runs::EndSignal::Terminate)
                              : Result<void>();
        fail(sent ? tr("%1 did not react to the stop; its process was told by a signal.")
                        .arg(fileNameOf(path))
                  : QString::fromStdString(sent.error().message));
    }
}

void TrainBench::tellEnds() {
    for (const RunSnapshot& run : m_watch.runs()) {
        const State state = stateOf(run);
        const auto known = m_known.find(run.path);
        const bool isEnd =
            state == State::Finished || state == State::Failed || state == State::Lost;
        if (known != m_known.end() && isAliveState(known->second) && isEnd)
            Q_EMIT ended(run.name(), state);
        m_known[run.path] = state;
    }
}

void TrainBench::dropVanished() {
    for (const QString& path : m_queue.dropVanished())
        fail(tr("%1 left the queue: its folder is gone.").arg(fileNameOf(path)));
}

/// One that somebody else started meanwhile, or that has come to its end, needs no start.
void TrainBench::startNext() {
    while (!m_queue.isEmpty() && !isBusy()) {
        const QString next = m_queue.takeFirst();
        const RunSnapshot* run = m_watch.find(next);
        if (run == nullptr || stateOf(*run) != State::Finished)
            return start(next);
        fail(tr("%1 left the queue: it is finished.").arg(fileNameOf(next)));
    }
}

void TrainBench::setCanKeepAwake(bool can) {
    m_canKeepAwake = can;
    keepAwake();
}

/// A paused run may sleep.
void TrainBench::keepAwake() {
    const auto computes = [](const RunSnapshot& run) {
        return run.isAlive() && run.status.state != State::Paused &&
               run.status.host == runs::hostName();
    };
    const bool isAwake =
        m_canKeepAwake && (!m_pending.empty() || std::ranges::any_of(m_watch.runs(), computes));
    if (isAwake == m_isAwake)
        return;
    m_isAwake = isAwake;
    if (m_services.keepAwake)
        m_services.keepAwake(isAwake);
}

void TrainBench::setVisible(bool isVisible) {
    m_isVisible = isVisible;
    watchOrRest();
}

void TrainBench::watchOrRest() {
    m_watch.setActive(m_isVisible || !m_queue.isEmpty() || isBusy());
}

} // namespace hierascope::widgets
