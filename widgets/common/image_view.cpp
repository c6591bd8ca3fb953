// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/image_view.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kLargestZoom = 256.0;
constexpr double kSmallestZoom = 1.0 / 32.0;
constexpr double kValueSide = 44.0; // logical pixels that three lines of digits need
constexpr int kMargin = 12;
constexpr int kCaptionMargin = 8;

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
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture"));
    setAccessibleDescription(
        tr("Drag to move, wheel to zoom, F to fit, 1 for true pixels; where tokens are shown, "
           "Alt with the arrow keys moves over them and Space selects"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    for (const PicturePainter* picture : {&m_picture, &m_second})
        connect(&picture->halves(), &PictureHalves::halved, this, qOverload<>(&QWidget::update));
}

void ImageView::setImage(const QImage& image) {
    m_picture.setImage(image);
    update();
    tellZoom();
}

void ImageView::setSecond(const QImage& image, double split) {
    if (m_second.image().cacheKey() != image.cacheKey())
        m_second.setImage(image);
    m_split = std::clamp(split, 0.0, 1.0);
    update();
}

void ImageView::setCaption(std::optional<Side> badge, const QString& text) {
    m_badge = badge;
    m_caption = text;
    update();
}

void ImageView::setSecondCaption(const QString& text) {
    m_secondCaption = text;
    update();
}

void ImageView::setMessage(const QString& text) {
    m_message = text;
    update();
}

void ImageView::setTokens(const TokenLayer& tokens) {
    const auto current = m_tokens.current;
    m_tokens = tokens;
    m_tokens.current.reset();
    if (current && *current < std::int64_t{tokens.rows} * tokens.columns && hasFocus())
        m_tokens.current = current;
    update();
}

void ImageView::setRectangleTool(bool isOn) {
    m_hasRectangleTool = isOn;
    if (isOn)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void ImageView::setViewport(const Viewport& viewport) {
    if (viewport == m_viewport)
        return;
    m_viewport = viewport;
    update();
    tellZoom();
}

double ImageView::zoom() const {
    if (m_viewport.isFitted || image().isNull())
        return fittingZoom();
    return m_viewport.width * devicePixelRatioF() / image().width();
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
    return m_hasValues && !image().isNull() && scale() >= kValueSide;
}

QRectF ImageView::pictureRect() const {
    const QSizeF size(image().width() * scale(), image().height() * scale());
    const QPointF middle(width() / 2.0, height() / 2.0);
    const QPointF corner = middle - QPointF(m_viewport.center.x() * size.width(),
                                            m_viewport.center.y() * size.height());
    const double ratio = devicePixelRatioF();
    // On whole device pixels: at integer zoom every picture pixel is then equally large.
    return {QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio),
            size};
}

std::optional<QPoint> ImageView::pixelAt(const QPointF& point) const {
    const QPointF inside = (point - pictureRect().topLeft()) / scale();
    const QPoint pixel(int(std::floor(inside.x())), int(std::floor(inside.y())));
    if (image().isNull() || !image().rect().contains(pixel))
        return std::nullopt;
    return pixel;
}

std::optional<std::int64_t> ImageView::tokenAt(const QPointF& point) const {
    const QRectF place = pictureRect();
    if (m_tokens.isEmpty() || place.isEmpty())
        return std::nullopt;
    const QPointF inside = point - place.topLeft();
    return m_tokens.tokenAt({inside.x() / place.width(), inside.y() / place.height()});
}

QSize ImageView::sizeHint() const {
    return {480, 480};
}

void ImageView::fit() {
    setViewport({m_viewport.width, {0.5, 0.5}, true});
    Q_EMIT viewportChanged();
}

void ImageView::showTruePixels() {
    showAt(1.0, m_viewport.center);
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
    const QRectF before = pictureRect();
    const QPointF share((anchor.x() - before.x()) / before.width(),
                        (anchor.y() - before.y()) / before.height());
    const double newScale = wanted / devicePixelRatioF();
    const QPointF offset((anchor.x() - width() / 2.0) / (image().width() * newScale),
                         (anchor.y() - height() / 2.0) / (image().height() * newScale));
    showAt(wanted, share - offset);
}

void ImageView::showAt(double zoom, const QPointF& center) {
    if (image().isNull())
        return;
    // Somewhere between all of the picture and its last edge stays in the middle of the view.
    const QPointF inside(std::clamp(center.x(), 0.0, 1.0), std::clamp(center.y(), 0.0, 1.0));
    setViewport({image().width() * zoom / devicePixelRatioF(), inside, false});
    Q_EMIT viewportChanged();
}

void ImageView::tellZoom() {
    if (const double now = zoom(); now != m_toldZoom) {
        m_toldZoom = now;
        Q_EMIT zoomChanged(now);
    }
}

void ImageView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Canvas));
    if (image().isNull() && !m_message.isEmpty()) {
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
    }
    if (!image().isNull())
        paintPictures(painter, event->rect());
    paintCaptions(painter);
    if (m_gesture == Gesture::Rectangle) {
        QColor inside = m_theme.color(ColorRole::Selection);
        painter.setPen(QPen(inside, 1));
        inside.setAlphaF(0.2F);
        painter.setBrush(inside);
        painter.drawRect(rectangle());
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ImageView::paintPictures(QPainter& painter, const QRectF& clip) {
    const QRectF place = pictureRect();
    m_picture.paint(painter, place, clip);
    if (!m_second.image().isNull()) {
        const double x = width() * m_split;
        const QRectF right(x, 0, width() - x, height());
        painter.save();
        painter.setClipRect(right);
        painter.fillRect(right, m_theme.color(ColorRole::Canvas));
        m_second.paint(painter, place, clip.intersected(right));
        painter.restore();
    }
    paintTokens(painter, m_tokens, place, m_theme);
    if (showsValues() && m_tokens.colors.isNull())
        paintPixelValues(painter, image(), place, clip);
}

QString ImageView::zoomText() const {
    const double now = zoom();
    const int digits = now < 1.0 ? 2 : now == std::floor(now) ? 0 : 1;
    return QLocale().toString(now, 'f', digits) + QStringLiteral("×");
}

void ImageView::paintCaptions(QPainter& painter) const {
    const auto badge = [](Side side) {
        return side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
    };
    const auto color = [this](Side side) {
        return m_theme.color(side == Side::A ? ColorRole::A : ColorRole::B);
    };
    const QRectF inside = rect().adjusted(kCaptionMargin, kCaptionMargin, -kCaptionMargin, 0);
    const bool hasSecond = !m_second.image().isNull();
    const QRectF left(inside.topLeft(),
                      QSizeF(hasSecond ? inside.width() * m_split - 12 : inside.width(), 0));
    const QString zoomed = image().isNull() || m_caption.isEmpty()
                               ? m_caption
                               : m_caption + QStringLiteral("  ·  ") + zoomText();
    paintCaption(painter, left, m_badge ? badge(*m_badge) : QString(),
                 m_badge ? color(*m_badge) : QColor(), zoomed, m_theme);
    if (!hasSecond)
        return;
    const double x = width() * m_split + 12;
    paintCaption(painter, {x, inside.top(), inside.right() - x, 0}, badge(Side::B), color(Side::B),
                 m_secondCaption, m_theme);
}

void ImageView::resizeEvent(QResizeEvent*) {
    tellZoom();
}

} // namespace hierascope::widgets
