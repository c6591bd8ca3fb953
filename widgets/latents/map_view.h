// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "widgets/latents/map_camera.h"
#include "widgets/latents/map_colors.h"
#include "widgets/latents/map_layers.h"
#include "widgets/latents/splat.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/latent_state.h"

#include <QImage>
#include <QPolygonF>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// What a drag in the map does.
enum class MapTool { Pan, Rectangle, Lasso, Brush };
inline constexpr int kMapTools = 4;

/// A map of points in two dimensions: drag pans, the wheel zooms around the cursor, tools select.
///
/// The points are painted into an image of its own, anew only when they or the camera change.
class MapView : public QWidget {
    Q_OBJECT

public:
    explicit MapView(const Theme& theme, QWidget* parent = nullptr);

    /// What is shown; shared with whoever made it.
    struct Scene {
        LatentState::Points points;
        std::shared_ptr<const std::vector<float>> places; ///< [N, 2]
        std::shared_ptr<const MapColoring> coloring;
        MapLook look = MapLook::Points;
        bool hasLabels = true;
    };
    void setScene(const Scene& scene);
    const Scene& scene() const { return m_scene; }
    void setSelection(const PointSet::Indices& selected, const PointSet::Indices& lit);
    /// Rings around the neighbours of the selected point.
    void setNeighbours(const PointSet::Indices& neighbours);
    void setDensity(LatentState::Density density);
    /// @param badge the side's letter, empty where there is one map
    void setBadge(const QString& badge, const QColor& color, const QString& text);
    const QString& badge() const { return m_text; }
    /// The point under the mouse, here or in the other map, and what is said about it.
    void setHover(std::int32_t index, const QStringList& lines);
    std::int32_t hover() const { return m_hover; }
    /// What is said in place of a map that is not there.
    void setMessage(const QString& message);

    void setTool(MapTool tool);
    MapTool tool() const { return m_tool; }
    const MapCamera& camera() const { return m_camera; }
    void setCamera(const MapCamera& camera);
    void fit();
    void zoomAround(const QPointF& pixel, double factor);
    /// Where a point lies in the widget.
    QPointF screenOf(std::int32_t index) const;
    /// The map without what follows the mouse, at the display's pixels.
    QImage picture();

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void cameraChanged();
    void hovered(int index);
    void clicked(int index);
    void opened(int index); ///< by a double click
    /// A gesture met these; a click beside all points met none.
    void chosen(const hierascope::widgets::PointSet& points, hierascope::widgets::PointsMode mode);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::span<const float> places() const;
    void updateFit();
    void recolor();
    void invalidate();
    void paintMap(QPainter& painter);
    void paintPoints();
    void paintMarks(QPainter& painter);
    void paintGesture(QPainter& painter);
    std::int32_t pointAt(const QPointF& pixel) const;
    void brush(const QPointF& pixel);
    void finishGesture(Qt::KeyboardModifiers modifiers);
    void showCursor();

    const Theme& m_theme;
    Scene m_scene;
    PointPictures m_pictures;
    DensityLayer m_density;
    LatentState::Density m_grid;
    Splatter m_splatter;
    std::vector<std::uint16_t> m_colors; ///< of the points, those of the selected ones raised
    std::vector<QRgb> m_palette;         ///< the coloring's pale, then in full
    bool m_isRecolored = false;
    PointSet::Indices m_selected;
    PointSet::Indices m_lit;
    PointSet::Indices m_neighbours;
    std::vector<MapLabel> m_labels;
    LabelPainter m_labelPainter;
    MapCamera m_camera;
    QImage m_canvas;
    bool m_isCanvasOld = true;
    QString m_badge;
    QColor m_badgeColor;
    QString m_text;
    QString m_message;
    std::int32_t m_hover = -1;
    QStringList m_lines;
    MapTool m_tool = MapTool::Pan;
    bool m_isDragging = false;
    bool m_isPanning = false;
    bool m_hasMoved = false;
    QPointF m_pressed;
    QPointF m_last;
    QPolygonF m_outline; ///< of the gesture, pixels
    QPolygonF m_kept;    ///< of the last one, map coordinates: stays as long as its selection
    bool m_isKeptNew = false;
    PointSet::Indices m_brushed;
};

} // namespace hierascope::widgets
