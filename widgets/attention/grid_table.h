// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "widgets/common/table_text.h"
#include "widgets/common/theme.h"

#include <QString>
#include <QStringList>
#include <QWidget>

namespace hierascope::widgets {

/// A table of colours with numbers: who goes down, to whom goes across.
class GridTable : public QWidget {
    Q_OBJECT

public:
    struct Cell {
        QString text;
        std::optional<QColor> color; ///< behind the text
        bool isLeak = false;         ///< framed and marked in the colour of what is bad
        bool isFaint = false;
        QString tip;
        bool operator==(const Cell&) const = default;
    };
    struct Content {
        std::optional<QString> badge; ///< "A", "B"
        QColor badgeColor;
        QString title;
        QStringList rows;
        QStringList columns;
        std::vector<Cell> cells; ///< [rows, columns]
        bool isCurrent = false;
        bool operator==(const Content&) const = default;
    };

    explicit GridTable(const Theme& theme, QWidget* parent = nullptr);

    void setContent(Content content);
    const Content& content() const { return m_content; }
    const Cell& cell(int row, int column) const;
    /// The table as text, its title in the upper left cell.
    TextTable table() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void clicked();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QSize cellSize() const;
    int headerWidth() const;
    QRect cellRect(int row, int column) const;
    void paintCell(QPainter& painter, const QRect& rect, const Cell& cell) const;

    const Theme& m_theme;
    Content m_content;
};

} // namespace hierascope::widgets
