// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_panel.h"

#include "widgets/common/room_layout.h"
#include "widgets/latents/colors_panel.h"
#include "widgets/latents/numbers_panel.h"
#include "widgets/latents/points_panel.h"
#include "widgets/latents/selection_panel.h"

#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kSmallestWidth = 296; // as the inspector's

} // namespace

LatentPanel::LatentPanel(const Theme& theme, ViewState& state, LatentState& latents,
                         LatentStudy& study, LatentSubsets& subsets, QWidget* parent)
    : QScrollArea(parent), m_numbers(new NumbersPanel(theme, state, latents, study, this)),
      m_colors(new ColorsPanel(theme, state, latents, this)),
      m_selection(new SelectionPanel(state, latents, subsets, this)),
      m_points(new PointsPanel(state, latents, this)) {
    setAccessibleName(tr("The map's settings and numbers"));
    setAccessibleDescription(tr("Points, layout, uniformity, colours and selection"));
    QVBoxLayout* column = layOutInspector(this, kSmallestWidth);
    column->addWidget(m_numbers);
    column->addWidget(m_colors);
    column->addWidget(m_selection);
    column->addWidget(m_points);
    column->addStretch();
    setWidget(column->parentWidget());
    follow();
}

void LatentPanel::follow() {
    m_numbers->follow();
    m_colors->follow();
    m_selection->follow();
    m_points->follow();
}

void LatentPanel::setDemo(const QString& folder) {
    m_points->setDemo(folder);
}

void LatentPanel::setColoring(const std::shared_ptr<const MapColoring>& coloring) {
    m_colors->setColoring(coloring);
}

} // namespace hierascope::widgets
