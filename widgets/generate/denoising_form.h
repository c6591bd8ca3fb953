// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace hierascope::widgets {

class GenerationState;
class GuidanceCurve;
class Theme;
class ViewState;

/// How a DiT's steps are walked, and a drawing of how much noise is left before each.
class DenoisingForm : public QWidget {
    Q_OBJECT

public:
    DenoisingForm(const Theme& theme, ViewState& state, GenerationState& generation,
                  QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();

    QComboBox* samplerBox() const { return m_sampler; }
    QSpinBox* stepsBox() const { return m_steps; }
    GuidanceCurve* curve() const { return m_curve; }

private:
    template <typename Edit>
    void change(const QString& what, Edit edit);
    void connectBoxes();
    QDoubleSpinBox* makeShare(const QString& name, const QString& tip);
    void fillSamplers();

    ViewState& m_state;
    GenerationState& m_generation;
    QComboBox* m_sampler;
    QSpinBox* m_steps;
    QDoubleSpinBox* m_eta;
    QDoubleSpinBox* m_from;
    QDoubleSpinBox* m_to;
    QCheckBox* m_clip;
    QCheckBox* m_three;
    GuidanceCurve* m_curve;
};

} // namespace hierascope::widgets
