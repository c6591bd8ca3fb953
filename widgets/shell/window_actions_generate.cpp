// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

// The actions of the Generate view.
namespace hierascope::widgets {

void WindowActions::makeGenerateMenu(QMainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(tr("&Generate"));
    menu->setToolTipsVisible(true);
    const auto add = [&](const char* name, const QString& text, const QString& tip,
                         const QList<QKeySequence>& keys) {
        QAction* action = WindowActions::add(*menu, name, text, tip, keys);
        generation << action;
        return action;
    };
    generate =
        add("generate", tr("&Generate"), tr("Begin with the settings and go through all steps"),
            {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    generateStep =
        add("generateStep", tr("One &Step On"),
            tr("Move the step cursor on, and compute the step where it is missing"), {Qt::Key_N});
    playGeneration = add("playGeneration", tr("&Play or Stop"),
                         tr("Compute what is missing, or go through the steps again; or stop it"),
                         {Qt::Key_Space});
    loopGeneration = addToggle(*menu, "loopGeneration", tr("&Loop"),
                               tr("Begin again at the end of the steps"), {Qt::Key_L});
    generation << loopGeneration;
    menu->addSeparator();
    previousStep = add("previousStep", tr("Step &Before"), tr("Move the step cursor back"),
                       {Qt::SHIFT | Qt::Key_Left});
    nextStep =
        add("nextStep", tr("Step &After"), tr("Move the step cursor on, over steps that are there"),
            {Qt::SHIFT | Qt::Key_Right});
    menu->addSeparator();
    branchHere =
        add("branchHere", tr("Branch &Here"),
            tr("Go on behind the step under the cursor with the settings"), {Qt::CTRL | Qt::Key_B});
    previousBranch = add("previousBranch", tr("Branch A&bove"),
                         tr("Show the branch above in the tree"), {Qt::SHIFT | Qt::Key_Up});
    nextBranch = add("nextBranch", tr("Branch Belo&w"), tr("Show the branch below in the tree"),
                     {Qt::SHIFT | Qt::Key_Down});
    removeBranch = add("removeBranch", tr("&Remove Branch"),
                       tr("Take the branch away with those that begin in it; undo brings it back"),
                       {Qt::CTRL | Qt::Key_Delete});
    menu->addSeparator();
    randomSeed =
        add("randomSeed", tr("Ran&dom Seed"), tr("Take a random seed"), {Qt::CTRL | Qt::Key_R});
    gridOfSeeds =
        add("gridOfSeeds", tr("Grid of &Nine Seeds"),
            tr("Show nine seeds at once, or one picture large again"), {Qt::CTRL | Qt::Key_G});
    lockStep = add("lockStep", tr("Loc&k Step with Another Generator"),
                   tr("Run another generator of the library as B beside A, or stop that"),
                   {Qt::CTRL | Qt::Key_J});
    menu->addSeparator();
    generatorDemo = WindowActions::add(*menu, "generatorDemo", tr("&Open the Generator Demo"),
                                       tr("Open the demo's generators and generate an image"));
}

} // namespace hierascope::widgets
