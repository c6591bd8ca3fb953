// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "widgets/common/token_layer.h"
#include "widgets/state/view_choice.h"

#include <QImage>
#include <QWidget>

namespace hierascope::widgets {

class ImageView;
class Theme;
class Viewport;
class WipeHandle;

/// A and B on one stage: one of them, side by side, on both sides of a border, or their difference.
///
/// All pictures share pan and zoom, so that they have the same place and size whatever their
/// pixels.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(const Theme& theme, QWidget* parent = nullptr);

    /// Shows a picture and ends the message of its side.
    void setPicture(Side side, const QImage& picture, const QString& caption);
    /// Takes the picture of a side away and says why; `isBusy`: it is on its way.
    void setMessage(Side side, const QString& text, bool isBusy);
    void setDifference(const QImage& picture, const QString& caption);
    void setDifferenceMessage(const QString& text, bool isBusy);

    void setCompare(Compare compare);
    Compare compare() const { return m_compare; }
    /// While flipped B is where A is; side by side they change places.
    void setFlipped(bool isFlipped);
    bool isFlipped() const { return m_isFlipped; }
    /// @param share of the stage that shows A, 0 to 1
    void setWipe(double share);
    double wipe() const;

    void setTokens(Side side, const TokenLayer& layer);
    void setSelectedAreas(Side side, const std::vector<QRectF>& shares);
    void setRectangleTool(bool isOn);

    double zoom() const;
    bool isFitted() const;
    /// What is visible at true pixels, without captions and tokens; null while there is nothing.
    QImage picture() const;

    ImageView* view(Side side) const { return m_views[std::size_t(side)]; }
    ImageView* differenceView() const { return m_difference; }

public Q_SLOTS:
    void fit();
    void showTruePixels();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void zoomChanged(double zoom);
    void wipeChanged(double share);
    /// The pixel of a picture under the mouse; over the difference the side is A.
    void pixelHovered(hierascope::widgets::Side side, QPoint pixel, QRgb color);
    void hoverEnded();
    void tokensChosen(hierascope::widgets::Side side, const std::vector<qint64>& tokens,
                      hierascope::widgets::SelectionMode mode);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ImageView* makeView(const QString& name);
    void connectSide(Side side);
    ImageView* leadingView() const; ///< the one whose zoom is told
    void place();
    void placeSideBySide();
    void placeWipe();

    const Theme& m_theme;
    Viewport* m_viewport;
    std::array<ImageView*, 2> m_views;
    ImageView* m_difference;
    WipeHandle* m_handle;
    Compare m_compare = Compare::OnlyA;
    bool m_isFlipped = false;
};

} // namespace hierascope::widgets
