// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// Shows one picture: drag pans, the wheel zooms around the cursor, pixels stay true.
///
/// Zoom is counted in device pixels per picture pixel, so that 1 is true pixels on any display.
/// From 2 on a pixel is a sharp square; where squares are large their values are written in them.
class ImageView : public QWidget {
    Q_OBJECT

public:
    explicit ImageView(const Theme& theme, QWidget* parent = nullptr);

    /// Replaces the picture; the same part of it stays in sight at the same size on the screen.
    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }

    double zoom() const { return m_zoom; }
    bool isFitted() const { return m_isFitted; }
    /// Says whether pixels are large enough for their values to be written in them.
    bool showsValues() const;

    /// The smallest rectangle of the widget that holds the whole picture.
    QRectF pictureRect() const;
    /// The picture pixel under a point of the widget, none outside.
    std::optional<QPoint> pixelAt(const QPointF& point) const;

    QSize sizeHint() const override;

public Q_SLOTS:
    void fit();
    void showTruePixels();
    void zoomIn();
    void zoomOut();
    /// Zooms so that the picture point under `anchor` stays where it is.
    void zoomAround(const QPointF& anchor, double zoom);

Q_SIGNALS:
    void zoomChanged(double zoom);
    void pixelHovered(QPoint pixel, QRgb color);
    void hoverEnded();

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
    double scale() const; ///< logical pixels per picture pixel
    double fittingZoom() const;
    QPointF clampedCenter(const QPointF& center) const;
    void setView(double zoom, const QPointF& center, bool isFitted);
    void stepZoom(int direction, const QPointF& anchor);
    void paintValues(QPainter& painter, const QRect& clip) const;

    const Theme& m_theme;
    QImage m_image;
    double m_zoom = 1.0;
    QPointF m_center{0.5, 0.5}; ///< the picture point in the middle, in shares of its sides
    bool m_isFitted = true;
    std::optional<QPointF> m_dragFrom;
};

} // namespace hierascope::widgets
