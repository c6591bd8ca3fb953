// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/picture_paint.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kCaptionHeight = 24;
constexpr int kBadgeWidth = 20;

bool isWhole(double value) {
    return std::abs(value - std::round(value)) < 1e-6;
}

} // namespace

void PicturePainter::paint(QPainter& painter, const QRectF& place, const QRectF& clip) {
    if (image().isNull())
        return;
    const double zoom = place.width() * painter.device()->devicePixelRatioF() / image().width();
    paintPart(painter, m_halves.forZoom(zoom), place, clip, zoom < 2.0 && !isWhole(zoom));
}

void paintPart(QPainter& painter, const QImage& image, const QRectF& place, const QRectF& clip,
               bool isSmooth) {
    const QRectF visible = place.intersected(clip);
    if (image.isNull() || visible.isEmpty())
        return;
    const double across = place.width() / image.width();
    const double down = place.height() / image.height();
    const QRectF seen((visible.left() - place.left()) / across,
                      (visible.top() - place.top()) / down, visible.width() / across,
                      visible.height() / down);
    // Whole pixels around what is visible, and one more that a smooth edge looks at.
    const QRect source = seen.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(image.rect());
    painter.save();
    painter.setClipRect(visible, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
    painter.drawImage(QRectF(place.left() + source.left() * across,
                             place.top() + source.top() * down, source.width() * across,
                             source.height() * down),
                      image, QRectF(source));
    painter.restore();
}

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

void paintPixelValues(QPainter& painter, const QImage& image, const QRectF& place,
                      const QRectF& clip) {
    const double side = place.width() / image.width();
    const auto index = [side](double edge, double start, int limit) {
        return std::clamp(int(std::floor((edge - start) / side)), 0, limit - 1);
    };
    const int left = index(clip.left(), place.left(), image.width());
    const int right = index(clip.right(), place.left(), image.width());
    const int top = index(clip.top(), place.top(), image.height());
    const int bottom = index(clip.bottom(), place.top(), image.height());
    painter.setFont(numberFont(8));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const QRgb pixel = image.pixel(x, y);
            const QRectF cell(place.left() + x * side, place.top() + y * side, side, side);
            painter.setPen(inkOn(QColor(pixel)));
            painter.drawText(
                cell, Qt::AlignCenter,
                QStringLiteral("%1\n%2\n%3").arg(qRed(pixel)).arg(qGreen(pixel)).arg(qBlue(pixel)));
        }
    }
}

void paintCaption(QPainter& painter, const QRectF& inside, const QString& badge,
                  const QColor& badgeColor, const QString& text, const Theme& theme) {
    if (badge.isEmpty() && text.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(numberFont(9));
    const QFontMetrics metrics = painter.fontMetrics();
    const double badgeSpace = badge.isEmpty() ? 0.0 : kBadgeWidth + 6.0;
    const double room = std::max(0.0, inside.width() - badgeSpace - 16.0);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, int(room));
    const double textWidth = shown.isEmpty() ? 0.0 : metrics.horizontalAdvance(shown) + 6.0;
    const QRectF strip(inside.left(), inside.top(), badgeSpace + textWidth + 6.0, kCaptionHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(stripColor(theme));
    painter.drawRoundedRect(strip, 4, 4);
    if (!badge.isEmpty()) {
        const QRectF box(strip.left() + 4, strip.top() + 4, kBadgeWidth, kCaptionHeight - 8);
        painter.setBrush(badgeColor);
        painter.drawRoundedRect(box, 3, 3);
        QFont bold = painter.font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(inkOn(badgeColor));
        painter.drawText(box, Qt::AlignCenter, badge);
        painter.setFont(numberFont(9));
    }
    painter.setPen(theme.color(ColorRole::Text));
    painter.drawText(
        QRectF(strip.left() + badgeSpace + 6.0, strip.top(), textWidth, kCaptionHeight),
        Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter.restore();
}

} // namespace hierascope::widgets
