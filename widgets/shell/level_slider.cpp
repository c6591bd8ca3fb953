// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/level_slider.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/own_keys.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kRadius = 6.5;
constexpr int kLine = 20;      // the height of line and handle
constexpr int kThumbnail = 32; // its longer side
constexpr int kGap = 4;

} // namespace

LevelSlider::LevelSlider(const Theme& theme, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), m_theme(theme) {
    setRange(0, 0);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LevelSlider::setMark(int stop) {
    m_mark = stop;
    update();
}

void LevelSlider::setThumbnails(const QList<QImage>& pictures) {
    const bool isEmpty = std::ranges::all_of(pictures, &QImage::isNull);
    QList<qint64> keys;
    for (const QImage& picture : pictures)
        keys << (picture.isNull() ? 0 : picture.cacheKey());
    if (isEmpty ? m_thumbnails.isEmpty() : keys == m_keys)
        return;
    m_keys = isEmpty ? QList<qint64>() : keys;
    m_thumbnails.clear();
    const int side = int(std::lround(kThumbnail * devicePixelRatioF()));
    for (const QImage& picture : isEmpty ? QList<QImage>() : pictures) {
        const bool isSmall = picture.width() < side && picture.height() < side;
        m_thumbnails << (picture.isNull() ? picture
                                          : picture.scaled(side, side, Qt::KeepAspectRatio,
                                                           isSmall ? Qt::FastTransformation
                                                                   : Qt::SmoothTransformation));
    }
    setMinimumHeight(sizeHint().height());
    updateGeometry();
    update();
}

QSize LevelSlider::sizeHint() const {
    return {240, kLine + (hasThumbnails() ? kThumbnail + kGap : 0)};
}

QRectF LevelSlider::thumbnailPlace(int stop) const {
    const double left = std::clamp(positionOf(stop) - kThumbnail / 2.0, 1.0,
                                   std::max(1.0, width() - kThumbnail - 1.0));
    return {left, 1.0, kThumbnail - 2.0, kThumbnail - 2.0};
}

/// The one under the handle is always drawn, and last.
void LevelSlider::paintThumbnails(QPainter& painter) const {
    const int count = std::min(int(m_thumbnails.size()), maximum() - minimum() + 1);
    const double spacing = width() / double(std::max(1, count));
    const int every = std::max(1, int(std::ceil((kThumbnail + 2) / std::max(1.0, spacing))));
    const auto paint = [&](int index) {
        const QImage& picture = m_thumbnails[index];
        const QRectF place = thumbnailPlace(minimum() + index);
        const bool isCurrent = minimum() + index == value();
        QRectF inner(0, 0, picture.width(), picture.height());
        const double scale = place.width() / std::max(1.0, std::max(inner.width(), inner.height()));
        inner = QRectF(0, 0, inner.width() * scale, inner.height() * scale);
        inner.moveCenter(place.center());
        painter.setOpacity(isCurrent ? 1.0 : 0.6);
        if (!picture.isNull())
            painter.drawImage(inner, picture);
        painter.setOpacity(1.0);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(m_theme.color(isCurrent ? ColorRole::A : ColorRole::Border), isCurrent ? 2 : 1));
        painter.drawRect(picture.isNull() ? place : inner);
        painter.setPen(Qt::NoPen);
    };
    for (int index = 0; index < count; index += every)
        paint(index);
    if (value() - minimum() < count)
        paint(value() - minimum());
}

double LevelSlider::positionOf(int value) const {
    const double length = width() - 2.0 * kRadius - 2.0;
    const int steps = std::max(1, maximum() - minimum());
    return kRadius + 1.0 + length * (value - minimum()) / steps;
}

int LevelSlider::valueAt(double x) const {
    const double length = width() - 2.0 * kRadius - 2.0;
    const double share = (x - kRadius - 1.0) / std::max(1.0, length);
    return minimum() + int(std::lround(share * (maximum() - minimum())));
}

void LevelSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() - kLine / 2.0;
    if (hasThumbnails())
        paintThumbnails(painter);
    const QColor line = m_theme.color(ColorRole::Border);
    const QColor passed = m_theme.color(isEnabled() ? ColorRole::A : ColorRole::Border);
    const double at = positionOf(value());
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawRoundedRect(QRectF(kRadius, middle - 1.5, width() - 2 * kRadius, 3), 1.5, 1.5);
    for (int stop = minimum(); stop <= maximum(); ++stop) {
        painter.setBrush(stop <= value() ? passed : line);
        painter.drawRect(QRectF(positionOf(stop) - 0.75, middle - 5, 1.5, 10));
    }
    painter.setBrush(passed);
    painter.drawRoundedRect(QRectF(kRadius, middle - 1.5, at - kRadius, 3), 1.5, 1.5);
    if (m_mark >= minimum() && m_mark <= maximum()) {
        painter.setPen(QPen(m_theme.color(ColorRole::B), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(positionOf(m_mark), middle), kRadius + 1, kRadius + 1);
        painter.setPen(Qt::NoPen);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawEllipse(QPointF(at, middle), kRadius + 1.5, kRadius + 1.5);
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(m_theme.color(isEnabled() ? ColorRole::Text : ColorRole::Disabled));
    painter.drawEllipse(QPointF(at, middle), kRadius, kRadius);
}

/// The arrow keys move the slider that has them, and not the level.
bool LevelSlider::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right}))
        return true;
    return QSlider::event(event);
}

void LevelSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        setValue(valueAt(event->position().x()));
}

void LevelSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        setValue(valueAt(event->position().x()));
}

} // namespace hierascope::widgets
