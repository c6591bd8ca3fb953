// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/influence_page.h"

#include <algorithm>
#include <limits>

#include "core/runtime/influence.h"
#include "widgets/attention/attention_text.h"
#include "widgets/attention/grid_table.h"
#include "widgets/attention/heat.h"
#include "widgets/attention/influence_row.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_state.h"

#include <QVBoxLayout>

namespace hierascope::widgets {

Agreement agreementOf(const AttentionState& attention, Side side, std::size_t level) {
    const AttentionState::Shown& shown = attention.at(side);
    Agreement agreement{{}, std::numeric_limits<double>::quiet_NaN()};
    if (!shown.influence || !shown.weights || !attention.isReady(side))
        return agreement;
    const InfluenceContent::Level& of = shown.influence->levels[level];
    const auto& blocks = attention.blocks(side);
    // The level's own tokens, or those of the image where every picture is of the whole image.
    const auto isOfCells = [&](const runtime::TokenBlock& block) {
        const bool isOwn = block.level == int(level) || block.level < 0;
        return isOwn && block.isSpatial && block.rows == of.rows && block.columns == of.columns;
    };
    const auto block = std::ranges::find_if(blocks, isOfCells);
    if (block == blocks.end())
        return agreement;
    const std::vector<float> weights =
        weightsOfHead(shown.weights->layers[std::size_t(attention.layer(side))],
                      shown.outline->heads, attention.head(side));
    const auto part = partOf(weights, *block);
    agreement.attention.assign(part.begin(), part.end());
    agreement.score = runtime::agreement(agreement.attention, of.moved);
    return agreement;
}

InfluencePage::InfluencePage(const Theme& theme, ViewState& state, AttentionState& attention,
                             QWidget* parent)
    : AttentionPage(theme, state, attention, parent), m_rows{new InfluenceRow(theme, this),
                                                             new InfluenceRow(theme, this)} {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(16);
    for (InfluenceRow* row : m_rows)
        column->addWidget(row, 1);
}

void InfluencePage::follow() {
    for (const Side side : kSides) {
        const bool isShown = attention().isShown(side);
        row(side)->setVisible(isShown);
        if (!isShown)
            continue;
        QString caption = captionOf(side);
        const auto& influence = attention().at(side).influence;
        if (influence)
            caption = tr("%1 · %2, token %3: %4")
                          .arg(caption, influence->levels.empty()
                                            ? QString()
                                            : levelTitle(state().levelInfos(
                                                  side)[std::size_t(influence->token.level)]))
                          .arg(influence->token.token + 1)
                          .arg(disturbanceName(attention().choice().disturbance));
        if (attention().hasB())
            caption = tr("%1: %2").arg(side == Side::A ? tr("A") : tr("B"), caption);
        row(side)->show(attention(), side, std::size_t(std::max(0, state().level(side))),
                        messageOf(side), caption);
    }
}

TextTable InfluencePage::table() const {
    TextTable text;
    for (const Side side : kSides)
        if (attention().at(side).influence && attention().isShown(side)) {
            const TextTable one = row(side)->levels()->table();
            text.header = QStringList{tr("Model")} + one.header;
            for (const QStringList& cells : one.rows)
                text.rows.push_back(QStringList{side == Side::A ? tr("A") : tr("B")} + cells);
        }
    return text;
}

} // namespace hierascope::widgets
