// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "widgets/common/picture_paint.h"
#include "widgets/common/theme.h"
#include "widgets/common/token_layer.h"
#include "widgets/state/view_choice.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace hierascope::widgets {

/// Which part of a picture is in sight, for pictures of any number of pixels.
struct Viewport {
    double width = 0.0;       ///< of the whole picture on the screen, logical pixels
    QPointF center{0.5, 0.5}; ///< the picture point in the middle, in shares of its sides
    bool isFitted = true;
    bool operator==(const Viewport&) const = default;
};

/// Shows one picture: drag pans, the wheel zooms around the cursor, pixels stay true.
///
/// Zoom is counted in device pixels per picture pixel, so that 1 is true pixels on any display.
/// From 2 on a pixel is a sharp square; where squares are large their values are written in them.
/// Where tokens lie over the picture a click selects one, Shift adds, Ctrl takes it back, and a
/// drag with either (or with the rectangle tool) selects all that it touches.
class ImageView : public QWidget {
    Q_OBJECT

public:
    explicit ImageView(const Theme& theme, QWidget* parent = nullptr);

    /// Replaces the picture; the same part of it stays in sight at the same size on the screen.
    void setImage(const QImage& image);
    const QImage& image() const { return m_picture.image(); }

    /// A second picture in the same place, seen to the right of `split`.
    ///
    /// @param split share of the widget's width
    void setSecond(const QImage& image, double split);
    /// Says whether the mouse was last over the second picture.
    bool isOverSecond() const;
    /// What is said in the upper left corner, and, of a second picture, in the upper right.
    void setCaption(std::optional<Side> badge, const QString& text);
    void setSecondCaption(const QString& text);
    QString caption() const { return m_caption; }
    /// What is said in place of a picture that is not there.
    void setMessage(const QString& text);
    const QString& message() const { return m_message; }

    void setTokens(const TokenLayer& tokens);
    const TokenLayer& tokens() const { return m_tokens; }
    /// With the tool a plain drag selects where tokens are shown.
    void setRectangleTool(bool isOn);
    bool hasRectangleTool() const { return m_hasRectangleTool; }
    /// Whether pixels that are large enough have their values written in them; at first they have.
    void setValuesVisible(bool isOn) { m_hasValues = isOn; }

    const Viewport& viewport() const { return m_viewport; }
    void setViewport(const Viewport& viewport);

    double zoom() const;
    QString zoomText() const; ///< "4.3×"
    bool isFitted() const { return m_viewport.isFitted; }
    /// Says whether pixels are large enough for their values to be written in them.
    bool showsValues() const;

    /// The smallest rectangle of the widget that holds the whole picture.
    QRectF pictureRect() const;
    /// The picture pixel under a point of the widget, none outside.
    std::optional<QPoint> pixelAt(const QPointF& point) const;
    std::optional<std::int64_t> tokenAt(const QPointF& point) const;

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
    /// Somebody moved or zoomed; views that are linked follow.
    void viewportChanged();
    void pixelHovered(QPoint pixel, QRgb color);
    void hoverEnded();
    void tokensChosen(const std::vector<std::int64_t>& tokens,
                      hierascope::widgets::SelectionMode mode);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture { None, Press, Pan, Rectangle };

    double scale() const; ///< logical pixels per picture pixel
    double fittingZoom() const;
    void showAt(double zoom, const QPointF& center);
    void tellZoom();
    void tellHover();
    bool isTokenKey(const QKeyEvent& event) const;
    void stepZoom(int direction, const QPointF& anchor);
    void moveCurrent(int columns, int rows);
    void chooseIn(const QRectF& rectangle, SelectionMode mode);
    QRectF rectangle() const;
    void paintPictures(QPainter& painter, const QRectF& clip);
    void paintCaptions(QPainter& painter) const;

    const Theme& m_theme;
    PicturePainter m_picture;
    PicturePainter m_second;
    double m_split = 1.0;
    std::optional<Side> m_badge;
    QString m_caption;
    QString m_secondCaption;
    QString m_message;
    TokenLayer m_tokens;
    bool m_hasRectangleTool = false;
    bool m_hasValues = true;
    Viewport m_viewport; ///< kept while there is no picture
    double m_toldZoom = 1.0;
    Gesture m_gesture = Gesture::None;
    QPointF m_from; ///< where the gesture began, or was last
    QPointF m_to;
};

} // namespace hierascope::widgets
