// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace hierascope::widgets {

/// Tells once, after it has become quiet, that watched files or folders have changed.
class FileWatch : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(QObject* parent = nullptr);

    /// Watches these paths and no others; a path that is missing now is watched when it is back.
    void setPaths(const QStringList& paths);

Q_SIGNALS:
    void changed(const QStringList& paths);

private:
    void notice(const QString& path);
    void tell();

    QFileSystemWatcher m_watcher;
    QStringList m_wanted;
    std::set<QString> m_noticed;
    QTimer m_quiet;
};

} // namespace hierascope::widgets
