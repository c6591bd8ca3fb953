// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/desktop.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QFileInfo>
#include <QVariantMap>

namespace hierascope::widgets {

namespace {

/// Without an address the library would start a bus of its own and wait for it.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

bool hasSystemBus() {
    return qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS") ||
           QFileInfo::exists(QStringLiteral("/run/dbus/system_bus_socket"));
}

} // namespace

Desktop::Desktop(QObject* parent) : QObject(parent) {}

Desktop::~Desktop() = default;

void Desktop::notify(const QString& title, const QString& text) {
    if (!hasSessionBus())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    constexpr int kAsTheDesktopLikes = -1; // milliseconds
    call << title << uint(0) << QStringLiteral("hierascope") << title << text.toHtmlEscaped()
         << QStringList() << QVariantMap() << kAsTheDesktopLikes;
    QDBusConnection::sessionBus().asyncCall(call);
}

void Desktop::setAwake(bool isAwake) {
    m_isAwake = isAwake;
    m_inhibition.reset();
    if (!isAwake || !hasSystemBus())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Hierascope") << tr("A training is running")
         << QStringLiteral("block");
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
        answer->deleteLater();
        if (m_isAwake && reply.isValid())
            m_inhibition = std::make_unique<QDBusUnixFileDescriptor>(reply.value());
    });
}

} // namespace hierascope::widgets
