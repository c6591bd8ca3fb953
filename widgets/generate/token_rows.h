// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// The codes of an image, one row for each level: the colour of a cell is its entropy.
///
/// The arrow keys walk over the cells, Space or Enter selects one.
class TokenRows : public QWidget {
    Q_OBJECT

public:
    /// One position of the sequence.
    struct Cell {
        bool isKnown = false; ///< else it is not written yet
        bool isNew = false;   ///< written by the step under the cursor
        bool isGiven = false; ///< put there by a person
        std::int64_t code = 0;
        float entropy = 0.0F; ///< bits
    };

    explicit TokenRows(const Theme& theme, QWidget* parent = nullptr);

    /// @param sizes of the levels, which together are as many as the cells
    /// @param limit bits at the bright end of the colours
    void setCells(const std::vector<std::int64_t>& sizes, std::vector<Cell> cells, float limit);
    const std::vector<Cell>& cells() const { return m_cells; }
    void setSelected(std::int64_t position);
    /// The cells whose places are selected in the other views, ascending.
    void setMarked(std::vector<std::int64_t> positions);
    const std::vector<std::int64_t>& marked() const { return m_marked; }
    /// The cell that the mouse or the keyboard is on, else the selected one, else -1.
    std::int64_t shown() const;
    std::optional<std::int64_t> cellAt(const QPointF& point) const;
    QRectF placeOf(std::int64_t position) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownChanged();
    void chosen(std::int64_t position);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Row {
        std::int64_t first = 0;
        std::int64_t size = 0;
    };

    std::size_t rowOf(std::int64_t position) const;
    QRectF rowPlace(std::size_t row) const;
    void move(int columns, int rows);
    void describe();
    QString tipOf(std::int64_t position) const;
    void paintCell(QPainter& painter, std::int64_t position) const;
    void paintMarks(QPainter& painter) const;

    const Theme& m_theme;
    std::vector<Row> m_rows;
    std::vector<Cell> m_cells;
    float m_limit = 1.0F;
    std::int64_t m_selected = -1;
    std::vector<std::int64_t> m_marked;
    std::int64_t m_current = -1; ///< of the keyboard
    std::int64_t m_hovered = -1;
};

} // namespace hierascope::widgets
