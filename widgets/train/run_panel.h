// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/state/train_bench.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace hierascope::widgets {

class Theme;

/// The chosen run: what it does, and a button for each thing that can be asked of it.
///
/// Each button is there in every state; one that cannot be used says why in its tool tip.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunPanel(TrainBench& bench, QWidget* parent = nullptr);

    QToolButton* button(RunAct act) const { return m_buttons[std::size_t(act)]; }
    QSpinBox* extendTo() const { return m_extendTo; }
    /// Does what the button of an act does.
    void act(RunAct act);

Q_SIGNALS:
    void duplicateWanted();

private:
    void makeButtons();
    QLabel* addFact(QGridLayout& grid, const QString& name);
    void follow();
    void showLoad(const RunSnapshot* run);
    void showButtons(const RunSnapshot* run);
    void followExtend(const RunSnapshot* run);

    TrainBench& m_bench;
    std::array<QToolButton*, kRunActs> m_buttons{};
    QLabel* m_heading;
    QLabel* m_state;
    QLabel* m_step;
    QLabel* m_left;
    QLabel* m_speed;
    QLabel* m_images;
    QLabel* m_memory;
    QLabel* m_host;
    QLabel* m_loss;
    QLabel* m_message;
    QSpinBox* m_extendTo;
    QString m_extended; ///< the run that the step in the field is for
};

} // namespace hierascope::widgets
