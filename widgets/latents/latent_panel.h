// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/latents/map_colors.h"

#include <QScrollArea>

class QVBoxLayout;

namespace hierascope::widgets {

class ColorsPanel;
class LatentState;
class LatentStudy;
class LatentSubsets;
class NumbersPanel;
class PointsPanel;
class SelectionPanel;
class Theme;
class ViewState;

/// What stands beside the map: its points, its numbers, its colours, its selection.
class LatentPanel : public QScrollArea {
    Q_OBJECT

public:
    LatentPanel(const Theme& theme, ViewState& state, LatentState& latents, LatentStudy& study,
                LatentSubsets& subsets, QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();
    void setDemo(const QString& folder);
    void setColoring(const std::shared_ptr<const MapColoring>& coloring);

    PointsPanel* points() const { return m_points; }
    ColorsPanel* colors() const { return m_colors; }
    NumbersPanel* numbers() const { return m_numbers; }
    SelectionPanel* selection() const { return m_selection; }

private:
    NumbersPanel* m_numbers;
    ColorsPanel* m_colors;
    SelectionPanel* m_selection;
    PointsPanel* m_points;
};

} // namespace hierascope::widgets
