// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace hierascope::widgets {

namespace {

QAction* add(QMenu& menu, const QString& text, const QString& tip,
             const QList<QKeySequence>& keys = {}) {
    QAction* action = menu.addAction(text);
    action->setShortcuts(keys);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    return action;
}

QAction* addToggle(QMenu& menu, const QString& text, const QString& tip, bool isOn,
                   const QList<QKeySequence>& keys = {}) {
    QAction* action = add(menu, text, tip, keys);
    action->setCheckable(true);
    action->setChecked(isOn);
    return action;
}

QMenu* addMenu(QMainWindow& window, const QString& title) {
    QMenu* menu = window.menuBar()->addMenu(title);
    menu->setToolTipsVisible(true);
    return menu;
}

} // namespace

WindowActions::WindowActions(QMainWindow& window) : QObject(&window) {
    makeFileMenu(window);
    makeEditMenu(window);
    makeViewMenu(window);
    makeHelpMenu(window);
}

void WindowActions::makeFileMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&File"));
    openImages =
        add(*menu, tr("Open &Images…"), tr("Add photographs to the library"), {QKeySequence::Open});
    openModel = add(*menu, tr("Open &Model Folder…"),
                    tr("Open a folder with config.json and model.safetensors"),
                    {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    menu->addSeparator();
    quit = add(*menu, tr("&Quit"), tr("Close the window"), {Qt::CTRL | Qt::Key_Q});
}

void WindowActions::makeEditMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&Edit"));
    copyPicture =
        add(*menu, tr("&Copy Picture"),
            tr("Copy the large picture to the clipboard, at its own pixels"), {QKeySequence::Copy});
    menu->addSeparator();
    removeImage = add(*menu, tr("Remove &Image from the List"), tr("The file stays where it is"),
                      {QKeySequence::Delete});
    removeModel = add(*menu, tr("Remove &Model from the List"), tr("The folder stays where it is"),
                      {Qt::SHIFT | Qt::Key_Delete});
}

void WindowActions::makeViewMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&View"));
    previousLevel =
        add(*menu, tr("&Coarser Level"), tr("Move every view one level down"), {Qt::Key_Left});
    nextLevel = add(*menu, tr("&Finer Level"), tr("Move every view one level up"), {Qt::Key_Right});
    previousImage = add(*menu, tr("&Previous Image"), tr("Show the image before in the library"),
                        {Qt::Key_PageUp});
    nextImage =
        add(*menu, tr("&Next Image"), tr("Show the next image of the library"), {Qt::Key_PageDown});
    menu->addSeparator();
    makePictureActions(*menu);
    menu->addSeparator();
    zoomIn = add(*menu, tr("Zoom &In"), tr("Enlarge the picture"),
                 {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal),
                  QKeySequence(QKeySequence::ZoomIn)});
    zoomOut = add(*menu, tr("Zoom &Out"), tr("Make the picture smaller"),
                  {QKeySequence(Qt::Key_Minus), QKeySequence(QKeySequence::ZoomOut)});
    fit = add(*menu, tr("Fi&t"), tr("Show the whole picture"), {Qt::Key_F});
    truePixels =
        add(*menu, tr("True Pi&xels"), tr("One picture pixel on one display pixel"), {Qt::Key_1});
    menu->addSeparator();
    showLibrary = addToggle(*menu, tr("&Library"), tr("Show or hide the library"), true);
    showInspector = addToggle(*menu, tr("In&spector"), tr("Show or hide the numbers"), true);
    lightTheme = addToggle(*menu, tr("Light &Theme"), tr("Dark text on light panels"), false);
}

void WindowActions::makePictureActions(QMenu& menu) {
    pictures = new QActionGroup(this);
    pictures->addAction(addToggle(menu, tr("&Reconstruction"),
                                  tr("What the levels up to this one reconstruct"), true,
                                  {Qt::Key_R}));
    pictures->addAction(addToggle(menu, tr("&Original"), tr("The image as it went into the model"),
                                  false, {Qt::Key_O}));
    pictures->addAction(addToggle(menu, tr("Resi&dual"),
                                  tr("What this level added to the one before, signed"), false,
                                  {Qt::Key_D}));
}

void WindowActions::makeHelpMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&Help"));
    showHint = add(*menu, tr("Show the &Hint"), tr("Show the line for newcomers again"));
    about = add(*menu, tr("&About Hierascope"), tr("Version and licence"));
}

} // namespace hierascope::widgets
