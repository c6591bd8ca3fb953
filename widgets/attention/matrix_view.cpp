// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/matrix_view.h"

#include <utility>

#include "widgets/attention/attention_text.h"

#include <QPainter>

namespace hierascope::widgets {

MatrixView::MatrixView(Kind kind, const Theme& theme, QWidget* parent)
    : ImageView(theme, parent), m_theme(theme), m_kind(kind) {
    setValuesVisible(false); // of a pair, not of a colour
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(kind == Kind::Mask ? tr("Declared mask") : tr("Attention of the head"));
    setToolTip(kind == Kind::Mask
                   ? tr("Rows ask, columns are read; bright: it may. The wheel zooms to single "
                        "cells, a drag moves.")
                   : tr("Rows ask, columns are read; colours by the square root of the weight. The "
                        "wheel zooms to single cells, a drag moves."));
    connect(this, &ImageView::pixelHovered, this, [this](const QPoint& pixel) {
        m_hover = pairText(pixel);
        update();
    });
    connect(this, &ImageView::hoverEnded, this, [this] {
        m_hover.clear();
        update();
    });
}

void MatrixView::setMatrix(std::shared_ptr<const AttentionMatrix> matrix,
                           const std::vector<runtime::TokenBlock>& blocks) {
    if (matrix == m_matrix && blocks.size() == m_blocks.size())
        return;
    m_matrix = std::move(matrix);
    m_blocks = blocks;
    m_hover.clear();
    setImage(!m_matrix              ? QImage()
             : m_kind == Kind::Mask ? m_matrix->maskPicture
                                    : m_matrix->weightsPicture);
}

QString MatrixView::pairText(const QPoint& pixel) const {
    if (!m_matrix || m_blocks.empty())
        return {};
    const auto name = [this](std::int64_t token) {
        const runtime::TokenBlock& block = m_blocks[blockOf(m_blocks, token)];
        return tokenName(block, token - block.first);
    };
    const auto at = std::size_t(pixel.y() * m_matrix->tokens + pixel.x());
    if (m_kind == Kind::Weights)
        return tr("%1 reads %2: %3")
            .arg(name(pixel.y()), name(pixel.x()), weightText(double(m_matrix->weights[at])));
    return (m_matrix->mask[at] != 0 ? tr("%1 may read %2") : tr("%1 may not read %2"))
        .arg(name(pixel.y()), name(pixel.x()));
}

void MatrixView::paintBlocks(QPainter& painter) const {
    const QRectF place = pictureRect();
    const double cell = place.width() / double(m_matrix->tokens);
    QColor line = m_theme.color(ColorRole::Text);
    line.setAlphaF(0.55F);
    const int height = painter.fontMetrics().height();
    for (const runtime::TokenBlock& block : m_blocks) {
        const double from = double(block.first) * cell;
        const double size = double(block.tokens()) * cell;
        painter.setPen(QPen(line, 1));
        painter.drawLine(QPointF(place.left() + from, place.top()),
                         QPointF(place.left() + from, place.bottom()));
        painter.drawLine(QPointF(place.left(), place.top() + from),
                         QPointF(place.right(), place.top() + from));
        const QString name = blockName(block);
        const int wide = painter.fontMetrics().horizontalAdvance(name) + 8;
        if (size < height + 2)
            continue;
        painter.setPen(m_theme.color(ColorRole::Text));
        const QRectF row(place.left() - wide - 2, place.top() + from, wide, size);
        const double x = std::max(row.left(), 4.0); // over the picture where it fills the view
        const QRectF label(x, row.center().y() - height / 2.0, wide, height);
        painter.fillRect(label, stripColor(m_theme));
        painter.drawText(label, Qt::AlignCenter, name);
        if (size > wide) {
            const QRectF top(place.left() + from + (size - wide) / 2.0,
                             std::max(place.top() - height - 3.0, 34.0), wide, height);
            painter.fillRect(top, stripColor(m_theme));
            painter.drawText(top, Qt::AlignCenter, name);
        }
    }
}

void MatrixView::paintEvent(QPaintEvent* event) {
    ImageView::paintEvent(event);
    if (!m_matrix)
        return;
    QPainter painter(this);
    paintBlocks(painter);
    if (m_hover.isEmpty())
        return;
    const QRectF foot(6, height() - painter.fontMetrics().height() - 12, width() - 12,
                      painter.fontMetrics().height() + 6);
    painter.fillRect(foot, stripColor(m_theme));
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(foot.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, m_hover);
}

} // namespace hierascope::widgets
