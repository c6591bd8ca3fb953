// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace hierascope::widgets {

namespace {

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
    makeCompareMenu(window);
    makeSurgeryMenu(window);
    makeLatentsMenu(window);
    makeAttentionMenu(window);
    makeGenerateMenu(window);
    makeCodebookMenu(window);
    makeTrainMenu(window);
    makeWindowMenu(window);
    makeHelpMenu(window);
}

void WindowActions::adopt(QAction* action, const char* name) {
    action->setObjectName(QString::fromLatin1(name));
    m_all << action;
}

QAction* WindowActions::add(QMenu& menu, const char* name, const QString& text, const QString& tip,
                            const QList<QKeySequence>& keys) {
    QAction* action = menu.addAction(text);
    action->setShortcuts(keys);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    adopt(action, name);
    return action;
}

QAction* WindowActions::addToggle(QMenu& menu, const char* name, const QString& text,
                                  const QString& tip, const QList<QKeySequence>& keys) {
    QAction* action = add(menu, name, text, tip, keys);
    action->setCheckable(true);
    return action;
}

void WindowActions::makeFileMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&File"));
    openImages = add(*menu, "openImages", tr("Open &Images…"), tr("Add photographs to the library"),
                     {QKeySequence::Open});
    openModel = add(*menu, "openModel", tr("Open &Model Folder…"),
                    tr("Open a folder with config.json and model.safetensors"),
                    {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    recent = menu->addMenu(tr("Open &Recent"));
    menu->addSeparator();
    openSession = add(*menu, "openSession", tr("Open &Session…"),
                      tr("Show again what a session file holds: subjects, cursors, views"));
    saveSession = add(*menu, "saveSession", tr("&Save Session"),
                      tr("Keep what the window shows in its session file"), {QKeySequence::Save});
    saveSessionAs = add(*menu, "saveSessionAs", tr("Save Session &As…"),
                        tr("Keep what the window shows in another session file"));
    menu->addSeparator();
    watchFolder = add(*menu, "watchFolder", tr("&Watch a Folder…"),
                      tr("Open what is in a folder now, and what comes into it later"));
    watched = menu->addMenu(tr("Watched &Folders"));
    menu->addSeparator();
    exportPicture =
        add(*menu, "export", tr("&Export…"),
            tr("Save the picture, or the whole ladder as one figure"), {Qt::CTRL | Qt::Key_E});
    menu->addSeparator();
    quit = add(*menu, "quit", tr("&Quit"), tr("Close the window"), {Qt::CTRL | Qt::Key_Q});
}

void WindowActions::makeEditMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&Edit"));
    undo = add(*menu, "undo", tr("&Undo"), tr("Take back the last change of the view"),
               {QKeySequence::Undo});
    redo = add(*menu, "redo", tr("&Redo"), tr("Make the change again"),
               {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    menu->addSeparator();
    copyPicture =
        add(*menu, "copyPicture", tr("&Copy Picture"),
            tr("Copy the large picture to the clipboard, at its own pixels"), {QKeySequence::Copy});
    copyLadder = add(*menu, "copyLadder", tr("Copy the &Ladder's Numbers"),
                     tr("Copy the figures of all levels as a Markdown table"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    copyProvenance = add(*menu, "copyProvenance", tr("Copy &Provenance"),
                         tr("Copy how this picture was made, as JSON"));
    menu->addSeparator();
    deselect = add(*menu, "deselect", tr("&Deselect Tokens"), tr("Select no token"),
                   {Qt::CTRL | Qt::Key_D});
    removeImage = add(*menu, "removeImage", tr("Remove &Image from the List"),
                      tr("The file stays where it is"), {QKeySequence::Delete});
    removeModel = add(*menu, "removeModel", tr("Remove &Model from the List"),
                      tr("The folder stays where it is"), {Qt::SHIFT | Qt::Key_Delete});
    menu->addSeparator();
    editShortcuts = add(*menu, "editShortcuts", tr("&Keyboard Shortcuts…"),
                        tr("See and change the key of every action"));
}

void WindowActions::makeViewMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&View"));
    rooms = new QActionGroup(this);
    rooms->addAction(addToggle(*menu, "roomPyramid", tr("&Pyramid"),
                               tr("What each level reconstructs"), {Qt::CTRL | Qt::Key_1}));
    rooms->addAction(addToggle(*menu, "roomLatents", tr("&Latents"),
                               tr("Where the tokens lie in latent space, and how evenly"),
                               {Qt::CTRL | Qt::Key_2}));
    rooms->addAction(addToggle(*menu, "roomAttention", tr("A&ttention"),
                               tr("Who reads whom, and what really depends on what"),
                               {Qt::CTRL | Qt::Key_3}));
    rooms->addAction(addToggle(*menu, "roomGenerate", tr("Gen&erate"),
                               tr("How a generator writes an image, step by step"),
                               {Qt::CTRL | Qt::Key_4}));
    rooms->addAction(addToggle(*menu, "roomCodebook", tr("Code&book"),
                               tr("What each code is used for, or each channel"),
                               {Qt::CTRL | Qt::Key_5}));
    rooms->addAction(addToggle(*menu, "roomTrain", tr("T&rain"),
                               tr("Start, watch and compare trainings"), {Qt::CTRL | Qt::Key_6}));
    rooms->actions().first()->setChecked(true);
    menu->addSeparator();
    makeCursorActions(*menu);
    menu->addSeparator();
    makePictureActions(*menu);
    menu->addSeparator();
    tokenGrid = addToggle(*menu, "tokenGrid", tr("Token &Grid"),
                          tr("Show where the tokens of this level lie"), {Qt::Key_T});
    tokenColors = addToggle(*menu, "tokenColors", tr("Token &Colours"),
                            tr("Colour tokens by their vectors' principal components"),
                            {Qt::SHIFT | Qt::Key_T});
    menu->addSeparator();
    zoomIn = add(*menu, "zoomIn", tr("Zoom &In"), tr("Enlarge the picture"),
                 {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal),
                  QKeySequence(QKeySequence::ZoomIn)});
    zoomOut = add(*menu, "zoomOut", tr("Zoom &Out"), tr("Make the picture smaller"),
                  {QKeySequence(Qt::Key_Minus), QKeySequence(QKeySequence::ZoomOut)});
    fit = add(*menu, "fit", tr("Fi&t"), tr("Show the whole picture"), {Qt::Key_F});
    truePixels = add(*menu, "truePixels", tr("True Pi&xels"),
                     tr("One picture pixel on one display pixel"), {Qt::Key_1});
}

void WindowActions::makeCursorActions(QMenu& menu) {
    previousLevel = add(menu, "previousLevel", tr("&Coarser Level"),
                        tr("Move every view one level down"), {Qt::Key_Left});
    nextLevel = add(menu, "nextLevel", tr("&Finer Level"), tr("Move every view one level up"),
                    {Qt::Key_Right});
    playLevels =
        addToggle(menu, "playLevels", tr("Pl&ay the Levels"),
                  tr("Go through the levels, coarse to fine, again and again"), {Qt::Key_P});
    previousImage = add(menu, "previousImage", tr("&Previous Image"),
                        tr("Show the image before in the library"), {Qt::Key_PageUp});
    nextImage = add(menu, "nextImage", tr("&Next Image"), tr("Show the next image of the library"),
                    {Qt::Key_PageDown});
    const QString tip = tr("Move along the checkpoints of the run that the model belongs to");
    previousCheckpoint = add(menu, "previousCheckpoint", tr("&Earlier Checkpoint of A"), tip,
                             {Qt::CTRL | Qt::Key_Left});
    nextCheckpoint =
        add(menu, "nextCheckpoint", tr("&Later Checkpoint of A"), tip, {Qt::CTRL | Qt::Key_Right});
    previousCheckpointB = add(menu, "previousCheckpointB", tr("Earlier Checkpoint of B"), tip,
                              {Qt::CTRL | Qt::ALT | Qt::Key_Left});
    nextCheckpointB = add(menu, "nextCheckpointB", tr("Later Checkpoint of B"), tip,
                          {Qt::CTRL | Qt::ALT | Qt::Key_Right});
    playCheckpoints = addToggle(menu, "playCheckpoints", tr("Play the Chec&kpoints"),
                                tr("Go through the checkpoints of A's run, each as soon as it is "
                                   "computed"),
                                {Qt::SHIFT | Qt::Key_P});
}

void WindowActions::makePictureActions(QMenu& menu) {
    pictures = new QActionGroup(this);
    const auto add = [&](const char* name, const QString& text, const QString& tip,
                         const QKeySequence& key) {
        pictures->addAction(addToggle(menu, name, text, tip, {key}));
    };
    add("reconstruction", tr("&Reconstruction"), tr("What the levels up to this one reconstruct"),
        Qt::Key_R);
    add("original", tr("&Original"), tr("The image as it went into the model"), Qt::Key_O);
    add("residual", tr("Resi&dual"), tr("What this level added to the one before, signed"),
        Qt::Key_D);
    add("absoluteError", tr("&Absolute Error"), tr("How far each pixel is from the original"),
        Qt::Key_E);
    add("signedError", tr("&Signed Error"), tr("Reconstruction minus original, per pixel"),
        Qt::SHIFT | Qt::Key_E);
    add("commutation", tr("Co&mmutation Check"),
        tr("Does the decoder commute with downsampling? (HieraTok, appendix B)"), Qt::Key_M);
    add("hierarchies", tr("Image &Hierarchies"),
        tr("The image tokens inside of the encoder, merged again and again (ResTok)"), Qt::Key_H);
    add("moved", tr("Pixels That Edits Mo&ved"),
        tr("Edited minus unedited, where tokens are edited"), Qt::SHIFT | Qt::Key_M);
    pictures->actions().first()->setChecked(true);
}

void WindowActions::makeCompareMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&Compare"));
    compareWith = menu->addMenu(tr("Compare &with"));
    compareWith->setToolTipsVisible(true);
    menu->addSeparator();
    compares = new QActionGroup(this);
    const auto add = [&](const char* name, const QString& text, const QString& tip,
                         const QKeySequence& key) {
        compares->addAction(addToggle(*menu, name, text, tip, {key}));
    };
    add("onlyA", tr("Only &A"), tr("Show A alone; hold B to see B in its place"),
        Qt::ALT | Qt::Key_1);
    add("sideBySide", tr("&Side by Side"), tr("A and B beside each other"), Qt::ALT | Qt::Key_2);
    add("wipe", tr("&Wipe"), tr("A and B over each other, with a line to drag"),
        Qt::ALT | Qt::Key_3);
    add("difference", tr("&Difference"), tr("A minus B, signed"), Qt::ALT | Qt::Key_4);
    compares->actions().first()->setChecked(true);
    menu->addSeparator();
    swapSubjects = WindowActions::add(*menu, "swap", tr("S&wap A and B"),
                                      tr("A becomes B and B becomes A"), {Qt::Key_X});
    clearB = WindowActions::add(*menu, "clearB", tr("&Compare No Longer"),
                                tr("Take B away; nothing that was computed is lost"));
    menu->addSeparator();
    selectDiffering = WindowActions::add(
        *menu, "selectDiffering", tr("Select the Codes That Differ"),
        tr("Select every token whose code is another in B; they light up in all views"),
        {Qt::SHIFT | Qt::Key_X});
    weights = WindowActions::add(*menu, "weights", tr("We&ights That Moved…"),
                                 tr("List the tensors of A and B, the one that moved most first"),
                                 {Qt::CTRL | Qt::SHIFT | Qt::Key_W});
    menu->addSeparator();
    paperScales = WindowActions::add(
        *menu, "paperScales", tr("Demo: &Multi-Scale against Single-Scale"),
        tr("HieraTok's comparison: five scales as A, one scale as B, on the same image"));
    paperGenerators = WindowActions::add(
        *menu, "paperGenerators", tr("Demo: &HAR against AR"),
        tr("ResTok's comparison: nine steps as A, one for each token as B, from the same seed"));
}

void WindowActions::makeWindowMenu(QMainWindow& window) {
    panels = addMenu(window, tr("&Window"));
    panels->addSeparator();
    showFilmstrip = addToggle(*panels, "showFilmstrip", tr("&Filmstrip"),
                              tr("Show or hide the row of images under the view"));
    showFilmstrip->setChecked(true);
    lightTheme =
        addToggle(*panels, "lightTheme", tr("Light &Theme"), tr("Dark text on light panels"));
    resetLayout = add(*panels, "resetLayout", tr("&Reset the Layout"),
                      tr("Put every panel back to its first place and size"));
}

void WindowActions::makeHelpMenu(QMainWindow& window) {
    QMenu* menu = addMenu(window, tr("&Help"));
    palette = add(*menu, "palette", tr("Search &Actions…"),
                  tr("Find any action by a few letters of its name"), {Qt::CTRL | Qt::Key_K});
    showHint =
        add(*menu, "showHint", tr("Show the &Hint"), tr("Show the line for newcomers again"));
    about = add(*menu, "about", tr("&About Hierascope"), tr("Version and licence"));
}

} // namespace hierascope::widgets
