// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_queue.h"

#include <QDir>

namespace hierascope::widgets {

void RunQueue::setOn(bool isOn) {
    if (isOn == m_isOn)
        return;
    restore(isOn, isOn ? m_paths : QStringList());
}

void RunQueue::restore(bool isOn, const QStringList& paths) {
    m_isOn = isOn;
    m_paths = isOn ? paths : QStringList();
    m_paths.removeDuplicates();
    Q_EMIT changed();
}

void RunQueue::add(const QString& path) {
    if (m_paths.contains(path))
        return;
    m_paths << path;
    Q_EMIT changed();
}

bool RunQueue::remove(const QString& path) {
    const bool isRemoved = m_paths.removeAll(path) > 0;
    if (isRemoved)
        Q_EMIT changed();
    return isRemoved;
}

QString RunQueue::takeFirst() {
    const QString first = m_paths.isEmpty() ? QString() : m_paths.takeFirst();
    Q_EMIT changed();
    return first;
}

QStringList RunQueue::dropVanished() {
    QStringList gone;
    for (const QString& path : m_paths)
        if (!QDir(path).exists(QStringLiteral("config.json")))
            gone << path;
    for (const QString& path : gone)
        m_paths.removeAll(path);
    if (!gone.isEmpty())
        Q_EMIT changed();
    return gone;
}

} // namespace hierascope::widgets
