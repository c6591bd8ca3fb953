// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/generate_bar.h"

#include <limits>

#include "widgets/common/flow_layout.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/generate/generation_text.h"
#include "widgets/generate/seed_grid.h"
#include "widgets/state/generation_bench.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

using Activity = GenerationState::Activity;

} // namespace

GenerateBar::GenerateBar(const Theme& theme, ViewState& state, GenerationState& generation,
                         GenerationBench& bench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_generation(generation), m_bench(bench),
      m_class(new QComboBox(this)), m_seed(new QSpinBox(this)),
      m_dice(makeButton("quiet", {}, tr("Take a random seed (Ctrl+R)"))),
      m_generate(makeButton("primary", tr("Generate"),
                            tr("Begin with these settings and go through all steps "
                               "(Ctrl+Return)"))),
      m_step(makeButton("quiet", {}, tr("One step on (N)"))),
      m_play(makeButton("quiet", {},
                        tr("Play: compute the steps that are missing, or go through "
                           "them again (Space)"))),
      m_stop(makeButton("quiet", {}, tr("Stop; what is there stays (Space)"))),
      m_loop(makeButton("quiet", {}, tr("Begin again at the end (L)"))),
      m_branch(makeButton("button", tr("Branch here"), {})), m_beside(makeButton("button", {}, {})),
      m_seeds(new QSpinBox(this)),
      m_export(makeButton("button", tr("Export…"),
                          tr("Save this step, all steps as a strip, or an animation (Ctrl+E)"))) {
    setObjectName(QStringLiteral("roomBar"));
    setAttribute(Qt::WA_StyledBackground);
    makeClassBox();
    makeSeeds();
    m_dice->setAccessibleName(tr("Random seed"));
    m_step->setAccessibleName(tr("Step"));
    m_play->setAccessibleName(tr("Play"));
    m_stop->setAccessibleName(tr("Stop"));
    m_loop->setAccessibleName(tr("Loop"));
    m_loop->setCheckable(true);
    addAll();
    connectButtons();
    connect(&theme, &Theme::changed, this, &GenerateBar::tint);
    tint();
}

QToolButton* GenerateBar::makeButton(const char* role, const QString& text, const QString& tip) {
    QToolButton* button = makeToolButton(this, role, text, tip);
    if (text.isEmpty())
        button->setIconSize({20, 20});
    return button;
}

QWidget* GenerateBar::labelled(const QString& text, QWidget* control, QWidget* more) {
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* label = new QLabel(text, both);
    label->setProperty("role", QStringLiteral("secondary"));
    row->addWidget(label);
    row->addWidget(control);
    if (more != nullptr)
        row->addWidget(more);
    return both;
}

void GenerateBar::makeClassBox() {
    m_class->setEditable(true);
    m_class->setInsertPolicy(QComboBox::NoInsert);
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_class->setMinimumContentsLength(14);
    m_class->setMaxVisibleItems(16);
    m_class->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_class->completer()->setFilterMode(Qt::MatchContains);
    m_class->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    const QString tip = tr("The class to generate: type a part of its name or its number");
    for (QWidget* part :
         {static_cast<QWidget*>(m_class), static_cast<QWidget*>(m_class->lineEdit())}) {
        part->setAccessibleName(tr("Class"));
        part->setToolTip(tip);
    }
    connect(m_class, &QComboBox::activated, this, &GenerateBar::chooseClass);
    connect(m_class->lineEdit(), &QLineEdit::editingFinished, this, &GenerateBar::chooseClass);
    connect(m_class->completer(), qOverload<const QString&>(&QCompleter::activated), this,
            &GenerateBar::chooseClass, Qt::QueuedConnection);
}

void GenerateBar::makeSeeds() {
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setFont(numberFont());
    m_seed->setKeyboardTracking(false);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same seed and settings give the same image"));
    m_seed->setMinimumWidth(96);
    m_seeds->setRange(1, SeedGrid::kMostSeeds);
    m_seeds->setFont(numberFont());
    m_seeds->setKeyboardTracking(false);
    m_seeds->setAccessibleName(tr("Grid of seeds"));
    m_seeds->setToolTip(tr("So many seeds at once as a grid; 1 shows one picture large"));
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        GenerationSettings next = m_generation.choice().settings;
        next.sampling.seed = std::uint64_t(seed);
        setSettings(m_state, next, tr("Seed"));
    });
    connect(m_seeds, &QSpinBox::valueChanged, this, [this](int seeds) {
        setSeeds(m_state, seeds);
        m_bench.fillGrid();
    });
}

void GenerateBar::addAll() {
    auto* transport = new QWidget(this); // stays together where the row breaks
    auto* row = new QHBoxLayout(transport);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QToolButton* button : {m_step, m_play, m_stop, m_loop})
        row->addWidget(button);
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(12, 6, 12, 6);
    flow->setSpacing(8);
    flow->addWidget(labelled(tr("Class"), m_class));
    flow->addWidget(labelled(tr("Seed"), m_seed, m_dice));
    flow->addWidget(m_generate);
    flow->addWidget(transport);
    flow->addWidget(m_branch);
    flow->addGap();
    flow->addWidget(m_beside);
    flow->addWidget(labelled(tr("Grid of seeds"), m_seeds));
    flow->addWidget(m_export);
}

void GenerateBar::connectButtons() {
    connect(m_dice, &QToolButton::clicked, this, &GenerateBar::throwDice);
    connect(m_generate, &QToolButton::clicked, &m_bench, &GenerationBench::generate);
    connect(m_step, &QToolButton::clicked, &m_bench, &GenerationBench::stepOn);
    connect(m_play, &QToolButton::clicked, &m_bench, &GenerationBench::play);
    connect(m_stop, &QToolButton::clicked, &m_bench, &GenerationBench::stop);
    connect(m_loop, &QToolButton::clicked, &m_generation, &GenerationState::setLooping);
    connect(m_branch, &QToolButton::clicked, &m_bench, &GenerationBench::branch);
    connect(m_beside, &QToolButton::clicked, this, &GenerateBar::toggleBeside);
    connect(m_export, &QToolButton::clicked, this, &GenerateBar::exportWanted);
}

void GenerateBar::throwDice() {
    m_seed->setValue(int(QRandomGenerator::global()->bounded(1'000'000)));
}

void GenerateBar::fillClasses() {
    const auto info = m_generation.info();
    const int wanted = info ? int(info->classCount) + 1 : 0;
    const QSignalBlocker blocker(m_class);
    const bool isSame =
        m_class->count() == wanted && (wanted == 0 || m_class->itemText(0) == classTitle(*info, 0));
    if (isSame)
        return;
    m_class->clear();
    for (std::int64_t label = 0; label < wanted; ++label)
        m_class->addItem(classTitle(*info, label));
}

/// What was typed counts where it is a class, or a part of one name alone; else the old one stays.
void GenerateBar::chooseClass() {
    int index = m_class->findText(m_class->currentText(), Qt::MatchFixedString);
    if (index < 0) {
        bool isNumber = false;
        const int number = m_class->currentText().trimmed().toInt(&isNumber);
        index = isNumber && number >= 0 && number < m_class->count()
                    ? number
                    : m_class->findText(m_class->currentText(), Qt::MatchContains);
    }
    if (index < 0 || index == m_generation.choice().settings.label)
        return follow();
    GenerationSettings next = m_generation.choice().settings;
    next.label = index;
    setSettings(m_state, next, tr("Class"));
    follow();
}

QString GenerateBar::suggestion() const {
    for (int row = 0; row < m_state.models().rowCount(); ++row) {
        const LibraryItem& item = m_state.models().item(row);
        if (item.isGenerator && item.path != m_generation.choice().a && !item.hasError &&
            !item.isMissing)
            return item.path;
    }
    return {};
}

void GenerateBar::toggleBeside() {
    if (m_generation.hasB())
        return setGenerator(m_state, Side::B, {});
    const QString path = suggestion();
    if (path.isEmpty())
        return;
    setGenerator(m_state, Side::B, path);
    if (m_generation.branch() != nullptr)
        m_bench.playWhenReady();
}

void GenerateBar::showBeside() {
    const QString path = suggestion();
    const bool hasB = m_generation.hasB();
    m_beside->setEnabled(hasB || !path.isEmpty());
    m_beside->setText(hasB             ? tr("End lock step")
                      : path.isEmpty() ? tr("Lock step…")
                                       : tr("Lock step with %1").arg(fileNameOf(path)));
    m_beside->setToolTip(
        hasB ? tr("Show A alone again; nothing that was computed is lost (Ctrl+J)")
        : path.isEmpty()
            ? tr("Open a second generator first, such as an AR one")
            : tr("Run this generator as B beside A, step by step: steps and time (Ctrl+J)"));
    m_beside->setAccessibleName(m_beside->text());
    m_beside->setAccessibleDescription(m_beside->toolTip());
}

void GenerateBar::follow() {
    fillClasses();
    const GenerationSettings& settings = m_generation.choice().settings;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_class), QSignalBlocker(m_seed),
                                       QSignalBlocker(m_seeds)};
    const bool isTyping = m_class->lineEdit()->hasFocus() && m_class->lineEdit()->isModified();
    if (!isTyping || m_class->currentIndex() != int(settings.label)) {
        m_class->setCurrentIndex(int(settings.label));
        m_class->setEditText(m_class->itemText(int(settings.label)));
    }
    m_seed->setValue(int(std::min<std::uint64_t>(settings.sampling.seed, INT_MAX)));
    m_seed->setEnabled(!settings.sampling.greedy);
    m_seeds->setValue(m_generation.choice().seeds);
    const Activity activity = m_generation.activity();
    const Branch* branch = m_generation.branch();
    m_step->setEnabled(activity != Activity::Computing &&
                       (branch == nullptr || m_generation.step() + 1 < m_generation.steps()));
    m_play->setEnabled(activity == Activity::Idle);
    m_stop->setEnabled(activity != Activity::Idle);
    m_loop->setChecked(m_generation.isLooping());
    m_branch->setEnabled(branch != nullptr && m_generation.step() >= 0 &&
                         m_generation.step() + 1 < m_generation.steps());
    m_branch->setToolTip(
        branch != nullptr && m_generation.step() + 1 >= m_generation.steps()
            ? tr("Move the step cursor back first: behind the last step there is nothing to go on")
            : tr("Go on behind the step under the cursor with these settings; unchanged ones get "
                 "the next seed (Ctrl+B)"));
    m_export->setEnabled(m_generation.step() >= 0);
    showBeside();
}

void GenerateBar::tint() {
    const QColor color = m_theme.color(ColorRole::Text);
    m_dice->setIcon(tintedIcon(QStringLiteral("dice"), color));
    m_step->setIcon(tintedIcon(QStringLiteral("step"), color));
    m_play->setIcon(tintedIcon(QStringLiteral("play"), color));
    m_stop->setIcon(tintedIcon(QStringLiteral("stop"), color));
    m_loop->setIcon(tintedIcon(QStringLiteral("loop"), color));
}

} // namespace hierascope::widgets
