// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

// The actions of the Codebook view.
namespace hierascope::widgets {

void WindowActions::makeCodebookMenu(QMainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(tr("Code&book"));
    menu->setToolTipsVisible(true);
    const auto addHere = [&](const char* name, const QString& text, const QString& tip,
                             const QList<QKeySequence>& keys) {
        QAction* action = add(*menu, name, text, tip, keys);
        codebook << action;
        return action;
    };
    countCodes = addHere("countCodes", tr("&Count, or Stop Counting"),
                         tr("Encode the images and count their codes, or keep what there is"),
                         {Qt::Key_Space});
    codeFolder = addHere("codeFolder", tr("Count a &Folder…"),
                         tr("Count the codes of a folder's images"), {});
    codeFile = addHere("codeFile", tr("Count a Data Set in One F&ile…"),
                       tr("Count the codes of an IDX file or another packed set"), {});
    codebookDemo = add(*menu, "codebookDemo", tr("Count the &Demo's Images"),
                       tr("Show the Codebook view and count the codes of the demo's images"));
    menu->addSeparator();
    codeLooks = new QActionGroup(this);
    const auto addLook = [&](const char* name, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        QAction* action = addHere(name, text, tip, {key});
        action->setCheckable(true);
        codeLooks->addAction(action);
    };
    addLook("codeGrid", tr("Codes as a &Grid"), tr("Every code as a cell"), Qt::Key_G);
    addLook("codeMap", tr("Codes as a &Map"), tr("Every code where PCA lays its vector"),
            Qt::Key_M);
    codeSort = addHere("codeSort", tr("Next &Order of the Codes"),
                       tr("By usage, by number, or by level"), {Qt::Key_O});
    previousCodeLevel = addHere("previousCodeLevel", tr("Usage of the Level &Before"),
                                tr("Show the usage of a coarser level; before the first come all"),
                                {Qt::CTRL | Qt::Key_Up});
    nextCodeLevel = addHere("nextCodeLevel", tr("Usage of the &Next Level"),
                            tr("Show the usage of a finer level"), {Qt::CTRL | Qt::Key_Down});
    previousChannel = addHere("previousChannel", tr("&Previous Channel"),
                              tr("Traverse the channel before"), {Qt::ALT | Qt::Key_Up});
    nextChannel = addHere("nextChannel", tr("Next C&hannel"), tr("Traverse the next channel"),
                          {Qt::ALT | Qt::Key_Down});
    menu->addSeparator();
    copyCodebook = addHere("copyCodebook", tr("Cop&y the Numbers"),
                           tr("Copy the numbers of this view as a Markdown table"),
                           {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
}

} // namespace hierascope::widgets
