// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/image_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr double kLargestZoom = 256.0;
constexpr double kSmallestZoom = 1.0 / 32.0;
constexpr double kValueSide = 44.0;   // logical pixels that three lines of digits need
constexpr double kDragDistance = 4.0; // a hand that clicks moves less
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

SelectionMode modeOf(Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ControlModifier)
        return SelectionMode::Toggle;
    return modifiers & Qt::ShiftModifier ? SelectionMode::Add : SelectionMode::Replace;
}

} // namespace

ImageView::ImageView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture"));
    setAccessibleDescription(
        tr("Drag to move, wheel to zoom, F to fit, 1 for true pixels; where tokens are shown, "
           "Alt with the arrow keys moves over them and Space selects"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ImageView::setImage(const QImage& image) {
    const QImage& old = m_picture.image();
    const double ratio =
        old.isNull() || image.isNull() ? 1.0 : double(old.width()) / double(image.width());
    m_picture.setImage(image);
    if (m_isFitted || image.isNull())
        setView(fittingZoom(), {0.5, 0.5}, true);
    else
        setView(m_zoom * ratio, m_center, false);
    update();
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

Viewport ImageView::viewport() const {
    return {image().width() * scale(), m_center, m_isFitted};
}

void ImageView::setViewport(const Viewport& viewport) {
    if (image().isNull() || viewport == this->viewport())
        return;
    if (viewport.isFitted)
        setView(fittingZoom(), {0.5, 0.5}, true);
    else
        setView(viewport.width * devicePixelRatioF() / image().width(), viewport.center, false);
}

double ImageView::scale() const {
    return m_zoom / devicePixelRatioF();
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
    setView(fittingZoom(), {0.5, 0.5}, true);
    Q_EMIT viewportChanged();
}

void ImageView::showTruePixels() {
    setView(1.0, m_center, false);
    Q_EMIT viewportChanged();
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
    if (image().isNull())
        return;
    const double wanted = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    const QRectF before = pictureRect();
    const QPointF share((anchor.x() - before.x()) / before.width(),
                        (anchor.y() - before.y()) / before.height());
    const double newScale = wanted / devicePixelRatioF();
    const QPointF offset((anchor.x() - width() / 2.0) / (image().width() * newScale),
                         (anchor.y() - height() / 2.0) / (image().height() * newScale));
    setView(wanted, share - offset, false);
    Q_EMIT viewportChanged();
}

void ImageView::setView(double zoom, const QPointF& center, bool isFitted) {
    const double wanted = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    const bool isNewZoom = wanted != m_zoom;
    m_zoom = wanted;
    // Somewhere between all of the picture and its last edge stays in the middle of the view.
    m_center = {std::clamp(center.x(), 0.0, 1.0), std::clamp(center.y(), 0.0, 1.0)};
    m_isFitted = isFitted;
    update();
    if (isNewZoom)
        Q_EMIT zoomChanged(m_zoom);
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
    paintCaption(painter, left, m_badge ? badge(*m_badge) : QString(),
                 m_badge ? color(*m_badge) : QColor(), m_caption, m_theme);
    if (!hasSecond)
        return;
    const double x = width() * m_split + 12;
    paintCaption(painter, {x, inside.top(), inside.right() - x, 0}, badge(Side::B), color(Side::B),
                 m_secondCaption, m_theme);
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

/// The arrow keys alone belong to the window, which moves its cursors with them.
void ImageView::keyPressEvent(QKeyEvent* event) {
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    if (m_tokens.isEmpty() || (event->key() != Qt::Key_Space && !isAlt))
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
    case Qt::Key_Space:
        if (!m_tokens.current)
            m_tokens.current = 0;
        Q_EMIT tokensChosen({*m_tokens.current}, modeOf(event->modifiers()));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ImageView::moveCurrent(int columns, int rows) {
    const std::int64_t at = m_tokens.current.value_or(0);
    const std::int64_t column =
        std::clamp<std::int64_t>(at % m_tokens.columns + columns, 0, m_tokens.columns - 1);
    const std::int64_t row =
        std::clamp<std::int64_t>(at / m_tokens.columns + rows, 0, m_tokens.rows - 1);
    m_tokens.current = m_tokens.current ? row * m_tokens.columns + column : 0;
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
        setView(m_zoom,
                m_center - QPointF(moved.x() / picture.width(), moved.y() / picture.height()),
                false);
        Q_EMIT viewportChanged();
    }
    if (const auto pixel = pixelAt(m_to)) {
        const bool isSecond = !m_second.image().isNull() && m_to.x() > width() * m_split &&
                              m_second.image().size() == image().size();
        Q_EMIT pixelHovered(*pixel, (isSecond ? m_second.image() : image()).pixel(*pixel));
    } else {
        Q_EMIT hoverEnded();
    }
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
    const Gesture ended = std::exchange(m_gesture, Gesture::None);
    unsetCursor();
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

void ImageView::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

void ImageView::leaveEvent(QEvent*) {
    Q_EMIT hoverEnded();
}

void ImageView::focusOutEvent(QFocusEvent* event) {
    m_tokens.current.reset();
    QWidget::focusOutEvent(event);
}

} // namespace hierascope::widgets
