// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/wipe_handle.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace hierascope::widgets {

WipeHandle::WipeHandle(const Theme& theme, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), m_theme(theme) {
    setRange(0, 1000);
    setSingleStep(10);
    setPageStep(100);
    setValue(500);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setAccessibleName(tr("Border between A and B"));
    setToolTip(tr("Drag to show more of A or of B (arrow keys, double click for the middle)"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

bool WipeHandle::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isMove = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                            key->key() == Qt::Key_Home || key->key() == Qt::Key_End ||
                            key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
        if (isMove && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            event->accept(); // as in any slider, these keys move the one that has the focus
            return true;
        }
    }
    return QSlider::event(event);
}

void WipeHandle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double middle = width() / 2.0;
    painter.fillRect(QRectF(middle - 2.0, 0, 4.0, height()), QColor(0, 0, 0, 150));
    painter.fillRect(QRectF(middle - 1.0, 0, 2.0, height()), Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF grip(middle - 9.0, height() / 2.0 - 18.0, 18.0, 36.0);
    painter.setPen(hasFocus() ? QPen(m_theme.color(ColorRole::Focus), 2.0)
                              : QPen(m_theme.color(ColorRole::Border), 1.0));
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.drawRoundedRect(grip.adjusted(1, 1, -1, -1), 5, 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Text));
    const double y = grip.center().y();
    painter.drawPolygon(QPolygonF({{middle - 6, y}, {middle - 2, y - 4}, {middle - 2, y + 4}}));
    painter.drawPolygon(QPolygonF({{middle + 6, y}, {middle + 2, y - 4}, {middle + 2, y + 4}}));
}

void WipeHandle::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = event->position().x() - width() / 2.0;
    setSliderDown(true);
}

void WipeHandle::mouseMoveEvent(QMouseEvent* event) {
    if (!isSliderDown())
        return;
    const double stage = std::max(1, parentWidget()->width());
    const double at = mapToParent(event->position().toPoint()).x() - m_grip;
    setValue(int(std::lround(1000.0 * at / stage)));
}

void WipeHandle::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void WipeHandle::mouseDoubleClickEvent(QMouseEvent*) {
    setValue(500);
}

} // namespace hierascope::widgets
