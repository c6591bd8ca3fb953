// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/run_panel.h"

#include <algorithm>
#include <limits>

#include "widgets/common/theme.h"
#include "widgets/latents/latent_text.h"
#include "widgets/train/train_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

const QString kNone = QStringLiteral("–");

} // namespace

RunPanel::RunPanel(TrainBench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_heading(new QLabel(this)), m_message(new QLabel(this)),
      m_extendTo(new QSpinBox(this)) {
    m_heading->setProperty("role", QStringLiteral("title"));
    m_heading->setMinimumWidth(1);
    m_message->setProperty("role", QStringLiteral("warning"));
    m_message->setWordWrap(true);
    auto* facts = new QGridLayout;
    facts->setVerticalSpacing(6);
    facts->setColumnStretch(1, 1);
    m_state = addFact(*facts, tr("State"));
    m_step = addFact(*facts, tr("Step"));
    m_left = addFact(*facts, tr("Time left"));
    m_speed = addFact(*facts, tr("Speed"));
    m_images = addFact(*facts, tr("Throughput"));
    m_memory = addFact(*facts, tr("Memory"));
    m_memory->setToolTip(tr("What the run's process holds on its device"));
    m_host = addFact(*facts, tr("Computer"));
    m_loss = addFact(*facts, tr("Loss"));
    m_extendTo->setRange(1, std::numeric_limits<int>::max());
    m_extendTo->setGroupSeparatorShown(true);
    m_extendTo->setAccessibleName(tr("Extend to step"));
    m_extendTo->setToolTip(tr("The step that “Extend” trains to"));
    makeButtons();
    const auto put = [this](QGridLayout& grid, RunAct act, int row, int column, int columns = 1) {
        grid.addWidget(button(act), row, column, 1, columns);
    };
    auto* buttons = new QGridLayout;
    buttons->setSpacing(6);
    put(*buttons, RunAct::Start, 0, 0, 2);
    put(*buttons, RunAct::Pause, 1, 0);
    put(*buttons, RunAct::Stop, 1, 1);
    put(*buttons, RunAct::Sample, 2, 0);
    put(*buttons, RunAct::Save, 2, 1);
    buttons->addWidget(m_extendTo, 3, 0);
    put(*buttons, RunAct::Extend, 3, 1);
    put(*buttons, RunAct::Duplicate, 4, 0);
    put(*buttons, RunAct::OpenFolder, 4, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(m_heading);
    column->addLayout(facts);
    column->addWidget(m_message);
    column->addLayout(buttons);
    column->addStretch();
    connect(&bench, &TrainBench::changed, this, &RunPanel::follow);
    follow();
}

void RunPanel::makeButtons() {
    for (int i = 0; i < kRunActs; ++i) {
        auto* made = new QToolButton(this);
        made->setText(runActText(RunAct(i)));
        made->setAccessibleName(made->text());
        made->setProperty("role", RunAct(i) == RunAct::Start ? QStringLiteral("primary")
                                                             : QStringLiteral("button"));
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(made, &QToolButton::clicked, this, [this, i] { act(RunAct(i)); });
        m_buttons[std::size_t(i)] = made;
    }
}

QLabel* RunPanel::addFact(QGridLayout& grid, const QString& name) {
    auto* label = new QLabel(name, this);
    label->setProperty("role", QStringLiteral("secondary"));
    auto* value = new QLabel(this);
    value->setAlignment(Qt::AlignRight);
    value->setFont(numberFont());
    value->setMinimumWidth(1);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(value, row, 1);
    return value;
}

void RunPanel::act(RunAct act) {
    if (!m_bench.obstacle(act).isEmpty())
        return;
    if (act == RunAct::Duplicate)
        return Q_EMIT duplicateWanted();
    if (act == RunAct::Extend)
        return m_bench.extend(m_extendTo->value());
    m_bench.act(act);
}

void RunPanel::follow() {
    const RunSnapshot* run = m_bench.current();
    const QString words = run != nullptr ? runStateText(*run, m_bench) : kNone;
    m_heading->setText(run != nullptr ? run->name() : tr("No run is chosen"));
    m_state->setText(words);
    m_state->setToolTip(words);
    const bool hasPlan = run != nullptr && run->status.steps > 0;
    m_step->setText(
        hasPlan ? tr("%1 of %2").arg(countText(run->status.step), countText(run->status.steps))
                : kNone);
    m_left->setText(hasPlan && run->isAlive() && run->remainingSeconds >= 0.0
                        ? durationText(run->remainingSeconds)
                        : kNone);
    m_speed->setText(run != nullptr && run->status.secondsPerStep > 0.0
                         ? tr("%1 s a step").arg(metricValueText(run->status.secondsPerStep))
                         : kNone);
    showLoad(run);
    m_loss->setText(run != nullptr && run->loss ? metricValueText(*run->loss) : kNone);
    const QString message = run == nullptr            ? QString()
                            : !run->problem.isEmpty() ? run->problem
                                                      : QString::fromStdString(run->status.message);
    m_message->setText(message);
    m_message->setToolTip(message);
    m_message->setVisible(!message.isEmpty());
    showButtons(run);
    followExtend(run);
}

void RunPanel::showLoad(const RunSnapshot* run) {
    constexpr double kGiga = 1e9;
    const bool isAlive = run != nullptr && run->isAlive();
    m_images->setText(isAlive && run->imagesPerSecond > 0.0
                          ? tr("%1 images/s").arg(metricValueText(run->imagesPerSecond))
                          : kNone);
    m_memory->setText(
        isAlive && run->memoryBytes > 0
            ? tr("%1 GB").arg(QLocale().toString(double(run->memoryBytes) / kGiga, 'f', 2))
            : kNone);
    const bool hasHost = run != nullptr && !run->status.host.empty();
    const QString host = hasHost ? QString::fromStdString(run->status.host) : kNone;
    m_host->setText(hasHost && !run->isRemote() ? tr("this one") : host);
    m_host->setToolTip(host);
}

void RunPanel::showButtons(const RunSnapshot* run) {
    using State = runs::RunState;
    const State state = run != nullptr ? m_bench.stateOf(*run) : State::Waiting;
    const bool isFirst = state == State::Waiting || state == State::Starting;
    button(RunAct::Start)->setText(isFirst ? runActText(RunAct::Start) : tr("Resume"));
    button(RunAct::Start)->setAccessibleName(button(RunAct::Start)->text());
    const bool isStuck =
        run != nullptr && m_bench.stops().rung(run->path) == StopLadder::Rung::Stuck;
    button(RunAct::Stop)->setText(isStuck ? tr("End at once") : runActText(RunAct::Stop));
    button(RunAct::Stop)->setAccessibleName(button(RunAct::Stop)->text());
    for (int i = 0; i < kRunActs; ++i) {
        const QString obstacle = m_bench.obstacle(RunAct(i));
        QToolButton* made = m_buttons[std::size_t(i)];
        made->setEnabled(obstacle.isEmpty());
        const QString tip = isStuck && RunAct(i) == RunAct::Stop
                                ? tr("The run does not stop: end its process now. What came after "
                                     "its last checkpoint is lost.")
                                : runActTip(RunAct(i));
        made->setToolTip(obstacle.isEmpty() ? tip : tip + QLatin1Char('\n') + obstacle);
        made->setAccessibleDescription(made->toolTip());
    }
}

/// Half as much again, until somebody says something else.
void RunPanel::followExtend(const RunSnapshot* run) {
    m_extendTo->setEnabled(m_bench.obstacle(RunAct::Extend).isEmpty());
    if (run == nullptr || run->status.steps <= 0 || m_extended == run->path)
        return;
    m_extended = run->path;
    const std::int64_t more = run->status.steps + std::max<std::int64_t>(1, run->status.steps / 2);
    m_extendTo->setValue(int(std::min<std::int64_t>(more, std::numeric_limits<int>::max())));
}

} // namespace hierascope::widgets
