// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/filmstrip.h"

#include "widgets/common/own_keys.h"
#include "widgets/common/theme.h"
#include "widgets/shell/filmstrip_delegate.h"
#include "widgets/state/view_state.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr int kMargin = 4;

} // namespace

Filmstrip::Filmstrip(const Theme& theme, ViewState& state, QWidget* parent)
    : QListView(parent), m_state(state) {
    setAccessibleName(tr("Images of the library"));
    setAccessibleDescription(tr("Left and Right choose the image of A."));
    setModel(&state.images());
    setItemDelegate(new FilmstripDelegate(theme, state, this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(Filmstrip::sizeHint().height());
    connect(this, &QListView::clicked, this, &Filmstrip::choose);
    connect(this, &QListView::activated, this, &Filmstrip::choose);
    connect(&state, &ViewState::choiceChanged, this, &Filmstrip::follow);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    follow();
}

QSize Filmstrip::sizeHint() const {
    const int row = itemDelegate()->sizeHint({}, {}).height();
    return {360, row + 2 * kMargin + horizontalScrollBar()->sizeHint().height()};
}

QSize Filmstrip::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

void Filmstrip::follow() {
    const QScopedValueRollback following(m_isFollowing, true);
    setCurrentIndex(model()->index(m_state.currentImage(), 0));
    viewport()->update();
}

void Filmstrip::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (!m_isFollowing)
        choose(current);
}

void Filmstrip::choose(const QModelIndex& image) {
    if (image.isValid() && image.row() != m_state.currentImage())
        m_state.setCurrentImage(image.row());
}

void Filmstrip::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) {
    const QScopedValueRollback following(m_isFollowing, true); // Qt moves to a neighbour by itself
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

bool Filmstrip::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right}))
        return true;
    return QListView::event(event);
}

void Filmstrip::focusInEvent(QFocusEvent* event) {
    const QScopedValueRollback following(m_isFollowing, true);
    QListView::focusInEvent(event);
}

void Filmstrip::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    const int along = turn.x() != 0 ? turn.x() : turn.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - along);
    event->accept();
}

} // namespace hierascope::widgets
