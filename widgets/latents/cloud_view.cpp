// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/cloud_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/theme.h"
#include "widgets/latents/map_hits.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace hierascope::widgets {

namespace {

constexpr double kReach = 9.0; // of the mouse, pixels
constexpr double kClick = 4.0;
constexpr double kDegreesPerPixel = 0.4;
constexpr double kSteepest = 89.0;
constexpr int kTurnMilliseconds = 33;

PointsMode modeOf(Qt::KeyboardModifiers modifiers) {
    return modifiers.testFlag(Qt::ControlModifier) ? PointsMode::Subtract
           : modifiers.testFlag(Qt::ShiftModifier) ? PointsMode::Add
                                                   : PointsMode::Replace;
}

} // namespace

CloudView::CloudView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Cloud"));
    setAccessibleDescription(tr("Points of latent space in three dimensions: a drag turns them"));
    m_turn.setInterval(kTurnMilliseconds);
    connect(&m_turn, &QTimer::timeout, this, [this] { turnBy(0.6, 0.0); });
    connect(&theme, &Theme::changed, this, [this] {
        m_areColorsOld = true;
        invalidate();
    });
}

std::span<const float> CloudView::places() const {
    return m_scene.places ? std::span<const float>(*m_scene.places) : std::span<const float>();
}

void CloudView::setScene(const MapView::Scene& scene) {
    const MapView::Scene before = std::exchange(m_scene, scene);
    if (before.points != scene.points) {
        m_pictures.setPoints(scene.points);
        m_hover = -1;
    }
    if (before.places != scene.places) {
        m_isCloudOld = true;
        if (scene.places)
            m_camera.fit(*scene.places);
    }
    m_areColorsOld = m_areColorsOld || before.coloring != scene.coloring;
    if (m_isCloudOld || m_areColorsOld)
        invalidate();
}

void CloudView::setSelection(const PointSet::Indices& selected, const PointSet::Indices& lit) {
    if (selected == m_selected && lit == m_lit)
        return;
    m_areColorsOld = m_areColorsOld || selected != m_selected;
    m_selected = selected;
    m_lit = lit;
    invalidate();
}

void CloudView::setBadge(const QString& badge, const QColor& color, const QString& text) {
    m_badge = badge;
    m_badgeColor = color;
    m_text = text;
    update();
}

void CloudView::setHover(std::int32_t index, const QStringList& lines) {
    m_hover = index;
    m_lines = lines;
    update();
}

void CloudView::setTool(MapTool tool) {
    m_tool = tool;
    setCursor(tool == MapTool::Pan ? Qt::ArrowCursor : Qt::CrossCursor);
}

void CloudView::setTurning(bool isTurning) {
    isTurning ? m_turn.start() : m_turn.stop();
}

void CloudView::setCamera(const CloudCamera& camera) {
    if (camera == m_camera)
        return;
    const CloudCamera own = m_camera; // each cloud has its own middle and size
    m_camera = camera;
    m_camera.center = own.center;
    m_camera.reach = own.reach;
    invalidate();
}

void CloudView::fit() {
    m_camera.zoom = 1.0;
    if (m_scene.places)
        m_camera.fit(*m_scene.places);
    invalidate();
    Q_EMIT cameraChanged();
}

void CloudView::zoom(double factor) {
    m_camera.zoom = std::clamp(m_camera.zoom * factor, 0.05, 200.0);
    invalidate();
    Q_EMIT cameraChanged();
}

void CloudView::turnBy(double azimuth, double elevation) {
    m_camera.azimuth = std::fmod(m_camera.azimuth + azimuth, 360.0);
    m_camera.elevation = std::clamp(m_camera.elevation + elevation, -kSteepest, kSteepest);
    invalidate();
    Q_EMIT cameraChanged();
}

void CloudView::invalidate() {
    m_isImageOld = true;
    m_pixels.clear();
    update();
}

const std::vector<float>& CloudView::pixels() {
    if (m_pixels.empty() && m_scene.places)
        m_pixels = m_camera.project(*m_scene.places, size());
    return m_pixels;
}

QPointF CloudView::screenOf(std::int32_t index) {
    const std::vector<float>& all = pixels();
    const auto at = 2 * std::size_t(index);
    return index < 0 || at + 1 >= all.size() ? QPointF(-1e6, -1e6) : QPointF(all[at], all[at + 1]);
}

std::vector<QRgb> CloudView::colors() const {
    std::vector<QRgb> colors;
    const QColor background = m_theme.color(ColorRole::Canvas);
    const auto paled = [&background](QRgb color) {
        const auto mix = [](int a, int b) { return (a * 28 + b * 72) / 100; };
        return qRgb(mix(qRed(color), background.red()), mix(qGreen(color), background.green()),
                    mix(qBlue(color), background.blue()));
    };
    for (const std::uint16_t index : m_scene.coloring->indices) {
        const QRgb color = m_scene.coloring->palette[index];
        colors.push_back(m_selected.empty() ? color : paled(color));
    }
    for (const std::int32_t index : m_selected)
        if (std::size_t(index) < colors.size())
            colors[std::size_t(index)] =
                m_scene.coloring->palette[m_scene.coloring->indices[std::size_t(index)]];
    return colors;
}

QString CloudView::problem() {
    return m_renderer.isThere() ? QString()
                                : tr("The map in three dimensions needs OpenGL, and this display "
                                     "offers none; the 2-D map works without.");
}

void CloudView::paintCloud(QPainter& painter) {
    painter.fillRect(rect(), m_theme.color(ColorRole::Canvas));
    if (!m_renderer.isThere()) {
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap,
                         problem());
    } else if (m_scene.places && m_scene.coloring) {
        const double ratio = devicePixelRatioF();
        if (m_isCloudOld)
            m_renderer.setPoints(*m_scene.places, colors());
        else if (m_areColorsOld)
            m_renderer.setColors(colors());
        m_isCloudOld = m_areColorsOld = false;
        if (std::exchange(m_isImageOld, false) || m_image.isNull()) {
            m_image = m_renderer.render(
                size() * ratio, m_camera,
                {m_theme.color(ColorRole::Canvas), m_theme.color(ColorRole::Border),
                 1.6 * ratio *
                     Splatter::radiusFor(std::int64_t(m_scene.coloring->indices.size()))});
            m_image.setDevicePixelRatio(ratio);
        }
        painter.drawImage(QPointF(0.0, 0.0), m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorRole::Selection), 2.0));
        for (const std::int32_t index : m_lit)
            painter.drawEllipse(screenOf(index), 6.0, 6.0);
    }
    painter.setFont(font());
    paintBadge(painter, size(), m_badge, m_badgeColor, m_text, m_theme);
}

QImage CloudView::picture() {
    QImage picture(size() * devicePixelRatioF(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&picture);
    paintCloud(painter);
    return picture;
}

void CloudView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintCloud(painter);
    if (m_isDragging && m_tool != MapTool::Pan) {
        QColor fill = m_theme.color(ColorRole::Selection);
        painter.setPen(QPen(fill, 1.5, Qt::DashLine));
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        m_tool == MapTool::Rectangle ? painter.drawRect(QRectF(m_pressed, m_last).normalized())
                                     : painter.drawPolygon(m_outline);
    }
    painter.setFont(font());
    if (m_hover >= 0 && m_scene.points && m_hover < m_scene.points->count()) {
        paintHovered(painter, screenOf(m_hover), size(), m_pictures.whole(m_hover),
                     shareOf(*m_scene.points, m_scene.points->points[std::size_t(m_hover)]),
                     m_lines, m_theme);
    }
    if (hasFocus())
        paintFocus(painter, rect(), m_theme);
}

void CloudView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    invalidate();
}

void CloudView::wheelEvent(QWheelEvent* event) {
    zoom(std::pow(1.15, event->angleDelta().y() / 120.0));
    event->accept();
}

void CloudView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_isDragging = true;
    m_hasMoved = false;
    m_pressed = m_last = event->position();
    m_outline = QPolygonF{m_pressed};
}

void CloudView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF now = event->position();
    if (!m_isDragging) {
        const std::int32_t point = nearestPoint(pixels(), now, kReach);
        if (point != m_hover)
            Q_EMIT hovered(point);
        return;
    }
    m_hasMoved =
        m_hasMoved || std::hypot(now.x() - m_pressed.x(), now.y() - m_pressed.y()) > kClick;
    if (m_tool == MapTool::Pan && m_hasMoved)
        turnBy(-kDegreesPerPixel * (now.x() - m_last.x()),
               kDegreesPerPixel * (now.y() - m_last.y()));
    m_outline << now;
    m_last = now;
    update();
}

void CloudView::mouseReleaseEvent(QMouseEvent* event) {
    if (!std::exchange(m_isDragging, false))
        return QWidget::mouseReleaseEvent(event);
    const PointsMode mode = modeOf(event->modifiers());
    if (!m_hasMoved) {
        const std::int32_t point = nearestPoint(pixels(), event->position(), kReach);
        if (point >= 0 && mode == PointsMode::Replace)
            Q_EMIT clicked(point);
        else
            Q_EMIT chosen(point < 0 ? PointSet() : PointSet({point}), mode);
    } else if (m_tool == MapTool::Rectangle) {
        Q_EMIT chosen(PointSet(pointsInside(pixels(), QRectF(m_pressed, m_last))), mode);
    } else if (m_tool != MapTool::Pan) {
        Q_EMIT chosen(PointSet(pointsInside(pixels(), m_outline)), mode);
    }
    update();
}

void CloudView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const std::int32_t point = nearestPoint(pixels(), event->position(), kReach); point >= 0)
        Q_EMIT opened(point);
}

void CloudView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m_hover >= 0)
        Q_EMIT hovered(-1);
}

} // namespace hierascope::widgets
