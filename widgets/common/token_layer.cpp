// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/token_layer.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/picture_paint.h"
#include "widgets/common/theme.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kSmallestCell = 4.0; // device pixels; finer lines would hide the picture
constexpr int kDash = 4;
constexpr double kSelectedLine = 2.0; // logical pixels

double onDevice(double value, double ratio) {
    return std::round(value * ratio) / ratio;
}

/// An area of the picture on whole device pixels.
QRectF placed(const QRectF& share, const QRectF& place, double ratio) {
    return {QPointF(onDevice(place.x() + share.left() * place.width(), ratio),
                    onDevice(place.y() + share.top() * place.height(), ratio)),
            QPointF(onDevice(place.x() + share.right() * place.width(), ratio),
                    onDevice(place.y() + share.bottom() * place.height(), ratio))};
}

/// A line of one device pixel, dark and light by turns, so that it is seen on any picture.
///
/// An image, since Qt hands every tall fill with a pattern to its threads, which takes far longer.
///
/// @param hidden how much of the line lies out of sight before it, so that dashes move with it
QImage dashedLine(bool isUpright, double hidden, double length, double ratio) {
    const int pixels = std::max(1, int(std::ceil(length * ratio)));
    const int skipped = int(std::lround(hidden * ratio));
    QImage line(isUpright ? QSize(1, pixels) : QSize(pixels, 1),
                QImage::Format_ARGB32_Premultiplied);
    for (int i = 0; i < pixels; ++i)
        line.setPixel(isUpright ? 0 : i, isUpright ? i : 0,
                      (i + skipped) / kDash % 2 == 0 ? qRgba(0, 0, 0, 190)
                                                     : qRgba(190, 190, 190, 190));
    line.setDevicePixelRatio(ratio);
    return line;
}

void paintGrid(QPainter& painter, const TokenLayer& layer, const QRectF& place) {
    const double ratio = painter.device()->devicePixelRatioF();
    if (std::min(place.width() / layer.columns, place.height() / layer.rows) * ratio <
        kSmallestCell)
        return;
    const double device = 1.0 / ratio;
    const QRectF whole = placed({0, 0, 1, 1}, place, ratio);
    const QRectF seen = whole.intersected(QRectF(painter.window()));
    if (seen.isEmpty())
        return;
    const QImage upright = dashedLine(true, seen.top() - whole.top(), seen.height(), ratio);
    const QImage level = dashedLine(false, seen.left() - whole.left(), seen.width(), ratio);
    for (int column = 0; column <= layer.columns; ++column) {
        const double x = onDevice(place.x() + place.width() * column / layer.columns, ratio) -
                         (column == layer.columns ? device : 0.0);
        if (x >= seen.left() - 1.0 && x <= seen.right())
            painter.drawImage(QPointF(x, seen.top()), upright);
    }
    for (int row = 0; row <= layer.rows; ++row) {
        const double y = onDevice(place.y() + place.height() * row / layer.rows, ratio) -
                         (row == layer.rows ? device : 0.0);
        if (y >= seen.top() - 1.0 && y <= seen.bottom())
            painter.drawImage(QPointF(seen.left(), y), level);
    }
}

/// Lines along the sides of selected cells that have no selected neighbour.
///
/// @param outside how far a line reaches out of its cell, logical pixels
std::vector<QRectF> selectedLines(const TokenLayer& layer, const QRectF& place, const QRectF& seen,
                                  double ratio, double outside) {
    const auto isSelected = [&layer](std::int64_t row, std::int64_t column) {
        return row >= 0 && column >= 0 && row < layer.rows && column < layer.columns &&
               layer.selected.contains(row * layer.columns + column);
    };
    const double thick = kSelectedLine + 2.0 * outside;
    std::vector<QRectF> lines;
    for (const std::int64_t token : layer.selected) {
        const std::int64_t row = token / layer.columns;
        const std::int64_t column = token % layer.columns;
        const QRectF cell =
            placed(layer.share(token), place, ratio).adjusted(-outside, -outside, outside, outside);
        if (!isSelected(row, column) || !cell.intersects(seen))
            continue;
        if (!isSelected(row - 1, column))
            lines.emplace_back(cell.left(), cell.top(), cell.width(), thick);
        if (!isSelected(row + 1, column))
            lines.emplace_back(cell.left(), cell.bottom() - thick, cell.width(), thick);
        if (!isSelected(row, column - 1))
            lines.emplace_back(cell.left(), cell.top(), thick, cell.height());
        if (!isSelected(row, column + 1))
            lines.emplace_back(cell.right() - thick, cell.top(), thick, cell.height());
    }
    return lines;
}

void paintSelected(QPainter& painter, const TokenLayer& layer, const QRectF& place,
                   const QColor& color) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF seen(painter.window());
    painter.setPen(Qt::NoPen);
    for (const double outside : {1.0 / ratio, 0.0}) { // the dark edge lies below the line
        painter.setBrush(outside > 0.0 ? QColor(0, 0, 0) : color);
        const std::vector<QRectF> lines = selectedLines(layer, place, seen, ratio, outside);
        painter.drawRects(lines.data(), int(lines.size()));
    }
}

/// Two pixels inside a frame: light and dark by turns, or light between two dark lines.
/// The codes of the tokens that are in sight, where a token is large enough for its number.
void paintCodes(QPainter& painter, const TokenLayer& layer, const QRectF& place) {
    if (layer.codes.size() != std::size_t(layer.rows) * std::size_t(layer.columns))
        return;
    const QFontMetricsF metrics(painter.font());
    const QSizeF cell(place.width() / layer.columns, place.height() / layer.rows);
    const std::int64_t largest = *std::max_element(layer.codes.begin(), layer.codes.end());
    const double width = metrics.horizontalAdvance(QString::number(largest)) + 8.0;
    if (cell.width() < width || cell.height() < metrics.height() + 4.0)
        return;
    const QRectF sight(painter.window());
    for (std::int64_t token = 0; token < std::int64_t(layer.codes.size()); ++token) {
        const QRectF share = layer.share(token);
        const QRectF area(place.left() + share.left() * place.width(),
                          place.top() + share.top() * place.height(), cell.width(), cell.height());
        if (layer.codes[std::size_t(token)] < 0 || !area.intersects(sight))
            continue;
        QRectF badge(0, 0, width, metrics.height());
        badge.moveCenter(area.center());
        painter.fillRect(badge, QColor(0, 0, 0, 150));
        painter.setPen(Qt::white);
        painter.drawText(badge, Qt::AlignCenter, QString::number(layer.codes[std::size_t(token)]));
    }
}

void paintFrame(QPainter& painter, const QRectF& frame, const QColor& color, bool isDashed) {
    const QRectF line = frame.adjusted(1, 1, -1, -1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(QColor(0, 0, 0, 200), isDashed ? 2 : 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(line);
    QPen pen(color, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (isDashed)
        pen.setDashPattern({4, 2});
    painter.setPen(pen);
    painter.drawRect(line);
}

} // namespace

QRectF TokenLayer::share(std::int64_t token) const {
    const double width = 1.0 / columns;
    const double height = 1.0 / rows;
    const std::int64_t row = token / columns;
    return {double(token % columns) * width, double(row) * height, width, height};
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
    const double ratio = painter.device()->devicePixelRatioF();
    paintPart(painter, layer.colors, place, QRectF(painter.window()), false);
    if (layer.hasGrid)
        paintGrid(painter, layer, place);
    paintCodes(painter, layer, place);
    const QColor selection = theme.color(ColorRole::Selection);
    for (const QRectF& area : layer.areas)
        paintFrame(painter, placed(area, place, ratio), selection, true);
    paintSelected(painter, layer, place, selection);
    if (layer.current) {
        const QRectF cell = placed(layer.share(*layer.current), place, ratio);
        const double inset = std::min({4.0, cell.width() / 4.0, cell.height() / 4.0});
        paintFrame(painter, cell.adjusted(inset, inset, -inset, -inset),
                   theme.color(ColorRole::Focus), false);
    }
    painter.restore();
}

} // namespace hierascope::widgets
