// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace hierascope::widgets {

class NewRunPanel;
class RunPanel;
class Segments;
class Theme;
class TrainBench;

/// Stands in the place of the inspector beside the Train view: the chosen run, or a new one.
class TrainPanel : public QWidget {
    Q_OBJECT

public:
    TrainPanel(const Theme& theme, TrainBench& bench, QWidget* parent = nullptr);

    RunPanel* run() const { return m_run; }
    NewRunPanel* newRun() const { return m_newRun; }
    void showRun();
    void showNewRun();
    /// The chosen run's settings, for a run that differs in some.
    void duplicate();

private:
    TrainBench& m_bench;
    RunPanel* m_run;
    NewRunPanel* m_newRun;
    Segments* m_choice;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
