// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "widgets/common/token_layer.h"
#include "widgets/state/view_choice.h"

#include <QImage>
#include <QWidget>

class QBoxLayout;

namespace hierascope::widgets {

class ImageView;
class Theme;
class WipeHandle;

/// The large view: A and B beside each other, over each other, or what lies between them.
///
/// Pan and zoom are shared in shares of the picture, so that 64 and 128 pixels of the same scene
/// stay in the same place.
class CompareView : public QWidget {
    Q_OBJECT

public:
    /// What one side shows.
    struct Pane {
        QImage picture;  ///< null: `message` is said in its place
        QString caption; ///< level, size, figures
        QString message;
        QString name; ///< for people who do not see the picture
        TokenLayer tokens;
    };

    explicit CompareView(const Theme& theme, QWidget* parent = nullptr);

    void setPane(Side side, const Pane& pane);
    const Pane& pane(Side side) const { return m_panes[std::size_t(side)]; }
    /// What is shown under `Compare::Difference`.
    void setDifference(const Pane& pane);
    void setHasB(bool hasB);
    void setCompare(Compare compare);
    Compare compare() const { return m_compare; }
    /// Shows B in A's place, while a key is held.
    void setFlipped(bool isFlipped);
    void setRectangleTool(bool isOn);

    /// Share of the width at which B begins under `Compare::Wipe`.
    double wipe() const { return m_wipe; }
    void setWipe(double share);
    /// The same as a share of the picture's width.
    double wipeOfPicture() const;

    ImageView* view(Side side) const { return m_views[std::size_t(side)]; }
    WipeHandle* wipeHandle() const { return m_handle; }
    /// What is shown now at its own pixels: one picture, or both beside each other.
    QImage picture() const;

    double zoom() const;

public Q_SLOTS:
    void fit();
    void showTruePixels();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void zoomChanged(double zoom);
    void pixelHovered(hierascope::widgets::Side side, QPoint pixel, QRgb color);
    void hoverEnded();
    void tokensChosen(hierascope::widgets::Side side, const std::vector<std::int64_t>& tokens,
                      hierascope::widgets::SelectionMode mode);
    void wipeChanged(double share);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectView(Side side);
    Side shownIn(Side place) const; ///< whose picture lies in the place of a side
    void link(Side from);
    void arrange();
    void fill(ImageView* view, const Pane& pane, bool hasBadge, Side badge);
    void placeHandle();

    const Theme& m_theme;
    std::array<Pane, kSides.size()> m_panes;
    Pane m_difference;
    Compare m_compare = Compare::OnlyA;
    bool m_hasB = false;
    bool m_isFlipped = false;
    bool m_isLinking = false;
    double m_wipe = 0.5;
    QBoxLayout* m_row;
    std::array<ImageView*, kSides.size()> m_views;
    WipeHandle* m_handle;
};

} // namespace hierascope::widgets
