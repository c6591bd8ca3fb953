// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/view_choice.h"

#include <QScrollArea>

class QPushButton;

namespace hierascope::widgets {

class FactsTable;
class PosteriorPanel;
class Theme;
class TokenPanel;
class ViewState;

/// The panel at the right: selection, pixel and level in numbers, options, what A and B are.
class InspectorPanel : public QScrollArea {
    Q_OBJECT

public:
    InspectorPanel(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    TokenPanel* tokenPanel() const { return m_tokens; }
    PosteriorPanel* posteriorPanel() const { return m_posterior; }
    FactsTable* pixelTable() const { return m_pixel; }
    FactsTable* levelTable() const { return m_level; }
    FactsTable* imageTable() const { return m_image; }
    FactsTable* modelTable(Side side) const { return m_models[std::size_t(side)]; }

Q_SIGNALS:
    void provenanceWanted(); ///< the button that copies the recipe

private:
    void connectState();
    void showLevel();
    void showPixel();
    void showImage();
    void showModel(Side side);

    ViewState& m_state;
    TokenPanel* m_tokens;
    FactsTable* m_level;
    FactsTable* m_pixel;
    PosteriorPanel* m_posterior;
    FactsTable* m_image;
    std::array<FactsTable*, kSides.size()> m_models;
    QPushButton* m_provenance;
};

} // namespace hierascope::widgets
