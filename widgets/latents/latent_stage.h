// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

#include "widgets/latents/cloud_view.h"
#include "widgets/latents/map_view.h"
#include "widgets/state/latent_state.h"

#include <QImage>
#include <QWidget>

class QStackedWidget;

namespace hierascope::widgets {

class LatentState;
class Theme;
class ViewState;

/// The maps of A and of B, flat or in space: one camera, one selection, one point under the mouse.
class LatentStage : public QWidget {
    Q_OBJECT

public:
    LatentStage(const Theme& theme, ViewState& state, LatentState& latents,
                QWidget* parent = nullptr);

    MapView* map(Side side = Side::A) const { return m_maps[std::size_t(side)]; }
    CloudView* cloud(Side side = Side::A) const { return m_clouds[std::size_t(side)]; }
    /// The meaning of the colours of A's map.
    std::shared_ptr<const MapColoring> coloring() const { return m_colorings[0]; }

    /// Shows everything as it is now.
    void follow();
    void setTool(MapTool tool);
    /// How far B's points have gone from A's places, 0 to 1.
    void setMorph(double share);
    void setTurning(bool isTurning);
    void fit();
    void zoom(double factor);
    QImage picture();

Q_SIGNALS:
    void coloringChanged();
    /// The image of a point is chosen, and is to be seen.
    void pyramidWanted();

private:
    template <typename View>
    void connectView(View* view, Side side);
    void connectState();
    bool isFlat() const;
    bool isPair() const;
    void showColors(Side side);
    void showMap(Side side);
    void showMaps();
    void showSelection();
    void showHover();
    std::shared_ptr<const std::vector<float>> placesOf(Side side) const;

    const Theme& m_theme;
    ViewState& m_state;
    LatentState& m_latents;
    std::array<MapView*, kSides.size()> m_maps;
    std::array<CloudView*, kSides.size()> m_clouds;
    std::array<QStackedWidget*, kSides.size()> m_pages;
    std::array<std::shared_ptr<const MapColoring>, kSides.size()> m_colorings;
    double m_morph = 0.0;
};

} // namespace hierascope::widgets
