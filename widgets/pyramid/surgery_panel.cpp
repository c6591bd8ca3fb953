// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/surgery_panel.h"

#include <cmath>

#include "widgets/common/flow_layout.h"
#include "widgets/common/room_layout.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/pyramid/pane_maker.h"
#include "widgets/pyramid/surgery_history.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kWidth = 290;
constexpr std::size_t kNearCodes = 8;

} // namespace

SurgeryPanel::SurgeryPanel(const Theme& theme, ViewState& state, SurgeryBench& bench,
                           QWidget* parent)
    : QScrollArea(parent), m_state(state), m_bench(bench), m_selected(new QLabel(this)),
      m_moved(new QLabel(this)), m_history(new SurgeryHistory(theme, state, bench, this)) {
    setAccessibleName(tr("Editing tokens"));
    setAccessibleDescription(
        tr("What to put in the place of the selected tokens, and the history"));
    QVBoxLayout* column = layOutInspector(this, kWidth);
    setMaximumWidth(kWidth);
    column->setSpacing(5);
    column->addWidget(heading(tr("EDIT TOKENS")));
    column->addWidget(m_selected);
    for (QLabel* label : {m_selected, m_moved})
        label->setWordWrap(true);
    m_moved->setProperty("role", QStringLiteral("secondary"));
    fillReplacements(*column);
    fillSource(*column);
    fillClipboard(*column);
    fillHistory(*column);
    setWidget(column->parentWidget());
    connect(&bench, &SurgeryBench::changed, this, &SurgeryPanel::follow);
    for (LibraryModel* library : {&state.images()}) {
        connect(library, &LibraryModel::rowsInserted, this, &SurgeryPanel::followSources);
        connect(library, &LibraryModel::rowsRemoved, this, &SurgeryPanel::followSources);
    }
    followSources();
    follow();
}

QLabel* SurgeryPanel::heading(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setProperty("role", QStringLiteral("heading"));
    label->setContentsMargins(0, 5, 0, 0);
    return label;
}

QLayout* SurgeryPanel::rowOf(std::initializer_list<QWidget*> parts) {
    auto* row = new FlowLayout;
    row->setSpacing(6);
    for (QWidget* part : parts)
        row->addWidget(part);
    return row;
}

QToolButton* SurgeryPanel::add(SurgeryAct act, const QString& text, const QString& tip) {
    QToolButton* button = makeToolButton(this, "button", text, tip);
    m_buttons[act] = button;
    m_tips[act] = tip;
    connect(button, &QToolButton::clicked, this, [this, act] { m_bench.act(act); });
    return button;
}

void SurgeryPanel::fillReplacements(QVBoxLayout& column) {
    column.addWidget(heading(tr("REPLACE BY")));
    QToolButton* near = add(SurgeryAct::NearCode, tr("Near code"),
                            tr("The code whose vector is nearest to each token's own (N); the "
                               "arrow offers others"));
    near->setProperty("role", QStringLiteral("split"));
    near->setPopupMode(QToolButton::MenuButtonPopup);
    near->setMenu(new QMenu(near));
    connect(near->menu(), &QMenu::aboutToShow, this, &SurgeryPanel::fillNearCodes);
    m_code = new QSpinBox(this);
    m_code->setAccessibleName(tr("Code"));
    m_code->setToolTip(tr("Any code of the codebook"));
    m_code->setFont(numberFont());
    m_noise = new QDoubleSpinBox(this);
    m_noise->setRange(0.05, 20.0);
    m_noise->setSingleStep(0.25);
    m_noise->setAccessibleName(tr("Strength of the noise"));
    m_noise->setToolTip(tr("Standard deviations of each channel of the level"));
    m_noise->setFont(numberFont());
    column.addLayout(
        rowOf({near, add(SurgeryAct::Zero, tr("Zero"), tr("Numbers that are all zero (Z)"))}));
    column.addLayout(
        rowOf({add(SurgeryAct::Code, tr("Code"), tr("The code of this number (J)")), m_code,
               add(SurgeryAct::Mask, tr("Mask"),
                   tr("The token that the model learnt for a gap (Shift+Z)"))}));
    column.addLayout(
        rowOf({add(SurgeryAct::Noise, tr("Noise"), tr("Add normal noise to the numbers (Shift+N)")),
               m_noise}));
    connect(m_code, &QSpinBox::valueChanged, this, &SurgeryPanel::changeSettings);
    connect(m_noise, &QDoubleSpinBox::valueChanged, this, &SurgeryPanel::changeSettings);
}

void SurgeryPanel::fillSource(QVBoxLayout& column) {
    column.addWidget(heading(tr("FROM ANOTHER IMAGE")));
    m_source = new QComboBox(this);
    m_source->setAccessibleName(tr("Source"));
    m_source->setToolTip(tr("Whose tokens are taken: B's, or those of an image that A's model "
                            "encodes"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(12);
    m_share = new QSlider(Qt::Horizontal, this);
    m_share->setRange(0, 100);
    m_share->setPageStep(10);
    m_share->setAccessibleName(tr("Share of the source"));
    m_share->setToolTip(tr("How much of the source's token: 0 % is the token as it is, 100 % the "
                           "source's"));
    m_percent = new QLabel(this);
    m_percent->setFont(numberFont());
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* share = new QHBoxLayout;
    share->addWidget(add(SurgeryAct::Interpolate, tr("Interpolate"),
                         tr("Between each token and the source's at its place (K)")));
    share->addWidget(m_share, 1);
    share->addWidget(m_percent);
    column.addWidget(m_source);
    column.addLayout(
        rowOf({add(SurgeryAct::Take, tr("Take"),
                   tr("The source's tokens at the places of the selected ones (G)")),
               add(SurgeryAct::TakeLevel, tr("Whole level"),
                   tr("What if this level came from the other image? All of the source's tokens "
                      "of the level that is shown (Shift+G)"))}));
    column.addLayout(share);
    connect(m_source, &QComboBox::activated, this, &SurgeryPanel::changeSettings);
    connect(m_share, &QSlider::valueChanged, this, &SurgeryPanel::changeSettings);
}

void SurgeryPanel::fillClipboard(QVBoxLayout& column) {
    column.addWidget(heading(tr("TOKENS COPIED")));
    column.addLayout(
        rowOf({add(SurgeryAct::Copy, tr("Copy"),
                   tr("Keep the selected tokens; they can be put into any image (C)")),
               add(SurgeryAct::Paste, tr("Paste"),
                   tr("Put the copied tokens on the selected ones, in their order; one token goes "
                      "on all (V)")),
               add(SurgeryAct::PasteInPlace, tr("In place"),
                   tr("Put the copied tokens where they were copied (Shift+V)"))}));
}

void SurgeryPanel::fillHistory(QVBoxLayout& column) {
    column.addWidget(heading(tr("HISTORY")));
    column.addLayout(
        rowOf({add(SurgeryAct::Restore, tr("Restore"),
                   tr("Put back what stood in the place of the selected tokens (Backspace)")),
               add(SurgeryAct::RestoreAll, tr("Unedited"),
                   tr("Show the image without edits; they stay in the history "
                      "(Shift+Backspace)"))}));
    column.addLayout(
        rowOf({add(SurgeryAct::CompareUnedited, tr("Compare"),
                   tr("Make B the same image without edits, beside this one (U)")),
               add(SurgeryAct::Earlier, tr("Earlier"), tr("Show one edit less (Alt+Left)")),
               add(SurgeryAct::Later, tr("Later"), tr("Show one edit more (Alt+Right)"))}));
    column.addWidget(m_moved);
    column.addStretch();
}

void SurgeryPanel::fillNearCodes() {
    QMenu* menu = button(SurgeryAct::NearCode)->menu();
    menu->clear();
    const auto codes = m_bench.nearCodes(kNearCodes);
    if (codes.empty())
        menu->addAction(tr("The codebook is being read…"))->setEnabled(false);
    const bool isOne = selectedTokens(m_state).size() == 1;
    for (std::size_t rank = 0; rank < codes.size(); ++rank) {
        const QString text = isOne ? tr("Code %1, distance %2")
                                         .arg(codes[rank].code)
                                         .arg(QLocale().toString(codes[rank].distance, 'g', 3))
                                   : tr("The %1. nearest of each").arg(rank + 1);
        QAction* action = menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, rank] { m_bench.putNearCode(rank); });
    }
}

void SurgeryPanel::changeSettings() {
    SurgeryBench::Settings next = m_bench.settings();
    next.code = m_code->value();
    next.noise = m_noise->value();
    next.share = m_share->value() / 100.0;
    next.source = m_source->currentData().toString();
    m_bench.setSettings(next);
}

void SurgeryPanel::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    m_bench.setActive(true);
}

void SurgeryPanel::hideEvent(QHideEvent* event) {
    QScrollArea::hideEvent(event);
    m_bench.setActive(false);
}

QString SurgeryPanel::summary() const {
    return m_selected->text() + QLatin1Char('\n') + m_moved->text();
}

void SurgeryPanel::follow() {
    const auto count = qlonglong(selectedTokens(m_state).size());
    m_selected->setText(count == 0 ? tr("Select tokens in the picture: click, Shift+click, or "
                                        "drag a rectangle.")
                        : count == 1
                            ? tr("1 token is selected.")
                            : tr("%1 tokens are selected.").arg(QLocale().toString(count)));
    for (const auto& [act, button] : m_buttons) {
        const QString obstacle = m_bench.obstacle(act);
        button->setEnabled(obstacle.isEmpty());
        button->setToolTip(obstacle.isEmpty() ? m_tips.at(act) : obstacle);
        button->setAccessibleDescription(button->toolTip());
    }
    const auto content = m_state.content();
    const auto edited = qlonglong(editedTokens(m_state).size());
    QString moved;
    if (content && !content->edits.isEmpty() && !content->levels.empty())
        moved = edited == 1 ? tr("1 token is edited; the finest picture %1.")
                                  .arg(movedText(content->levels.back().movedBy))
                            : tr("%1 tokens are edited; the finest picture %2.")
                                  .arg(QLocale().toString(edited),
                                       movedText(content->levels.back().movedBy));
    m_moved->setText(moved);
    m_moved->setVisible(!moved.isEmpty());
    followSettings();
}

void SurgeryPanel::followSettings() {
    const SurgeryBench::Settings& settings = m_bench.settings();
    const auto info = m_state.modelInfo();
    const QSignalBlocker noCode(m_code);
    const QSignalBlocker noNoise(m_noise);
    const QSignalBlocker noShare(m_share);
    const QSignalBlocker noSource(m_source);
    m_code->setRange(0, info && info->codebookSize > 0 ? int(info->codebookSize) - 1 : 0);
    m_code->setValue(int(settings.code));
    m_code->setEnabled(info && info->codebookSize > 0);
    m_noise->setValue(settings.noise);
    m_share->setValue(int(std::lround(100.0 * settings.share)));
    m_percent->setText(tr("%1 %").arg(m_share->value()));
    m_source->setCurrentIndex(std::max(0, m_source->findData(settings.source)));
}

void SurgeryPanel::followSources() {
    {
        const QSignalBlocker quiet(m_source);
        m_source->clear();
        m_source->addItem(tr("B"), QString());
        for (int row = 0; row < m_state.images().rowCount(); ++row) {
            const LibraryItem& item = m_state.images().item(row);
            m_source->addItem(item.name, item.path);
        }
    }
    SurgeryBench::Settings settings = m_bench.settings();
    if (m_source->findData(settings.source) < 0)
        settings.source.clear();
    m_bench.setSettings(settings);
    followSettings();
}

} // namespace hierascope::widgets
