// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/latents/map_colors.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace hierascope::widgets {

class LatentState;
class MapKey;
class Theme;
class ViewState;

/// What the colours of the map mean.
class ColorsPanel : public QWidget {
    Q_OBJECT

public:
    ColorsPanel(const Theme& theme, ViewState& state, LatentState& latents,
                QWidget* parent = nullptr);

    void follow();
    void setColoring(const std::shared_ptr<const MapColoring>& coloring);
    QComboBox* byBox() const { return m_by; }

private:
    ViewState& m_state;
    LatentState& m_latents;
    QComboBox* m_by;
    QCheckBox* m_labels;
    MapKey* m_key;
};

} // namespace hierascope::widgets
