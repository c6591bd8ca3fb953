// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/compare_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/image_view.h"
#include "widgets/common/wipe_handle.h"

#include <QBoxLayout>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 8;

/// Both pictures beside each other, the smaller one enlarged by pixels to the larger one's height.
QImage beside(const QImage& left, const QImage& right) {
    const int height = std::max(left.height(), right.height());
    const QImage first = left.scaledToHeight(height, Qt::FastTransformation);
    const QImage second = right.scaledToHeight(height, Qt::FastTransformation);
    QImage both(first.width() + kGap + second.width(), height, QImage::Format_RGB32);
    both.fill(Qt::black);
    QPainter painter(&both);
    painter.drawImage(0, 0, first);
    painter.drawImage(first.width() + kGap, 0, second);
    return both;
}

} // namespace

CompareView::CompareView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_views{new ImageView(theme, this),
                                                                    new ImageView(theme, this)},
      m_handle(new WipeHandle(theme, m_views[0])) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kGap);
    for (const Side side : kSides) {
        m_row->addWidget(view(side), 1);
        connectView(side);
    }
    m_handle->hide();
    connect(m_handle, &QAbstractSlider::valueChanged, this, [this](int value) {
        m_wipe = double(value) / WipeHandle::kSteps;
        arrange();
        Q_EMIT wipeChanged(m_wipe);
    });
    connect(view(Side::A), &ImageView::zoomChanged, this, &CompareView::zoomChanged);
    arrange();
}

void CompareView::connectView(Side side) {
    ImageView* own = view(side);
    connect(own, &ImageView::viewportChanged, this, [this, side] { link(side); });
    connect(own, &ImageView::pixelHovered, this, [this, side](QPoint pixel, QRgb color) {
        Q_EMIT pixelHovered(view(side)->isOverSecond() ? Side::B : shownIn(side), pixel, color);
    });
    connect(own, &ImageView::hoverEnded, this, &CompareView::hoverEnded);
    connect(own, &ImageView::tokensChosen, this,
            [this, side](const std::vector<std::int64_t>& tokens, SelectionMode mode) {
                Q_EMIT tokensChosen(shownIn(side), tokens, mode);
            });
}

Side CompareView::shownIn(Side place) const {
    return m_isFlipped && m_hasB ? other(place) : place;
}

void CompareView::link(Side from) {
    if (std::exchange(m_isLinking, true))
        return;
    view(other(from))->setViewport(view(from)->viewport());
    m_isLinking = false;
}

void CompareView::setPane(Side side, const Pane& pane) {
    m_panes[std::size_t(side)] = pane;
    arrange();
}

void CompareView::setDifference(const Pane& pane) {
    m_difference = pane;
    arrange();
}

void CompareView::setHasB(bool hasB) {
    m_hasB = hasB;
    arrange();
}

void CompareView::setCompare(Compare compare) {
    m_compare = compare;
    arrange();
}

void CompareView::setFlipped(bool isFlipped) {
    m_isFlipped = isFlipped;
    arrange();
}

void CompareView::setRectangleTool(bool isOn) {
    for (ImageView* own : m_views)
        own->setRectangleTool(isOn);
}

void CompareView::setWipe(double share) {
    m_handle->setValue(int(std::clamp(share, 0.0, 1.0) * WipeHandle::kSteps));
}

void CompareView::fill(ImageView* view, const Pane& pane, bool hasBadge, Side badge) {
    if (view->image().cacheKey() != pane.picture.cacheKey())
        view->setImage(pane.picture);
    view->setCaption(hasBadge ? std::optional(badge) : std::nullopt, pane.caption);
    view->setMessage(pane.message);
    view->setTokens(pane.tokens);
    view->setAccessibleName(pane.name.isEmpty() ? tr("Picture") : pane.name);
}

void CompareView::arrange() {
    const bool isFlipped = m_isFlipped && m_hasB;
    const bool isBeside = m_hasB && m_compare == Compare::SideBySide;
    const bool isWipe = m_hasB && m_compare == Compare::Wipe && !isFlipped;
    const bool isDifference = m_hasB && m_compare == Compare::Difference && !isFlipped;
    const Side first = isFlipped ? Side::B : Side::A;
    if (isDifference)
        fill(view(Side::A), m_difference, false, Side::A);
    else
        fill(view(Side::A), pane(first), m_hasB, first);
    fill(view(Side::B), isBeside ? pane(other(first)) : Pane{}, m_hasB, other(first));
    view(Side::B)->setVisible(isBeside);
    m_row->activate(); // the handle is placed by the new width
    view(Side::A)->setSecond(isWipe ? pane(Side::B).picture : QImage(), m_wipe);
    view(Side::A)->setSecondCaption(isWipe ? pane(Side::B).caption : QString());
    if (isWipe && pane(Side::B).picture.isNull() && !pane(Side::B).message.isEmpty())
        view(Side::A)->setCaption(
            Side::A, tr("%1  ·  B: %2").arg(pane(Side::A).caption, pane(Side::B).message));
    if (isBeside)
        link(Side::A);
    m_handle->setVisible(isWipe && !pane(Side::A).picture.isNull() &&
                         !pane(Side::B).picture.isNull());
    placeHandle();
}

void CompareView::placeHandle() {
    const int x = int(view(Side::A)->width() * m_wipe);
    m_handle->setGeometry(x - WipeHandle::kWidth / 2, 0, WipeHandle::kWidth,
                          view(Side::A)->height());
}

void CompareView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isTall = height() > width() * 5 / 4;
    m_row->setDirection(isTall ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->activate();
    placeHandle();
}

QImage CompareView::picture() const {
    QImage first = view(Side::A)->image();
    const QImage second = pane(shownIn(Side::B)).picture;
    if (!m_hasB || first.isNull() || second.isNull())
        return first;
    if (m_compare == Compare::SideBySide)
        return beside(first, second);
    if (m_compare != Compare::Wipe || m_isFlipped)
        return first;
    const QSize size = first.width() >= second.width() ? first.size() : second.size();
    QImage both = second.scaled(size).convertToFormat(QImage::Format_RGB32);
    const int border = int(std::lround(wipeOfPicture() * size.width()));
    QPainter painter(&both);
    painter.drawImage(QPoint(0, 0), first.scaled(size), QRect(0, 0, border, size.height()));
    painter.end();
    return both;
}

double CompareView::wipeOfPicture() const {
    const QRectF place = view(Side::A)->pictureRect();
    if (place.isEmpty())
        return m_wipe;
    return std::clamp((view(Side::A)->width() * m_wipe - place.left()) / place.width(), 0.0, 1.0);
}

double CompareView::zoom() const {
    return view(Side::A)->zoom();
}

void CompareView::fit() {
    view(Side::A)->fit();
}

void CompareView::showTruePixels() {
    view(Side::A)->showTruePixels();
}

void CompareView::zoomIn() {
    view(Side::A)->zoomIn();
}

void CompareView::zoomOut() {
    view(Side::A)->zoomOut();
}

} // namespace hierascope::widgets
