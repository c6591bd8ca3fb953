// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/file_watch.h"

#include <chrono>

#include <QFileInfo>

namespace hierascope::widgets {

namespace {

/// A file that is being written changes many times; this long without a change it is taken as done.
constexpr std::chrono::milliseconds kQuiet{300};

} // namespace

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuiet);
    connect(&m_quiet, &QTimer::timeout, this, &FileWatch::tell);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::notice);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::notice);
}

void FileWatch::setPaths(const QStringList& paths) {
    m_wanted = paths;
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList gone;
    for (const QString& path : watched)
        if (!paths.contains(path))
            gone << path;
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    for (const QString& path : paths)
        if (!watched.contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
}

void FileWatch::notice(const QString& path) {
    m_noticed.insert(path);
    m_quiet.start();
}

void FileWatch::tell() {
    const QStringList paths(m_noticed.begin(), m_noticed.end());
    m_noticed.clear();
    setPaths(m_wanted); // a file that was replaced is a new one, which nobody watches yet
    Q_EMIT changed(paths);
}

} // namespace hierascope::widgets
