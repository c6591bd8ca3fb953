// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/generate_room.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/busy_panel.h"
#include "widgets/common/color_key.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/room_layout.h"
#include "widgets/common/theme.h"
#include "widgets/generate/branch_layout.h"
#include "widgets/generate/branch_tree.h"
#include "widgets/generate/candidate_panel.h"
#include "widgets/generate/clean_levels.h"
#include "widgets/generate/generate_bar.h"
#include "widgets/generate/generation_text.h"
#include "widgets/generate/seed_grid.h"
#include "widgets/generate/settings_panel.h"
#include "widgets/generate/step_strip.h"
#include "widgets/generate/token_rows.h"
#include "widgets/state/generation_bench.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>

namespace hierascope::widgets {

namespace {

using Phase = GenerationState::Phase;

QLabel* makeHeading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("heading"));
    return label;
}

} // namespace

GenerateRoom::GenerateRoom(const Theme& theme, ViewState& state, GenerationState& generation,
                           GenerationBench& bench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_generation(generation), m_bench(bench),
      m_bar(new GenerateBar(theme, state, generation, bench, this)),
      m_view(new CompareView(theme, this)), m_grid(new SeedGrid(theme, generation, this)),
      m_strip(new StepStrip(theme, this)), m_tokens(new TokenRows(theme, this)),
      m_levels(new CleanLevels(theme, this)), m_sideHeading(makeHeading(QString(), this)),
      m_key(new ColorKey(theme, this)), m_tree(new BranchTree(theme, state, generation, this)),
      m_settings(new SettingsPanel(theme, state, generation, this)), m_writing(new QLabel(this)),
      m_problem(new QLabel(this)), m_message(new MessagePanel(theme, this)),
      m_busy(new BusyPanel(this)), m_pictures(new QStackedWidget(this)),
      m_pages(new QStackedWidget(this)) {
    m_settings->hide(); // until it has its place beside the view
    m_pages->addWidget(makeStage());
    m_pages->addWidget(m_message);
    layOutRoom(this, m_bar, m_pages, m_busy);
    connectState();
    connectParts();
}

QWidget* GenerateRoom::makeStage() {
    m_pictures->addWidget(m_view);
    m_pictures->addWidget(m_grid);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    split->addWidget(m_pictures);
    split->addWidget(makeSide());
    split->setStretchFactor(0, 11);
    split->setStretchFactor(1, 9);
    m_writing->setProperty("role", QStringLiteral("secondary"));
    m_writing->setMinimumWidth(1); // cut rather than widening the window
    m_problem->setProperty("role", QStringLiteral("warning"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* stage = new QWidget(this);
    auto* column = new QVBoxLayout(stage);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(split, 1);
    column->addWidget(m_problem);
    column->addWidget(m_writing);
    column->addWidget(m_strip);
    return stage;
}

QWidget* GenerateRoom::makeSide() {
    auto* side = new QFrame(this);
    side->setObjectName(QStringLiteral("sidePanel"));
    auto* heads = new QHBoxLayout;
    heads->addWidget(m_sideHeading);
    heads->addStretch();
    heads->addWidget(m_key);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addLayout(heads);
    column->addWidget(m_tokens);
    column->addWidget(m_levels);
    column->addWidget(makeHeading(tr("BRANCHES"), side));
    column->addWidget(m_tree, 1);
    return side;
}

void GenerateRoom::connectState() {
    connect(&m_state, &ViewState::choiceChanged, this, &GenerateRoom::follow);
    connect(&m_state.models(), &LibraryModel::dataChanged, m_bar, &GenerateBar::follow);
    connect(&m_state.models(), &LibraryModel::rowsRemoved, m_bar, &GenerateBar::follow);
    connect(&m_generation, &GenerationState::phaseChanged, this, &GenerateRoom::follow);
    connect(&m_generation, &GenerationState::stepAdded, this, &GenerateRoom::follow);
    connect(&m_generation, &GenerationState::activityChanged, m_bar, &GenerateBar::follow);
    connect(&m_generation, &GenerationState::loopingChanged, m_bar, &GenerateBar::follow);
    connect(&m_generation, &GenerationState::failureChanged, this, &GenerateRoom::showProblem);
    connect(&m_generation, &GenerationState::guidanceChanged, m_settings, &SettingsPanel::follow);
}

void GenerateRoom::connectParts() {
    connect(m_bar, &GenerateBar::exportWanted, this, &GenerateRoom::exportWanted);
    connect(m_strip, &StepStrip::stepChosen, this,
            [this](int step) { setStep(m_state, m_generation, step); });
    connect(m_levels, &CleanLevels::levelChosen, this,
            [this](int level) { setPictureLevel(m_state, level); });
    connect(m_grid, &SeedGrid::seedChosen, &m_bench, &GenerationBench::showSeed);
    connect(m_tokens, &TokenRows::chosen, this,
            [this](std::int64_t position) { selectToken(m_state, m_generation, position); });
    connect(m_tokens, &TokenRows::shownChanged, this,
            [this] { m_settings->showToken(m_tokens->shown()); });
    connect(m_settings->candidates(), &CandidatePanel::replacementWanted, &m_bench,
            &GenerationBench::replaceToken);
    connect(m_message, &MessagePanel::actionChosen, this, &GenerateRoom::runAction);
    connect(m_busy, &BusyPanel::cancelRequested, this,
            [this] { m_bench.opener().cancel(Side::A); });
}

void GenerateRoom::setHasDemo(bool hasDemo) {
    m_hasDemo = hasDemo;
    m_isStale = true;
    if (isVisible())
        follow();
}

void GenerateRoom::runAction() {
    switch (m_generation.phase()) {
    case Phase::Empty:
        if (m_hasDemo)
            Q_EMIT demoWanted();
        else
            Q_EMIT openWanted();
        return;
    case Phase::Failed:
        return m_state.removeModel(m_state.models().rowOf(m_generation.choice().a));
    case Phase::Stopped:
        return m_bench.opener().retry();
    case Phase::Opening:
    case Phase::Ready:
        return;
    }
}

MessagePanel::Message GenerateRoom::message() const {
    switch (m_generation.phase()) {
    case Phase::Empty:
        return {QStringLiteral("generate"), tr("No generator is open"),
                tr("This view shows how a generator writes an image step by step, coarse to fine: "
                   "the picture after each step, every code with its runners-up, and branches "
                   "from any step.\nOpen or drop a model folder of the family gpt or dit; its "
                   "tokenizer "
                   "is opened with it."),
                m_hasDemo ? tr("Open the generator demo") : tr("Open a model folder…"), false};
    case Phase::Failed:
        return {QStringLiteral("warning"), MessagePanel::headline(m_generation.error().code),
                QString::fromStdString(m_generation.error().message) + QStringLiteral("\n\n") +
                    tr("Mend the file and drop it again, or choose another in the library."),
                tr("Remove from the list"), true};
    case Phase::Stopped:
        return {QStringLiteral("stopped"), tr("Stopped"), tr("The generator was not opened."),
                tr("Start again"), false};
    case Phase::Opening:
    case Phase::Ready:
        break;
    }
    return {};
}

const MessagePanel* GenerateRoom::messagePanel() const {
    return m_pages->currentWidget() == m_message ? m_message : nullptr;
}

QString GenerateRoom::problem() const {
    return m_problem->isVisible() ? m_problem->text() : QString();
}

std::vector<int> GenerateRoom::branchOrder() const {
    std::vector<int> order;
    for (const TreeNode& node : layOutBranches(m_generation))
        if (order.empty() || order.back() != node.branch)
            order.push_back(node.branch);
    return order;
}

QImage GenerateRoom::picture() const {
    if (m_generation.phase() != Phase::Ready)
        return {};
    return m_generation.choice().seeds > 1 ? m_grid->picture() : m_view->picture();
}

void GenerateRoom::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        follow();
}

void GenerateRoom::follow() {
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const Phase phase = m_generation.phase();
    const bool isReady = phase == Phase::Ready;
    m_bar->setVisible(isReady);
    m_busy->setVisible(phase == Phase::Opening);
    m_busy->setTitle(m_generation.busyTitle());
    m_pages->setCurrentIndex(isReady || phase == Phase::Opening ? 0 : 1);
    m_pages->widget(0)->setVisible(isReady);
    m_message->setMessage(message());
    m_settings->follow();
    showProblem();
    if (!isReady)
        return m_settings->showToken(-1);
    m_bar->follow();
    showKind();
    showPictures();
    showStrip();
    if (m_generation.isDenoiser())
        showLevels();
    else
        showTokens();
    m_tree->follow();
}

/// "after step 7 of 9 · 32 of 128 tokens · 31 ms".
QString GenerateRoom::captionOf(Side side, int step) const {
    const auto info = m_generation.info(side);
    if (!info || step < 0)
        return {};
    double seconds = 0.0;
    for (int i = 0; i <= step; ++i) {
        const auto record = side == Side::A ? m_generation.record(*m_generation.branch(), i)
                                            : m_generation.recordOfB(i);
        seconds += record ? record->seconds() : 0.0;
    }
    if (m_generation.hasB()) // there is half of the width
        return tr("%1/%2 steps · %3")
            .arg(step + 1)
            .arg(m_generation.steps(side))
            .arg(secondsText(seconds));
    if (info->isDenoiser()) {
        const auto record = m_generation.record(*m_generation.branch(), step);
        return tr("after step %1 of %2 · %3 before it · %4")
            .arg(step + 1)
            .arg(m_generation.steps(side))
            .arg(record ? noiseText(record->step.noise) : QStringLiteral("–"))
            .arg(secondsText(seconds));
    }
    const runtime::StepInfo& last = info->steps[std::size_t(step)];
    return tr("after step %1 of %2 · %3 of %4 tokens · %5")
        .arg(step + 1)
        .arg(info->steps.size())
        .arg(last.first + last.tokens)
        .arg(info->tokens)
        .arg(secondsText(seconds));
}

void GenerateRoom::showPictures() {
    const bool isGrid = m_generation.choice().seeds > 1;
    m_pictures->setCurrentIndex(isGrid ? 1 : 0);
    m_grid->follow();
    const Branch* branch = m_generation.branch();
    const int step = m_generation.step();
    CompareView::Pane a;
    if (const auto record = branch != nullptr ? m_generation.record(*branch, step) : nullptr)
        a.picture = pictureOf(record);
    a.caption = captionOf(Side::A, step);
    a.message = branch == nullptr ? tr("Choose a class and press Generate (Ctrl+Return)")
                                  : tr("The first step is on its way");
    a.name = branch == nullptr ? tr("Nothing is generated yet") : a.caption;
    m_view->setHasB(m_generation.hasB());
    m_view->setCompare(m_generation.hasB() ? Compare::SideBySide : Compare::OnlyA);
    m_view->setPane(Side::A, a);
    if (!m_generation.hasB())
        return;
    CompareView::Pane b;
    const int stepOfB = m_generation.stepOfB();
    if (const auto record = m_generation.recordOfB(stepOfB))
        b.picture = pictureOf(record);
    b.caption = captionOf(Side::B, stepOfB);
    b.message = m_generation.phase(Side::B) == Phase::Failed
                    ? QString::fromStdString(m_generation.error(Side::B).message)
                : m_generation.phase(Side::B) == Phase::Opening ? m_generation.busyTitle(Side::B)
                                                                : tr("Nothing is generated yet");
    b.name = b.caption.isEmpty() ? b.message : b.caption;
    m_view->setPane(Side::B, b);
}

void GenerateRoom::showStrip() {
    const Branch* branch = m_generation.branch();
    std::vector<StepModel::Step> steps(std::size_t(m_generation.steps()));
    for (int i = 0; branch != nullptr && i < m_generation.steps(); ++i) {
        const auto record = m_generation.record(*branch, i);
        steps[std::size_t(i)].picture = pictureOf(record);
        if (m_generation.isDenoiser())
            steps[std::size_t(i)].note = stepDetail(m_generation, i);
        for (const Branch* other : m_generation.branches())
            if (record && other->kept == i + 1 && other != branch &&
                (other->parent == branch->id || m_generation.record(*other, i) == record))
                steps[std::size_t(i)].isFork = true;
    }
    m_strip->setSteps(m_generation.layout(), std::move(steps));
    m_strip->setStep(m_generation.step());
}

void GenerateRoom::showProblem() {
    const auto& failure = m_generation.failure();
    m_problem->setVisible(failure.has_value());
    m_problem->setText(failure ? QString::fromStdString(failure->message) : QString());
}

void GenerateRoom::fit() {
    m_view->fit();
}

void GenerateRoom::showTruePixels() {
    m_view->showTruePixels();
}

void GenerateRoom::zoomIn() {
    m_view->zoomIn();
}

void GenerateRoom::zoomOut() {
    m_view->zoomOut();
}

} // namespace hierascope::widgets
