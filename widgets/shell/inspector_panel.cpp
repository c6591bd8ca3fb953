// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/inspector_panel.h"

#include "widgets/common/room_layout.h"
#include "widgets/shell/facts.h"
#include "widgets/shell/posterior_panel.h"
#include "widgets/shell/token_panel.h"
#include "widgets/state/view_state.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kSmallestWidth = 296; // A, B and their difference beside the longest label

} // namespace

InspectorPanel::InspectorPanel(const Theme& theme, ViewState& state, QWidget* parent)
    : QScrollArea(parent), m_state(state), m_tokens(new TokenPanel(theme, state)),
      m_level(new FactsTable(tr("THIS LEVEL"))), m_pixel(new FactsTable(tr("UNDER THE MOUSE"))),
      m_posterior(new PosteriorPanel(state)),
      m_image(new FactsTable(tr("IMAGE"))), m_models{new FactsTable(tr("MODEL A")),
                                                     new FactsTable(tr("MODEL B"))},
      m_provenance(new QPushButton(tr("Copy provenance"))) {
    setAccessibleName(tr("Inspector"));
    setAccessibleDescription(tr("Selection, level, image and models in numbers"));
    QVBoxLayout* layout = layOutInspector(this, kSmallestWidth);
    for (QWidget* part : {static_cast<QWidget*>(m_tokens), static_cast<QWidget*>(m_level),
                          static_cast<QWidget*>(m_posterior), static_cast<QWidget*>(m_image),
                          static_cast<QWidget*>(m_models[0]), static_cast<QWidget*>(m_models[1])})
        layout->addWidget(part);
    m_provenance->setToolTip(tr("Copy how this picture was made: hashes, options, seed and view, "
                                "as JSON"));
    m_provenance->setAccessibleName(m_provenance->text());
    layout->addWidget(m_provenance, 0, Qt::AlignLeft);
    layout->addStretch();
    layout->addWidget(m_pixel); // below all others, which then never jump under the mouse
    setWidget(layout->parentWidget());
    connect(m_provenance, &QPushButton::clicked, this, &InspectorPanel::provenanceWanted);
    connectState();
}

void InspectorPanel::connectState() {
    connect(&m_state, &ViewState::choiceChanged, this, &InspectorPanel::showLevel);
    connect(&m_state, &ViewState::levelChanged, this, &InspectorPanel::showLevel);
    connect(&m_state, &ViewState::hoverChanged, this, &InspectorPanel::showPixel);
    connect(&m_state, &ViewState::phaseChanged, this, [this] {
        showLevel();
        showImage();
    });
    connect(&m_state.images(), &LibraryModel::dataChanged, this, &InspectorPanel::showImage);
    connect(&m_state, &ViewState::modelInfoChanged, this, &InspectorPanel::showModel);
    connect(&m_state, &ViewState::choiceChanged, this, [this] { showModel(Side::B); });
    m_provenance->hide();
}

void InspectorPanel::showLevel() {
    m_level->setRows(levelFacts(m_state), m_state.hasB());
    m_provenance->setVisible(m_state.content() != nullptr);
    // A model with a codebook has no posterior to sample from.
    m_posterior->setVisible(m_state.modelInfo() != nullptr &&
                            m_state.modelInfo()->codebookSize == 0);
    showPixel();
}

void InspectorPanel::showPixel() {
    m_pixel->setRows(pixelFacts(m_state));
}

void InspectorPanel::showImage() {
    if (m_state.phase() == ViewState::Phase::Busy && m_state.content())
        return; // the numbers beside it still belong to the image before
    m_image->setRows(imageFacts(m_state));
}

void InspectorPanel::showModel(Side side) {
    const bool isWanted = side == Side::A || !m_state.choice().b.model.isEmpty();
    m_models[std::size_t(side)]->setRows(isWanted ? modelFacts(m_state, side) : Facts());
}

} // namespace hierascope::widgets
