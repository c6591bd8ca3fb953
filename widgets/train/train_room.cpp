// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/train_room.h"

#include <algorithm>

#include "widgets/common/flow_layout.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/train_bench.h"
#include "widgets/train/curve_panel.h"
#include "widgets/train/moment_strip.h"
#include "widgets/train/probe_panel.h"
#include "widgets/train/run_colors.h"
#include "widgets/train/run_delegate.h"
#include "widgets/train/run_model.h"
#include "widgets/train/train_panel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kListWidth = 250;
constexpr int kLogHeight = 96;
constexpr int kLeastWidth = 300;
constexpr int kLeastHeight = 200;
constexpr int kRoomForStrip = 440; // of the view, below which the curves need it more
constexpr int kRoomForLog = 600;

} // namespace

TrainRoom::TrainRoom(const Theme& theme, ViewState& state, TrainBench& bench, TaskRunner& runner,
                     QWidget* parent)
    : QWidget(parent), m_theme(theme), m_bench(bench), m_shelf(bench.services(), runner),
      m_model(new RunModel(bench, this)), m_panel(new TrainPanel(theme, bench, this)),
      m_newRun(makeToolButton(this, "primary", tr("New run…"),
                              tr("Choose settings and data for a training (Ctrl+Shift+N)"))),
      m_folder(makeToolButton(this, "button", tr("Runs folder…"), {})),
      m_queue(makeToolButton(this, "button", tr("Queue"),
                             tr("Start runs one after the other: a new one waits while another one "
                                "trains"))),
      m_list(new QListView(this)), m_curves(new CurvePanel(theme, this)),
      m_moments(new MomentStrip(theme, state, m_shelf, this)),
      m_probes(new ProbePanel(m_moments, this)), m_log(new QPlainTextEdit(this)),
      m_message(new MessagePanel(theme, this)), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("room"));
    setAttribute(Qt::WA_StyledBackground);
    m_panel->hide(); // until it has its place beside the view
    m_queue->setCheckable(true);
    m_pages->addWidget(makeStage());
    m_pages->addWidget(m_message);
    m_pages->setMinimumSize(kLeastWidth, kLeastHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_pages, 1);
    connect(m_newRun, &QToolButton::clicked, this, &TrainRoom::showNewRun);
    connect(m_folder, &QToolButton::clicked, this, &TrainRoom::runsFolderWanted);
    connect(m_queue, &QToolButton::toggled, &bench.queue(), &RunQueue::setOn);
    connect(m_message, &MessagePanel::actionChosen, this, &TrainRoom::showNewRun);
    connect(m_moments, &MomentStrip::checkpointChosen, this, &TrainRoom::checkpointChosen);
    connect(&bench, &TrainBench::changed, this, &TrainRoom::follow);
    connect(&theme, &Theme::changed, this, &TrainRoom::fillCurves);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TrainRoom::fillCurves);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid())
                    m_bench.setCurrent(index.data(RunModel::PathRole).toString());
            });
    follow();
}

QWidget* TrainRoom::makeBar() {
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("roomBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* flow = new FlowLayout(bar);
    flow->setContentsMargins(12, 6, 12, 6);
    flow->setSpacing(8);
    flow->addWidget(m_newRun);
    flow->addWidget(m_queue);
    flow->addGap();
    flow->addWidget(m_folder);
    return bar;
}

QWidget* TrainRoom::makeStage() {
    auto* stage = new QWidget(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunDelegate(m_theme, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedWidth(kListWidth);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Runs"));
    m_list->setAccessibleDescription(
        tr("The run that is marked is the one the buttons act on; selected ones have curves"));
    m_log->setReadOnly(true);
    m_log->setFixedHeight(kLogHeight);
    m_log->setFont(numberFont(9));
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setAccessibleName(tr("Log of the run"));
    m_log->setToolTip(tr("The end of the run's log.txt"));
    m_log->setTabChangesFocus(true);
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_curves, 1);
    right->addWidget(m_probes);
    right->addWidget(m_log);
    auto* row = new QHBoxLayout(stage);
    row->setContentsMargins(8, 10, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    return stage;
}

void TrainRoom::showNewRun() {
    m_panel->showNewRun();
    Q_EMIT newRunWanted();
}

const MessagePanel* TrainRoom::messagePanel() const {
    return m_pages->currentWidget() == m_message ? m_message : nullptr;
}

QImage TrainRoom::picture() const {
    return m_curves->grab().toImage();
}

void TrainRoom::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_bench.setVisible(true);
}

void TrainRoom::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_bench.setVisible(false);
}

void TrainRoom::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void TrainRoom::fit() {
    const RunSnapshot* run = m_bench.current();
    m_probes->setVisible(height() >= kRoomForStrip && run != nullptr && !run->moments.empty());
    m_log->setVisible(height() >= kRoomForLog);
}

void TrainRoom::follow() {
    const QString folder = m_bench.watch().folder();
    m_folder->setToolTip(folder.isEmpty()
                             ? tr("Choose the folder whose runs are listed")
                             : tr("Runs are listed from, and made in, %1").arg(folder));
    m_folder->setAccessibleDescription(m_folder->toolTip());
    m_queue->setChecked(m_bench.queue().isOn());
    m_message->setMessage(
        {QStringLiteral("train"), tr("No runs yet"),
         tr("This view starts trainings, watches them and compares them. Each is a process of its "
            "own that goes on when the window is closed.\nStart a new one, or drop a run folder "
            "on this view."),
         tr("New run…"), false});
    m_pages->setCurrentIndex(m_bench.watch().runs().empty() ? 1 : 0);
    followSelection();
    fillCurves();
    fillLog();
}

void TrainRoom::followSelection() {
    const RunSnapshot* run = m_bench.current();
    const int row = run != nullptr ? m_model->rowOf(run->path) : -1;
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    m_moments->setMoments(run != nullptr ? run->moments : std::vector<RunMoment>());
    fit();
}

void TrainRoom::fillCurves() {
    std::vector<CurvePanel::Source> sources;
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    for (const QModelIndex& index : chosen)
        if (const RunSnapshot* run =
                m_bench.watch().find(index.data(RunModel::PathRole).toString()))
            sources.push_back({run->name(), runColor(m_theme, index.row()), run->curves});
    m_curves->setSources(std::move(sources));
}

void TrainRoom::fillLog() {
    const RunSnapshot* run = m_bench.current();
    const QString log = run != nullptr ? run->log : QString();
    if (log == m_log->toPlainText())
        return;
    const QScrollBar* bar = m_log->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    m_log->setPlainText(log);
    if (isAtEnd)
        m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
}

} // namespace hierascope::widgets
