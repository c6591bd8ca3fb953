// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/step_bar.h"

#include "widgets/common/theme.h"
#include "widgets/generate/generation_text.h"
#include "widgets/shell/level_slider.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QLabel>

namespace hierascope::widgets {

StepBar::StepBar(const Theme& theme, ViewState& state, GenerationState& generation, QWidget* parent)
    : QWidget(parent), m_generation(generation), m_value(new QLabel(this)),
      m_slider(new LevelSlider(theme, this)) {
    setObjectName(QStringLiteral("cursorBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* label = new QLabel(tr("Step"), this);
    label->setProperty("role", QStringLiteral("secondary"));
    m_value->setFont(numberFont());
    m_value->setAlignment(Qt::AlignRight);
    m_slider->setObjectName(QStringLiteral("step"));
    m_slider->setAccessibleName(tr("Step"));
    m_slider->setToolTip(tr("The step that is shown (Shift+Left and Shift+Right)"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 8, 16, 8);
    grid->setVerticalSpacing(4);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_value, 0, 1);
    grid->addWidget(m_slider, 1, 0, 1, 2);
    connect(m_slider, &QSlider::valueChanged, this,
            [this, &state](int step) { setStep(state, m_generation, step); });
    connect(&state, &ViewState::choiceChanged, this, &StepBar::follow);
    connect(&generation, &GenerationState::phaseChanged, this, &StepBar::follow);
    connect(&generation, &GenerationState::stepAdded, this, &StepBar::follow);
    follow();
}

void StepBar::follow() {
    const int step = m_generation.step();
    const QSignalBlocker blocker(m_slider); // the state is the truth
    m_slider->setEnabled(step >= 0);
    m_slider->setRange(0, std::max(0, m_generation.steps() - 1));
    m_slider->setValue(std::max(0, step));
    m_slider->update();
    m_value->setText(step < 0 ? QStringLiteral("–")
                              : tr("%1 of %2 · %3")
                                    .arg(step + 1)
                                    .arg(m_generation.steps())
                                    .arg(stepDetail(m_generation, step)));
    m_slider->setAccessibleDescription(m_value->text());
}

} // namespace hierascope::widgets
