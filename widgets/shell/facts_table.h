// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/common/table_text.h"

#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace hierascope::widgets {

/// A heading with rows of label and value; values are selectable, long ones stand below.
///
/// Rows with a second value stand in columns under "A", "B" and "A − B".
class FactsTable : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString label;
        QString value;
        QString toolTip;
        QString valueB;     ///< of model B
        QString difference; ///< A minus B
    };

    explicit FactsTable(const QString& heading, QWidget* parent = nullptr);

    /// Replaces the rows; a table without rows hides itself.
    ///
    /// @param isComparing there are columns for A and B
    void setRows(const std::vector<Row>& rows, bool isComparing = false);
    const std::vector<Row>& rows() const { return m_rows; }
    /// What is copied: the heading over the labels, then the values.
    TextTable text() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Line {
        QLabel* label;
        std::vector<QLabel*> values; ///< one, or A, B and their difference
    };

    void makeLines();
    void makeColumnHeads();
    Line makeLine(int place, bool hasOwnLines);
    QLabel* makeValue(bool hasOwnLines);
    static void fillLine(const Line& line, const Row& row);
    void fitHeights(); ///< a wrapped value is never cut

    QString m_heading;
    std::vector<Row> m_rows;
    bool m_isComparing = false;
    QGridLayout* m_grid;
    std::vector<QLabel*> m_heads;
    std::vector<Line> m_lines; ///< one for each row
};

} // namespace hierascope::widgets
