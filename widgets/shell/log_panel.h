// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;

namespace hierascope::widgets {

class LogFilter;
class LogModel;
class Theme;

/// The log with a level, a filter, copy and clear; shows the newest line until somebody scrolls up.
class LogPanel : public QWidget {
    Q_OBJECT

public:
    LogPanel(const Theme& theme, LogModel& log, QWidget* parent = nullptr);

    QListView* list() const { return m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    void fillLevels();
    void copy();

    LogModel& m_log;
    LogFilter* m_lines;
    QComboBox* m_level;
    QLineEdit* m_typed;
    QListView* m_list;
    QTimer m_follow; ///< one move to the end for many new lines
    bool m_isAtEnd = true;
};

} // namespace hierascope::widgets
