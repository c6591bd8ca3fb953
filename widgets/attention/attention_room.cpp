// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_room.h"

#include "widgets/attention/attention_bar.h"
#include "widgets/attention/attention_panel.h"
#include "widgets/attention/audit_page.h"
#include "widgets/attention/heads_page.h"
#include "widgets/attention/influence_page.h"
#include "widgets/attention/maps_page.h"
#include "widgets/attention/mask_page.h"
#include "widgets/attention/summary_page.h"
#include "widgets/common/busy_panel.h"
#include "widgets/common/room_layout.h"
#include "widgets/state/attention_bench.h"
#include "widgets/state/view_state.h"

#include <QStackedWidget>

namespace hierascope::widgets {

using Phase = AttentionState::Phase;

AttentionRoom::AttentionRoom(const Theme& theme, ViewState& state, AttentionState& attention,
                             AttentionBench& bench, QWidget* parent)
    : QWidget(parent), m_state(state), m_attention(attention), m_bench(bench),
      m_bar(new AttentionBar(theme, state, attention, this)),
      m_panel(new AttentionPanel(theme, state, attention, this)),
      m_maps(new MapsPage(theme, state, attention, this)),
      m_heads(new HeadsPage(theme, state, attention, this)),
      m_mask(new MaskPage(theme, state, attention, this)),
      m_summary(new SummaryPage(theme, state, attention, this)),
      m_influence(new InfluencePage(theme, state, attention, this)),
      m_audit(new AuditPage(theme, state, attention, this)), m_looks(new QStackedWidget(this)),
      m_message(new MessagePanel(theme, this)), m_busy(new BusyPanel(this)),
      m_pages(new QStackedWidget(this)) {
    m_panel->hide(); // until it has its place beside the view
    for (AttentionPage* page : std::initializer_list<AttentionPage*>{
             m_maps, m_heads, m_mask, m_summary, m_influence, m_audit})
        m_looks->addWidget(page);
    m_pages->addWidget(m_looks);
    m_pages->addWidget(m_message);
    layOutRoom(this, m_bar, m_pages, m_busy);
    m_panel->setTable([this] { return table(); });
    connect(&m_state, &ViewState::choiceChanged, this, &AttentionRoom::follow);
    connect(&m_state, &ViewState::levelChanged, this, &AttentionRoom::follow);
    connect(&m_attention, &AttentionState::changed, this, &AttentionRoom::follow);
    connect(m_message, &MessagePanel::actionChosen, this, &AttentionRoom::runAction);
    connect(m_busy, &BusyPanel::cancelRequested, &m_bench, &AttentionBench::stop);
    connect(m_bar, &AttentionBar::exportWanted, this, &AttentionRoom::exportWanted);
}

AttentionPage* AttentionRoom::page() const {
    return static_cast<AttentionPage*>(m_looks->currentWidget());
}

void AttentionRoom::runAction() {
    if (m_state.choice().a.model.isEmpty() || m_attention.at(Side::A).phase == Phase::None)
        return Q_EMIT openModelWanted();
    if (m_state.choice().a.image.isEmpty())
        return Q_EMIT openImagesWanted();
    m_bench.retry();
}

MessagePanel::Message AttentionRoom::message() const {
    const AttentionState::Shown& a = m_attention.at(Side::A);
    const QString icon = QStringLiteral("attention");
    const QString what =
        tr("This view shows who reads whom inside a model: as maps over the image, head by head, "
           "from level to level, against the declared mask, and against what really moves.");
    switch (a.phase) {
    case Phase::Empty:
        if (m_state.choice().a.model.isEmpty())
            return {icon, tr("No model is open"), what, tr("Open a model folder…"), false};
        if (m_state.choice().a.image.isEmpty())
            return {icon, tr("No image is open"), what, tr("Open images…"), false};
        return {};
    case Phase::None:
        return {icon, tr("This model has no attention to look at"),
                what + QLatin1Char('\n') +
                    tr("Its family has no transformer that this program can look into. The "
                       "Pyramid and Latents views show what it has."),
                tr("Open a model folder…"), false};
    case Phase::Failed:
        return {QStringLiteral("warning"), MessagePanel::headline(a.error.code),
                QString::fromStdString(a.error.message), tr("Try again"), true};
    case Phase::Stopped:
        return {QStringLiteral("stopped"), tr("Stopped"), tr("Nothing that was computed is lost."),
                tr("Go on"), false};
    case Phase::Busy:
    case Phase::Ready:
        return {};
    }
    return {};
}

const MessagePanel* AttentionRoom::messagePanel() const {
    return m_pages->currentWidget() == m_message ? m_message : nullptr;
}

void AttentionRoom::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_bench.setActive(true);
    follow();
}

void AttentionRoom::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_bench.setActive(false);
}

void AttentionRoom::follow() {
    if (!isVisible())
        return;
    m_looks->setCurrentIndex(int(m_attention.choice().look));
    const MessagePanel::Message words = message();
    m_message->setMessage(words);
    m_pages->setCurrentIndex(words.title.isEmpty() ? 0 : 1);
    m_busy->setVisible(m_attention.at(Side::A).phase == Phase::Busy);
    m_busy->setTitle(tr("Recording attention"));
    m_busy->setProgress(-1.0, {});
    m_bar->follow();
    m_panel->follow();
    page()->follow();
}

QImage AttentionRoom::picture() const {
    if (messagePanel() != nullptr || !m_attention.isReady())
        return {};
    return m_looks->grab().toImage();
}

TextTable AttentionRoom::table() const {
    return page()->table();
}

void AttentionRoom::fit() {
    page()->fit();
}

void AttentionRoom::zoomIn() {
    page()->zoom(1);
}

void AttentionRoom::zoomOut() {
    page()->zoom(-1);
}

} // namespace hierascope::widgets
