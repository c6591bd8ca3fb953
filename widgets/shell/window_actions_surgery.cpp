// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

// The actions that edit tokens in the Pyramid view.
namespace hierascope::widgets {

void WindowActions::makeSurgeryMenu(QMainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(tr("To&kens"));
    menu->setToolTipsVisible(true);
    editTokens = addToggle(*menu, "editTokens", tr("&Edit Tokens"),
                           tr("Put something else in the place of tokens and see what it does"),
                           {Qt::Key_W});
    menu->addSeparator();
    const auto addHere = [&](const char* name, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        surgery << add(*menu, name, text, tip, {key});
    };
    addHere("tokensNearCode", tr("Replace by the &Nearest Code"),
            tr("The code whose vector is nearest to each selected token's own"), Qt::Key_N);
    addHere("tokensCode", tr("Replace by a &Code"), tr("The code whose number the panel shows"),
            Qt::Key_J);
    addHere("tokensZero", tr("Replace by &Zero"), tr("Numbers that are all zero"), Qt::Key_Z);
    addHere("tokensMask", tr("Replace by the &Mask Token"),
            tr("The token that the model learnt for a gap"), Qt::SHIFT | Qt::Key_Z);
    addHere("tokensNoise", tr("Add N&oise"), tr("Add normal noise to the selected tokens"),
            Qt::SHIFT | Qt::Key_N);
    menu->addSeparator();
    addHere("tokensInterpolate", tr("&Interpolate with the Source"),
            tr("Between each selected token and the source's at its place"), Qt::Key_K);
    addHere("tokensTake", tr("&Take the Source's Tokens"),
            tr("The tokens of B or another image at the places of the selected ones"), Qt::Key_G);
    addHere("tokensTakeLevel", tr("Take the Source's Whole &Level"),
            tr("What if this level came from the other image?"), Qt::SHIFT | Qt::Key_G);
    menu->addSeparator();
    addHere("tokensCopy", tr("Copy To&kens"),
            tr("Keep the selected tokens; they can be put into any image"), Qt::Key_C);
    addHere("tokensPaste", tr("&Paste Tokens"), tr("Put the copied tokens on the selected ones"),
            Qt::Key_V);
    addHere("tokensPasteInPlace", tr("P&aste Tokens in Place"),
            tr("Put the copied tokens where they were copied"), Qt::SHIFT | Qt::Key_V);
    menu->addSeparator();
    addHere("tokensRestore", tr("&Restore Tokens"),
            tr("Put back what stood in the place of the selected tokens"), Qt::Key_Backspace);
    addHere("tokensUnedited", tr("Show the Image &Unedited"),
            tr("Show the image without edits; they stay in the history"),
            Qt::SHIFT | Qt::Key_Backspace);
    addHere("tokensCompare", tr("Compare &with the Unedited Image"),
            tr("Make B the same image without edits, beside this one"), Qt::Key_U);
    addHere("tokensEarlier", tr("Earlier E&dit"), tr("Show one edit less"), Qt::ALT | Qt::Key_Left);
    addHere("tokensLater", tr("Later Edit"), tr("Show one edit more"), Qt::ALT | Qt::Key_Right);
}

} // namespace hierascope::widgets
