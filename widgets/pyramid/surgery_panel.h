// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "widgets/state/surgery_bench.h"

#include <QScrollArea>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLayout;
class QSlider;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace hierascope::widgets {

class SurgeryHistory;
class Theme;

/// What can be put in the place of the selected tokens, and what was put there so far.
class SurgeryPanel : public QScrollArea {
    Q_OBJECT

public:
    SurgeryPanel(const Theme& theme, ViewState& state, SurgeryBench& bench,
                 QWidget* parent = nullptr);

    QToolButton* button(SurgeryAct act) const { return m_buttons.at(act); }
    QSpinBox* code() const { return m_code; }
    QComboBox* source() const { return m_source; }
    QSlider* share() const { return m_share; }
    /// The strip of edits; the room gives it a place of its own.
    SurgeryHistory* history() const { return m_history; }
    /// What is selected and edited, in words.
    QString summary() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QToolButton* add(SurgeryAct act, const QString& text, const QString& tip);
    QLabel* heading(const QString& text);
    QLayout* rowOf(std::initializer_list<QWidget*> parts);
    void fillReplacements(QVBoxLayout& column);
    void fillSource(QVBoxLayout& column);
    void fillClipboard(QVBoxLayout& column);
    void fillHistory(QVBoxLayout& column);
    void fillNearCodes();
    void changeSettings();
    void follow();
    void followSettings();
    void followSources();

    ViewState& m_state;
    SurgeryBench& m_bench;
    std::map<SurgeryAct, QToolButton*> m_buttons;
    std::map<SurgeryAct, QString> m_tips; ///< while there is no obstacle
    QLabel* m_selected;
    QLabel* m_moved;
    QWidget* m_codeRow = nullptr;
    QSpinBox* m_code = nullptr;
    QDoubleSpinBox* m_noise = nullptr;
    QComboBox* m_source = nullptr;
    QSlider* m_share = nullptr;
    QLabel* m_percent = nullptr;
    SurgeryHistory* m_history;
};

} // namespace hierascope::widgets
