// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/attention/attention_page.h"

class QLabel;

namespace hierascope::widgets {

class HeadGrid;

/// All heads of all layers as small multiples, of A, and of B beside it.
class HeadsPage : public AttentionPage {
    Q_OBJECT

public:
    HeadsPage(const Theme& theme, ViewState& state, AttentionState& attention,
              QWidget* parent = nullptr);

    void follow() override;
    TextTable table() const override;
    HeadGrid* grid(Side side) const { return m_columns[std::size_t(side)].grid; }

private:
    struct Column {
        QWidget* whole = nullptr;
        QLabel* title = nullptr;
        HeadGrid* grid = nullptr;
    };
    Column makeColumn(Side side);

    std::array<Column, kSides.size()> m_columns;
};

} // namespace hierascope::widgets
