// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

class ProgressBar;
class TaskListModel;
class Theme;

/// The oldest task that runs for longer than a moment: title, progress, cancel; how many wait.
class TaskBar : public QWidget {
    Q_OBJECT

public:
    TaskBar(const Theme& theme, TaskListModel& tasks, QWidget* parent = nullptr);

    /// Says whether a task is shown.
    bool showsTask() const;

private:
    void refresh();
    void showRow(int row, int others);
    void tint();

    const Theme& m_theme;
    TaskListModel& m_tasks;
    int m_row = -1;
    QTimer m_clock; ///< ticks only while tasks run
    QWidget* m_parts;
    QLabel* m_title;
    ProgressBar* m_bar;
    QLabel* m_share;
    QToolButton* m_cancel;
};

} // namespace hierascope::widgets
