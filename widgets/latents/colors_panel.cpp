// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/colors_panel.h"

#include "widgets/latents/map_key.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/view_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace hierascope::widgets {

ColorsPanel::ColorsPanel(const Theme& theme, ViewState& state, LatentState& latents,
                         QWidget* parent)
    : QWidget(parent), m_state(state), m_latents(latents), m_by(new QComboBox(this)),
      m_labels(new QCheckBox(tr("Names in the map"), this)), m_key(new MapKey(theme, this)) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(6);
    auto* heading = new QLabel(tr("COLOUR"), this);
    heading->setProperty("role", QStringLiteral("heading"));
    form->addRow(heading);
    for (int i = 0; i < kMapColors; ++i)
        m_by->addItem(colorName(MapColor(i)));
    m_by->setAccessibleName(tr("Colour by"));
    m_by->setToolTip(tr("What the colour of a point says"));
    m_by->setMaxVisibleItems(kMapColors);
    form->addRow(tr("By"), m_by);
    m_labels->setAccessibleName(tr("Names in the map"));
    m_labels->setToolTip(tr("Write each name at the middle of its points"));
    form->addRow(m_labels);
    form->addRow(m_key);
    connect(m_by, &QComboBox::activated, this,
            [this](int index) { setMapColor(m_state, MapColor(index)); });
    connect(m_labels, &QCheckBox::toggled, this,
            [this](bool isOn) { setMapLabels(m_state, isOn); });
}

void ColorsPanel::follow() {
    const QSignalBlocker blockers[] = {QSignalBlocker(m_by), QSignalBlocker(m_labels)};
    m_by->setCurrentIndex(int(m_latents.choice().color));
    m_labels->setChecked(m_latents.choice().hasLabels);
}

void ColorsPanel::setColoring(const std::shared_ptr<const MapColoring>& coloring) {
    m_key->setColoring(coloring);
}

} // namespace hierascope::widgets
