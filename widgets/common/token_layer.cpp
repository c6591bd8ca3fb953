// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/token_layer.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kSmallestCell = 4.0; ///< logical pixels; finer lines would hide the picture

QRectF placed(const QRectF& share, const QRectF& place) {
    return {place.x() + share.x() * place.width(), place.y() + share.y() * place.height(),
            share.width() * place.width(), share.height() * place.height()};
}

/// Lines that are seen on any picture: light ones, each with a dark one beside it.
void paintGrid(QPainter& painter, const TokenLayer& layer, const QRectF& place) {
    if (place.width() / layer.columns < kSmallestCell ||
        place.height() / layer.rows < kSmallestCell)
        return;
    const auto line = [&](const QPointF& from, const QPointF& to, const QPointF& aside) {
        painter.setPen(QPen(QColor(0, 0, 0, 120), 0));
        painter.drawLine(from + aside, to + aside);
        painter.setPen(QPen(QColor(255, 255, 255, 150), 0));
        painter.drawLine(from, to);
    };
    const double device = 1.0 / painter.device()->devicePixelRatioF();
    for (int column = 1; column < layer.columns; ++column) {
        const double x = place.x() + place.width() * column / layer.columns;
        line({x, place.top()}, {x, place.bottom()}, {device, 0});
    }
    for (int row = 1; row < layer.rows; ++row) {
        const double y = place.y() + place.height() * row / layer.rows;
        line({place.left(), y}, {place.right(), y}, {0, device});
    }
}

void paintFrame(QPainter& painter, const QRectF& frame, const QColor& color, Qt::PenStyle style) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame);
    painter.setPen(QPen(color, 2, style, Qt::FlatCap, Qt::MiterJoin));
    painter.drawRect(frame);
}

} // namespace

QRectF TokenLayer::share(std::int64_t token) const {
    const double width = 1.0 / columns;
    const double height = 1.0 / rows;
    return {double(token % columns) * width, double(token / columns) * height, width, height};
}

std::optional<std::int64_t> TokenLayer::tokenAt(const QPointF& share) const {
    const int column = int(std::floor(share.x() * columns));
    const int row = int(std::floor(share.y() * rows));
    if (isEmpty() || column < 0 || column >= columns || row < 0 || row >= rows)
        return std::nullopt;
    return std::int64_t{row} * columns + column;
}

std::vector<std::int64_t> TokenLayer::tokensIn(const QRectF& shares) const {
    std::vector<std::int64_t> tokens;
    if (isEmpty() || !shares.intersects({0, 0, 1, 1}))
        return tokens;
    const auto index = [](double share, int count) {
        return std::clamp(int(std::floor(share * count)), 0, count - 1);
    };
    for (int row = index(shares.top(), rows); row <= index(shares.bottom(), rows); ++row)
        for (int column = index(shares.left(), columns); column <= index(shares.right(), columns);
             ++column)
            tokens.push_back(std::int64_t{row} * columns + column);
    return tokens;
}

void paintTokens(QPainter& painter, const TokenLayer& layer, const QRectF& place,
                 const Theme& theme) {
    if (layer.isEmpty())
        return;
    painter.save();
    if (!layer.colors.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(place, layer.colors, QRectF(layer.colors.rect()));
    }
    if (layer.hasGrid)
        paintGrid(painter, layer, place);
    const QColor selection = theme.color(ColorRole::Selection);
    for (const QRectF& area : layer.areas)
        paintFrame(painter, placed(area, place), selection, Qt::DashLine);
    for (const std::int64_t token : layer.selected)
        paintFrame(painter, placed(layer.share(token), place), selection, Qt::SolidLine);
    if (layer.current)
        paintFrame(painter, placed(layer.share(*layer.current), place),
                   theme.color(ColorRole::Focus), Qt::SolidLine);
    painter.restore();
}

} // namespace hierascope::widgets
