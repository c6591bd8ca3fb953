// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/latents/map_view.h"

#include <QWidget>

class QButtonGroup;
class QSlider;
class QToolButton;

namespace hierascope::widgets {

class LatentBench;
class LatentState;
class Segments;
class Theme;
class ViewState;

/// The controls over the map: how it is shown, whether it grows, what a drag does, A and B.
class LatentBar : public QWidget {
    Q_OBJECT

public:
    LatentBar(const Theme& theme, ViewState& state, LatentState& latents, LatentBench& bench,
              QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();

    Segments* dimensions() const { return m_dimensions; }
    Segments* looks() const { return m_looks; }
    Segments* compares() const { return m_compares; }
    QToolButton* runButton() const { return m_run; }
    QToolButton* restartButton() const { return m_restart; }
    QToolButton* extendButton() const { return m_extend; }
    QSlider* morphSlider() const { return m_morph; }
    void setTool(MapTool tool);
    /// How far B's points have gone from A's places, 0 to 1.
    double morph() const;

Q_SIGNALS:
    void toolChosen(hierascope::widgets::MapTool tool);
    void morphChanged();
    /// The cloud is to turn by itself, or no longer.
    void turningChanged(bool isTurning);

private:
    void makeTools();
    void addAll();
    void connectParts();
    void tint();

    const Theme& m_theme;
    ViewState& m_state;
    LatentState& m_latents;
    LatentBench& m_bench;
    Segments* m_dimensions;
    Segments* m_looks;
    QToolButton* m_run;
    QToolButton* m_restart;
    QToolButton* m_extend;
    QToolButton* m_turn;
    QButtonGroup* m_tools;
    Segments* m_compares;
    QSlider* m_morph;
};

} // namespace hierascope::widgets
