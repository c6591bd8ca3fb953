// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/level_slider.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kRadius = 6.5;

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

QSize LevelSlider::sizeHint() const {
    return {240, 20};
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
    const double middle = height() / 2.0;
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

void LevelSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        setValue(valueAt(event->position().x()));
}

void LevelSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        setValue(valueAt(event->position().x()));
}

} // namespace hierascope::widgets
