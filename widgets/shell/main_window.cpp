// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/main_window.h"

#include <utility>

#include "widgets/attention/attention_panel.h"
#include "widgets/attention/attention_room.h"
#include "widgets/codebook/codebook_panel.h"
#include "widgets/codebook/codebook_room.h"
#include "widgets/common/notice_bar.h"
#include "widgets/common/theme.h"
#include "widgets/generate/generate_room.h"
#include "widgets/generate/settings_panel.h"
#include "widgets/latents/latent_panel.h"
#include "widgets/latents/latent_room.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/pyramid/surgery_panel.h"
#include "widgets/shell/command_palette.h"
#include "widgets/shell/cursor_bar.h"
#include "widgets/shell/exporter.h"
#include "widgets/shell/filmstrip.h"
#include "widgets/shell/flip_key.h"
#include "widgets/shell/generation_exporter.h"
#include "widgets/shell/hint_bar.h"
#include "widgets/shell/inspector_panel.h"
#include "widgets/shell/latent_exporter.h"
#include "widgets/shell/library_panel.h"
#include "widgets/shell/log_panel.h"
#include "widgets/shell/recent_files.h"
#include "widgets/shell/room_message.h"
#include "widgets/shell/shortcut_book.h"
#include "widgets/shell/space_key.h"
#include "widgets/shell/task_bar.h"
#include "widgets/shell/task_panel.h"
#include "widgets/shell/view_exporter.h"
#include "widgets/shell/view_rail.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace hierascope::widgets {

MainWindow::MainWindow(Theme& theme, Services services, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_tasks(m_runner),
      m_workbench(services, m_state, m_runner), m_generation(m_state),
      m_bench(services, m_state, m_generation, m_workbench.models(), m_runner), m_latents(m_state),
      m_latentBench(services, m_state, m_latents, m_workbench.models(), m_runner),
      m_latentStudy(services, m_state, m_workbench.models(), m_runner), m_attention(m_state),
      m_attentionBench(m_state, m_attention, m_workbench.models(), m_runner), m_codebook(m_state),
      m_codebookBench(services, m_state, m_codebook, m_workbench.models(), m_runner),
      m_surgery(services, m_state, m_workbench.models(), m_runner), m_train(services, m_runner),
      m_watch(m_state, m_workbench, m_runner), m_differences(m_state, m_runner),
      m_checkpoints(m_state, m_runner), m_actions(new WindowActions(*this)),
      m_library(new LibraryPanel(theme, m_state, this)),
      m_room(new PyramidRoom(theme, m_state, this)),
      m_latentRoom(new LatentRoom(theme, m_state, m_latents, m_latentBench, m_latentStudy,
                                  m_latentSubsets, this)),
      m_attentionRoom(new AttentionRoom(theme, m_state, m_attention, m_attentionBench, this)),
      m_generate(new GenerateRoom(theme, m_state, m_generation, m_bench, this)),
      m_codebookRoom(new CodebookRoom(theme, m_state, m_codebook, m_codebookBench, this)),
      m_surgeryPanel(new SurgeryPanel(theme, m_state, m_surgery, this)),
      m_trainRoom(new TrainRoom(theme, m_state, m_train, m_runner, this)),
      m_rooms(new QStackedWidget(this)), m_inspector(new InspectorPanel(theme, m_state, this)),
      m_inspectors(new QStackedWidget(this)),
      m_cursors(new CursorBar(theme, m_state, m_generation, this)),
      m_filmstrip(new Filmstrip(theme, m_state, this)), m_hint(new HintBar(theme, this)),
      m_notice(new NoticeBar(theme, this)), m_recovery(new NoticeBar(theme, this)),
      m_taskBar(new TaskBar(theme, m_tasks, this)),
      m_docks(new WindowDocks(theme, *this,
                              {m_library, m_inspectors, new TaskPanel(theme, m_tasks, this),
                               new LogPanel(theme, m_log, this)})),
      m_palette(new CommandPalette(theme, *this)),
      m_exporter(new Exporter(m_state, m_runner, this)),
      m_generationExporter(new GenerationExporter(m_generation, m_runner, this)),
      m_latentExporter(new LatentExporter(std::move(services), m_latents, m_runner, this)),
      m_viewExporter(new ViewExporter(m_state, m_runner, this)),
      m_flipKey(new FlipKey(*this, m_state)), m_recent(new RecentFiles(*m_actions->recent)),
      m_shortcuts(new ShortcutBook(this)), m_status(new QLabel(this)), m_device(new QLabel(this)) {
    setWindowTitle(tr("Hierascope"));
    setAcceptDrops(true);
    setMinimumSize(760, 520); // below the panels' own: `WindowDocks::fit` hides them
    makeRail();
    setCentralWidget(makeCentre());
    makeStatusBar();
    connectState();
    connectRoom();
    connectFileActions();
    connectEditActions();
    connectCursorActions();
    connectPictureActions();
    connectCompareActions();
    connectWindowActions();
    connectGeneration();
    connectLatents();
    connectAttention();
    connectCodebook();
    connectSurgery();
    connectTrain();
    connectRecipes();
    connectSessions();
    new SpaceKey(this);
    logOutcomes();
    setHintVisible(false);
    showRoom(Room::Pyramid);
    centralWidget()->setFocus(); // no control is marked until somebody uses the keyboard
}

MainWindow::~MainWindow() {
    m_runner.shutdown();
    // Whatever looks at the state goes before it, and not with the other children after it.
    delete m_flipKey;
    delete takeCentralWidget();
    delete m_taskBar;
    for (QDockWidget* dock :
         {m_docks->library(), m_docks->inspector(), m_docks->tasks(), m_docks->log()})
        delete dock;
}

void MainWindow::makeRail() {
    m_rail = new ViewRail(m_theme, this);
    m_rail->addView(QStringLiteral("pyramid"), tr("Pyramid"),
                    tr("What each level reconstructs (Ctrl+1)"));
    m_rail->addView(QStringLiteral("latents"), tr("Latents"),
                    tr("Where the tokens lie in latent space, and how evenly (Ctrl+2)"));
    m_rail->addView(QStringLiteral("attention"), tr("Attention"),
                    tr("Who reads whom, and what really depends on what (Ctrl+3)"));
    m_rail->addView(QStringLiteral("generate"), tr("Generate"),
                    tr("How a generator writes an image, step by step (Ctrl+4)"));
    m_rail->addView(QStringLiteral("codebook"), tr("Codebook"),
                    tr("What each code is used for, or each channel (Ctrl+5)"));
    m_rail->addView(QStringLiteral("train"), tr("Train"),
                    tr("Start, watch and compare trainings (Ctrl+6)"));
    auto* bar = new QToolBar(tr("Views"), this);
    bar->setObjectName(QStringLiteral("railBar"));
    bar->setMovable(false);
    bar->toggleViewAction()->setVisible(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_rail);
    addToolBar(Qt::LeftToolBarArea, bar);
}

QWidget* MainWindow::makeCentre() {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rooms->addWidget(m_room);
    m_rooms->addWidget(m_latentRoom);
    m_rooms->addWidget(m_attentionRoom);
    m_rooms->addWidget(m_generate);
    m_rooms->addWidget(m_codebookRoom);
    m_rooms->addWidget(m_trainRoom);
    m_inspectors->addWidget(m_inspector);
    m_inspectors->addWidget(m_latentRoom->panel());
    m_inspectors->addWidget(m_attentionRoom->panel());
    m_inspectors->addWidget(m_generate->settings());
    m_inspectors->addWidget(m_codebookRoom->panel());
    m_inspectors->addWidget(m_trainRoom->panel());
    column->addWidget(m_recovery);
    column->addWidget(m_notice);
    column->addWidget(m_rooms, 1);
    auto* strip = new QHBoxLayout; // under the pictures, which have the same margin
    strip->setContentsMargins(12, 0, 12, 0);
    strip->addWidget(m_filmstrip);
    column->addLayout(strip);
    column->addWidget(m_hint);
    column->addWidget(m_cursors);
    return centre;
}

void MainWindow::makeStatusBar() {
    m_status->setProperty("role", QStringLiteral("secondary"));
    m_device->setProperty("role", QStringLiteral("secondary"));
    m_device->setAccessibleName(tr("Device"));
    m_device->setToolTip(tr("Where the model computes"));
    m_status->setContentsMargins(8, 0, 0, 0);
    m_status->setMinimumWidth(1); // a long sentence is cut, it never widens the window
    m_device->setContentsMargins(8, 0, 8, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFixedHeight(30); // it does not jump when a task appears
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_taskBar);
    statusBar()->addPermanentWidget(m_device);
}

void MainWindow::connectState() {
    connect(&m_state, &ViewState::choiceChanged, this, &MainWindow::followChoice);
    connect(&m_state, &ViewState::phaseChanged, this, &MainWindow::followPhase);
    connect(&m_state, &ViewState::findingsChanged, this, &MainWindow::followPhase);
    connect(&m_state, &ViewState::modelInfoChanged, this, [this](Side side) {
        if (const auto info = m_state.modelInfo(side))
            setDevice(QString::fromStdString(info->device));
    });
}

void MainWindow::connectRoom() {
    connect(m_room, &PyramidRoom::cancelRequested, this, [this] { m_workbench.cancel(); });
    connect(m_room, &PyramidRoom::actionChosen, this, &MainWindow::runRoomAction);
    connect(m_library, &LibraryPanel::modelWanted, m_actions->openModel, &QAction::trigger);
    connect(m_library, &LibraryPanel::imageWanted, m_actions->openImages, &QAction::trigger);
    connect(m_hint, &HintBar::dismissed, this, &MainWindow::hintDismissed);
}

void MainWindow::setHintVisible(bool isVisible) {
    m_hint->setVisible(isVisible);
}

void MainWindow::setDevice(const QString& name) {
    m_device->setText(name.toUpper());
}

void MainWindow::say(const QString& sentence) {
    m_status->setText(sentence);
    m_status->setToolTip(sentence);
}

void MainWindow::followPhase() {
    m_room->setMessage(roomMessageFor(m_state));
    followPicture();
    showStatus();
}

void MainWindow::showStatus() {
    switch (m_state.phase()) {
    case ViewState::Phase::Busy:
        return say(m_state.busyTitle());
    case ViewState::Phase::Failed:
        return say(MessagePanel::headline(m_state.error().code));
    case ViewState::Phase::Stopped:
        return say(tr("Stopped"));
    case ViewState::Phase::Empty:
    case ViewState::Phase::Ready:
        return say(tr("Ready"));
    }
}

void MainWindow::runRoomAction() {
    switch (roomActionFor(m_state)) {
    case RoomAction::OpenModel:
        return m_actions->openModel->trigger();
    case RoomAction::OpenImages:
        return m_actions->openImages->trigger();
    case RoomAction::RemoveFailed:
        return m_workbench.removeFailed();
    case RoomAction::StartAgain:
        return m_workbench.retry();
    case RoomAction::None:
        return;
    }
}

bool MainWindow::event(QEvent* event) {
    if (event->type() != QEvent::UpdateRequest)
        return QMainWindow::event(event);
    QElapsedTimer clock;
    clock.start();
    const bool isDone = QMainWindow::event(event);
    Q_EMIT framePainted(double(clock.nsecsElapsed()) / 1e6);
    return isDone;
}

/// In a low window the picture needs the place more than the filmstrip; while tokens are edited
/// their history stands there.
void MainWindow::showFilmstrip() {
    constexpr int kLowWindow = 780;
    m_filmstrip->setVisible(m_actions->showFilmstrip->isChecked() && height() >= kLowWindow &&
                            currentRoom() == Room::Pyramid && !m_room->isEditing());
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_docks->fit(width());
    showFilmstrip();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

/// What went wrong or was done is said in its place, and can be read again in the log.
void MainWindow::logOutcomes() {
    const QString area = tr("window");
    connect(&m_state, &ViewState::phaseChanged, this, [this, area](Side side) {
        if (m_state.phase(side) == ViewState::Phase::Failed)
            m_log.append(log::Level::Error, area,
                         QString::fromStdString(m_state.error(side).message));
    });
    connect(&m_workbench, &Workbench::opened, this, [this, area](const QStringList& paths) {
        for (const QString& path : paths)
            m_log.append(log::Level::Info, area, tr("Opening %1").arg(path));
    });
    connect(&m_workbench, &Workbench::recipeOpened, this,
            [this, area](const QString& path, const QString& problem) {
                const QString sentence =
                    problem.isEmpty() ? tr("Showing the view of %1 again").arg(path) : problem;
                m_log.append(problem.isEmpty() ? log::Level::Info : log::Level::Warning, area,
                             sentence);
                say(sentence);
            });
    const auto saved = [this, area](const QString& path) {
        m_log.append(log::Level::Info, area, tr("Saved %1").arg(path));
        say(tr("Saved %1").arg(path));
    };
    const auto failed = [this, area](const QString& sentence) {
        m_log.append(log::Level::Error, area, sentence);
        say(sentence);
    };
    connect(m_exporter, &Exporter::saved, this, saved);
    connect(m_exporter, &Exporter::failed, this, failed);
    connect(m_generationExporter, &GenerationExporter::saved, this, saved);
    connect(m_generationExporter, &GenerationExporter::failed, this, failed);
    connect(m_latentExporter, &LatentExporter::saved, this, saved);
    connect(m_latentExporter, &LatentExporter::failed, this, failed);
    connect(m_viewExporter, &ViewExporter::saved, this, saved);
    connect(m_viewExporter, &ViewExporter::failed, this, failed);
    connect(&m_generation, &GenerationState::phaseChanged, this, [this, area](Side side) {
        if (m_generation.phase(side) == GenerationState::Phase::Failed)
            m_log.append(log::Level::Error, area,
                         QString::fromStdString(m_generation.error(side).message));
    });
    connect(&m_generation, &GenerationState::failureChanged, this, [this, area] {
        if (const auto& failure = m_generation.failure())
            m_log.append(log::Level::Error, area, QString::fromStdString(failure->message));
    });
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
        say(tr("Only files on this computer can be opened."));
    event->acceptProposedAction();
    if (!dropOnTrain(paths) && !dropOnMap(paths) && !dropOnCodebook(paths))
        openPaths(paths);
}

} // namespace hierascope::widgets
