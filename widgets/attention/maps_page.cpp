// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/maps_page.h"

#include <algorithm>
#include <utility>

#include "widgets/attention/attention_text.h"
#include "widgets/attention/block_map_view.h"
#include "widgets/attention/head_cells.h"
#include "widgets/attention/head_grid.h"
#include "widgets/attention/heat.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>

namespace hierascope::widgets {

MapsPage::MapsPage(const Theme& theme, ViewState& state, AttentionState& attention, QWidget* parent)
    : AttentionPage(theme, state, attention, parent), m_maps{new BlockMapView(theme, this),
                                                             new BlockMapView(theme, this)},
      m_title(new QLabel(tr("HEADS"), this)), m_scroll(new QScrollArea(this)),
      m_heads(new HeadGrid(theme)) {
    constexpr int kHeadsWidth = 214;
    constexpr int kHeadSide = 84;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    for (BlockMapView* map : m_maps)
        row->addWidget(map, 1);
    auto* column = new QVBoxLayout;
    m_title->setProperty("role", QStringLiteral("heading"));
    m_heads->setSide(kHeadSide);
    m_scroll->setWidget(m_heads);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFixedWidth(kHeadsWidth + m_scroll->verticalScrollBar()->sizeHint().width());
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    row->addLayout(column);
    for (const Side side : kSides)
        connect(map(side), &BlockMapView::tokenChosen, this, [this, side](const BlockToken& token) {
            askToken(this->state(), this->attention().blocks(side)[token.block], token.token);
        });
    connect(m_heads, &HeadGrid::headChosen, this,
            [this](int layer, int head) { setAttentionHead(this->state(), layer, head); });
}

/// Only weights of the same sequence can be subtracted.
bool MapsPage::canSubtract() const {
    if (!attention().isReady(Side::A) || !attention().isReady(Side::B))
        return false;
    const auto same = [](const runtime::TokenBlock& a, const runtime::TokenBlock& b) {
        return a.rows == b.rows && a.columns == b.columns && a.level == b.level;
    };
    return std::ranges::equal(attention().blocks(Side::A), attention().blocks(Side::B), same);
}

void MapsPage::followMap(Side side) {
    const AttentionState::Shown& shown = attention().at(side);
    BlockMapView::Scene scene;
    scene.badge = badgeOf(side);
    scene.caption = captionOf(side);
    scene.message = messageOf(side);
    if (attention().isReady(side)) {
        const auto layer = std::size_t(attention().layer(side));
        QImage& picture = m_dimmed[std::size_t(side)];
        if (m_dimmedOf[std::size_t(side)] != shown.outline)
            picture = dimmed(shown.outline->input);
        m_dimmedOf[std::size_t(side)] = shown.outline;
        scene.picture = picture;
        scene.blocks = shown.outline->blocks[layer];
        scene.asking = shown.asking[layer];
        if (shown.weights)
            scene.weights = weightsOfHead(shown.weights->layers[layer], shown.outline->heads,
                                          attention().head(side));
        if (scene.asking)
            scene.caption = (attention().choice().showsReaders() ? tr("%1 · who reads %2")
                                                                 : tr("%1 · whom %2 reads"))
                                .arg(scene.caption, tokenName(scene.blocks[scene.asking->block],
                                                              scene.asking->token));
    }
    map(side)->setScene(std::move(scene));
}

/// A minus B in B's place.
void MapsPage::showDifference() {
    BlockMapView::Scene scene = map(Side::A)->scene();
    const std::vector<float>& b = map(Side::B)->scene().weights;
    scene.badge.reset();
    scene.caption = tr("A − B: red where A's weight is larger");
    if (!canSubtract()) {
        scene.message = tr("A and B have other sequences of tokens here: their maps can be seen "
                           "side by side, not subtracted.");
    } else if (scene.weights.size() == b.size()) {
        for (std::size_t i = 0; i < b.size(); ++i)
            scene.weights[i] -= b[i];
        scene.isDifference = true;
    }
    map(Side::B)->setScene(std::move(scene));
}

void MapsPage::follow() {
    const bool hasB = attention().hasB();
    for (const Side side : kSides)
        map(side)->setVisible(attention().isShown(side));
    followMap(Side::A);
    if (hasB)
        followMap(Side::B);
    if (hasB && state().choice().compare == Compare::Difference)
        showDifference();
    m_title->setText(tr("HEADS OF LAYER %1").arg(attention().layer()));
    m_heads->setCells(headCells(attention(), Side::A, attention().layer()), true);
}

TextTable MapsPage::table() const {
    TextTable text;
    text.header = {tr("Head"), tr("Entropy, bits"), tr("Distance, sides")};
    for (const HeadGrid::Cell& cell : m_heads->cells())
        text.rows.push_back(
            {headTitle(cell.layer, cell.head),
             cell.figures ? QLocale().toString(cell.figures->entropy, 'f', 3) : QStringLiteral("–"),
             cell.figures ? QLocale().toString(cell.figures->distance, 'f', 3)
                          : QStringLiteral("–")});
    return text;
}

} // namespace hierascope::widgets
