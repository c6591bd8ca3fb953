// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/generation_choice.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace hierascope::widgets {

class CandidatePanel;
class DenoisingForm;
class GenerationState;
class GuidanceCurve;
class Theme;
class ViewState;

/// The panel at the right of the Generate view: guidance, how codes are drawn, a token, the cost.
class SettingsPanel : public QScrollArea {
    Q_OBJECT

public:
    SettingsPanel(const Theme& theme, ViewState& state, GenerationState& generation,
                  QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();
    /// Shows one token, -1 for none.
    void showToken(std::int64_t position);

    QDoubleSpinBox* guidanceBox() const { return m_scale; }
    QComboBox* scheduleBox() const { return m_schedule; }
    GuidanceCurve* curve() const { return m_curve; }
    CandidatePanel* candidates() const { return m_candidates; }
    QCheckBox* greedyBox() const { return m_greedy; }
    /// What stands in the place of the sampling of codes beside a DiT.
    DenoisingForm* denoising() const { return m_denoising; }

private:
    /// A key of some schedules; its least value stands for the official default.
    struct Key {
        const char* name;
        QDoubleSpinBox* box;
    };

    void showKind();
    QFormLayout* addForm(QVBoxLayout& column, const QString& heading);
    void addGuidance(QVBoxLayout& column);
    void addSampling(QVBoxLayout& column);
    void addKey(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                double standard);
    QDoubleSpinBox* makeBox(double low, double high, double step, const QString& name,
                            const QString& tip);
    template <typename Edit>
    void change(const QString& what, Edit edit);
    void connectBoxes();
    void setKey(const Key& key, double value);
    void showSettings();
    void showCurve();
    void showCost();
    QString costOf(int side) const;

    const Theme& m_theme;
    ViewState& m_state;
    GenerationState& m_generation;
    QDoubleSpinBox* m_scale;
    QComboBox* m_schedule;
    QFormLayout* m_keyForm = nullptr;
    std::vector<Key> m_keys;
    GuidanceCurve* m_curve;
    QLabel* m_problem;
    QDoubleSpinBox* m_temperature;
    QSpinBox* m_topK;
    QDoubleSpinBox* m_topP;
    QCheckBox* m_greedy;
    QWidget* m_codes; ///< how codes are drawn
    DenoisingForm* m_denoising;
    CandidatePanel* m_candidates;
    QLabel* m_cost;
    QLabel* m_model;
};

} // namespace hierascope::widgets
