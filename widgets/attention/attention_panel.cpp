// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_panel.h"

#include <array>

#include "widgets/attention/attention_text.h"
#include "widgets/common/room_layout.h"
#include "widgets/common/table_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/attention_store.h"
#include "widgets/state/view_state.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kSmallestWidth = 296; // as the inspector's

QComboBox* makeBox(QWidget* parent, const QStringList& texts, const QString& name,
                   const QString& tip) {
    auto* box = new QComboBox(parent);
    box->addItems(texts);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("heading"));
    return label;
}

} // namespace

AttentionPanel::AttentionPanel(const Theme&, ViewState& state, AttentionState& attention,
                               QWidget* parent)
    : QScrollArea(parent), m_state(state), m_attention(attention), m_token(new QLabel),
      m_layerText(new QLabel), m_layer(new QSlider(Qt::Horizontal)),
      m_head(makeBox(nullptr, {}, tr("Head"),
                     tr("Which head is shown, or the mean of all (Alt+Up, Alt+Down)"))),
      m_order(makeBox(nullptr, {tr("By layer"), tr("Lowest entropy first"), tr("Farthest first")},
                      tr("Order of the heads"), tr("How the small maps are ordered (O)"))),
      m_figures(new QLabel),
      m_disturbance(makeBox(nullptr, {}, tr("Disturbance"),
                            tr("What takes the token's place to measure its influence (N)"))),
      m_copy(
          makeToolButton(this, "button", tr("Copy as table"), tr("Copy the numbers of this look"))),
      m_copyMenu(new QMenu(m_copy)), m_memory(new QLabel), m_problem(new QLabel) {
    setAccessibleName(tr("Token, layer and head"));
    setAccessibleDescription(tr("Which token asks, in which layer and head, and what is kept"));
    QVBoxLayout* column = layOutInspector(this, kSmallestWidth);
    QWidget* inside = column->parentWidget();
    for (int how = 0; how < kDisturbances; ++how)
        m_disturbance->addItem(disturbanceName(runtime::Disturbance(how)));
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("Which layer is shown, from 0 (Ctrl+Up, Ctrl+Down)"));
    m_layer->setPageStep(1);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(m_copyMenu);
    m_copyMenu->setToolTipsVisible(true);
    m_problem->setProperty("role", QStringLiteral("warning"));
    m_memory->setProperty("role", QStringLiteral("secondary"));
    m_figures->setProperty("role", QStringLiteral("secondary"));
    const std::array tips = {tr("The token that asks"), tr("The layer"),
                             tr("The head over all tokens that ask"), tr("What is kept"),
                             tr("What went wrong")};
    int i = 0;
    for (QLabel* label : {m_token, m_layerText, m_figures, m_memory, m_problem}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setToolTip(tips[std::size_t(i++)]);
    }
    const auto add = [&](const QString& title, const std::initializer_list<QWidget*>& parts) {
        auto* section = new QVBoxLayout;
        section->setSpacing(8);
        section->addWidget(heading(title, inside));
        for (QWidget* part : parts)
            section->addWidget(part);
        column->addLayout(section);
    };
    add(tr("SELECTED TOKEN"), {m_token});
    add(tr("LAYER AND HEAD"), {m_layerText, m_layer, m_head, m_figures});
    add(tr("HEADS"), {m_order});
    add(tr("DISTURBANCE"), {m_disturbance});
    add(tr("NUMBERS"), {m_copy});
    add(tr("MEMORY"), {m_memory, m_problem});
    column->addStretch();
    setWidget(inside);
    connectParts();
    follow();
}

void AttentionPanel::connectParts() {
    connect(m_layer, &QSlider::valueChanged, this,
            [this](int layer) { setAttentionLayer(m_state, layer); });
    connect(m_head, &QComboBox::activated, this,
            [this](int index) { setAttentionHead(m_state, index - 1); });
    connect(m_order, &QComboBox::activated, this,
            [this](int index) { setHeadOrder(m_state, HeadOrder(index)); });
    connect(m_disturbance, &QComboBox::activated, this,
            [this](int index) { setDisturbance(m_state, runtime::Disturbance(index)); });
    connect(&m_attention, &AttentionState::heldChanged, this, &AttentionPanel::followMemory);
}

void AttentionPanel::setTable(const std::function<TextTable()>& table) {
    addCopyActions(*m_copyMenu, table);
}

QString AttentionPanel::tokenText() const {
    return m_token->text();
}

QString AttentionPanel::memoryText() const {
    return m_memory->text();
}

void AttentionPanel::followToken() {
    const bool isReady = m_attention.isReady();
    const auto asking =
        isReady ? m_attention.at(Side::A).asking[std::size_t(m_attention.layer())] : std::nullopt;
    if (!asking) {
        m_token->setText(tr("None yet"));
        return;
    }
    const runtime::TokenBlock& block = m_attention.blocks()[asking->block];
    const bool isOwn = m_state.choice().selection.empty() && !m_state.choice().attention.imageToken;
    m_token->setText(isOwn ? tr("%1\nNothing is selected: the middle of the finest grid asks. A "
                                "click in a map makes another token ask.")
                                 .arg(tokenName(block, asking->token))
                           : tokenName(block, asking->token));
}

void AttentionPanel::followHeads() {
    const bool isReady = m_attention.isReady();
    const int layers = isReady ? int(m_attention.at(Side::A).outline->layers) : 1;
    const int heads = isReady ? int(m_attention.at(Side::A).outline->heads) : 0;
    const QSignalBlocker quiet(m_layer);
    m_layer->setRange(0, layers - 1);
    m_layer->setValue(m_attention.layer());
    m_layer->setEnabled(layers > 1);
    m_layerText->setText(isReady
                             ? tr("Layer %1 of 0 to %2").arg(m_attention.layer()).arg(layers - 1)
                             : tr("No layers yet"));
    if (m_head->count() != heads + 1) {
        m_head->clear();
        m_head->addItem(tr("Mean of the heads"));
        for (int head = 0; head < heads; ++head)
            m_head->addItem(tr("Head %1").arg(head));
    }
    m_head->setCurrentIndex(m_attention.head() + 1);
    m_order->setCurrentIndex(int(m_attention.choice().order));
    m_disturbance->setCurrentIndex(int(m_attention.choice().disturbance));
    m_disturbance->setEnabled(m_attention.choice().look == AttentionLook::Influence);
    const int head = m_attention.head();
    const auto summary =
        isReady ? m_attention.at(Side::A).summaries[std::size_t(m_attention.layer())] : nullptr;
    m_figures->setVisible(head >= 0 && summary);
    if (head >= 0 && summary) {
        const runtime::HeadFigures& figures = summary->heads[std::size_t(head)];
        m_figures->setText(tr("Entropy %1 bits, mean distance %2 of the image's side")
                               .arg(QLocale().toString(figures.entropy, 'f', 2),
                                    QLocale().toString(figures.distance, 'f', 2)));
    }
}

void AttentionPanel::followMemory() {
    m_memory->setText(
        tr("%1 of %2 records kept, %3 of at most %4. Maps are made when they are "
           "looked at.")
            .arg(m_attention.records())
            .arg(AttentionStore::kRecords)
            .arg(megabytesText(m_attention.bytes()), megabytesText(AttentionStore::kBytes)));
}

void AttentionPanel::follow() {
    followToken();
    followHeads();
    followMemory();
    QString problem;
    for (const Side side : kSides)
        if (const auto& error = m_attention.at(side).problem; error && problem.isEmpty())
            problem = error->code == ErrorCode::Cancelled ? tr("Stopped; choose again to go on.")
                                                          : QString::fromStdString(error->message);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace hierascope::widgets
