// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QWidget>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

class ProgressBar;
class Theme;

/// One running task: title, stage, progress, the time it has run, and its stop button.
class TaskRow : public QWidget {
    Q_OBJECT

public:
    explicit TaskRow(const Theme& theme, QWidget* parent = nullptr);

    void showTask(const QModelIndex& task);
    void showSeconds(double seconds);

Q_SIGNALS:
    void stopRequested();

private:
    void showFraction(double fraction);
    void tint();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_time;
    QLabel* m_stage;
    ProgressBar* m_bar;
    QToolButton* m_stop;
};

} // namespace hierascope::widgets
