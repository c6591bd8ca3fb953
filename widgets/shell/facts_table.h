// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace hierascope::widgets {

/// A heading with rows of label and value; values are selectable and wrap.
class FactsTable : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString label;
        QString value;
        QString toolTip;
    };

    explicit FactsTable(const QString& heading, QWidget* parent = nullptr);

    /// Replaces the rows; a table without rows hides itself.
    void setRows(const std::vector<Row>& rows);
    const std::vector<Row>& rows() const { return m_rows; }

private:
    void addRow(int line, const Row& row);

    QString m_heading;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    std::vector<QLabel*> m_labels;
};

} // namespace hierascope::widgets
