// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/step_strip.h"

#include <algorithm>
#include <utility>

#include "widgets/common/own_keys.h"
#include "widgets/common/theme.h"
#include "widgets/generate/step_delegate.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr int kWidest = 170;

} // namespace

StepStrip::StepStrip(const Theme& theme, QWidget* parent)
    : QListView(parent), m_delegate(new StepDelegate(theme, this)) {
    setAccessibleName(tr("Pictures of the steps"));
    setAccessibleDescription(tr("Left and Right move the step cursor; nothing is computed again."));
    setModel(&m_steps);
    setItemDelegate(m_delegate);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT stepChosen(index.row()); });
}

QSize StepStrip::sizeHint() const {
    const bool isScrolling = m_steps.rowCount() * StepDelegate::kNarrowest > width();
    return {600, m_delegate->cardHeight() +
                     (isScrolling ? horizontalScrollBar()->sizeHint().height() : 0)};
}

QSize StepStrip::minimumSizeHint() const {
    return {200, sizeHint().height()};
}

void StepStrip::setSteps(const std::vector<runtime::StepInfo>& layout,
                         std::vector<StepModel::Step> steps) {
    const QScopedValueRollback following(m_isFollowing, true);
    m_steps.setSteps(layout, std::move(steps));
    fitCards();
}

void StepStrip::setStep(int step) {
    const QScopedValueRollback following(m_isFollowing, true);
    const QModelIndex index = m_steps.index(step, 0);
    if (index == currentIndex())
        return;
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
    viewport()->update();
}

void StepStrip::fitCards() {
    const int count = std::max(1, m_steps.rowCount());
    m_delegate->setCardWidth(
        std::clamp(viewport()->width() / count, StepDelegate::kNarrowest, kWidest));
    scheduleDelayedItemsLayout();
    setFixedHeight(sizeHint().height());
}

void StepStrip::resizeEvent(QResizeEvent* event) {
    fitCards();
    QListView::resizeEvent(event);
}

void StepStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid())
        Q_EMIT stepChosen(current.row());
}

bool StepStrip::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right}))
        return true;
    return QListView::event(event);
}

void StepStrip::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    const int along = turn.x() != 0 ? turn.x() : turn.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - along);
    event->accept();
}

} // namespace hierascope::widgets
