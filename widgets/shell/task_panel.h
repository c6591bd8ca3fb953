// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace hierascope::widgets {

class TaskListModel;
class TaskRow;
class Theme;

/// All running tasks, each with its stop button.
class TaskPanel : public QWidget {
    Q_OBJECT

public:
    TaskPanel(const Theme& theme, TaskListModel& tasks, QWidget* parent = nullptr);

    /// Says whether the seconds are being counted: only while tasks run and somebody sees them.
    bool isCounting() const { return m_clock.isActive(); }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void showRows(int first, int last);
    void showSeconds();
    void noticeCount();

    const Theme& m_theme;
    TaskListModel& m_tasks;
    QLabel* m_nothing;
    QVBoxLayout* m_column;
    std::vector<TaskRow*> m_rows;
    QTimer m_clock;
};

} // namespace hierascope::widgets
