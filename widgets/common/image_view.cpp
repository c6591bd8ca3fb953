// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/image_view.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr double kLargestZoom = 256.0;
constexpr double kSmallestZoom = 1.0 / 32.0;
constexpr double kValueSide = 44.0; // logical pixels that three lines of digits need
constexpr int kMargin = 12;

bool isWhole(double value) {
    return std::abs(value - std::round(value)) < 1e-6;
}

/// The next zoom of the ladder ... 1/4, 1/2, 1, 2, 3, 4, 6, 8, 12, 16 ... in one direction.
double neighbourZoom(double zoom, int direction) {
    const auto step = [](int index) {
        if (index <= 0)
            return std::ldexp(1.0, index);
        return index % 2 == 1 ? std::ldexp(1.0, (index + 1) / 2) : std::ldexp(1.5, index / 2);
    };
    int index = -5;
    if (direction > 0) {
        while (step(index) <= zoom * 1.0001)
            ++index;
        return step(index);
    }
    while (step(index + 1) < zoom * 0.9999)
        ++index;
    return step(index);
}

} // namespace

ImageView::ImageView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture"));
    setAccessibleDescription(tr("Drag to move, wheel to zoom, F to fit, 1 for true pixels"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ImageView::setImage(const QImage& image) {
    const double ratio =
        m_image.isNull() || image.isNull() ? 1.0 : double(m_image.width()) / double(image.width());
    m_image = image;
    if (m_isFitted || image.isNull())
        setView(fittingZoom(), {0.5, 0.5}, true);
    else
        setView(m_zoom * ratio, m_center, false);
    update();
}

double ImageView::scale() const {
    return m_zoom / devicePixelRatioF();
}

double ImageView::fittingZoom() const {
    if (m_image.isNull())
        return 1.0;
    const double wide = std::max(16, width() - 2 * kMargin) / double(m_image.width());
    const double high = std::max(16, height() - 2 * kMargin) / double(m_image.height());
    return std::clamp(std::min(wide, high) * devicePixelRatioF(), kSmallestZoom, kLargestZoom);
}

bool ImageView::showsValues() const {
    return !m_image.isNull() && scale() >= kValueSide;
}

QRectF ImageView::pictureRect() const {
    const QSizeF size(m_image.width() * scale(), m_image.height() * scale());
    const QPointF middle(width() / 2.0, height() / 2.0);
    const QPointF corner =
        middle - QPointF(m_center.x() * size.width(), m_center.y() * size.height());
    const double ratio = devicePixelRatioF();
    // On whole device pixels: at integer zoom every picture pixel is then equally large.
    return {QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio),
            size};
}

std::optional<QPoint> ImageView::pixelAt(const QPointF& point) const {
    const QPointF inside = (point - pictureRect().topLeft()) / scale();
    const QPoint pixel(int(std::floor(inside.x())), int(std::floor(inside.y())));
    if (m_image.isNull() || !m_image.rect().contains(pixel))
        return std::nullopt;
    return pixel;
}

QSize ImageView::sizeHint() const {
    return {480, 480};
}

void ImageView::fit() {
    setView(fittingZoom(), {0.5, 0.5}, true);
}

void ImageView::showTruePixels() {
    setView(1.0, m_center, false);
}

void ImageView::zoomIn() {
    stepZoom(1, rect().center());
}

void ImageView::zoomOut() {
    stepZoom(-1, rect().center());
}

void ImageView::stepZoom(int direction, const QPointF& anchor) {
    zoomAround(anchor, neighbourZoom(m_zoom, direction));
}

void ImageView::zoomAround(const QPointF& anchor, double zoom) {
    if (m_image.isNull())
        return;
    const double wanted = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    const QRectF before = pictureRect();
    const QPointF share((anchor.x() - before.x()) / before.width(),
                        (anchor.y() - before.y()) / before.height());
    const double newScale = wanted / devicePixelRatioF();
    const QPointF offset((anchor.x() - width() / 2.0) / (m_image.width() * newScale),
                         (anchor.y() - height() / 2.0) / (m_image.height() * newScale));
    setView(wanted, share - offset, false);
}

QPointF ImageView::clampedCenter(const QPointF& center) const {
    // Somewhere between all of the picture and its last edge stays in the middle of the view.
    return {std::clamp(center.x(), 0.0, 1.0), std::clamp(center.y(), 0.0, 1.0)};
}

void ImageView::setView(double zoom, const QPointF& center, bool isFitted) {
    const double wanted = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    const bool isNewZoom = wanted != m_zoom;
    m_zoom = wanted;
    m_center = clampedCenter(center);
    m_isFitted = isFitted;
    update();
    if (isNewZoom)
        Q_EMIT zoomChanged(m_zoom);
}

void ImageView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Canvas));
    if (!m_image.isNull()) {
        const bool isSmooth = m_zoom < 2.0 && !isWhole(m_zoom);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
        painter.drawImage(pictureRect(), m_image, QRectF(m_image.rect()));
        if (showsValues())
            paintValues(painter, event->rect());
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ImageView::paintValues(QPainter& painter, const QRect& clip) const {
    const QRectF picture = pictureRect();
    const double side = scale();
    const auto first = [&](double edge, double start, int limit) {
        return std::clamp(int(std::floor((edge - start) / side)), 0, limit - 1);
    };
    const int left = first(clip.left(), picture.left(), m_image.width());
    const int right = first(clip.right() + 1, picture.left(), m_image.width());
    const int top = first(clip.top(), picture.top(), m_image.height());
    const int bottom = first(clip.bottom() + 1, picture.top(), m_image.height());
    painter.setFont(numberFont(8));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const QRgb pixel = m_image.pixel(x, y);
            const QRectF cell(picture.left() + x * side, picture.top() + y * side, side, side);
            painter.setPen(qGray(pixel) > 128 ? Qt::black : Qt::white);
            painter.drawText(
                cell, Qt::AlignCenter,
                QStringLiteral("%1\n%2\n%3").arg(qRed(pixel)).arg(qGreen(pixel)).arg(qBlue(pixel)));
        }
    }
}

void ImageView::resizeEvent(QResizeEvent*) {
    if (m_isFitted)
        setView(fittingZoom(), {0.5, 0.5}, true);
}

void ImageView::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() != 0)
        stepZoom(event->angleDelta().y() > 0 ? 1 : -1, event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_dragFrom = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragFrom && !m_image.isNull()) {
        const QPointF moved = event->position() - *m_dragFrom;
        m_dragFrom = event->position();
        const QRectF picture = pictureRect();
        const QPointF shares(moved.x() / picture.width(), moved.y() / picture.height());
        setView(m_zoom, m_center - shares, false);
    }
    if (const auto pixel = pixelAt(event->position()))
        Q_EMIT pixelHovered(*pixel, m_image.pixel(*pixel));
    else
        Q_EMIT hoverEnded();
}

void ImageView::mouseReleaseEvent(QMouseEvent*) {
    m_dragFrom.reset();
    unsetCursor();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

void ImageView::leaveEvent(QEvent*) {
    Q_EMIT hoverEnded();
}

} // namespace hierascope::widgets
