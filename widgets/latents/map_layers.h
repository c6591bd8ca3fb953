// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "widgets/latents/map_camera.h"
#include "widgets/latents/map_colors.h"
#include "widgets/state/latent_state.h"

#include <QHash>
#include <QImage>
#include <QStringList>

class QPainter;

/// What lies over and under the points of a map.
namespace hierascope::widgets {

class Theme;

/// The small pictures that points come from.
class PointPictures {
public:
    void setPoints(LatentState::Points points);
    /// The whole picture of a point's image; null without one.
    QImage whole(std::int32_t index);
    /// What of it a point stands for, with something around it.
    QRectF crop(std::int32_t index) const;

private:
    LatentState::Points m_points;
    QHash<std::int32_t, QImage> m_images;
};

/// A density as a picture with its contours.
class DensityLayer {
public:
    void setGrid(LatentState::Density grid, const Theme& theme);
    bool isThere() const { return m_grid != nullptr; }
    void paint(QPainter& painter, const MapCamera& camera, const QSizeF& size) const;

private:
    LatentState::Density m_grid;
    QImage m_picture;
    QColor m_line;
};

/// Draws as many pictures as do not overlap; the others stay points.
void paintPictures(QPainter& painter, std::span<const float> places, const MapColoring& coloring,
                   PointPictures& pictures, const MapCamera& camera, const QSizeF& size);

/// A name at the median of its points.
struct MapLabel {
    QString text;
    QPointF place; ///< map coordinates
    QColor color;
};
std::vector<MapLabel> mapLabels(std::span<const float> places, const MapColoring& coloring);
/// Writes names where they do not overlap; keeps what it has drawn, for outlines are slow.
class LabelPainter {
public:
    void paint(QPainter& painter, const std::vector<MapLabel>& labels, const MapCamera& camera,
               const QSizeF& size, const Theme& theme);
    /// The theme's colours are others now.
    void clear() { m_drawn.clear(); }

private:
    QHash<QString, QImage> m_drawn;
};

/// The badge in the upper left corner.
void paintBadge(QPainter& painter, const QSizeF& size, const QString& side, const QColor& color,
                const QString& text, const Theme& theme);
/// The point under the mouse: a ring, and what is known of it beside it.
void paintHovered(QPainter& painter, const QPointF& at, const QSizeF& size, const QImage& picture,
                  const QRectF& share, const QStringList& lines, const Theme& theme);
/// Says that the keys go to this map.
void paintFocus(QPainter& painter, const QRect& place, const Theme& theme);

} // namespace hierascope::widgets
