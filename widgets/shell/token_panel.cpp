// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/token_panel.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/common/vector_bars.h"
#include "widgets/shell/facts.h"
#include "widgets/state/surgery_edit.h"
#include "widgets/state/view_state.h"

#include <QLabel>
#include <QVBoxLayout>

namespace hierascope::widgets {

TokenPanel::TokenPanel(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state),
      m_table(new FactsTable(tr("SELECTED TOKENS"), this)), m_bars{new VectorBars(theme, this),
                                                                   new VectorBars(theme, this)},
      m_about(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table);
    for (VectorBars* bars : m_bars)
        column->addWidget(bars);
    column->addWidget(m_about);
    bars(Side::B)->setColor(ColorRole::B, ColorRole::Secondary);
    m_about->setProperty("role", QStringLiteral("secondary"));
    m_about->setWordWrap(true);
    connect(&state, &ViewState::choiceChanged, this, &TokenPanel::follow);
    connect(&state, &ViewState::phaseChanged, this, &TokenPanel::follow);
    follow();
}

void TokenPanel::follow() {
    const Facts facts = tokenFacts(m_state);
    m_table->setRows(facts);
    setVisible(!facts.empty());
    if (facts.empty())
        return;
    std::size_t width = 0;
    for (const Side side : kSides) {
        const std::vector<float> vector = side == Side::A || m_state.hasB()
                                              ? selectedVector(m_state, side)
                                              : std::vector<float>();
        bars(side)->setVisible(!vector.empty());
        bars(side)->setValues(vector);
        width = std::max(width, vector.size());
    }
    const bool hasCodes = m_state.modelInfo() && m_state.modelInfo()->codebookSize > 0;
    const auto edited = editedTokens(m_state);
    const bool isEdited =
        std::ranges::any_of(selectedTokens(m_state), [&](const runtime::TokenAt& at) {
            return std::ranges::binary_search(edited, at);
        });
    const QString kind = isEdited                             ? tr("edited")
                         : hasCodes                           ? tr("codebook vector")
                         : m_state.choice().sampling.isSample ? tr("posterior sample")
                                                              : tr("posterior mean");
    m_about->setVisible(width > 0);
    m_about->setText(m_state.choice().selection.size() > 1
                         ? tr("Mean of the vectors: %1 numbers as the decoder receives them, %2")
                               .arg(width)
                               .arg(kind)
                         : tr("%1 numbers as the decoder receives them, %2").arg(width).arg(kind));
}

} // namespace hierascope::widgets
