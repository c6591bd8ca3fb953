// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "widgets/common/image_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr double kDragDistance = 4.0; // a hand that clicks moves less

SelectionMode modeOf(Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ControlModifier)
        return SelectionMode::Toggle;
    return modifiers & Qt::ShiftModifier ? SelectionMode::Add : SelectionMode::Replace;
}

} // namespace

void ImageView::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() != 0)
        stepZoom(event->angleDelta().y() > 0 ? 1 : -1, event->position());
    event->accept();
}

/// The arrow keys alone belong to the window, which moves its cursors with them, with Shift, Ctrl
/// or both; desktops take them with Ctrl and Alt. Alt alone is free.
bool ImageView::isTokenKey(const QKeyEvent& event) const {
    if (m_tokens.isEmpty() || image().isNull())
        return false;
    const bool isArrow = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right ||
                         event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (isArrow)
        return (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    return event.key() == Qt::Key_Space;
}

bool ImageView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isTokenKey(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // else a shortcut of the window would have the key first
        return true;
    }
    return QWidget::event(event);
}

void ImageView::keyPressEvent(QKeyEvent* event) {
    if (!isTokenKey(*event))
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCurrent(-1, 0);
    case Qt::Key_Right:
        return moveCurrent(1, 0);
    case Qt::Key_Up:
        return moveCurrent(0, -1);
    case Qt::Key_Down:
        return moveCurrent(0, 1);
    default:
        if (!m_tokens.current)
            moveCurrent(0, 0);
        Q_EMIT tokensChosen({*m_tokens.current}, modeOf(event->modifiers()));
    }
}

void ImageView::moveCurrent(int columns, int rows) {
    if (m_tokens.current) {
        const std::int64_t column = std::clamp<std::int64_t>(
            *m_tokens.current % m_tokens.columns + columns, 0, m_tokens.columns - 1);
        const std::int64_t row = std::clamp<std::int64_t>(
            *m_tokens.current / m_tokens.columns + rows, 0, m_tokens.rows - 1);
        m_tokens.current = row * m_tokens.columns + column;
    } else {
        m_tokens.current = m_tokens.selected.empty() ? 0 : *m_tokens.selected.begin();
    }
    const QRectF place = pictureRect();
    const QPointF share = m_tokens.share(*m_tokens.current).center();
    if (!rect().contains(QPointF(place.left() + share.x() * place.width(),
                                 place.top() + share.y() * place.height())
                             .toPoint()))
        showAt(zoom(), share);
    update();
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    const bool isMiddle = event->button() == Qt::MiddleButton;
    if (event->button() != Qt::LeftButton && !isMiddle)
        return;
    m_from = event->position();
    m_to = m_from;
    m_gesture = isMiddle ? Gesture::Pan : Gesture::Press;
    if (isMiddle)
        setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    m_to = event->position();
    if (m_gesture == Gesture::Press && (m_to - m_from).manhattanLength() >= kDragDistance) {
        const bool isSelecting =
            !m_tokens.isEmpty() &&
            (m_hasRectangleTool || modeOf(event->modifiers()) != SelectionMode::Replace);
        m_gesture = isSelecting ? Gesture::Rectangle : Gesture::Pan;
        if (!isSelecting)
            setCursor(Qt::ClosedHandCursor);
    }
    if (m_gesture == Gesture::Rectangle)
        update();
    if (m_gesture == Gesture::Pan && !image().isNull()) {
        const QPointF moved = m_to - m_from;
        m_from = m_to;
        const QRectF picture = pictureRect();
        showAt(zoom(), m_viewport.center -
                           QPointF(moved.x() / picture.width(), moved.y() / picture.height()));
    }
    tellHover();
}

bool ImageView::isOverSecond() const {
    return !m_second.image().isNull() && m_to.x() >= width() * m_split;
}

void ImageView::tellHover() {
    const QImage& under = isOverSecond() ? m_second.image() : image();
    const QRectF place = pictureRect();
    if (!place.contains(m_to) || under.isNull())
        return Q_EMIT hoverEnded();
    // The second picture may have other pixels in the same place.
    const QPoint pixel(
        std::min(int((m_to.x() - place.left()) / place.width() * under.width()), under.width() - 1),
        std::min(int((m_to.y() - place.top()) / place.height() * under.height()),
                 under.height() - 1));
    Q_EMIT pixelHovered(pixel, under.pixel(pixel));
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
    const Gesture ended = std::exchange(m_gesture, Gesture::None);
    setRectangleTool(m_hasRectangleTool);
    update();
    const SelectionMode mode = modeOf(event->modifiers());
    if (ended == Gesture::Rectangle)
        chooseIn(rectangle(), mode);
    if (ended != Gesture::Press || m_tokens.isEmpty())
        return;
    if (const auto token = tokenAt(m_to))
        Q_EMIT tokensChosen({*token}, mode);
    else if (mode == SelectionMode::Replace)
        Q_EMIT tokensChosen({}, mode);
}

QRectF ImageView::rectangle() const {
    return QRectF(m_from, m_to).normalized();
}

void ImageView::chooseIn(const QRectF& rectangle, SelectionMode mode) {
    const QRectF place = pictureRect();
    const QRectF shares((rectangle.x() - place.x()) / place.width(),
                        (rectangle.y() - place.y()) / place.height(),
                        rectangle.width() / place.width(), rectangle.height() / place.height());
    Q_EMIT tokensChosen(m_tokens.tokensIn(shares), mode);
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_tokens.isEmpty() || modeOf(event->modifiers()) == SelectionMode::Replace)
        fit();
    else
        mousePressEvent(event); // two quick clicks that add or toggle are two clicks
}

void ImageView::leaveEvent(QEvent*) {
    Q_EMIT hoverEnded();
}

void ImageView::focusOutEvent(QFocusEvent* event) {
    m_tokens.current.reset();
    QWidget::focusOutEvent(event);
}

} // namespace hierascope::widgets
