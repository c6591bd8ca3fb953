// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// Rows of small pictures under titles; rows wrap where the place is narrow.
class PictureRows : public QWidget {
    Q_OBJECT

public:
    struct Cell {
        QImage picture;
        QString tip;
        QString caption{}; ///< under the picture; empty: none
    };
    struct Row {
        QString title;
        std::vector<Cell> cells;
    };

    /// @param side longest side of a picture on the screen, logical pixels
    PictureRows(const Theme& theme, int side, QWidget* parent = nullptr);

    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int columns(int width) const;
    int cellHeight(const Row& row) const;
    /// Calls `see(cell, place)` for every cell, and `name(row, place)` for every title.
    template <typename Name, typename See>
    int lay(int width, Name name, See see) const;

    const Theme& m_theme;
    int m_side;
    std::vector<Row> m_rows;
};

} // namespace hierascope::widgets
