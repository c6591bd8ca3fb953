// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

// The actions of the Attention view.
namespace hierascope::widgets {

void WindowActions::makeAttentionMenu(QMainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(tr("&Attention"));
    menu->setToolTipsVisible(true);
    const auto addHere = [&](const char* name, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        QAction* action = add(*menu, name, text, tip, {key});
        attention << action;
        return action;
    };
    attentionLooks = new QActionGroup(this);
    const auto addLook = [&](const char* name, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        QAction* action = addHere(name, text, tip, key);
        action->setCheckable(true);
        attentionLooks->addAction(action);
    };
    addLook("attentionMaps", tr("&Maps over the Image"),
            tr("The selected token's attention over the image"), Qt::Key_M);
    addLook("attentionHeads", tr("All &Heads"), tr("Every head of every layer as a small map"),
            Qt::Key_H);
    addLook("attentionMask", tr("Declared Mas&k"),
            tr("The declared mask, and a head's attention of all tokens"), Qt::Key_K);
    addLook("attentionSummary", tr("&Summary from Level to Level"),
            tr("How much of each level's attention goes to each level"), Qt::Key_S);
    addLook("attentionInfluence", tr("Measured &Influence"),
            tr("Disturb the selected token and see what moves"), Qt::Key_I);
    addLook("attentionAudit", tr("&Audit of the Mask"),
            tr("Declared against measured dependency: leaks"), Qt::Key_A);
    menu->addSeparator();
    attentionPart = addHere("attentionPart", tr("&Encoder or Decoder"),
                            tr("Look into the other part of the model"), Qt::Key_E);
    attentionDirection = addHere("attentionDirection", tr("&Reads or Is Read"),
                                 tr("Whom the token reads, or who reads it"), Qt::Key_R);
    previousLayer = addHere("previousLayer", tr("&Previous Layer"), tr("Look one layer earlier"),
                            Qt::CTRL | Qt::Key_Up);
    nextLayer = addHere("nextLayer", tr("&Next Layer"), tr("Look one layer later"),
                        Qt::CTRL | Qt::Key_Down);
    previousHead = addHere("previousHead", tr("Pre&vious Head"),
                           tr("The head before; before the first comes the mean of all"),
                           Qt::ALT | Qt::Key_Up);
    nextHead = addHere("nextHead", tr("Ne&xt Head"), tr("The next head of the layer"),
                       Qt::ALT | Qt::Key_Down);
    headOrder = addHere("headOrder", tr("&Order of the Heads"),
                        tr("By layer, by entropy, or by distance"), Qt::Key_O);
    nextDisturbance = addHere("nextDisturbance", tr("Next &Disturbance"),
                              tr("Zero, mean, noise, or the mask token"), Qt::Key_N);
    menu->addSeparator();
    copyAttention = addHere("copyAttention", tr("&Copy the Numbers"),
                            tr("Copy the numbers of this look as a Markdown table"),
                            Qt::CTRL | Qt::SHIFT | Qt::Key_C);
}

} // namespace hierascope::widgets
