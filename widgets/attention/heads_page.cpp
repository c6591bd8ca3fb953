// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/heads_page.h"

#include "widgets/attention/attention_text.h"
#include "widgets/attention/head_cells.h"
#include "widgets/attention/head_grid.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

namespace hierascope::widgets {

HeadsPage::HeadsPage(const Theme& theme, ViewState& state, AttentionState& attention,
                     QWidget* parent)
    : AttentionPage(theme, state, attention, parent), m_columns{} {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    for (const Side side : kSides) {
        m_columns[std::size_t(side)] = makeColumn(side);
        row->addWidget(m_columns[std::size_t(side)].whole, 1);
    }
}

HeadsPage::Column HeadsPage::makeColumn(Side side) {
    Column made;
    made.whole = new QWidget(this);
    made.title = new QLabel(made.whole);
    made.title->setProperty("role", side == Side::A ? QStringLiteral("a") : QStringLiteral("b"));
    made.grid = new HeadGrid(theme());
    auto* scroll = new QScrollArea(made.whole);
    scroll->setWidget(made.grid);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(made.whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(made.title);
    column->addWidget(scroll, 1);
    connect(made.grid, &HeadGrid::headChosen, this,
            [this](int layer, int head) { setAttentionHead(state(), layer, head); });
    return made;
}

void HeadsPage::follow() {
    for (const Side side : kSides) {
        const Column& column = m_columns[std::size_t(side)];
        column.whole->setVisible(attention().isShown(side));
        const QString message = messageOf(side);
        column.title->setText(message.isEmpty() ? captionOf(side) : message);
        column.grid->setCells(headCells(attention(), side, -1),
                              attention().choice().order == HeadOrder::Layer);
    }
}

TextTable HeadsPage::table() const {
    TextTable text;
    text.header = {tr("Model"), tr("Layer"), tr("Head"), tr("Entropy, bits"),
                   tr("Distance, sides")};
    for (const Side side : kSides)
        for (const HeadGrid::Cell& cell : grid(side)->cells())
            if (cell.figures && attention().isShown(side))
                text.rows.push_back({side == Side::A ? tr("A") : tr("B"),
                                     QString::number(cell.layer), QString::number(cell.head),
                                     QLocale().toString(cell.figures->entropy, 'f', 3),
                                     QLocale().toString(cell.figures->distance, 'f', 3)});
    return text;
}

} // namespace hierascope::widgets
