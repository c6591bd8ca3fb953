// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How ImageView answers the mouse and the keyboard.
#include <algorithm>

#include "widgets/common/image_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr double kClickSlack = 3.0; // logical pixels that a click may move

SelectionMode modeOf(Qt::KeyboardModifiers modifiers) {
    if ((modifiers & Qt::ControlModifier) != 0)
        return SelectionMode::Toggle;
    return (modifiers & Qt::ShiftModifier) != 0 ? SelectionMode::Add : SelectionMode::Replace;
}

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

void ImageView::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() != 0)
        stepZoom(event->angleDelta().y() > 0 ? 1 : -1, event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    const bool isLeft = event->button() == Qt::LeftButton;
    if (!isLeft && event->button() != Qt::MiddleButton)
        return;
    const bool canChoose = isLeft && !m_tokens.isEmpty() && !image().isNull();
    m_drag = Drag{canChoose ? Drag::Kind::Press : Drag::Kind::Pan, event->position(),
                  event->position(), event->modifiers(), canChoose};
    if (!canChoose)
        setCursor(Qt::ClosedHandCursor);
}

void ImageView::dragTo(const QPointF& point) {
    if (m_drag->kind == Drag::Kind::Press) {
        if ((point - m_drag->from).manhattanLength() <= kClickSlack)
            return;
        const bool isChoosing =
            m_hasRectangleTool || modeOf(m_drag->modifiers) != SelectionMode::Replace;
        m_drag->kind = isChoosing ? Drag::Kind::Band : Drag::Kind::Pan;
        setCursor(isChoosing ? Qt::CrossCursor : Qt::ClosedHandCursor);
    }
    const QPointF moved = point - m_drag->at;
    m_drag->at = point;
    if (m_drag->kind == Drag::Kind::Band)
        update();
    else if (!image().isNull())
        pan(moved);
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag)
        dragTo(event->position());
    tellHover(event->position());
}

void ImageView::tellHover(const QPointF& point) {
    if (const auto pixel = pixelAt(point))
        Q_EMIT pixelHovered(*pixel, image().pixel(*pixel));
    else
        Q_EMIT hoverEnded();
}

void ImageView::mouseReleaseEvent(QMouseEvent*) {
    if (!m_drag)
        return;
    const Drag drag = *m_drag;
    m_drag.reset();
    setRectangleTool(m_hasRectangleTool);
    update();
    if (!drag.canChoose || m_tokens.isEmpty() || image().isNull())
        return;
    const SelectionMode mode = modeOf(drag.modifiers);
    if (drag.kind == Drag::Kind::Band) {
        Q_EMIT tokensChosen(m_tokens.tokensIn(QRectF(shareAt(drag.from), shareAt(drag.at))), mode);
    } else if (drag.kind == Drag::Kind::Press) {
        if (const auto token = m_tokens.tokenAt(shareAt(drag.from))) {
            m_tokenCursor = token;
            Q_EMIT tokensChosen({*token}, mode);
        }
    }
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (modeOf(event->modifiers()) == SelectionMode::Replace)
        fit();
    else
        mousePressEvent(event); // quick clicks that add are no double click
}

void ImageView::leaveEvent(QEvent*) {
    Q_EMIT hoverEnded();
}

bool ImageView::isTokenKey(const QKeyEvent& event) const {
    if (m_tokens.isEmpty() || image().isNull())
        return false;
    if (isArrow(event.key()))
        return (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    return event.key() == Qt::Key_Space && m_tokenCursor;
}

bool ImageView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isTokenKey(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // these keys are for the tokens while the view has the focus
        return true;
    }
    return QWidget::event(event);
}

void ImageView::keyPressEvent(QKeyEvent* event) {
    if (!isTokenKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Space)
        Q_EMIT tokensChosen({*m_tokenCursor}, modeOf(event->modifiers()));
    else
        moveTokenCursor(event->key());
}

void ImageView::moveTokenCursor(int key) {
    if (!m_tokenCursor) {
        m_tokenCursor = m_tokens.selected.empty() ? 0 : *m_tokens.selected.begin();
    } else {
        const int across = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
        const int down = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
        const qint64 column =
            std::clamp<qint64>(*m_tokenCursor % m_tokens.columns + across, 0, m_tokens.columns - 1);
        const qint64 row =
            std::clamp<qint64>(*m_tokenCursor / m_tokens.columns + down, 0, m_tokens.rows - 1);
        m_tokenCursor = row * m_tokens.columns + column;
    }
    keepInSight(m_tokens.share(*m_tokenCursor));
    update();
}

} // namespace hierascope::widgets
