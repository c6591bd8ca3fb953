// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;
class QToolButton;

namespace hierascope::widgets {

class GenerationBench;
class GenerationState;
class Theme;
class ViewState;

/// The controls over the Generate view: what is asked for, and when it is computed.
class GenerateBar : public QWidget {
    Q_OBJECT

public:
    GenerateBar(const Theme& theme, ViewState& state, GenerationState& generation,
                GenerationBench& bench, QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();

    QComboBox* classBox() const { return m_class; }
    QSpinBox* seedBox() const { return m_seed; }
    QSpinBox* seedsBox() const { return m_seeds; }
    QToolButton* generateButton() const { return m_generate; }
    QToolButton* stepButton() const { return m_step; }
    QToolButton* playButton() const { return m_play; }
    QToolButton* stopButton() const { return m_stop; }
    QToolButton* loopButton() const { return m_loop; }
    QToolButton* branchButton() const { return m_branch; }
    QToolButton* besideButton() const { return m_beside; }

public Q_SLOTS:
    void throwDice();
    /// Runs the first other generator of the library beside A, or stops that.
    void toggleBeside();

Q_SIGNALS:
    void exportWanted();

private:
    QToolButton* makeButton(const char* role, const QString& text, const QString& tip);
    QWidget* labelled(const QString& text, QWidget* control, QWidget* more = nullptr);
    void makeClassBox();
    void makeSeeds();
    void addAll();
    void connectButtons();
    void fillClasses();
    void chooseClass();
    void showBeside();
    QString suggestion() const;
    void tint();

    const Theme& m_theme;
    ViewState& m_state;
    GenerationState& m_generation;
    GenerationBench& m_bench;
    QComboBox* m_class;
    QSpinBox* m_seed;
    QToolButton* m_dice;
    QToolButton* m_generate;
    QToolButton* m_step;
    QToolButton* m_play;
    QToolButton* m_stop;
    QToolButton* m_loop;
    QToolButton* m_branch;
    QToolButton* m_beside;
    QSpinBox* m_seeds;
    QToolButton* m_export;
};

} // namespace hierascope::widgets
