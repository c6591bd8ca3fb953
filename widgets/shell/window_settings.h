// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;

namespace hierascope::widgets {

class MainWindow;

/// Remembers between two starts what a person set: layout, theme, shortcuts, recent files.
class WindowSettings : public QObject {
    Q_OBJECT

public:
    /// Restores what `settings` holds and writes every change into it.
    WindowSettings(MainWindow& window, QSettings& settings);
    ~WindowSettings() override;

private:
    void restore();
    void follow();

    MainWindow& m_window;
    QSettings& m_settings;
};

} // namespace hierascope::widgets
