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

void PicturePainter::setImage(const QImage& image) {
    m_image = image;
    m_reduced = {};
}

void PicturePainter::paint(QPainter& painter, const QRectF& place, const QRectF& clip) {
    if (m_image.isNull())
        return;
    const double ratio = painter.device()->devicePixelRatioF();
    const double zoom = place.width() * ratio / m_image.width();
    if (zoom < 1.0) {
        const QSize size = (place.size() * ratio).toSize().expandedTo({1, 1});
        if (m_reduced.size() != size)
            m_reduced = m_image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(place, m_reduced, QRectF(m_reduced.rect()));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom < 2.0 && !isWhole(zoom));
    const QRectF visible = place.intersected(clip);
    if (visible.isEmpty())
        return;
    // Whole picture pixels around what is visible, so that the rest costs nothing.
    const double side = place.width() / m_image.width();
    const QRectF seen((visible.topLeft() - place.topLeft()) / side, visible.size() / side);
    const QRectF source = QRectF(seen.toAlignedRect()).intersected(m_image.rect());
    painter.drawImage(QRectF(place.topLeft() + source.topLeft() * side, source.size() * side),
                      m_image, source);
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
            painter.setPen(qGray(pixel) > 128 ? Qt::black : Qt::white);
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
    QColor ground = theme.color(ColorRole::Panel);
    ground.setAlphaF(0.86F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(strip, 4, 4);
    if (!badge.isEmpty()) {
        const QRectF box(strip.left() + 4, strip.top() + 4, kBadgeWidth, kCaptionHeight - 8);
        painter.setBrush(badgeColor);
        painter.drawRoundedRect(box, 3, 3);
        QFont bold = painter.font();
        bold.setBold(true);
        painter.setFont(bold);
        const QColor dark(0x14, 0x16, 0x1A);
        painter.setPen(Theme::contrast(badgeColor, dark) >= 4.5 ? dark : QColor(Qt::white));
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
