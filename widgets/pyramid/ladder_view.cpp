// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/ladder_view.h"

#include "widgets/pyramid/level_card.h"

#include <QHBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kWidestCard = 280; // a single level would otherwise fill the room

} // namespace

LadderView::LadderView(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme) {
    auto* strip = new QWidget(this);
    m_row = new QHBoxLayout(strip);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->setAlignment(Qt::AlignLeft);
    setWidget(strip);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Ladder of levels"));
}

void LadderView::setLevels(std::size_t count) {
    while (m_cards.size() > count) {
        delete m_cards.back();
        m_cards.pop_back();
    }
    while (m_cards.size() < count) {
        auto* card = new LevelCard(m_theme, widget());
        const int level = int(m_cards.size());
        connect(card, &QAbstractButton::clicked, this, [this, level] {
            setLevel(m_level); // the state decides what is checked, not the click
            Q_EMIT levelChosen(level);
        });
        card->setMaximumWidth(kWidestCard);
        m_row->addWidget(card);
        m_cards.push_back(card);
    }
}

void LadderView::setContent(const Content& content, const Content& compared, Side side) {
    if (content == m_content && compared == m_compared && side == m_side)
        return;
    m_content = content;
    m_compared = compared;
    m_side = side;
    setLevels(content->levels.size());
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const runtime::LevelReconstruction& level = content->reconstruction.levels[i];
        m_cards[i]->setLevel(level, content->levels[i], side);
        m_cards[i]->setCompared(compared != nullptr,
                                compared ? levelOfGrid(*compared, level.level) : nullptr);
    }
    updateGeometry();
    setLevel(m_level);
}

void LadderView::setSelection(const Selection& selection) {
    std::vector<QRectF> areas;
    for (const TokenRef& token : selection)
        areas.push_back(token.share());
    for (LevelCard* card : m_cards)
        card->setSelected(areas);
}

void LadderView::setLevel(int level) {
    m_level = level;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setChecked(int(i) == level);
    if (level >= 0 && level < levels())
        ensureWidgetVisible(m_cards[std::size_t(level)], 16, 0);
}

QSize LadderView::sizeHint() const {
    const int card = m_cards.empty() ? 0 : m_cards.front()->sizeHint().height();
    return {600, card + 2};
}

} // namespace hierascope::widgets
