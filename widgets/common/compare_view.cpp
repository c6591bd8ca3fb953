// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/compare_view.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewport.h"
#include "widgets/common/wipe_handle.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 8;

/// A picture at the size of the larger one; its pixels stay squares.
QImage enlarged(const QImage& picture, const QSize& size) {
    if (picture.isNull() || picture.size() == size)
        return picture;
    return picture.scaled(size, Qt::KeepAspectRatio, Qt::FastTransformation);
}

QImage besides(const QImage& first, const QImage& second, const QColor& between) {
    QImage both(first.width() + kGap + second.width(), std::max(first.height(), second.height()),
                QImage::Format_RGB32);
    both.fill(between);
    QPainter painter(&both);
    painter.drawImage(0, 0, first);
    painter.drawImage(first.width() + kGap, 0, second);
    return both;
}

} // namespace

CompareView::CompareView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_viewport(new Viewport(this)), m_views{makeView(tr("Picture of A")),
                                              makeView(tr("Picture of B"))},
      m_difference(makeView(tr("Difference of A and B"))), m_handle(new WipeHandle(theme, this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(120, 120);
    connectSide(Side::A);
    connectSide(Side::B);
    connect(m_difference, &ImageView::pixelHovered, this,
            [this](QPoint pixel, QRgb color) { Q_EMIT pixelHovered(Side::A, pixel, color); });
    connect(m_difference, &ImageView::hoverEnded, this, &CompareView::hoverEnded);
    for (ImageView* view : {m_views[0], m_views[1], m_difference})
        connect(view, &ImageView::zoomChanged, this, [this, view](double zoom) {
            if (view == leadingView())
                Q_EMIT zoomChanged(zoom);
        });
    connect(m_handle, &QSlider::valueChanged, this, [this] {
        place();
        Q_EMIT wipeChanged(wipe());
    });
    place();
}

ImageView* CompareView::makeView(const QString& name) {
    auto* view = new ImageView(m_theme, this);
    view->setViewport(*m_viewport);
    view->setMinimumSize(0, 0);
    view->setAccessibleName(name);
    return view;
}

void CompareView::connectSide(Side side) {
    connect(view(side), &ImageView::pixelHovered, this,
            [this, side](QPoint pixel, QRgb color) { Q_EMIT pixelHovered(side, pixel, color); });
    connect(view(side), &ImageView::hoverEnded, this, &CompareView::hoverEnded);
    connect(view(side), &ImageView::tokensChosen, this,
            [this, side](const std::vector<qint64>& tokens, SelectionMode mode) {
                Q_EMIT tokensChosen(side, tokens, mode);
            });
}

void CompareView::setPicture(Side side, const QImage& picture, const QString& caption) {
    const bool isA = side == Side::A;
    view(side)->setMessage({}, true);
    view(side)->setImage(picture);
    view(side)->setCaption({isA ? tr("A") : tr("B"),
                            m_theme.color(isA ? ColorRole::A : ColorRole::B), caption,
                            view(side)->caption().isAtRight});
    view(side)->setAccessibleName(isA ? tr("Picture of A: %1").arg(caption)
                                      : tr("Picture of B: %1").arg(caption));
}

void CompareView::setMessage(Side side, const QString& text, bool isBusy) {
    setPicture(side, {}, {});
    view(side)->setMessage(text, isBusy);
    view(side)->setAccessibleName(side == Side::A ? tr("Picture of A: %1").arg(text)
                                                  : tr("Picture of B: %1").arg(text));
}

void CompareView::setDifference(const QImage& picture, const QString& caption) {
    m_difference->setMessage({}, true);
    m_difference->setImage(picture);
    m_difference->setCaption({{}, {}, caption});
}

void CompareView::setDifferenceMessage(const QString& text, bool isBusy) {
    m_difference->setImage({});
    m_difference->setCaption({});
    m_difference->setMessage(text, isBusy);
}

void CompareView::setCompare(Compare compare) {
    if (compare == m_compare)
        return;
    m_compare = compare;
    place();
    Q_EMIT zoomChanged(zoom());
}

void CompareView::setFlipped(bool isFlipped) {
    if (isFlipped == m_isFlipped)
        return;
    m_isFlipped = isFlipped;
    place();
}

void CompareView::setWipe(double share) {
    m_handle->setValue(int(std::lround(1000.0 * std::clamp(share, 0.0, 1.0))));
}

double CompareView::wipe() const {
    return m_handle->value() / 1000.0;
}

void CompareView::setTokens(Side side, const TokenLayer& layer) {
    view(side)->setTokens(layer);
}

void CompareView::setSelectedAreas(Side side, const std::vector<QRectF>& shares) {
    view(side)->setSelectedAreas(shares);
}

void CompareView::setRectangleTool(bool isOn) {
    for (ImageView* view : m_views)
        view->setRectangleTool(isOn);
}

ImageView* CompareView::leadingView() const {
    if (m_isFlipped)
        return view(Side::B);
    return m_compare == Compare::Difference ? m_difference : view(Side::A);
}

double CompareView::zoom() const {
    return leadingView()->zoom();
}

bool CompareView::isFitted() const {
    return m_viewport->isFitted();
}

void CompareView::fit() {
    m_viewport->fit();
}

void CompareView::showTruePixels() {
    leadingView()->showTruePixels();
}

void CompareView::zoomIn() {
    leadingView()->zoomIn();
}

void CompareView::zoomOut() {
    leadingView()->zoomOut();
}

void CompareView::resizeEvent(QResizeEvent*) {
    place();
}

void CompareView::place() {
    const bool hasBoth = m_compare == Compare::SideBySide;
    const bool isWipe = m_compare == Compare::Wipe && !m_isFlipped;
    for (ImageView* view : {m_views[0], m_views[1], m_difference}) {
        PictureCaption caption = view->caption();
        caption.isAtRight = isWipe && view == m_views[1];
        view->setCaption(caption);
        view->clearMask();
        if (!hasBoth)
            view->setGeometry(rect());
    }
    if (hasBoth)
        placeSideBySide();
    if (isWipe)
        placeWipe();
    view(Side::A)->setVisible(m_compare != Compare::Difference);
    m_difference->setVisible(m_compare == Compare::Difference);
    view(Side::B)->setVisible(hasBoth || isWipe || m_isFlipped);
    view(Side::B)->raise(); // A stays below, so that a drag begun on it goes on
    m_handle->setVisible(isWipe);
    m_handle->raise();
}

void CompareView::placeSideBySide() {
    ImageView* first = view(m_isFlipped ? Side::B : Side::A);
    ImageView* second = view(m_isFlipped ? Side::A : Side::B);
    if (width() >= height()) {
        const int wide = (width() - kGap) / 2;
        first->setGeometry(0, 0, wide, height());
        second->setGeometry(wide + kGap, 0, wide, height());
    } else {
        const int high = (height() - kGap) / 2;
        first->setGeometry(0, 0, width(), high);
        second->setGeometry(0, high + kGap, width(), high);
    }
}

void CompareView::placeWipe() {
    const int border = int(std::lround(wipe() * width()));
    // An empty mask would be none, so that a side of no width keeps a column outside.
    view(Side::A)->setMask(border > 0 ? QRect(0, 0, border, height()) : QRect(-1, 0, 1, 1));
    view(Side::B)->setMask(border < width() ? QRect(border, 0, width() - border, height())
                                            : QRect(-1, 0, 1, 1));
    m_handle->setGeometry(border - WipeHandle::kWidth / 2, 0, WipeHandle::kWidth, height());
}

QImage CompareView::picture() const {
    if (m_compare != Compare::SideBySide && m_compare != Compare::Wipe)
        return leadingView()->image();
    if (m_isFlipped && m_compare == Compare::Wipe)
        return view(Side::B)->image();
    const QSize size = view(Side::A)->image().size().expandedTo(view(Side::B)->image().size());
    const QImage a = enlarged(view(Side::A)->image(), size);
    const QImage b = enlarged(view(Side::B)->image(), size);
    if (a.isNull() || b.isNull())
        return a.isNull() ? b : a;
    if (m_compare == Compare::SideBySide)
        return m_isFlipped ? besides(b, a, m_theme.color(ColorRole::Canvas))
                           : besides(a, b, m_theme.color(ColorRole::Canvas));
    const QRectF place = view(Side::A)->pictureRect();
    const double share = (wipe() * width() - place.left()) / place.width();
    const int border = int(std::lround(std::clamp(share, 0.0, 1.0) * a.width()));
    QImage both = b.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&both);
    painter.drawImage(QPoint(0, 0), a, QRect(0, 0, border, a.height()));
    return both;
}

} // namespace hierascope::widgets
