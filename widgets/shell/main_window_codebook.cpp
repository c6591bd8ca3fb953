// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "widgets/codebook/codebook_bar.h"
#include "widgets/codebook/codebook_room.h"
#include "widgets/common/table_text.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/pyramid_content.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>

// What the actions of the Codebook view do.
namespace hierascope::widgets {

void MainWindow::setCodebookDemo(const QString& folder) {
    m_codebookRoom->setDemo(folder);
    m_actions->codebookDemo->setEnabled(!folder.isEmpty());
}

bool MainWindow::dropOnCodebook(const QStringList& paths) {
    if (currentRoom() != Room::Codebook || paths.size() != 1 || !isDataSet(paths.front()))
        return false;
    m_codebookRoom->bar()->addData(paths.front());
    return true;
}

void MainWindow::connectCodebook() {
    connect(m_codebookRoom, &CodebookRoom::openModelWanted, m_actions->openModel,
            &QAction::trigger);
    connect(&m_state, &ViewState::choiceChanged, this, &MainWindow::followCodebook);
    connect(&m_state, &ViewState::modelInfoChanged, this, &MainWindow::followCodebook);
    connect(&m_codebook, &CodebookState::changed, this, [this](Side side) {
        const CodebookState::Shown& now = m_codebook.at(side);
        if (now.phase == CodebookState::Phase::Failed && m_codebookError != now.error.message) {
            m_codebookError = now.error.message;
            m_log.append(log::Level::Error, tr("window"), QString::fromStdString(m_codebookError));
        }
        followCodebook();
    });
    connectCodebookActions();
    setCodebookDemo({});
}

void MainWindow::connectCodebookActions() {
    const WindowActions& on = *m_actions;
    const auto change = [this](const QString& what, auto edit) {
        CodebookChoice next = m_codebook.choice();
        edit(next);
        setCodebook(m_state, next, what);
    };
    connect(on.countCodes, &QAction::triggered, this, [this] {
        const bool isCounting = m_codebook.at(Side::A).phase == CodebookState::Phase::Counting;
        isCounting ? m_codebookBench.stop() : m_codebookBench.start();
    });
    connect(on.codeFolder, &QAction::triggered, m_codebookRoom->bar(), &CodebookBar::askForFolder);
    connect(on.codeFile, &QAction::triggered, m_codebookRoom->bar(), &CodebookBar::askForFile);
    connect(on.codebookDemo, &QAction::triggered, this, [this] {
        showRoom(Room::Codebook);
        m_codebookRoom->startDemo();
    });
    connect(on.codeLooks, &QActionGroup::triggered, this, [this, change](QAction* action) {
        const auto look = CodeLook(m_actions->codeLooks->actions().indexOf(action));
        change(tr("Look"), [look](CodebookChoice& next) { next.look = look; });
    });
    connect(on.codeSort, &QAction::triggered, this, [change] {
        change(tr("Order"), [](CodebookChoice& next) {
            next.sort = CodeSort((int(next.sort) + 1) % kCodeSorts);
        });
    });
    const auto stepLevel = [this, change](int by) {
        const auto info = m_state.modelInfo();
        const int last = info ? int(info->levels.size()) - 1 : -1;
        change(tr("Level"), [=](CodebookChoice& next) {
            next.level = std::clamp(next.level + by, int(CodebookChoice::kAllLevels), last);
        });
    };
    connect(on.previousCodeLevel, &QAction::triggered, this, [stepLevel] { stepLevel(-1); });
    connect(on.nextCodeLevel, &QAction::triggered, this, [stepLevel] { stepLevel(1); });
    const auto stepChannel = [this, change](int by) {
        const CodebookState::Study& study = m_codebook.at(Side::A).study;
        if (!study)
            return;
        const int last = int(study->channels.size()) - 1;
        change(tr("Channel"), [=](CodebookChoice& next) {
            next.channel = std::clamp(next.channel + by, 0, std::max(0, last));
        });
    };
    connect(on.previousChannel, &QAction::triggered, this, [stepChannel] { stepChannel(-1); });
    connect(on.nextChannel, &QAction::triggered, this, [stepChannel] { stepChannel(1); });
    connect(on.copyCodebook, &QAction::triggered, this, [this] {
        QApplication::clipboard()->setText(toMarkdown(m_codebookRoom->table()));
        say(tr("The numbers are on the clipboard."));
    });
}

void MainWindow::followCodebook() {
    const bool isThere = currentRoom() == Room::Codebook;
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    const WindowActions& on = *m_actions;
    for (QAction* action : on.codebook)
        action->setEnabled(isThere);
    on.countCodes->setEnabled(isThere && !m_state.choice().a.model.isEmpty());
    for (QAction* action : on.codeLooks->actions())
        action->setEnabled(isThere && a.atlas);
    on.codeLooks->actions().at(int(m_codebook.choice().look))->setChecked(true);
    for (QAction* action : {on.codeSort, on.previousCodeLevel, on.nextCodeLevel})
        action->setEnabled(isThere && a.atlas);
    for (QAction* action : {on.previousChannel, on.nextChannel})
        action->setEnabled(isThere && a.study);
    on.copyCodebook->setEnabled(isThere && m_codebook.isReady());
    if (isThere)
        followPicture();
}

} // namespace hierascope::widgets
