// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/runtime/attention.h"
#include "widgets/state/attention_choice.h"

#include <QImage>
#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// Heads as small multiples, layers as rows, or all in the order of one of their figures.
///
/// A click chooses a head and its layer; so do the arrow keys with Alt.
class HeadGrid : public QWidget {
    Q_OBJECT

public:
    struct Cell {
        int layer = 0;
        int head = 0;
        QImage heat; ///< null: not there yet
        std::optional<runtime::HeadFigures> figures;
        bool isCurrent = false;
    };

    explicit HeadGrid(const Theme& theme, QWidget* parent = nullptr);

    /// @param isByLayer a new row begins with each layer
    void setCells(std::vector<Cell> cells, bool isByLayer);
    const std::vector<Cell>& cells() const { return m_cells; }
    void setSide(int pixels);
    QRect cellRect(std::size_t index) const;
    std::optional<std::size_t> cellAt(const QPoint& point) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void headChosen(int layer, int head);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<QRect> layOut(int width) const;
    void paintHead(QPainter& painter, std::size_t index) const;
    QString toolTipOf(const Cell& cell) const;
    QSize cellSize() const;

    const Theme& m_theme;
    std::vector<Cell> m_cells;
    std::vector<QRect> m_rects;
    bool m_isByLayer = true;
    int m_side = 64;
};

/// Puts cells in the order of a figure: the narrowest or the widest-reaching first; those whose
/// figures are not known come last.
void sortCells(std::vector<HeadGrid::Cell>& cells, HeadOrder order);

} // namespace hierascope::widgets
