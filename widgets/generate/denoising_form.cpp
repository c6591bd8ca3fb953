// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/denoising_form.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/generate/guidance_curve.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace hierascope::widgets {

namespace {

constexpr int kMostSteps = 1000;

QStringList samplersOf(const std::string& variant) {
    if (variant == "flow")
        return {QStringLiteral("euler"), QStringLiteral("heun"), QStringLiteral("dopri5"),
                QStringLiteral("sde")};
    return {QStringLiteral("ddpm"), QStringLiteral("ddim")};
}

} // namespace

DenoisingForm::DenoisingForm(const Theme& theme, ViewState& state, GenerationState& generation,
                             QWidget* parent)
    : QWidget(parent), m_state(state), m_generation(generation), m_sampler(new QComboBox(this)),
      m_steps(new QSpinBox(this)),
      m_eta(makeShare(tr("Eta"), tr("Of ddim: how much noise comes in anew; 0: none"))),
      m_from(makeShare(tr("Guide from"), tr("Part of the way from noise (0) to the picture (1) "
                                            "where guidance begins"))),
      m_to(makeShare(tr("Guide to"), tr("Part of the way where guidance ends"))),
      m_clip(new QCheckBox(tr("Hold clean maps within −1 and 1"), this)),
      m_three(new QCheckBox(tr("Guide three channels only"), this)),
      m_curve(new GuidanceCurve(theme, this)) {
    m_sampler->setAccessibleName(tr("Sampler"));
    m_sampler->setToolTip(tr("How a step goes from one noise to the next"));
    m_steps->setRange(1, kMostSteps);
    m_steps->setFont(numberFont());
    m_steps->setKeyboardTracking(false);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setToolTip(tr("From noise to the picture; branches keep those of their parent"));
    m_clip->setToolTip(tr("As the official code's clip_denoised; latents of most tokenizers are "
                          "not within −1 and 1"));
    m_three->setToolTip(tr("As the official code, which was made for latents of four channels"));
    m_curve->setSubject(tr("Noise over the steps"),
                        tr("How much of the map is noise before each step, as a standard "
                           "deviation"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    auto* heading = new QLabel(tr("DENOISING"), this);
    heading->setProperty("role", QStringLiteral("heading"));
    form->addRow(heading);
    form->addRow(tr("Sampler"), m_sampler);
    form->addRow(tr("Steps"), m_steps);
    form->addRow(tr("Eta"), m_eta);
    form->addRow(m_curve);
    form->addRow(tr("Guide from"), m_from);
    form->addRow(tr("Guide to"), m_to);
    form->addRow(m_three);
    form->addRow(m_clip);
    connectBoxes();
}

QDoubleSpinBox* DenoisingForm::makeShare(const QString& name, const QString& tip) {
    auto* box = new QDoubleSpinBox(this);
    box->setRange(0.0, 1.0);
    box->setSingleStep(0.05);
    box->setFont(numberFont());
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

template <typename Edit>
void DenoisingForm::change(const QString& what, Edit edit) {
    GenerationSettings next = m_state.choice().generation.settings;
    edit(next.sampling.denoising);
    setSettings(m_state, next, what);
}

void DenoisingForm::connectBoxes() {
    connect(m_sampler, &QComboBox::activated, this, [this] {
        change(tr("Sampler"), [this](auto& denoising) {
            denoising.sampler = m_sampler->currentText().toStdString();
        });
    });
    connect(m_steps, &QSpinBox::valueChanged, this, [this](int value) {
        change(tr("Steps"), [=](auto& denoising) { denoising.steps = value; });
    });
    connect(m_eta, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Eta"), [=](auto& denoising) { denoising.eta = value; });
    });
    connect(m_from, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Guidance"), [=](auto& denoising) {
            denoising.guidedFrom = value;
            denoising.guidedTo = std::max(denoising.guidedTo, value);
        });
    });
    connect(m_to, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Guidance"), [=](auto& denoising) {
            denoising.guidedTo = value;
            denoising.guidedFrom = std::min(denoising.guidedFrom, value);
        });
    });
    connect(m_clip, &QCheckBox::toggled, this, [this](bool isOn) {
        change(tr("Clipping"), [=](auto& denoising) { denoising.isClipped = isOn; });
    });
    connect(m_three, &QCheckBox::toggled, this, [this](bool isOn) {
        change(tr("Guidance"), [=](auto& denoising) { denoising.guidesThree = isOn; });
    });
}

void DenoisingForm::fillSamplers() {
    const auto info = m_generation.info();
    const QStringList samplers = samplersOf(info ? info->variant : std::string());
    if (m_sampler->count() == samplers.size() && m_sampler->itemText(0) == samplers.front())
        return;
    m_sampler->clear();
    m_sampler->addItems(samplers);
}

void DenoisingForm::follow() {
    const runtime::DenoisingOptions& now = m_state.choice().generation.settings.sampling.denoising;
    const QSignalBlocker blockers[] = {// the state is the truth
                                       QSignalBlocker(m_sampler), QSignalBlocker(m_steps),
                                       QSignalBlocker(m_eta),     QSignalBlocker(m_from),
                                       QSignalBlocker(m_to),      QSignalBlocker(m_clip),
                                       QSignalBlocker(m_three)};
    fillSamplers();
    const int place = m_sampler->findText(QString::fromStdString(now.sampler));
    m_sampler->setCurrentIndex(std::max(place, 0));
    m_steps->setValue(int(now.steps));
    m_eta->setValue(now.eta);
    m_eta->setEnabled(m_sampler->currentText() == QLatin1String("ddim"));
    m_from->setValue(now.guidedFrom);
    m_to->setValue(now.guidedTo);
    m_clip->setChecked(now.isClipped);
    m_clip->setEnabled(m_generation.info() && m_generation.info()->variant == "diffusion");
    m_three->setChecked(now.guidesThree);
    const auto& noise = m_generation.noise();
    m_curve->setCurve(noise ? *noise : std::vector<double>(), m_generation.step());
    m_curve->setVisible(noise && !noise->empty());
}

} // namespace hierascope::widgets
