// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/latents/cloud_camera.h"
#include "widgets/latents/cloud_renderer.h"
#include "widgets/latents/map_view.h"

#include <QTimer>
#include <QWidget>

namespace hierascope::widgets {

/// A map in three dimensions: drag turns it, the wheel zooms, tools select what they go around.
///
/// Without OpenGL it says so in place of a picture.
class CloudView : public QWidget {
    Q_OBJECT

public:
    explicit CloudView(const Theme& theme, QWidget* parent = nullptr);

    /// @param scene its `places` are [N, 3]
    void setScene(const MapView::Scene& scene);
    void setSelection(const PointSet::Indices& selected, const PointSet::Indices& lit);
    void setBadge(const QString& badge, const QColor& color, const QString& text);
    void setHover(std::int32_t index, const QStringList& lines);
    void setTool(MapTool tool);
    /// Lets the cloud turn by itself.
    void setTurning(bool isTurning);
    bool isTurning() const { return m_turn.isActive(); }
    const CloudCamera& camera() const { return m_camera; }
    void setCamera(const CloudCamera& camera);
    void fit();
    void zoom(double factor);
    /// Where a point lies in the widget.
    QPointF screenOf(std::int32_t index);
    QImage picture();
    /// What stands in place of the picture, empty where there is one.
    QString problem();

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void cameraChanged();
    void hovered(int index);
    void clicked(int index);
    void opened(int index);
    void chosen(const hierascope::widgets::PointSet& points, hierascope::widgets::PointsMode mode);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::span<const float> places() const;
    const std::vector<float>& pixels();
    std::vector<QRgb> colors() const;
    void invalidate();
    void paintCloud(QPainter& painter);
    void turnBy(double azimuth, double elevation);

    const Theme& m_theme;
    CloudRenderer m_renderer;
    CloudCamera m_camera;
    MapView::Scene m_scene;
    PointPictures m_pictures;
    PointSet::Indices m_selected;
    PointSet::Indices m_lit;
    QImage m_image;
    bool m_isImageOld = true;
    bool m_isCloudOld = true;
    bool m_areColorsOld = true;
    bool m_isFitted = false;
    std::vector<float> m_pixels; ///< [N, 2]: where the points appear; empty: to be computed
    QString m_badge;
    QColor m_badgeColor;
    QString m_text;
    std::int32_t m_hover = -1;
    QStringList m_lines;
    MapTool m_tool = MapTool::Pan;
    bool m_isDragging = false;
    bool m_hasMoved = false;
    QPointF m_pressed;
    QPointF m_last;
    QPolygonF m_outline;
    QTimer m_turn;
};

} // namespace hierascope::widgets
