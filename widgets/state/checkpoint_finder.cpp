// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/checkpoint_finder.h"

#include "widgets/state/path_finder.h"

#include <QFileInfo>

namespace hierascope::widgets {

namespace {

QString folderOf(const QString& model) {
    const QString folder = QFileInfo(model).path();
    const bool isRun =
        !model.isEmpty() && QFileInfo(folder).fileName() == QLatin1String("checkpoints");
    return isRun ? folder : QString();
}

} // namespace

CheckpointFinder::CheckpointFinder(ViewState& state, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_state(state), m_runner(runner) {
    connect(&state, &ViewState::choiceChanged, this, &CheckpointFinder::follow);
    connect(&m_watch, &FileWatch::changed, this, [this] {
        for (const Side side : kSides)
            look(side);
    });
}

void CheckpointFinder::follow() {
    QStringList watched;
    for (const Side side : kSides) {
        const bool isShown = side == Side::A || m_state.hasB();
        const QString folder =
            isShown ? folderOf(m_state.choice().resolved(side).model) : QString();
        if (!folder.isEmpty())
            watched << folder;
        QString& known = m_folders[std::size_t(side)];
        if (folder == known)
            continue;
        known = folder;
        look(side);
    }
    watched.removeDuplicates();
    m_watch.setPaths(watched);
}

void CheckpointFinder::look(Side side) {
    const QString folder = m_folders[std::size_t(side)];
    LatestTask& task = m_tasks[std::size_t(side)];
    task.drop();
    if (folder.isEmpty())
        return m_state.setCheckpoints(side, {});
    task.start(
        m_runner, this, tr("Looking at files"),
        [folder](TaskContext&) -> Result<QStringList> { return checkpointsIn(folder); },
        [this, side](const Result<QStringList>& paths) {
            m_state.setCheckpoints(side, paths ? *paths : QStringList());
        },
        Lane::Analysis);
}

} // namespace hierascope::widgets
