// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runtime/weight_difference.h"
#include "widgets/common/table_text.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace hierascope::widgets {

/// Shows which tensors of a model moved most from A to B: a table, sorted and filtered.
class WeightsDialog : public QDialog {
    Q_OBJECT

public:
    /// @param a,b the names of the checkpoints
    WeightsDialog(const QString& a, const QString& b, QWidget* parent = nullptr);

    void setResult(const Result<runtime::WeightDifference>& difference);
    TextTable table() const;
    QTableWidget* list() const { return m_list; }
    QString summary() const;

private:
    void showRows(const runtime::WeightDifference& difference);
    void filter(const QString& text);

    QLabel* m_summary;
    QLineEdit* m_filter;
    QTableWidget* m_list;
    QLabel* m_others;
    QPushButton* m_copy;
};

} // namespace hierascope::widgets
