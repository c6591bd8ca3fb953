// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/attention/attention_page.h"

class QLabel;

namespace hierascope::widgets {

class GridTable;

/// The declared dependency of each level's picture against what was measured; leaks are marked.
class AuditPage : public AttentionPage {
    Q_OBJECT

public:
    AuditPage(const Theme& theme, ViewState& state, AttentionState& attention,
              QWidget* parent = nullptr);

    void follow() override;
    TextTable table() const override;
    GridTable* grid(Side side) const { return m_parts[std::size_t(side)].grid; }
    QString verdict(Side side) const;

private:
    struct Part {
        QWidget* whole = nullptr;
        QLabel* title = nullptr;
        QLabel* icon = nullptr;
        QLabel* verdict = nullptr;
        GridTable* grid = nullptr;
    };
    Part makePart();
    void showAudit(const Part& part, const runtime::MaskAudit& audit);

    std::array<Part, kSides.size()> m_parts;
};

} // namespace hierascope::widgets
