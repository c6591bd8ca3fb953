// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "widgets/common/table_text.h"
#include "widgets/state/codebook_state.h"

#include <QScrollArea>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

/// The numbers beside the Codebook view: usage of A and B, and which codes differ.
class CodebookPanel : public QScrollArea {
    Q_OBJECT

public:
    CodebookPanel(const ViewState& state, const CodebookState& codebook, QWidget* parent = nullptr);

    void follow();
    /// What stands in the panel: usage, or channels.
    TextTable table() const;

private:
    QToolButton* makeCopyButton(const QString& name, const std::function<TextTable()>& table);

    const ViewState& m_state;
    const CodebookState& m_codebook;
    QLabel* m_heading;
    QLabel* m_data;
    QLabel* m_numbers;
    QLabel* m_differences;
    QToolButton* m_copyNumbers;
    QToolButton* m_copyDifferences;
};

} // namespace hierascope::widgets
