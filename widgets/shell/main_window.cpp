// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/main_window.h"

#include <utility>

#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/cursor_bar.h"
#include "widgets/shell/hint_bar.h"
#include "widgets/shell/inspector_panel.h"
#include "widgets/shell/library_panel.h"
#include "widgets/shell/room_message.h"
#include "widgets/shell/task_bar.h"
#include "widgets/shell/view_rail.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>

namespace hierascope::widgets {

MainWindow::MainWindow(Theme& theme, Services services, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_tasks(m_runner),
      m_workbench(std::move(services), m_state, m_runner), m_actions(new WindowActions(*this)),
      m_library(new LibraryPanel(theme, m_state, this)), m_room(new PyramidRoom(theme, this)),
      m_inspector(new InspectorPanel(m_state, this)),
      m_cursors(new CursorBar(theme, m_state, this)), m_hint(new HintBar(theme, this)),
      m_taskBar(new TaskBar(theme, m_tasks, this)), m_status(new QLabel(this)),
      m_device(new QLabel(this)) {
    setWindowTitle(tr("Hierascope"));
    setAcceptDrops(true);
    setMinimumSize(760, 520);
    setCentralWidget(makeCentre());
    makeStatusBar();
    connectState();
    connectRoom();
    connectActions();
    connectPictureActions();
    setHintVisible(false);
    showPhase();
    centralWidget()->setFocus(); // no control is marked until somebody uses the keyboard
}

MainWindow::~MainWindow() {
    m_runner.shutdown();
}

QWidget* MainWindow::makeCentre() {
    auto* rail = new ViewRail(m_theme, this);
    rail->addView(QStringLiteral("pyramid"), tr("Pyramid"), tr("What each level reconstructs"));
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_room, 1);
    column->addWidget(m_hint);
    column->addWidget(m_cursors);
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_library);
    splitter->addWidget(middle);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({184, 1100, 248});
    m_library->setMinimumWidth(176);
    m_inspector->setMinimumWidth(240);
    auto* centre = new QWidget(this);
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(rail);
    row->addWidget(splitter, 1);
    return centre;
}

void MainWindow::makeStatusBar() {
    m_status->setProperty("role", QStringLiteral("secondary"));
    m_device->setProperty("role", QStringLiteral("secondary"));
    m_device->setAccessibleName(tr("Device"));
    m_device->setToolTip(tr("Where the model computes"));
    m_status->setContentsMargins(8, 0, 0, 0);
    m_device->setContentsMargins(8, 0, 8, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFixedHeight(30); // it does not jump when a task appears
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_taskBar);
    statusBar()->addPermanentWidget(m_device);
}

void MainWindow::connectState() {
    connect(&m_state, &ViewState::phaseChanged, this, &MainWindow::showPhase);
    connect(&m_state, &ViewState::levelChanged, m_room, &PyramidRoom::setLevel);
    connect(&m_state, &ViewState::progressChanged, m_room,
            [this](Side side, const Progress& progress) {
                if (side == Side::A)
                    m_room->setProgress(progress);
            });
    connect(&m_state, &ViewState::modelInfoChanged, this, [this] {
        if (const auto info = m_state.modelInfo())
            setDevice(QString::fromStdString(info->device));
    });
}

void MainWindow::connectRoom() {
    connect(m_room, &PyramidRoom::levelChosen, &m_state, &ViewState::setLevel);
    connect(m_room, &PyramidRoom::cancelRequested, this, [this] { m_workbench.cancel(); });
    connect(m_room, &PyramidRoom::actionChosen, this, &MainWindow::runRoomAction);
    connect(m_room, &PyramidRoom::pictureChanged, this, [this](PyramidRoom::Picture picture) {
        m_actions->pictures->actions().at(int(picture))->setChecked(true);
    });
    connect(m_library, &LibraryPanel::modelWanted, this, &MainWindow::askForModel);
    connect(m_library, &LibraryPanel::imageWanted, this, &MainWindow::askForImages);
    connect(m_hint, &HintBar::dismissed, this, &MainWindow::hintDismissed);
}

void MainWindow::connectActions() {
    const WindowActions& on = *m_actions;
    connect(on.openImages, &QAction::triggered, this, &MainWindow::askForImages);
    connect(on.openModel, &QAction::triggered, this, &MainWindow::askForModel);
    connect(on.quit, &QAction::triggered, this, &QWidget::close);
    connect(on.copyPicture, &QAction::triggered, this, &MainWindow::copyPicture);
    connect(on.removeImage, &QAction::triggered, this,
            [this] { m_state.removeImage(m_state.currentImage()); });
    connect(on.removeModel, &QAction::triggered, this,
            [this] { m_state.removeModel(m_state.currentModel()); });
    connect(on.previousLevel, &QAction::triggered, this, [this] { m_state.stepLevel(-1); });
    connect(on.nextLevel, &QAction::triggered, this, [this] { m_state.stepLevel(1); });
    connect(on.previousImage, &QAction::triggered, this, [this] { m_state.stepImage(-1); });
    connect(on.nextImage, &QAction::triggered, this, [this] { m_state.stepImage(1); });
    connect(on.showLibrary, &QAction::toggled, m_library, &QWidget::setVisible);
    connect(on.showInspector, &QAction::toggled, m_inspector, &QWidget::setVisible);
    connect(on.lightTheme, &QAction::toggled, this, [this](bool isLight) {
        m_theme.setMode(isLight ? Theme::Mode::Light : Theme::Mode::Dark);
    });
    connect(on.showHint, &QAction::triggered, this, [this] { setHintVisible(true); });
    connect(on.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectPictureActions() {
    const WindowActions& on = *m_actions;
    ImageView* view = m_room->imageView();
    connect(on.zoomIn, &QAction::triggered, view, &ImageView::zoomIn);
    connect(on.zoomOut, &QAction::triggered, view, &ImageView::zoomOut);
    connect(on.fit, &QAction::triggered, view, &ImageView::fit);
    connect(on.truePixels, &QAction::triggered, view, &ImageView::showTruePixels);
    connect(on.pictures, &QActionGroup::triggered, m_room, [this](QAction* action) {
        const auto index = m_actions->pictures->actions().indexOf(action);
        m_room->setPicture(PyramidRoom::Picture(index));
    });
}

void MainWindow::setHintVisible(bool isVisible) {
    m_hint->setVisible(isVisible);
}

void MainWindow::setDevice(const QString& name) {
    m_device->setText(name.toUpper());
}

void MainWindow::showPhase() {
    switch (m_state.phase()) {
    case ViewState::Phase::Busy:
        m_room->showBusy(m_state.busyTitle());
        break;
    case ViewState::Phase::Ready:
        m_room->setLevel(m_state.level());
        m_room->showContent(m_state.content(), m_state.images().item(m_state.currentImage()).name);
        break;
    case ViewState::Phase::Empty:
    case ViewState::Phase::Failed:
    case ViewState::Phase::Stopped:
        m_room->showMessage(roomMessageFor(m_state));
        break;
    }
    const bool hasContent = m_state.phase() == ViewState::Phase::Ready;
    m_actions->copyPicture->setEnabled(hasContent);
    m_actions->removeImage->setEnabled(m_state.currentImage() >= 0);
    m_actions->removeModel->setEnabled(m_state.currentModel() >= 0);
    showStatus();
}

void MainWindow::showStatus() {
    switch (m_state.phase()) {
    case ViewState::Phase::Busy:
        return m_status->setText(m_state.busyTitle());
    case ViewState::Phase::Failed:
        return m_status->setText(MessagePanel::headline(m_state.error().code));
    case ViewState::Phase::Stopped:
        return m_status->setText(tr("Stopped"));
    case ViewState::Phase::Empty:
    case ViewState::Phase::Ready:
        return m_status->setText(tr("Ready"));
    }
}

void MainWindow::runRoomAction() {
    switch (roomActionFor(m_state)) {
    case RoomAction::OpenModel:
        return askForModel();
    case RoomAction::OpenImages:
        return askForImages();
    case RoomAction::RemoveFailed:
        return m_workbench.removeFailed();
    case RoomAction::StartAgain:
        return m_workbench.retry();
    case RoomAction::None:
        return;
    }
}

void MainWindow::askForImages() {
    auto* dialog = new QFileDialog(this, tr("Open Images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Images (*.jpg *.jpeg *.png *.webp *.ppm);;All files (*)"));
    connect(dialog, &QFileDialog::filesSelected, &m_workbench, &Workbench::open);
    dialog->open();
}

void MainWindow::askForModel() {
    auto* dialog = new QFileDialog(this, tr("Open a Model Folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, &m_workbench, &Workbench::open);
    dialog->open();
}

void MainWindow::copyPicture() {
    QApplication::clipboard()->setImage(m_room->imageView()->image());
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

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.isEmpty())
        m_status->setText(tr("Only files on this computer can be opened."));
    event->acceptProposedAction();
    m_workbench.open(paths);
}

} // namespace hierascope::widgets
