// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"
#include "widgets/train/train_text.h"

#include <QAction>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

// The actions of the Train view.
namespace hierascope::widgets {

void WindowActions::makeTrainMenu(QMainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(tr("&Train"));
    menu->setToolTipsVisible(true);
    const auto addRun = [&](const char* name, const QString& text, RunAct act,
                            const QList<QKeySequence>& keys = {}) {
        QAction* action = add(*menu, name, text, runActTip(act), keys);
        train << action;
        return action;
    };
    newRun = add(*menu, "newRun", tr("&New Run…"), tr("Choose settings and data for a training"),
                 {Qt::CTRL | Qt::SHIFT | Qt::Key_N});
    menu->addSeparator();
    startRun = addRun("startRun", tr("&Start or Resume the Run"), RunAct::Start,
                      {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    pauseRun = addRun("pauseRun", tr("&Pause the Run"), RunAct::Pause, {Qt::CTRL | Qt::Key_P});
    stopRun =
        addRun("stopRun", tr("S&top the Run"), RunAct::Stop, {Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    extendRun = addRun("extendRun", tr("&Extend the Run"), RunAct::Extend);
    sampleRun = addRun("sampleRun", tr("Sample &Now"), RunAct::Sample);
    saveRun = addRun("saveRun", tr("Save a &Checkpoint Now"), RunAct::Save, {QKeySequence::Save});
    menu->addSeparator();
    duplicateRun =
        addRun("duplicateRun", tr("&Duplicate the Run with Changes…"), RunAct::Duplicate);
    openRunFolder = addRun("openRunFolder", tr("Open the Run's &Folder"), RunAct::OpenFolder);
    menu->addSeparator();
    queueRuns = addToggle(*menu, "queueRuns", tr("&Queue"),
                          tr("Start runs one after the other: a new one waits while another one "
                             "trains"));
    keepAwake = addToggle(*menu, "keepAwake", tr("Stay A&wake While Training"),
                          tr("This computer does not go to sleep while one of its runs trains and "
                             "this window is open"));
    keepAwake->setChecked(true);
    chooseRuns = add(*menu, "chooseRuns", tr("Choose the &Runs Folder…"),
                     tr("Runs are listed from it and made in it"));
}

} // namespace hierascope::widgets
