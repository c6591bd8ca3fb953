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

/// A heading with rows of label and value; values are selectable, long ones stand below.
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        QLabel* label;
        QLabel* value;
    };

    void makeLines();
    Line makeLine(int place, bool hasOwnLines);
    static void fillLine(const Line& line, const Row& row);
    void fitHeights(); ///< a wrapped value is never cut

    QString m_heading;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    std::vector<Line> m_lines; ///< one for each row
};

} // namespace hierascope::widgets
