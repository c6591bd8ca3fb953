// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/posterior_panel.h"

#include <algorithm>
#include <limits>

#include "widgets/common/segments.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace hierascope::widgets {

PosteriorPanel::PosteriorPanel(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state),
      m_kinds(new Segments(tr("Posterior"),
                           {{tr("Mean"), tr("Decode the mean of the posterior")},
                            {tr("Sample"), tr("Decode a sample of the posterior; the same seed "
                                              "gives the same sample")}},
                           this)),
      m_seedRow(new QWidget(this)), m_seed(new QSpinBox(m_seedRow)),
      m_next(new QToolButton(m_seedRow)) {
    auto* heading = new QLabel(tr("POSTERIOR"), this);
    heading->setProperty("role", QStringLiteral("heading"));
    auto* label = new QLabel(tr("Seed"), m_seedRow);
    label->setProperty("role", QStringLiteral("secondary"));
    label->setBuddy(m_seed);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false);
    m_seed->setAccessibleName(tr("Seed of the sample"));
    m_seed->setToolTip(tr("Seed of the sample"));
    m_next->setText(tr("Next"));
    m_next->setToolTip(tr("Draw another sample"));
    m_next->setAccessibleName(m_next->toolTip());
    m_next->setProperty("role", QStringLiteral("button"));
    auto* row = new QHBoxLayout(m_seedRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_seed, 1);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(m_kinds);
    column->addWidget(m_seedRow);
    connect(m_kinds, &Segments::chosen, this, [this](int kind) {
        m_state.setSampling({kind == 1, m_state.choice().sampling.seed});
    });
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        m_state.setSampling({true, std::uint64_t(seed)});
    });
    connect(m_next, &QToolButton::clicked, this, [this] { m_seed->stepUp(); });
    connect(&state, &ViewState::choiceChanged, this, &PosteriorPanel::follow);
    follow();
}

void PosteriorPanel::follow() {
    const Sampling& sampling = m_state.choice().sampling;
    m_kinds->setCurrent(sampling.isSample ? 1 : 0);
    m_seedRow->setVisible(sampling.isSample);
    const QSignalBlocker blocker(m_seed);
    m_seed->setValue(int(std::min<std::uint64_t>(sampling.seed, std::uint64_t(m_seed->maximum()))));
}

} // namespace hierascope::widgets
