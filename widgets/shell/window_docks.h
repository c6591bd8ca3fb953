// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSet>

class QDockWidget;
class QMainWindow;
class QString;
class QWidget;

namespace hierascope::widgets {

class Theme;

/// The panels around the rooms: they move, float, close, and come back as they were.
class WindowDocks : public QObject {
    Q_OBJECT

public:
    struct Panels {
        QWidget* library;
        QWidget* inspector;
        QWidget* tasks;
        QWidget* log;
    };
    WindowDocks(const Theme& theme, QMainWindow& window, const Panels& panels);

    QDockWidget* library() const { return m_library; }
    QDockWidget* inspector() const { return m_inspector; }
    QDockWidget* tasks() const { return m_tasks; }
    QDockWidget* log() const { return m_log; }

    /// Puts every panel to its first place and size.
    void reset();
    /// Hides the panels at the sides where a window leaves the view no room; brings them back.
    void fit(int windowWidth);
    QByteArray save() const;
    void restore(const QByteArray& layout);

private:
    QDockWidget* add(const char* name, const QString& title, QWidget* panel);
    void fit(QDockWidget* dock, bool hasRoom);

    const Theme& m_theme;
    QMainWindow& m_window;
    QDockWidget* m_library;
    QDockWidget* m_inspector;
    QDockWidget* m_tasks;
    QDockWidget* m_log;
    QSet<QDockWidget*> m_narrow; ///< hidden by `fit`, not by a person
};

} // namespace hierascope::widgets
