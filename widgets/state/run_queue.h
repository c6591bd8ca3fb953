// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

/// The runs that wait for others to end, first come first; kept between two starts of the window.
class RunQueue : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// With the queue, a run waits until no other one trains.
    bool isOn() const { return m_isOn; }
    /// Nothing waits any more where it is off.
    void setOn(bool isOn);
    const QStringList& paths() const { return m_paths; }
    bool isEmpty() const { return m_paths.isEmpty(); }
    bool contains(const QString& path) const { return m_paths.contains(path); }
    /// From 1; 0 for a run that does not wait.
    int placeOf(const QString& path) const { return int(m_paths.indexOf(path)) + 1; }

    void restore(bool isOn, const QStringList& paths);
    void add(const QString& path);
    bool remove(const QString& path);
    QString takeFirst();
    /// Takes out runs whose folder is gone; returns them.
    QStringList dropVanished();

Q_SIGNALS:
    void changed();

private:
    bool m_isOn = false;
    QStringList m_paths;
};

} // namespace hierascope::widgets
