// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "widgets/shell/main_window.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"
#include "widgets/state/foreign_run.h"
#include "widgets/train/new_run_panel.h"
#include "widgets/train/run_panel.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QListView>

// What the actions of the Train view do.
namespace hierascope::widgets {

namespace {

/// The actions that ask something of the run that is shown.
std::array<std::pair<QAction*, RunAct>, 8> runActs(const WindowActions& on) {
    return {{{on.startRun, RunAct::Start},
             {on.pauseRun, RunAct::Pause},
             {on.stopRun, RunAct::Stop},
             {on.extendRun, RunAct::Extend},
             {on.sampleRun, RunAct::Sample},
             {on.saveRun, RunAct::Save},
             {on.duplicateRun, RunAct::Duplicate},
             {on.openRunFolder, RunAct::OpenFolder}}};
}

} // namespace

void MainWindow::setTrainFiles(const QString& presets, const QString& demoData) {
    m_trainRoom->panel()->newRun()->setPresets(presets, demoData);
}

/// Runs join the list in every view; in this one, all else is data to train on.
bool MainWindow::dropOnTrain(const QStringList& paths) {
    const bool isHere = currentRoom() == Room::Train;
    QStringList folders;
    for (const QString& path : paths)
        if (isHere ? QFileInfo(path).isDir() : isRunFolder(path))
            folders << path;
    m_runner.start(
        this, tr("Looking at files"),
        [folders](TaskContext&) -> Result<QStringList> {
            QStringList runs;
            for (const QString& folder : folders)
                runs << allRunsIn(folder);
            return runs;
        },
        [this, isHere, paths](const Result<QStringList>& runs) {
            if (runs)
                takeDropped(paths, *runs, isHere);
        },
        Lane::Analysis);
    return isHere;
}

void MainWindow::takeDropped(const QStringList& paths, const QStringList& runs, bool isHere) {
    for (const QString& run : runs)
        m_train.watch().add(run);
    if (isHere && !runs.isEmpty()) {
        m_train.setCurrent(runs.first());
    } else if (isHere && paths.size() == 1) {
        m_trainRoom->panel()->newRun()->setData(paths.first());
        m_trainRoom->showNewRun();
    }
}

void MainWindow::connectTrain() {
    const auto logged = [this](log::Level level, const QString& sentence) {
        m_log.append(level, tr("window"), sentence);
        say(sentence);
    };
    connect(&m_train, &TrainBench::changed, this, &MainWindow::followTrain);
    connect(&m_train, &TrainBench::failed, this,
            [logged](const QString& sentence) { logged(log::Level::Error, sentence); });
    connect(&m_train, &TrainBench::ended, this,
            [this, logged](const QString& name, runs::RunState state) {
                const bool isGood = state == runs::RunState::Finished;
                const QString sentence =
                    isGood ? tr("The training of %1 is finished.").arg(name)
                    : state == runs::RunState::Failed
                        ? tr("The training of %1 has failed.").arg(name)
                        : tr("The training of %1 is lost: its process is gone.").arg(name);
                logged(isGood ? log::Level::Info : log::Level::Error, sentence);
                QApplication::alert(this);
                if (m_train.services().notify && !isActiveWindow())
                    m_train.services().notify(windowTitle(), sentence);
            });
    connect(m_trainRoom, &TrainRoom::newRunWanted, this, [this] { m_docks->inspector()->show(); });
    connect(m_trainRoom, &TrainRoom::checkpointChosen, this, &MainWindow::openCheckpoint);
    const auto choose = [this] {
        askForFolder(this, tr("Choose the Folder of Runs"), [this](const QStringList& folders) {
            if (!folders.isEmpty())
                m_train.watch().setFolder(folders.first());
        });
    };
    connect(m_trainRoom, &TrainRoom::runsFolderWanted, this, choose);
    connect(m_actions->chooseRuns, &QAction::triggered, this, choose);
    connect(m_actions->queueRuns, &QAction::toggled, &m_train.queue(), &RunQueue::setOn);
    connect(m_actions->keepAwake, &QAction::toggled, &m_train, &TrainBench::setCanKeepAwake);
    connect(m_actions->newRun, &QAction::triggered, this, [this] {
        showRoom(Room::Train);
        m_trainRoom->showNewRun();
    });
    for (const auto& [action, act] : runActs(*m_actions)) {
        m_trainRoom->list()->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, act = act] { m_trainRoom->panel()->run()->act(act); });
    }
    m_trainRoom->list()->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::openCheckpoint(const QString& path, bool isB) {
    if (isB && !m_state.choice().a.model.isEmpty()) {
        m_state.compareWith({path, {}});
        return say(tr("%1 is B.").arg(fileNameOf(path)));
    }
    m_state.setModel(Side::A, path);
    say(tr("%1 is A.").arg(fileNameOf(path)));
}

void MainWindow::followTrain() {
    const bool isThere = currentRoom() == Room::Train;
    const WindowActions& on = *m_actions;
    for (const auto& [action, act] : runActs(*m_actions))
        action->setEnabled(isThere && m_train.obstacle(act).isEmpty());
    on.queueRuns->setChecked(m_train.queue().isOn());
}

} // namespace hierascope::widgets
