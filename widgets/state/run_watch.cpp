// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kInterval{1000};
constexpr double kLostSeconds = 600.0; // a save to a slow disk or an evaluation says nothing

QStringList runsIn(const QString& folder, const QStringList& added) {
    QStringList paths;
    if (!folder.isEmpty()) {
        const QDir place(folder);
        const QStringList names =
            place.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::IgnoreCase);
        for (const QString& name : names)
            if (isRunFolder(place.filePath(name)) || isForeignRun(place.filePath(name)))
                paths << QDir::cleanPath(place.absoluteFilePath(name));
    }
    for (const QString& path : added)
        if (!paths.contains(path))
            paths << path;
    return paths;
}

/// A process of another host cannot be asked whether it lives: its heartbeat says it.
void judgeSilence(RunSnapshot& run, RunTail& tail) {
    if (!run.isAlive())
        return;
    run.silentSeconds = tail.secondsSilent(run.status.heartbeat);
    if (run.isRemote() && run.silentSeconds > kLostSeconds)
        run.status.state = runs::RunState::Lost;
}

RunSnapshot snapshotOf(const QString& path, RunTail& tail, const Services& services) {
    RunSnapshot run;
    run.path = path;
    if (!QFileInfo::exists(path)) {
        run.problem = path;
        run.status.state = runs::RunState::Lost;
        return run;
    }
    if (services.readRunStatus) {
        if (auto status = services.readRunStatus(systemPath(path)))
            run.status = std::move(*status);
        else
            run.problem = QString::fromStdString(status.error().message);
    }
    judgeSilence(run, tail);
    tail.read();
    run.curves = tail.curves();
    run.loss = tail.loss();
    run.remainingSeconds = tail.remainingSeconds();
    run.imagesPerSecond = tail.imagesPerSecond();
    run.memoryBytes = tail.memoryBytes();
    if (run.isAlive()) // its status is up to two seconds old
        run.status.step = std::max(run.status.step, tail.step());
    const runs::RunStatus& status = run.status;
    if (run.remainingSeconds < 0.0 && status.secondsPerStep > 0.0 && run.isAlive())
        run.remainingSeconds = double(status.steps - status.step) * status.secondsPerStep;
    if (status.message.empty() && status.state == runs::RunState::Failed)
        run.status.message = tail.error().toStdString();
    run.moments = momentsOf(path);
    run.log = logEnd(path);
    return run;
}

RunSnapshot snapshotOf(const QString& path, ForeignRun& reader) {
    RunSnapshot run;
    run.path = path;
    run.isForeign = true;
    reader.read();
    run.curves = reader.curves();
    run.loss = reader.loss();
    run.status.step = reader.step();
    run.status.message = reader.problem().toStdString();
    return run;
}

} // namespace

RunSnapshot RunWatch::snapshot(const QString& path, Readers& readers, const Services& services) {
    if (isForeignRun(path))
        return snapshotOf(path, readers.foreign.try_emplace(path, path).first->second);
    return snapshotOf(path, readers.tails.try_emplace(path, path).first->second, services);
}

RunWatch::RunWatch(Services services, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_runner(runner) {
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &RunWatch::look);
}

void RunWatch::setFolder(const QString& folder) {
    if (folder == m_folder)
        return;
    m_folder = folder;
    Q_EMIT foldersChanged();
    look();
}

void RunWatch::setAdded(const QStringList& runs) {
    m_added = runs;
    Q_EMIT foldersChanged();
    look();
}

void RunWatch::add(const QString& run) {
    const QString path = QDir::cleanPath(QFileInfo(run).absoluteFilePath());
    if (!m_added.contains(path) && QFileInfo(path).path() != QDir::cleanPath(m_folder))
        setAdded(m_added + QStringList{path});
    else
        look();
}

void RunWatch::setActive(bool isActive) {
    if (isActive == m_timer.isActive())
        return;
    if (!isActive)
        return m_timer.stop();
    m_timer.start();
    look();
}

void RunWatch::look() {
    if (m_isLooking) {
        m_isAgain = true;
        return;
    }
    m_isLooking = true;
    using Found = std::vector<RunSnapshot>;
    m_runner.start(
        this, tr("Looking at runs"),
        [folder = m_folder, added = m_added, readers = m_readers,
         services = m_services](TaskContext& context) -> Result<Found> {
            Found found;
            for (const QString& path : runsIn(folder, added)) {
                if (context.stopRequested())
                    return cancelled();
                found.push_back(snapshot(path, *readers, services));
            }
            return found;
        },
        [this, folder = m_folder](Result<Found> found) {
            m_isLooking = false;
            if (found && folder == m_folder) {
                m_runs = std::move(*found);
                Q_EMIT changed();
            }
            if (std::exchange(m_isAgain, false))
                look();
        },
        Lane::Analysis);
}

const RunSnapshot* RunWatch::find(const QString& path) const {
    const auto found = std::ranges::find(m_runs, path, &RunSnapshot::path);
    return found == m_runs.end() ? nullptr : &*found;
}

} // namespace hierascope::widgets
