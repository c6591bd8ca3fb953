// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/image_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/theme.h"
#include "widgets/common/viewport.h"

#include <QPaintEvent>
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

ImageView::ImageView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_viewport(nullptr) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture"));
    setAccessibleDescription(
        tr("Drag to move, wheel to zoom, F to fit, 1 for true pixels. With tokens shown: click or "
           "Alt with the arrow keys and Space to select, Shift adds, Ctrl toggles"));
    setViewport(*new Viewport(this));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&m_halves, &PictureHalves::halved, this, qOverload<>(&QWidget::update));
}

void ImageView::setImage(const QImage& image) {
    m_halves.setImage(image);
    update();
    tellZoom();
}

void ImageView::setViewport(Viewport& viewport) {
    if (m_viewport != nullptr)
        m_viewport->disconnect(this);
    m_viewport = &viewport;
    connect(m_viewport, &Viewport::changed, this, [this] {
        update();
        tellZoom();
    });
    update();
    tellZoom();
}

void ImageView::setTokens(const TokenLayer& layer) {
    if (layer == m_tokens)
        return;
    m_tokens = layer;
    if (m_tokenCursor && *m_tokenCursor >= qint64{layer.rows} * layer.columns)
        m_tokenCursor.reset();
    update();
}

void ImageView::setSelectedAreas(std::vector<QRectF> shares) {
    m_areas = std::move(shares);
    update();
}

void ImageView::setRectangleTool(bool isOn) {
    m_hasRectangleTool = isOn;
    if (isOn)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void ImageView::setCaption(const PictureCaption& caption) {
    m_caption = caption;
    update();
}

void ImageView::setMessage(const QString& text, bool isQuiet) {
    m_message = text;
    m_isQuietMessage = isQuiet;
    update();
}

double ImageView::longerSide() const {
    return std::max({1, image().width(), image().height()});
}

bool ImageView::isFitted() const {
    return m_viewport->isFitted();
}

double ImageView::zoom() const {
    return isFitted() ? fittingZoom() : m_viewport->extent() / longerSide();
}

double ImageView::scale() const {
    return zoom() / devicePixelRatioF();
}

double ImageView::fittingZoom() const {
    if (image().isNull())
        return 1.0;
    const double wide = std::max(16, width() - 2 * kMargin) / double(image().width());
    const double high = std::max(16, height() - 2 * kMargin) / double(image().height());
    return std::clamp(std::min(wide, high) * devicePixelRatioF(), kSmallestZoom, kLargestZoom);
}

bool ImageView::showsValues() const {
    return !image().isNull() && scale() >= kValueSide;
}

QRectF ImageView::pictureRect() const {
    const QSizeF size(image().width() * scale(), image().height() * scale());
    const QPointF center = m_viewport->center();
    const QPointF corner(width() / 2.0 - center.x() * size.width(),
                         height() / 2.0 - center.y() * size.height());
    const double ratio = devicePixelRatioF();
    // On whole device pixels: at integer zoom every picture pixel is then equally large.
    return {QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio),
            size};
}

QPointF ImageView::shareAt(const QPointF& point) const {
    const QRectF picture = pictureRect();
    return {(point.x() - picture.left()) / picture.width(),
            (point.y() - picture.top()) / picture.height()};
}

std::optional<QPoint> ImageView::pixelAt(const QPointF& point) const {
    const QPointF inside = (point - pictureRect().topLeft()) / scale();
    const QPoint pixel(int(std::floor(inside.x())), int(std::floor(inside.y())));
    if (image().isNull() || !image().rect().contains(pixel))
        return std::nullopt;
    return pixel;
}

QSize ImageView::sizeHint() const {
    return {480, 480};
}

void ImageView::fit() {
    m_viewport->fit();
}

void ImageView::showTruePixels() {
    m_viewport->show(longerSide(), m_viewport->center());
}

void ImageView::zoomIn() {
    stepZoom(1, rect().center());
}

void ImageView::zoomOut() {
    stepZoom(-1, rect().center());
}

void ImageView::stepZoom(int direction, const QPointF& anchor) {
    zoomAround(anchor, neighbourZoom(zoom(), direction));
}

void ImageView::zoomAround(const QPointF& anchor, double zoom) {
    if (image().isNull())
        return;
    const double wanted = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    const double newScale = wanted / devicePixelRatioF();
    const QPointF offset((anchor.x() - width() / 2.0) / (image().width() * newScale),
                         (anchor.y() - height() / 2.0) / (image().height() * newScale));
    m_viewport->show(wanted * longerSide(), shareAt(anchor) - offset);
}

void ImageView::pan(const QPointF& moved) {
    const QRectF picture = pictureRect();
    const QPointF shares(moved.x() / picture.width(), moved.y() / picture.height());
    m_viewport->show(zoom() * longerSide(), m_viewport->center() - shares);
}

void ImageView::keepInSight(const QRectF& share) {
    const QRectF picture = pictureRect();
    const QPointF middle(picture.left() + share.center().x() * picture.width(),
                         picture.top() + share.center().y() * picture.height());
    if (!rect().contains(middle.toPoint()))
        m_viewport->show(zoom() * longerSide(), share.center());
}

void ImageView::tellZoom() {
    if (const double now = zoom(); now != m_toldZoom) {
        m_toldZoom = now;
        Q_EMIT zoomChanged(now);
    }
}

void ImageView::resizeEvent(QResizeEvent*) {
    tellZoom();
}

void ImageView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Canvas));
    const PictureFrame frame{pictureRect(), event->rect(), devicePixelRatioF()};
    if (!image().isNull()) {
        const bool isSmooth = zoom() < 2.0 && !isWhole(zoom());
        paintPicture(painter, m_halves.forZoom(zoom()), frame, isSmooth);
        if (showsValues() && m_tokens.colors.isNull())
            paintPixelValues(painter, image(), frame);
        paintTokens(painter, m_tokens, frame, m_theme);
        paintAreas(painter, m_areas, frame, m_theme);
    }
    paintOver(painter, frame);
}

void ImageView::paintOver(QPainter& painter, const PictureFrame& frame) const {
    const QRect seen = mask().isEmpty() ? rect() : mask().boundingRect();
    if (image().isNull() && !m_message.isEmpty()) {
        painter.setFont(windowFont());
        painter.setPen(m_theme.color(m_isQuietMessage ? ColorRole::Secondary : ColorRole::Text));
        painter.drawText(seen.adjusted(24, 40, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
    }
    if (m_tokenCursor && hasFocus() && !m_tokens.isEmpty())
        paintBand(painter, frame.area(m_tokens.share(*m_tokenCursor)).adjusted(3, 3, -4, -4),
                  m_theme);
    if (m_drag && m_drag->kind == Drag::Kind::Band)
        paintBand(painter, QRectF(m_drag->from, m_drag->at).normalized(), m_theme);
    paintCaption(painter, m_caption, seen, m_theme);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRect(seen.adjusted(1, 1, -1, -1));
    }
}

} // namespace hierascope::widgets
