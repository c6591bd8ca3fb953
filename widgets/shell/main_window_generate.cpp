// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/generate_bar.h"
#include "widgets/generate/generate_room.h"
#include "widgets/generate/settings_panel.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/cursor_bar.h"
#include "widgets/shell/filmstrip.h"
#include "widgets/shell/inspector_panel.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/view_rail.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/generation_edit.h"

#include <QAction>
#include <QActionGroup>
#include <QStackedWidget>

// The rooms of the window, and what the actions of the Generate view do.
namespace hierascope::widgets {

using Phase = GenerationState::Phase;

void MainWindow::showRoom(Room room) {
    const bool isPyramid = room == Room::Pyramid;
    m_rooms->setCurrentIndex(int(room));
    m_inspectors->setCurrentIndex(int(room));
    m_rail->setCurrent(int(room));
    m_actions->rooms->actions().at(int(room))->setChecked(true);
    m_cursors->setThumbnails(!isPyramid, room != Room::Generate);
    showFilmstrip();
    followChoice();
    followPhase();
    followGeneration();
    followLatents();
    followAttention();
    followCodebook();
    followSurgery();
    followTrain();
    Q_EMIT roomChanged();
}

Room MainWindow::currentRoom() const {
    return Room(m_rooms->currentIndex());
}

void MainWindow::setGeneratorDemo(const QStringList& paths) {
    m_generatorDemo = paths;
    m_generate->setHasDemo(!paths.isEmpty());
    m_actions->generatorDemo->setEnabled(!paths.isEmpty());
    m_actions->paperGenerators->setEnabled(paths.size() > 1);
}

void MainWindow::openGeneratorDemo() {
    m_workbench.open(m_generatorDemo);
    m_bench.playWhenReady();
}

void MainWindow::connectGeneration() {
    connect(m_rail, &ViewRail::viewChosen, this, [this](int index) { showRoom(Room(index)); });
    connect(m_actions->rooms, &QActionGroup::triggered, this, [this](QAction* action) {
        showRoom(Room(m_actions->rooms->actions().indexOf(action)));
    });
    connect(&m_state, &ViewState::choiceChanged, this, [this](const ViewChoice& before) {
        const QString& path = m_state.choice().generation.a;
        if (!path.isEmpty() && path != before.generation.a && currentRoom() != Room::Generate)
            showRoom(Room::Generate);
        followGeneration();
    });
    connect(&m_workbench, &Workbench::generatorOpened, this, [this] { showRoom(Room::Generate); });
    connect(&m_workbench, &Workbench::generationRestored, this, [this](int step) {
        showRoom(Room::Generate);
        m_bench.playWhenReady(step);
    });
    connect(&m_workbench, &Workbench::reloaded, &m_bench.opener(), &GenerationOpener::reload);
    connect(&m_generation, &GenerationState::phaseChanged, this, &MainWindow::followGeneration);
    connect(&m_generation, &GenerationState::stepAdded, this, &MainWindow::followGeneration);
    connect(&m_generation, &GenerationState::activityChanged, this, &MainWindow::followGeneration);
    connect(&m_generation, &GenerationState::loopingChanged, m_actions->loopGeneration,
            &QAction::setChecked);
    connect(m_generate, &GenerateRoom::exportWanted, this, &MainWindow::openExport);
    connect(m_generate, &GenerateRoom::openWanted, m_actions->openModel, &QAction::trigger);
    connect(m_generate, &GenerateRoom::demoWanted, this, &MainWindow::openGeneratorDemo);
    connectGenerationActions();
}

void MainWindow::connectGenerationActions() {
    const WindowActions& on = *m_actions;
    connect(on.generate, &QAction::triggered, &m_bench, &GenerationBench::generate);
    connect(on.generateStep, &QAction::triggered, &m_bench, &GenerationBench::stepOn);
    connect(on.playGeneration, &QAction::triggered, &m_bench, &GenerationBench::playOrStop);
    connect(on.loopGeneration, &QAction::triggered, &m_generation, &GenerationState::setLooping);
    connect(on.previousStep, &QAction::triggered, this,
            [this] { setStep(m_state, m_generation, m_generation.step() - 1); });
    connect(on.nextStep, &QAction::triggered, this,
            [this] { setStep(m_state, m_generation, m_generation.step() + 1); });
    connect(on.branchHere, &QAction::triggered, &m_bench, &GenerationBench::branch);
    connect(on.previousBranch, &QAction::triggered, this, [this] { moveBranch(-1); });
    connect(on.nextBranch, &QAction::triggered, this, [this] { moveBranch(1); });
    connect(on.removeBranch, &QAction::triggered, this, [this] {
        if (const Branch* branch = m_generation.branch())
            removeBranch(m_state, branch->id);
    });
    connect(on.randomSeed, &QAction::triggered, m_generate->bar(), &GenerateBar::throwDice);
    connect(on.gridOfSeeds, &QAction::triggered, this, [this] {
        constexpr int kNine = 9;
        setSeeds(m_state, m_generation.choice().seeds > 1 ? 1 : kNine);
        m_bench.fillGrid();
    });
    connect(on.lockStep, &QAction::triggered, m_generate->bar(), &GenerateBar::toggleBeside);
    connect(on.generatorDemo, &QAction::triggered, this, &MainWindow::openGeneratorDemo);
    setGeneratorDemo({});
}

/// The tree shows branches in this order, too.
void MainWindow::moveBranch(int by) {
    const std::vector<int> order = m_generate->branchOrder();
    const Branch* shown = m_generation.branch();
    if (shown == nullptr)
        return;
    const auto found = std::ranges::find(order, shown->id);
    const auto next = found - order.begin() + by;
    if (found != order.end() && next >= 0 && next < std::ptrdiff_t(order.size()))
        showBranch(m_state, order[std::size_t(next)]);
}

void MainWindow::followGeneration() {
    const bool isThere = currentRoom() == Room::Generate && m_generation.phase() == Phase::Ready;
    const Branch* branch = m_generation.branch();
    const WindowActions& on = *m_actions;
    for (QAction* action : on.generation)
        action->setEnabled(isThere);
    const int step = m_generation.step();
    const bool hasBranch = m_generation.phase() == Phase::Ready && branch != nullptr;
    // The step cursor is under every view.
    on.previousStep->setEnabled(hasBranch && step > 0);
    on.nextStep->setEnabled(hasBranch && step + 1 < m_generation.done(*branch));
    if (isThere) {
        on.branchHere->setEnabled(step >= 0 && step + 1 < m_generation.steps());
        for (QAction* action : {on.previousBranch, on.nextBranch, on.removeBranch})
            action->setEnabled(hasBranch);
        on.randomSeed->setEnabled(!m_generation.choice().settings.sampling.greedy);
        setDevice(QString::fromStdString(m_generation.info()->device));
    }
    if (currentRoom() == Room::Generate)
        followPicture();
}

/// What is done with a picture is done with that of the room in front.
void MainWindow::followPicture() {
    const bool isPyramid = currentRoom() == Room::Pyramid;
    const bool isLatents = currentRoom() == Room::Latents;
    const bool isAttention = currentRoom() == Room::Attention;
    const bool isCodebook = currentRoom() == Room::Codebook;
    const bool isTrain = currentRoom() == Room::Train;
    const bool isGenerated = m_generation.phase() == Phase::Ready && m_generation.step() >= 0;
    const bool hasPicture = isPyramid     ? m_state.content() != nullptr
                            : isLatents   ? m_latents.hasMap()
                            : isAttention ? m_attention.isReady()
                            : isCodebook  ? m_codebook.isReady()
                            : isTrain     ? !m_train.watch().runs().empty()
                                          : isGenerated;
    const WindowActions& on = *m_actions;
    for (QAction* action :
         {on.copyPicture, on.exportPicture, on.fit, on.truePixels, on.zoomIn, on.zoomOut})
        action->setEnabled(hasPicture);
    on.truePixels->setEnabled(hasPicture && !isLatents && !isAttention);
    const bool isMatrix = m_attention.choice().look == AttentionLook::Mask;
    if (isAttention && !isMatrix) // only matrices zoom
        for (QAction* action : {on.fit, on.zoomIn, on.zoomOut})
            action->setEnabled(false);
    if (isTrain || isCodebook) // they can be copied, no more
        for (QAction* action : {on.exportPicture, on.fit, on.truePixels, on.zoomIn, on.zoomOut})
            action->setEnabled(false);
    for (QAction* action : {on.copyLadder, on.copyProvenance})
        action->setEnabled(isPyramid && hasPicture);
    on.playLevels->setEnabled(m_state.content() && m_state.levels() > 1);
    for (QAction* action : {on.tokenGrid, on.tokenColors})
        action->setEnabled(isPyramid);
    on.pictures->setEnabled(isPyramid);
}

} // namespace hierascope::widgets
