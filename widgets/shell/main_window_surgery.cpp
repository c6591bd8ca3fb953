// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/pyramid/surgery_history.h"
#include "widgets/pyramid/surgery_panel.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"

#include <QAction>

// What the actions that edit tokens do.
namespace hierascope::widgets {

void MainWindow::connectSurgery() {
    const WindowActions& on = *m_actions;
    m_room->setSurgery(m_surgeryPanel, m_surgeryPanel->history());
    connect(on.editTokens, &QAction::triggered, m_room, &PyramidRoom::setEditing);
    connect(m_room, &PyramidRoom::editingChanged, on.editTokens, &QAction::setChecked);
    connect(m_room, &PyramidRoom::editingChanged, this, &MainWindow::showFilmstrip);
    for (int i = 0; i < kSurgeryActs; ++i)
        connect(on.surgery.at(i), &QAction::triggered, this, [this, act = SurgeryAct(i)] {
            m_room->setEditing(true); // what happens is seen in the history
            m_surgery.act(act);
        });
    connect(&m_surgery, &SurgeryBench::changed, this, &MainWindow::followSurgery);
    connect(&m_surgery, &SurgeryBench::failed, this, [this](const QString& sentence) {
        m_log.append(log::Level::Error, tr("window"), sentence);
        say(sentence);
    });
}

void MainWindow::followSurgery() {
    const bool isThere = currentRoom() == Room::Pyramid;
    m_actions->editTokens->setEnabled(isThere);
    for (int i = 0; i < kSurgeryActs; ++i)
        m_actions->surgery.at(i)->setEnabled(isThere &&
                                             m_surgery.obstacle(SurgeryAct(i)).isEmpty());
}

} // namespace hierascope::widgets
