// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "widgets/state/codebook_state.h"

#include <QWidget>

namespace hierascope::widgets {

class Theme;
class ViewState;

/// Every code, as a cell of a grid or as a point of the codebook's map: the brighter, the more
/// used.
///
/// Codes that never occur are crosses. The picked code has a ring; those of the tokens that are
/// selected anywhere have a frame. A click picks; the arrow keys go through the order of the grid.
class CodeField : public QWidget {
    Q_OBJECT

public:
    CodeField(const Theme& theme, ViewState& state, const CodebookState& codebook,
              QWidget* parent = nullptr);

    void follow();
    /// The code at a place of the widget, -1 where there is none.
    std::int64_t codeAt(const QPointF& place) const;
    /// Where a code is shown; empty where it is not.
    QRectF placeOf(std::int64_t code) const;

    QSize minimumSizeHint() const override { return {240, 200}; }
    QSize sizeHint() const override { return {560, 420}; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isMap() const;
    QRectF inside() const;
    void measureGrid(int& columns, double& side) const;
    QRectF place(std::size_t rank) const;
    QString tipOf(std::int64_t code) const;
    QString caption() const;
    void paintCode(QPainter& painter, std::int32_t code, const QRectF& place) const;

    const Theme& m_theme;
    ViewState& m_state;
    const CodebookState& m_codebook;
    std::vector<std::int32_t> m_order;
    std::vector<std::size_t> m_ranks; ///< of each code in the order
    std::set<std::int64_t> m_selected;
    std::int64_t m_most = 1; ///< the greatest count
    QRectF m_bounds;         ///< of the map, in its own units
};

} // namespace hierascope::widgets
