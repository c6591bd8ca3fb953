// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/wipe_handle.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/own_keys.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace hierascope::widgets {

WipeHandle::WipeHandle(const Theme& theme, QWidget* parent)
    : QAbstractSlider(parent), m_theme(theme) {
    setOrientation(Qt::Horizontal);
    setRange(0, kSteps);
    setSingleStep(10);
    setPageStep(100);
    setValue(kSteps / 2);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setAccessibleName(tr("Wipe"));
    setAccessibleDescription(tr("A lies to the left of the line, B to the right"));
    setToolTip(tr("Drag or arrow keys: A to the left, B to the right; double click: the middle"));
}

bool WipeHandle::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp,
                         Qt::Key_PageDown}))
        return true;
    return QAbstractSlider::event(event);
}

void WipeHandle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = width() / 2.0;
    painter.setPen(QPen(QColor(0, 0, 0, 140), 4));
    painter.drawLine(QPointF(middle, 0), QPointF(middle, height()));
    painter.setPen(QPen(Qt::white, 2));
    painter.drawLine(QPointF(middle, 0), QPointF(middle, height()));
    const QRectF knob(middle - 9, height() / 2.0 - 14, 18, 28);
    painter.setPen(QPen(hasFocus() ? m_theme.color(ColorRole::Focus) : QColor(0, 0, 0, 140),
                        hasFocus() ? 3 : 1));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(knob, 6, 6);
    painter.setPen(QPen(QColor(0x35, 0x3B, 0x46), 2));
    for (const double x : {-3.0, 3.0})
        painter.drawLine(QPointF(middle + x, knob.center().y() - 5),
                         QPointF(middle + x, knob.center().y() + 5));
}

void WipeHandle::mousePressEvent(QMouseEvent* event) {
    m_grip = event->position().x() - width() / 2.0;
}

void WipeHandle::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || parentWidget() == nullptr)
        return;
    const double x = mapToParent(event->position()).x() - m_grip;
    setValue(int(std::lround(kSteps * x / std::max(1, parentWidget()->width()))));
}

void WipeHandle::mouseDoubleClickEvent(QMouseEvent*) {
    setValue(kSteps / 2);
}

} // namespace hierascope::widgets
