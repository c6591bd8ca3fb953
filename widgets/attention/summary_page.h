// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "widgets/attention/attention_page.h"
#include "widgets/attention/grid_table.h"

class QGridLayout;
class QLabel;

namespace hierascope::widgets {

/// How much of each level's attention goes to each level: a table for each layer, A's, B's, and
/// their difference where they have the same blocks.
class SummaryPage : public AttentionPage {
    Q_OBJECT

public:
    SummaryPage(const Theme& theme, ViewState& state, AttentionState& attention,
                QWidget* parent = nullptr);

    void follow() override;
    TextTable table() const override;
    /// @param column 0: A, 1: B, 2: A minus B
    GridTable* grid(int layer, int column) const;
    QLabel* note() const { return m_note; }

private:
    static constexpr int kColumns = 3;

    GridTable::Content contentOf(Side side, int layer) const;
    GridTable::Content differenceOf(int layer) const;
    void showRow(int layer);
    bool canSubtract(int layer) const;

    QLabel* m_note;
    QWidget* m_tables;
    QGridLayout* m_layout;
    std::vector<std::array<GridTable*, kColumns>> m_rows; ///< by layer
};

} // namespace hierascope::widgets
