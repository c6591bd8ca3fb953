// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "widgets/attention/attention_page.h"

class QLabel;

namespace hierascope::widgets {

class ImageView;
class InfluenceRow;

/// What really moves when the selected token is disturbed, beside the attention that it gets.
class InfluencePage : public AttentionPage {
    Q_OBJECT

public:
    InfluencePage(const Theme& theme, ViewState& state, AttentionState& attention,
                  QWidget* parent = nullptr);

    void follow() override;
    TextTable table() const override;
    InfluenceRow* row(Side side) const { return m_rows[std::size_t(side)]; }

private:
    std::array<InfluenceRow*, kSides.size()> m_rows;
};

/// Who reads a token among the cells of a level's picture, and how well that foretells what moves.
struct Agreement {
    std::vector<float> attention; ///< [cells]; empty where no block of the sequence has these cells
    double score = 0.0;           ///< Spearman; NaN where one of both does not vary
};
Agreement agreementOf(const AttentionState& attention, Side side, std::size_t level);

} // namespace hierascope::widgets
