// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QString>

class QDBusUnixFileDescriptor;

namespace hierascope::widgets {

/// The desktop around the window, over D-Bus: its notifications, and its sleep.
///
/// Calls return at once; where there is no such desktop they do nothing.
class Desktop : public QObject {
    Q_OBJECT

public:
    explicit Desktop(QObject* parent = nullptr);
    ~Desktop() override;

    /// Shows a notification (org.freedesktop.Notifications).
    void notify(const QString& title, const QString& text);
    /// Keeps the computer from going to sleep (org.freedesktop.login1), or lets it.
    void setAwake(bool isAwake);

private:
    bool m_isAwake = false;
    std::unique_ptr<QDBusUnixFileDescriptor> m_inhibition; ///< as long as it is open
};

} // namespace hierascope::widgets
