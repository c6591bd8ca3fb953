// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/theme.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kMargin = 28.0; // around a fitted map, pixels
constexpr double kBadgeHeight = 44.0;

QRgb paled(QRgb color, QRgb background, double share) {
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return qRgb(mix(qRed(color), qRed(background)), mix(qGreen(color), qGreen(background)),
                mix(qBlue(color), qBlue(background)));
}

/// The corners of all points; something of size 1 where there is none.
QRectF boundsOf(std::span<const float> places) {
    if (places.size() < 2)
        return {-0.5, -0.5, 1.0, 1.0};
    float left = places[0], right = places[0], top = places[1], bottom = places[1];
    for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
        left = std::min(left, places[i]);
        right = std::max(right, places[i]);
        top = std::min(top, places[i + 1]);
        bottom = std::max(bottom, places[i + 1]);
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

} // namespace

MapView::MapView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map"));
    setToolTip(QString());
    setAccessibleDescription(
        tr("Points of latent space: arrow keys move, plus and minus zoom, F shows all"));
    connect(&theme, &Theme::changed, this, [this] {
        m_density.setGrid(m_grid, m_theme);
        m_labelPainter.clear();
        m_isRecolored = false;
        invalidate();
    });
    showCursor();
}

std::span<const float> MapView::places() const {
    return m_scene.places ? std::span<const float>(*m_scene.places) : std::span<const float>();
}

void MapView::setScene(const Scene& scene) {
    const Scene before = std::exchange(m_scene, scene);
    if (before.points != scene.points) {
        m_pictures.setPoints(scene.points);
        m_hover = -1;
    }
    if (before.coloring != scene.coloring)
        m_isRecolored = false;
    if (before.coloring != scene.coloring || before.places != scene.places ||
        before.hasLabels != scene.hasLabels)
        m_labels = scene.hasLabels && scene.coloring && scene.places
                       ? mapLabels(*scene.places, *scene.coloring)
                       : std::vector<MapLabel>();
    if (before.places != scene.places && m_camera.isFitted)
        updateFit();
    invalidate();
}

void MapView::setSelection(const PointSet::Indices& selected, const PointSet::Indices& lit) {
    if (selected == m_selected && lit == m_lit)
        return;
    if (selected != m_selected && !std::exchange(m_isKeptNew, false))
        m_kept.clear();
    m_isRecolored = m_isRecolored && selected == m_selected;
    m_selected = selected;
    m_lit = lit;
    invalidate();
}

void MapView::setNeighbours(const PointSet::Indices& neighbours) {
    m_neighbours = neighbours;
    update();
}

void MapView::setDensity(LatentState::Density density) {
    if (density == m_grid)
        return;
    m_grid = std::move(density);
    m_density.setGrid(m_grid, m_theme);
    invalidate();
}

void MapView::setBadge(const QString& badge, const QColor& color, const QString& text) {
    if (badge == m_badge && color == m_badgeColor && text == m_text)
        return;
    m_badge = badge;
    m_badgeColor = color;
    m_text = text;
    update();
}

void MapView::setHover(std::int32_t index, const QStringList& lines) {
    if (index == m_hover && lines == m_lines)
        return;
    m_hover = index;
    m_lines = lines;
    update();
}

void MapView::setMessage(const QString& message) {
    if (message == m_message)
        return;
    m_message = message;
    update();
}

void MapView::invalidate() {
    m_isCanvasOld = true;
    update();
}

void MapView::updateFit() {
    const QRectF bounds = boundsOf(places());
    const double wide = std::max(width() - 2 * kMargin, 40.0);
    const double high = std::max(height() - kMargin - kBadgeHeight - 12.0, 40.0);
    const double most = std::max({bounds.width() / wide, bounds.height() / high, 1e-12});
    MapCamera next;
    next.scale = 1.0 / most;
    next.center = bounds.center() - QPointF(0.0, (kBadgeHeight - kMargin) / 2.0 / next.scale);
    if (next == m_camera)
        return;
    m_camera = next;
    m_isCanvasOld = true;
}

void MapView::fit() {
    updateFit();
    invalidate();
    Q_EMIT cameraChanged();
}

void MapView::setCamera(const MapCamera& camera) {
    if (camera == m_camera)
        return;
    m_camera = camera;
    invalidate();
}

void MapView::zoomAround(const QPointF& pixel, double factor) {
    const QPointF place = m_camera.toMap(pixel, size());
    m_camera.scale = std::clamp(m_camera.scale * factor, 1e-9, 1e9);
    m_camera.isFitted = false;
    m_camera.center =
        place - QPointF(pixel.x() - width() / 2.0, pixel.y() - height() / 2.0) / m_camera.scale;
    invalidate();
    Q_EMIT cameraChanged();
}

QPointF MapView::screenOf(std::int32_t index) const {
    const std::span<const float> all = places();
    const auto at = 2 * std::size_t(index);
    return index < 0 || at + 1 >= all.size() ? QPointF(-1e6, -1e6)
                                             : m_camera.toScreen({all[at], all[at + 1]}, size());
}

void MapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_camera.isFitted)
        updateFit();
    m_isCanvasOld = true;
}

/// With a selection the others are pale; in the density view all of them are.
void MapView::recolor() {
    m_isRecolored = true;
    m_colors = m_scene.coloring->indices;
    m_palette.clear();
    const QRgb background = m_theme.color(ColorRole::Canvas).rgb();
    for (const QRgb color : m_scene.coloring->palette)
        m_palette.push_back(paled(color, background, m_selected.empty() ? 0.0 : 0.72));
    const std::size_t full = m_palette.size();
    m_palette.insert(m_palette.end(), m_scene.coloring->palette.begin(),
                     m_scene.coloring->palette.end());
    for (const std::int32_t index : m_selected)
        if (std::size_t(index) < m_colors.size())
            m_colors[std::size_t(index)] =
                std::uint16_t(m_colors[std::size_t(index)] + std::uint16_t(full));
}

void MapView::paintPoints() {
    const double ratio = devicePixelRatioF();
    const QSize pixels(int(std::ceil(width() * ratio)), int(std::ceil(height() * ratio)));
    if (m_canvas.size() != pixels)
        m_canvas = QImage(pixels, QImage::Format_RGB32);
    m_canvas.setDevicePixelRatio(ratio);
    m_canvas.fill(m_theme.color(ColorRole::Canvas));
    m_isCanvasOld = false;
    if (!m_scene.coloring || !m_scene.places)
        return;
    if (m_scene.look == MapLook::Density && m_density.isThere()) {
        QPainter painter(&m_canvas);
        m_density.paint(painter, m_camera, size());
    }
    if (!m_isRecolored)
        recolor();
    const QPointF corner = m_camera.toMap({0.0, 0.0}, size());
    const bool isBare = m_scene.look != MapLook::Density || !m_selected.empty();
    if (isBare || !m_density.isThere())
        m_splatter.paint(
            m_canvas,
            {places(), m_colors, m_palette, std::uint16_t(m_scene.coloring->palette.size())},
            {corner.x(), corner.y(), m_camera.scale * ratio, ratio});
    if (m_scene.look == MapLook::Pictures) {
        QPainter painter(&m_canvas);
        paintPictures(painter, places(), *m_scene.coloring, m_pictures, m_camera, size());
    }
}

void MapView::paintMap(QPainter& painter) {
    if (m_isCanvasOld)
        paintPoints();
    painter.drawImage(QPointF(0.0, 0.0), m_canvas);
    paintMarks(painter);
    m_labelPainter.paint(painter, m_labels, m_camera, size(), m_theme);
    painter.setFont(font());
    paintBadge(painter, size(), m_badge, m_badgeColor, m_text, m_theme);
}

/// Rings around the points that are selected in the pyramid.
void MapView::paintMarks(QPainter& painter) {
    constexpr std::size_t kMostRings = 2000;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(ColorRole::Selection), 2.0));
    for (std::size_t i = 0; i < std::min(m_lit.size(), kMostRings); ++i)
        painter.drawEllipse(screenOf(m_lit[i]), 6.0, 6.0);
    painter.setPen(QPen(m_theme.color(ColorRole::Text), 1.2));
    for (const std::int32_t index : m_neighbours)
        painter.drawEllipse(screenOf(index), 5.0, 5.0);
}

void MapView::paintGesture(QPainter& painter) {
    QPolygonF outline;
    for (const QPointF& corner : std::as_const(m_kept))
        outline << m_camera.toScreen(corner, size());
    if (m_isDragging && !m_isPanning)
        outline = m_tool == MapTool::Rectangle ? QPolygonF(QRectF(m_pressed, m_last).normalized())
                  : m_tool == MapTool::Lasso   ? m_outline
                                               : QPolygonF();
    QColor fill = m_theme.color(ColorRole::Selection);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(fill, 1.5, Qt::DashLine));
    fill.setAlphaF(0.1F);
    painter.setBrush(fill);
    painter.drawPolygon(outline);
}

QImage MapView::picture() {
    QImage picture(m_canvas.size(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&picture);
    painter.setFont(font());
    paintMap(painter);
    return picture;
}

void MapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintMap(painter);
    paintGesture(painter);
    painter.setFont(font());
    if (!m_message.isEmpty()) {
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
    }
    if (m_hover >= 0 && m_scene.points && m_hover < m_scene.points->count()) {
        paintHovered(painter, screenOf(m_hover), size(), m_pictures.whole(m_hover),
                     shareOf(*m_scene.points, m_scene.points->points[std::size_t(m_hover)]),
                     m_lines, m_theme);
    }
    if (hasFocus())
        paintFocus(painter, rect(), m_theme);
}

} // namespace hierascope::widgets
