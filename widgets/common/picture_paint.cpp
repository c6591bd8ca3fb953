// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/picture_paint.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kSmallestCell = 4.0; // device pixels from which a grid is drawn
constexpr int kDash = 4;

/// Dark and light by turns, so that a line one pixel thin is seen on any picture.
QBrush dashedBrush(bool isUpright, double ratio) {
    QImage dash(isUpright ? QSize(1, 2 * kDash) : QSize(2 * kDash, 1),
                QImage::Format_ARGB32_Premultiplied);
    for (int i = 0; i < 2 * kDash; ++i)
        dash.setPixelColor(isUpright ? 0 : i, isUpright ? i : 0,
                           i < kDash ? QColor(0, 0, 0, 190) : QColor(255, 255, 255, 190));
    QBrush brush(dash);
    brush.setTransform(QTransform::fromScale(1.0 / ratio, 1.0 / ratio));
    return brush;
}

void paintGrid(QPainter& painter, const TokenLayer& layer, const PictureFrame& frame) {
    const QRectF whole = frame.area({0, 0, 1, 1});
    const QRectF seen = whole.intersected(QRectF(frame.clip));
    const double thin = 1.0 / frame.ratio;
    const QBrush upright = dashedBrush(true, frame.ratio);
    const QBrush level = dashedBrush(false, frame.ratio);
    for (int column = 0; column <= layer.columns; ++column) {
        const double x = frame.area({double(column) / layer.columns, 0, 0, 1}).left();
        const double line = column == layer.columns ? x - thin : x;
        if (line >= seen.left() - 1 && line <= seen.right())
            painter.fillRect(QRectF(line, seen.top(), thin, seen.height()), upright);
    }
    for (int row = 0; row <= layer.rows; ++row) {
        const double y = frame.area({0, double(row) / layer.rows, 1, 0}).top();
        const double line = row == layer.rows ? y - thin : y;
        if (line >= seen.top() - 1 && line <= seen.bottom())
            painter.fillRect(QRectF(seen.left(), line, seen.width(), thin), level);
    }
}

/// Bands along the sides of selected cells that have no selected neighbour.
void paintOutline(QPainter& painter, const TokenLayer& layer, const PictureFrame& frame,
                  double outside, double inside, const QColor& color) {
    const auto isSelected = [&](qint64 row, qint64 column) {
        return row >= 0 && column >= 0 && row < layer.rows && column < layer.columns &&
               layer.selected.contains(row * layer.columns + column);
    };
    const double thick = outside + inside;
    for (const qint64 token : layer.selected) {
        const QRectF cell = frame.area(layer.share(token));
        const QRectF grown = cell.adjusted(-outside, -outside, outside, outside);
        if (token < 0 || token >= qint64{layer.rows} * layer.columns ||
            !grown.intersects(QRectF(frame.clip)))
            continue;
        const qint64 row = token / layer.columns;
        const qint64 column = token % layer.columns;
        if (!isSelected(row - 1, column))
            painter.fillRect(QRectF(grown.left(), grown.top(), grown.width(), thick), color);
        if (!isSelected(row + 1, column))
            painter.fillRect(QRectF(grown.left(), grown.bottom() - thick, grown.width(), thick),
                             color);
        if (!isSelected(row, column - 1))
            painter.fillRect(QRectF(grown.left(), grown.top(), thick, grown.height()), color);
        if (!isSelected(row, column + 1))
            painter.fillRect(QRectF(grown.right() - thick, grown.top(), thick, grown.height()),
                             color);
    }
}

} // namespace

QColor inkOn(const QColor& background) {
    const bool isBlack =
        Theme::contrast(Qt::black, background) >= Theme::contrast(Qt::white, background);
    return isBlack ? Qt::black : Qt::white;
}

QColor stripColor(const Theme& theme) {
    QColor color = theme.color(ColorRole::Panel);
    color.setAlphaF(0.86F);
    return color;
}

QRectF PictureFrame::area(const QRectF& share) const {
    const auto onDevice = [this](double value) { return std::round(value * ratio) / ratio; };
    const QPointF from(onDevice(picture.left() + share.left() * picture.width()),
                       onDevice(picture.top() + share.top() * picture.height()));
    const QPointF to(onDevice(picture.left() + share.right() * picture.width()),
                     onDevice(picture.top() + share.bottom() * picture.height()));
    return {from, to};
}

void paintPicture(QPainter& painter, const QImage& image, const PictureFrame& frame,
                  bool isSmooth) {
    const QRectF& whole = frame.picture;
    const QRectF seen = whole.intersected(QRectF(frame.clip));
    if (image.isNull() || seen.isEmpty())
        return;
    const double across = whole.width() / image.width();
    const double down = whole.height() / image.height();
    // Whole pixels around what is seen, one more for the smooth edge.
    const int left = std::max(0, int(std::floor((seen.left() - whole.left()) / across)) - 1);
    const int top = std::max(0, int(std::floor((seen.top() - whole.top()) / down)) - 1);
    const int right =
        std::min(image.width(), int(std::ceil((seen.right() - whole.left()) / across)) + 1);
    const int bottom =
        std::min(image.height(), int(std::ceil((seen.bottom() - whole.top()) / down)) + 1);
    const QRectF target(whole.left() + left * across, whole.top() + top * down,
                        (right - left) * across, (bottom - top) * down);
    painter.save();
    painter.setClipRect(seen, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
    painter.drawImage(target, image, QRectF(left, top, right - left, bottom - top));
    painter.restore();
}

void paintPixelValues(QPainter& painter, const QImage& image, const PictureFrame& frame) {
    const double side = frame.picture.width() / image.width();
    const auto index = [&](double edge, double start, int limit) {
        return std::clamp(int(std::floor((edge - start) / side)), 0, limit - 1);
    };
    const QRect& clip = frame.clip;
    const int left = index(clip.left(), frame.picture.left(), image.width());
    const int right = index(clip.right() + 1, frame.picture.left(), image.width());
    const int top = index(clip.top(), frame.picture.top(), image.height());
    const int bottom = index(clip.bottom() + 1, frame.picture.top(), image.height());
    painter.setFont(numberFont(8));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const QRgb pixel = image.pixel(x, y);
            const QRectF cell(frame.picture.left() + x * side, frame.picture.top() + y * side, side,
                              side);
            painter.setPen(inkOn(QColor(pixel)));
            painter.drawText(
                cell, Qt::AlignCenter,
                QStringLiteral("%1\n%2\n%3").arg(qRed(pixel)).arg(qGreen(pixel)).arg(qBlue(pixel)));
        }
    }
}

void paintTokens(QPainter& painter, const TokenLayer& layer, const PictureFrame& frame,
                 const Theme& theme) {
    if (layer.isEmpty())
        return;
    if (!layer.colors.isNull()) {
        painter.setOpacity(layer.opacity);
        paintPicture(painter, layer.colors, frame, false);
        painter.setOpacity(1.0);
    }
    const double cell =
        std::min(frame.picture.width() / layer.columns, frame.picture.height() / layer.rows) *
        frame.ratio;
    if (layer.hasGrid && cell >= kSmallestCell)
        paintGrid(painter, layer, frame);
    const double thin = 1.0 / frame.ratio;
    paintOutline(painter, layer, frame, thin, 2.0 + thin, QColor(0, 0, 0, 200));
    paintOutline(painter, layer, frame, 0.0, 2.0, theme.color(ColorRole::Selection));
}

void paintAreas(QPainter& painter, const std::vector<QRectF>& shares, const PictureFrame& frame,
                const Theme& theme) {
    QPen light(theme.color(ColorRole::Selection), 1.0, Qt::CustomDashLine);
    light.setDashPattern({4.0, 3.0});
    for (const QRectF& share : shares) {
        const QRectF line = frame.area(share).adjusted(0.5, 0.5, -0.5, -0.5);
        if (!line.intersects(QRectF(frame.clip)))
            continue;
        painter.setPen(QPen(QColor(0, 0, 0, 170), 1.0));
        painter.drawRect(line);
        painter.setPen(light);
        painter.drawRect(line);
    }
}

void paintBand(QPainter& painter, const QRectF& rect, const Theme& theme) {
    painter.setPen(QPen(QColor(0, 0, 0, 200), 3.0));
    painter.drawRect(rect);
    painter.setPen(QPen(theme.color(ColorRole::Focus), 1.0));
    painter.drawRect(rect);
}

QRectF paintCaption(QPainter& painter, const PictureCaption& caption, const QRectF& area,
                    const Theme& theme) {
    constexpr double kPad = 6.0;
    constexpr double kInset = 8.0;
    if (caption.badge.isEmpty() && caption.text.isEmpty())
        return {};
    QFont badgeFont = windowFont();
    badgeFont.setBold(true);
    const QFontMetricsF badgeMetrics(badgeFont);
    const QFontMetricsF metrics(numberFont());
    const double high = metrics.height() + kPad;
    const double badge =
        caption.badge.isEmpty() ? 0.0 : badgeMetrics.horizontalAdvance(caption.badge) + 2.0 * kPad;
    const double room = area.width() - 2.0 * kInset - badge - 3.0 * kPad;
    if (room < 0.0)
        return {};
    const QString text = metrics.elidedText(caption.text, Qt::ElideMiddle, room);
    const double gap = badge > 0.0 && !text.isEmpty() ? kPad : 0.0;
    const double wide = 2.0 * kPad + badge + gap + metrics.horizontalAdvance(text);
    const double left = caption.isAtRight ? area.right() - kInset - wide : area.left() + kInset;
    const QRectF strip(left, area.top() + kInset, wide, high);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(stripColor(theme));
    painter.drawRoundedRect(strip, 4, 4);
    if (badge > 0.0) {
        const QRectF box(strip.left() + kPad, strip.top() + 3, badge, high - 6);
        painter.setBrush(caption.badgeColor);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(inkOn(caption.badgeColor));
        painter.setFont(badgeFont);
        painter.drawText(box, Qt::AlignCenter, caption.badge);
    }
    painter.setPen(theme.color(ColorRole::Text));
    painter.setFont(numberFont());
    painter.drawText(strip.adjusted(kPad + badge + gap, 0, kPad, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.restore();
    return strip;
}

} // namespace hierascope::widgets
