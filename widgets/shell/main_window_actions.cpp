// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_room.h"
#include "widgets/codebook/codebook_room.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/theme.h"
#include "widgets/generate/generate_room.h"
#include "widgets/latents/latent_room.h"
#include "widgets/pyramid/ladder_text.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/command_palette.h"
#include "widgets/shell/cursor_bar.h"
#include "widgets/shell/evaluation_actions.h"
#include "widgets/shell/exporter.h"
#include "widgets/shell/filmstrip.h"
#include "widgets/shell/inspector_panel.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/shell/recent_files.h"
#include "widgets/shell/shortcut_book.h"
#include "widgets/shell/shortcut_editor.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"
#include "widgets/train/train_room.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>

// What each action of the window does.
namespace hierascope::widgets {

void MainWindow::connectFileActions() {
    const WindowActions& on = *m_actions;
    const auto open = [this](const QStringList& paths) { openPaths(paths); };
    connect(on.openImages, &QAction::triggered, this, [this, open] { askForImages(this, open); });
    connect(on.openModel, &QAction::triggered, this,
            [this, open] { askForFolder(this, tr("Open a Model Folder"), open); });
    connect(on.watchFolder, &QAction::triggered, this, [this] {
        askForFolder(this, tr("Watch a Folder"), [this](const QStringList& folders) {
            for (const QString& folder : folders)
                m_watch.watchFolder(folder);
        });
    });
    connect(on.exportPicture, &QAction::triggered, this, &MainWindow::openExport);
    connect(m_room, &PyramidRoom::exportWanted, this, &MainWindow::openExport);
    addEvaluationActions(*this);
    connect(on.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_recent, &RecentFiles::chosen, this, &MainWindow::openPaths);
    connect(&m_workbench, &Workbench::opened, m_recent, &RecentFiles::add);
    connect(&m_watch, &LibraryWatch::foldersChanged, this, &MainWindow::showWatched);
    showWatched();
}

void MainWindow::showWatched() {
    QMenu* menu = m_actions->watched;
    menu->clear();
    menu->setEnabled(!m_watch.folders().isEmpty());
    for (const QString& folder : m_watch.folders()) {
        QAction* action = menu->addAction(tr("Stop watching %1").arg(folder));
        connect(action, &QAction::triggered, this,
                [this, folder] { m_watch.unwatchFolder(folder); });
    }
}

void MainWindow::connectEditActions() {
    const WindowActions& on = *m_actions;
    QUndoStack& stack = m_state.undoStack();
    connect(on.undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(on.redo, &QAction::triggered, &stack, &QUndoStack::redo);
    const auto followStack = [this, &stack] {
        m_actions->undo->setEnabled(stack.canUndo());
        m_actions->redo->setEnabled(stack.canRedo());
        m_actions->undo->setText(stack.canUndo() ? tr("&Undo %1").arg(stack.undoText())
                                                 : tr("&Undo"));
        m_actions->redo->setText(stack.canRedo() ? tr("&Redo %1").arg(stack.redoText())
                                                 : tr("&Redo"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, followStack);
    followStack();
    connect(on.copyPicture, &QAction::triggered, this, &MainWindow::copyPicture);
    connect(on.copyLadder, &QAction::triggered, this, &MainWindow::copyLadder);
    connect(on.copyProvenance, &QAction::triggered, m_exporter, &Exporter::copyProvenance);
    connect(m_inspector, &InspectorPanel::provenanceWanted, m_exporter, &Exporter::copyProvenance);
    connect(m_exporter, &Exporter::copied, this,
            [this] { say(tr("The provenance is on the clipboard.")); });
    connect(on.deselect, &QAction::triggered, &m_state, &ViewState::clearSelection);
    connect(on.removeImage, &QAction::triggered, this,
            [this] { m_state.removeImage(m_state.currentImage()); });
    connect(on.removeModel, &QAction::triggered, this,
            [this] { m_state.removeModel(m_state.currentModel()); });
}

void MainWindow::connectCursorActions() {
    const WindowActions& on = *m_actions;
    const auto step = [this](QAction* action, auto act) {
        connect(action, &QAction::triggered, this, act);
    };
    step(on.previousLevel, [this] { m_state.stepLevel(-1); });
    step(on.nextLevel, [this] { m_state.stepLevel(1); });
    step(on.previousImage, [this] { m_state.stepImage(-1); });
    step(on.nextImage, [this] { m_state.stepImage(1); });
    step(on.previousCheckpoint, [this] { m_state.stepCheckpoint(Side::A, -1); });
    step(on.nextCheckpoint, [this] { m_state.stepCheckpoint(Side::A, 1); });
    step(on.previousCheckpointB, [this] { m_state.stepCheckpoint(Side::B, -1); });
    step(on.nextCheckpointB, [this] { m_state.stepCheckpoint(Side::B, 1); });
    connect(on.playLevels, &QAction::toggled, m_cursors, &CursorBar::setPlaying);
    connect(m_cursors, &CursorBar::playingChanged, on.playLevels, &QAction::setChecked);
    connect(m_cursors, &CursorBar::stepPlayWanted, &m_bench, &GenerationBench::playOrStop);
    connect(on.playCheckpoints, &QAction::toggled, m_cursors, &CursorBar::setPlayingCheckpoints);
    connect(m_cursors, &CursorBar::checkpointPlayChanged, on.playCheckpoints, &QAction::setChecked);
}

void MainWindow::connectPictureActions() {
    const WindowActions& on = *m_actions;
    m_room->view()->addActions(
        {on.copyPicture, on.exportPicture, on.copyProvenance, on.fit, on.truePixels});
    m_generate->view()->addActions({on.copyPicture, on.exportPicture, on.fit, on.truePixels});
    for (QWidget* view : {m_room->view(), m_generate->view()})
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto inFront = [this](QAction* action, auto pyramid, auto latents, auto attention,
                                auto generate) {
        connect(action, &QAction::triggered, this, [this, pyramid, latents, attention, generate] {
            switch (currentRoom()) {
            case Room::Pyramid:
                return (m_room->*pyramid)();
            case Room::Latents:
                return (m_latentRoom->*latents)();
            case Room::Attention:
                return (m_attentionRoom->*attention)();
            case Room::Generate:
                return (m_generate->*generate)();
            case Room::Codebook:
            case Room::Train:
                return;
            }
        });
    };
    inFront(on.zoomIn, &PyramidRoom::zoomIn, &LatentRoom::zoomIn, &AttentionRoom::zoomIn,
            &GenerateRoom::zoomIn);
    inFront(on.zoomOut, &PyramidRoom::zoomOut, &LatentRoom::zoomOut, &AttentionRoom::zoomOut,
            &GenerateRoom::zoomOut);
    inFront(on.fit, &PyramidRoom::fit, &LatentRoom::fit, &AttentionRoom::fit, &GenerateRoom::fit);
    inFront(on.truePixels, &PyramidRoom::showTruePixels, &LatentRoom::fit, &AttentionRoom::fit,
            &GenerateRoom::showTruePixels);
    connect(on.pictures, &QActionGroup::triggered, this, [this](QAction* action) {
        m_state.setPicture(Picture(m_actions->pictures->actions().indexOf(action)));
    });
    const auto toggle = [this](QAction* action, TokenOverlay overlay) {
        connect(action, &QAction::triggered, this, [this, overlay](bool isOn) {
            m_state.setOverlay(isOn ? overlay : TokenOverlay::Off);
        });
    };
    toggle(on.tokenGrid, TokenOverlay::Grid);
    toggle(on.tokenColors, TokenOverlay::Colors);
}

void MainWindow::connectWindowActions() {
    const WindowActions& on = *m_actions;
    const std::pair<QDockWidget*, const char*> docks[] = {{m_docks->library(), "showLibrary"},
                                                          {m_docks->inspector(), "showInspector"},
                                                          {m_docks->tasks(), "showTasks"},
                                                          {m_docks->log(), "showLog"}};
    QAction* before = on.panels->actions().first();
    for (const auto& [dock, name] : docks) {
        on.panels->insertAction(before, dock->toggleViewAction());
        m_actions->adopt(dock->toggleViewAction(), name);
    }
    connect(on.lightTheme, &QAction::toggled, this, [this](bool isLight) {
        m_theme.setMode(isLight ? Theme::Mode::Light : Theme::Mode::Dark);
    });
    connect(on.resetLayout, &QAction::triggered, m_docks, &WindowDocks::reset);
    m_palette->setActions(m_actions->all());
    for (QAction* action : m_actions->all())
        m_shortcuts->add(*action);
    connect(on.editShortcuts, &QAction::triggered, this, &MainWindow::openShortcuts);
    connect(on.showFilmstrip, &QAction::toggled, this, &MainWindow::showFilmstrip);
    connect(on.palette, &QAction::triggered, m_palette, &CommandPalette::open);
    connect(on.showHint, &QAction::triggered, this, [this] { setHintVisible(true); });
    connect(on.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::followChoice() {
    const ViewChoice& choice = m_state.choice();
    const WindowActions& on = *m_actions;
    on.pictures->actions().at(int(choice.picture))->setChecked(true);
    on.compares->actions().at(int(choice.compare))->setChecked(true);
    on.tokenGrid->setChecked(choice.overlay == TokenOverlay::Grid);
    on.tokenColors->setChecked(choice.overlay == TokenOverlay::Colors);
    on.compares->setEnabled(choice.hasB());
    on.swapSubjects->setEnabled(choice.hasB());
    on.clearB->setEnabled(choice.hasB());
    on.selectDiffering->setEnabled(choice.hasB());
    on.weights->setEnabled(choice.hasB() &&
                           choice.resolved(Side::A).model != choice.resolved(Side::B).model);
    on.deselect->setEnabled(!choice.selection.empty() || !choice.latents.selection.isEmpty());
    on.removeImage->setEnabled(m_state.currentImage() >= 0);
    on.removeModel->setEnabled(m_state.currentModel() >= 0);
}

void MainWindow::openShortcuts() {
    auto* editor = new ShortcutEditor(*m_shortcuts, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->show();
}

void MainWindow::copyPicture() {
    const Room room = currentRoom();
    QApplication::clipboard()->setImage(room == Room::Pyramid     ? m_room->picture()
                                        : room == Room::Latents   ? m_latentRoom->picture()
                                        : room == Room::Attention ? m_attentionRoom->picture()
                                        : room == Room::Codebook  ? m_codebookRoom->picture()
                                        : room == Room::Train     ? m_trainRoom->picture()
                                                                  : m_generate->picture());
    say(tr("The picture is on the clipboard."));
}

void MainWindow::copyLadder() {
    QApplication::clipboard()->setText(toMarkdown(ladderTable(m_state)));
    say(tr("The ladder's numbers are on the clipboard."));
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Hierascope"),
                                tr("Hierascope %1").arg(QApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setInformativeText(
        tr("An instrument for hierarchical image tokenizers.\nGPL-3.0-or-later. No warranty."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

} // namespace hierascope::widgets
