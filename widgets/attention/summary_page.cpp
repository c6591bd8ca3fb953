// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/summary_page.h"

#include <algorithm>
#include <cmath>

#include "widgets/attention/attention_text.h"
#include "widgets/common/pictures.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

namespace hierascope::widgets {

namespace {

QString shareNumber(double share) {
    return QLocale().toString(share, 'f', 2);
}

/// Rows ask, columns are read.
void fillNames(GridTable::Content& content, const std::vector<runtime::TokenBlock>& blocks) {
    for (const runtime::TokenBlock& block : blocks)
        content.rows << blockName(block);
    content.columns = content.rows;
}

} // namespace

SummaryPage::SummaryPage(const Theme& theme, ViewState& state, AttentionState& attention,
                         QWidget* parent)
    : AttentionPage(theme, state, attention, parent), m_note(new QLabel(this)),
      m_tables(new QWidget), m_layout(new QGridLayout(m_tables)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_note->setWordWrap(true);
    m_note->setProperty("role", QStringLiteral("secondary"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_tables);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Shares of attention from level to level"));
    scroll->setToolTip(tr("A table for each layer"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(28);
    m_layout->setVerticalSpacing(16);
    m_layout->setColumnStretch(kColumns, 1);
    column->addWidget(m_note);
    column->addWidget(scroll, 1);
}

GridTable* SummaryPage::grid(int layer, int column) const {
    return m_rows[std::size_t(layer)][std::size_t(column)];
}

/// The shares of the chosen head, or the mean of all.
GridTable::Content SummaryPage::contentOf(Side side, int layer) const {
    GridTable::Content content;
    const AttentionState::Shown& shown = attention().at(side);
    if (attention().hasB())
        content.badge = side == Side::A ? tr("A") : tr("B");
    content.badgeColor = theme().color(side == Side::A ? ColorRole::A : ColorRole::B);
    content.title = headTitle(layer, attention().head(side));
    content.isCurrent = layer == attention().layer(side);
    const auto& blocks = shown.outline->blocks[std::size_t(layer)];
    fillNames(content, blocks);
    const auto& summary = shown.summaries[std::size_t(layer)];
    content.cells.resize(blocks.size() * blocks.size());
    if (!summary)
        return content;
    const std::vector<float> shares =
        weightsOfHead(summary->shares, shown.outline->heads, attention().head(side));
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double share = double(shares[i]);
        GridTable::Cell& cell = content.cells[i];
        cell.isFaint = share == 0.0;
        cell.text = share == 0.0 ? QStringLiteral("·") : shareNumber(share);
        if (share > 0.0)
            cell.color = QColor(mappedColor(ColorMap::Magnitude, float(share)));
        cell.tip = tr("%1 of the attention of %2 goes to %3")
                       .arg(shareText(share), content.rows[int(i / blocks.size())],
                            content.columns[int(i % blocks.size())]);
    }
    return content;
}

bool SummaryPage::canSubtract(int layer) const {
    for (const Side side : kSides)
        if (!attention().isReady(side) || layer >= int(attention().at(side).outline->layers) ||
            !attention().at(side).summaries[std::size_t(layer)])
            return false;
    const auto names = [&](Side side) {
        QStringList all;
        for (const auto& block : attention().at(side).outline->blocks[std::size_t(layer)])
            all << blockName(block);
        return all;
    };
    return names(Side::A) == names(Side::B);
}

GridTable::Content SummaryPage::differenceOf(int layer) const {
    const GridTable::Content a = contentOf(Side::A, layer);
    GridTable::Content content = a;
    content.badge.reset();
    content.title = tr("A − B");
    std::array<std::vector<float>, kSides.size()> shares;
    for (const Side side : kSides) {
        const AttentionState::Shown& shown = attention().at(side);
        shares[std::size_t(side)] = weightsOfHead(shown.summaries[std::size_t(layer)]->shares,
                                                  shown.outline->heads, attention().head(side));
    }
    for (std::size_t i = 0; i < content.cells.size(); ++i) {
        const double difference = double(shares[0][i]) - double(shares[1][i]);
        GridTable::Cell& cell = content.cells[i];
        cell = {};
        cell.isFaint = std::abs(difference) < 0.005;
        cell.text = cell.isFaint ? QStringLiteral("·")
                                 : (difference < 0.0 ? QStringLiteral("−") : QStringLiteral("+")) +
                                       shareNumber(std::abs(difference));
        if (!cell.isFaint)
            cell.color = QColor(mappedColor(ColorMap::Diverging, float(difference) / 0.5F));
        cell.tip = a.cells[i].tip;
    }
    return content;
}

void SummaryPage::showRow(int layer) {
    auto& row = m_rows[std::size_t(layer)];
    for (const Side side : kSides) {
        GridTable* grid = row[std::size_t(side)];
        const bool isShown = attention().isShown(side) && attention().isReady(side) &&
                             layer < int(attention().at(side).outline->layers);
        grid->setVisible(isShown);
        if (isShown)
            grid->setContent(contentOf(side, layer));
    }
    const bool isSubtracted = attention().hasB() && canSubtract(layer);
    row[2]->setVisible(isSubtracted);
    if (isSubtracted)
        row[2]->setContent(differenceOf(layer));
}

void SummaryPage::follow() {
    int layers = 0;
    for (const Side side : kSides)
        if (attention().isReady(side) && attention().isShown(side))
            layers = std::max(layers, int(attention().at(side).outline->layers));
    while (int(m_rows.size()) < layers) {
        const int layer = int(m_rows.size());
        auto& row = m_rows.emplace_back();
        for (int column = 0; column < kColumns; ++column) {
            row[std::size_t(column)] = new GridTable(theme(), m_tables);
            m_layout->addWidget(row[std::size_t(column)], layer, column, Qt::AlignTop);
            connect(row[std::size_t(column)], &GridTable::clicked, this,
                    [this, layer] { setAttentionLayer(state(), layer); });
        }
    }
    for (int layer = 0; layer < int(m_rows.size()); ++layer) {
        if (layer < layers)
            showRow(layer);
        else
            for (GridTable* grid : m_rows[std::size_t(layer)])
                grid->hide();
    }
    QStringList notes = {tr("Rows ask, columns are read: the share of each block's attention that "
                            "goes to each block. A click on a table chooses its layer.")};
    for (const Side side : kSides)
        if (const QString message = messageOf(side);
            !message.isEmpty() && attention().isShown(side))
            notes << tr("%1: %2").arg(side == Side::A ? tr("A") : tr("B"), message);
    const bool areBoth =
        attention().hasB() && attention().isReady(Side::A) && attention().isReady(Side::B);
    const int last = layers - 1;
    if (areBoth && attention().at(Side::A).summaries.back() &&
        attention().at(Side::B).summaries.back() && !canSubtract(last))
        notes << tr("A and B have other blocks or layers, so that no difference of all layers is "
                    "shown.");
    m_note->setText(notes.join(QLatin1Char('\n')));
}

TextTable SummaryPage::table() const {
    TextTable text;
    for (const auto& row : m_rows)
        for (const GridTable* grid : row) {
            if (grid->isHidden())
                continue;
            const QString badge = grid->content().badge.value_or(QString());
            const TextTable one = grid->table();
            if (text.header.isEmpty())
                text.header =
                    QStringList{tr("Model"), tr("Layer"), tr("Asks")} + grid->content().columns;
            for (const QStringList& cells : one.rows)
                text.rows.push_back(QStringList{badge, grid->content().title} + cells);
        }
    return text;
}

} // namespace hierascope::widgets
