// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/view_choice.h"

#include <QWidget>

class QLabel;

namespace hierascope::widgets {

class FactsTable;
class Theme;
class VectorBars;
class ViewState;

/// The selected tokens: where they are and what their vector is, in A and in B.
class TokenPanel : public QWidget {
    Q_OBJECT

public:
    TokenPanel(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    FactsTable* table() const { return m_table; }
    VectorBars* bars(Side side) const { return m_bars[std::size_t(side)]; }

private:
    void follow();

    ViewState& m_state;
    FactsTable* m_table;
    std::array<VectorBars*, kSides.size()> m_bars;
    QLabel* m_about;
};

} // namespace hierascope::widgets
