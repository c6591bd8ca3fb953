// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "widgets/common/picture_halves.h"
#include "widgets/common/picture_paint.h"
#include "widgets/common/token_layer.h"
#include "widgets/state/view_choice.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace hierascope::widgets {

class Theme;
class Viewport;

/// Shows one picture: drag pans, the wheel zooms around the cursor, pixels stay true.
///
/// Zoom is counted in device pixels per picture pixel, so that 1 is true pixels on any display.
/// From 2 on a pixel is a sharp square; where squares are large their values are written in them.
/// With a token layer a click chooses a token (Shift adds, Ctrl toggles), a drag with one of these
/// keys a rectangle of them; the keyboard moves a token cursor with Alt and the arrows, which
/// neither the window's keys nor desktops use, and Space chooses the token under it.
class ImageView : public QWidget {
    Q_OBJECT

public:
    explicit ImageView(const Theme& theme, QWidget* parent = nullptr);

    /// Replaces the picture; the same part of it stays in sight at the same size on the screen.
    void setImage(const QImage& image);
    const QImage& image() const { return m_halves.image(); }

    /// Shares pan and zoom with every other view of the viewport, which has to live longer.
    void setViewport(Viewport& viewport);

    void setTokens(const TokenLayer& layer);
    const TokenLayer& tokens() const { return m_tokens; }
    /// Areas that are selected at other levels, in shares of the picture.
    void setSelectedAreas(std::vector<QRectF> shares);
    /// With the tool a plain drag draws a rectangle instead of moving the picture.
    void setRectangleTool(bool isOn);

    void setCaption(const PictureCaption& caption);
    const PictureCaption& caption() const { return m_caption; }
    /// Words in the middle in place of a picture; shown while there is none.
    void setMessage(const QString& text, bool isQuiet);
    const QString& message() const { return m_message; }

    double zoom() const;
    bool isFitted() const;
    /// Says whether pixels are large enough for their values to be written in them.
    bool showsValues() const;

    /// The smallest rectangle of the widget that holds the whole picture.
    QRectF pictureRect() const;
    /// The picture pixel under a point of the widget, none outside.
    std::optional<QPoint> pixelAt(const QPointF& point) const;
    /// The token that the keyboard is at, none before it moved.
    std::optional<qint64> tokenCursor() const { return m_tokenCursor; }

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
    void tokensChosen(const std::vector<qint64>& tokens, hierascope::widgets::SelectionMode mode);

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

private:
    struct Drag {
        enum class Kind { Press, Pan, Band };
        Kind kind;
        QPointF from;
        QPointF at;
        Qt::KeyboardModifiers modifiers;
        bool canChoose; ///< the left button over tokens
    };

    double scale() const; ///< logical pixels per picture pixel
    double fittingZoom() const;
    double longerSide() const;
    void stepZoom(int direction, const QPointF& anchor);
    void tellZoom();
    void pan(const QPointF& moved);
    void dragTo(const QPointF& point);
    void tellHover(const QPointF& point);
    QPointF shareAt(const QPointF& point) const;
    bool isTokenKey(const QKeyEvent& event) const;
    void moveTokenCursor(int key);
    void keepInSight(const QRectF& share);
    void paintOver(QPainter& painter, const PictureFrame& frame) const;

    const Theme& m_theme;
    PictureHalves m_halves;
    Viewport* m_viewport;
    TokenLayer m_tokens;
    std::vector<QRectF> m_areas;
    PictureCaption m_caption;
    QString m_message;
    bool m_isQuietMessage = true;
    bool m_hasRectangleTool = false;
    double m_toldZoom = 1.0;
    std::optional<Drag> m_drag;
    std::optional<qint64> m_tokenCursor;
};

} // namespace hierascope::widgets
