// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "widgets/latents/map_hits.h"
#include "widgets/latents/map_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

// What mouse and keyboard do in the map.
namespace hierascope::widgets {

namespace {

constexpr double kReach = 9.0; // of the mouse, pixels
constexpr double kBrush = 22.0;
constexpr double kClick = 4.0; // a press that moves less is a click

PointsMode modeOf(Qt::KeyboardModifiers modifiers) {
    return modifiers.testFlag(Qt::ControlModifier) ? PointsMode::Subtract
           : modifiers.testFlag(Qt::ShiftModifier) ? PointsMode::Add
                                                   : PointsMode::Replace;
}

} // namespace

void MapView::setTool(MapTool tool) {
    m_tool = tool;
    showCursor();
}

void MapView::showCursor() {
    setCursor(m_isPanning              ? Qt::ClosedHandCursor
              : m_tool == MapTool::Pan ? Qt::ArrowCursor
                                       : Qt::CrossCursor);
}

std::int32_t MapView::pointAt(const QPointF& pixel) const {
    return nearestPoint(places(), m_camera.toMap(pixel, size()), kReach / m_camera.scale);
}

void MapView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0.0)
        zoomAround(event->position(), std::pow(1.25, steps));
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event) {
    const bool isLeft = event->button() == Qt::LeftButton;
    if (!isLeft && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    m_isDragging = true;
    m_isPanning = !isLeft || m_tool == MapTool::Pan;
    m_hasMoved = false;
    m_pressed = m_last = event->position();
    m_outline = QPolygonF{m_pressed};
    m_brushed.clear();
    if (!m_isPanning && m_tool == MapTool::Brush)
        brush(m_pressed);
    showCursor();
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF now = event->position();
    if (!m_isDragging) {
        const std::int32_t point = pointAt(now);
        if (point != m_hover)
            Q_EMIT hovered(point);
        return;
    }
    m_hasMoved =
        m_hasMoved || std::hypot(now.x() - m_pressed.x(), now.y() - m_pressed.y()) > kClick;
    if (m_isPanning && m_hasMoved) {
        m_camera.center -= (now - m_last) / m_camera.scale;
        m_camera.isFitted = false;
        invalidate();
        Q_EMIT cameraChanged();
    } else if (m_tool == MapTool::Lasso) {
        m_outline << now;
    } else if (m_tool == MapTool::Brush) {
        brush(now);
    }
    m_last = now;
    update();
}

/// What the brush has met shows at once; the choice follows when the button is let go.
void MapView::brush(const QPointF& pixel) {
    const PointSet::Indices met =
        pointsAround(places(), m_camera.toMap(pixel, size()), kBrush / m_camera.scale);
    PointSet::Indices both;
    std::ranges::set_union(m_brushed, met, std::back_inserter(both));
    m_brushed = std::move(both);
    setSelection(m_brushed, m_lit);
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (!std::exchange(m_isDragging, false))
        return QWidget::mouseReleaseEvent(event);
    const bool wasPanning = std::exchange(m_isPanning, false);
    showCursor();
    update();
    if (!m_hasMoved) {
        const std::int32_t point = pointAt(event->position());
        const PointsMode mode = modeOf(event->modifiers());
        if (point >= 0 && mode == PointsMode::Replace)
            Q_EMIT clicked(point);
        else
            Q_EMIT chosen(point < 0 ? PointSet() : PointSet({point}), mode);
        return;
    }
    if (!wasPanning)
        finishGesture(event->modifiers());
}

void MapView::finishGesture(Qt::KeyboardModifiers modifiers) {
    PointSet::Indices met;
    QPolygonF outline;
    if (m_tool == MapTool::Rectangle) {
        const QRectF area(m_camera.toMap(m_pressed, size()), m_camera.toMap(m_last, size()));
        met = pointsInside(places(), area);
        outline = QPolygonF(area.normalized());
    } else if (m_tool == MapTool::Lasso) {
        for (const QPointF& pixel : std::as_const(m_outline))
            outline << m_camera.toMap(pixel, size());
        met = pointsInside(places(), outline);
    } else {
        met = std::exchange(m_brushed, {});
    }
    const bool isAlone = modeOf(modifiers) == PointsMode::Replace;
    m_kept = isAlone && !met.empty() ? outline : QPolygonF();
    m_isKeptNew = !m_kept.isEmpty() && met != m_selected;
    Q_EMIT chosen(PointSet(std::move(met)), modeOf(modifiers));
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const std::int32_t point = pointAt(event->position()); point >= 0)
        Q_EMIT opened(point);
}

void MapView::keyPressEvent(QKeyEvent* event) {
    constexpr double kStep = 60.0;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = {-kStep, 0.0};
        break;
    case Qt::Key_Right:
        by = {kStep, 0.0};
        break;
    case Qt::Key_Up:
        by = {0.0, -kStep};
        break;
    case Qt::Key_Down:
        by = {0.0, kStep};
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    m_camera.center += by / m_camera.scale;
    m_camera.isFitted = false;
    invalidate();
    Q_EMIT cameraChanged();
}

void MapView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m_hover >= 0)
        Q_EMIT hovered(-1);
}

/// Arrow keys belong to the map while it has the focus, not to the levels.
bool MapView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isArrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                             key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (isArrow && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace hierascope::widgets
