// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "widgets/state/file_watch.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

class TaskRunner;
class ViewState;
class Workbench;

/// Keeps the library as the disk is: reloads what changed, greys what is gone, adds what is new.
class LibraryWatch : public QObject {
    Q_OBJECT

public:
    LibraryWatch(ViewState& state, Workbench& workbench, TaskRunner& runner,
                 QObject* parent = nullptr);

    /// Adds what is in the folder now and whatever comes into it later.
    void watchFolder(const QString& folder);
    void unwatchFolder(const QString& folder);
    const QStringList& folders() const { return m_folders; }

Q_SIGNALS:
    void foldersChanged();

private:
    struct Stamp {
        QString bytes; ///< changes with the content; empty where there is no file
        QDateTime modified;
    };
    using Stamps = std::map<QString, Stamp>;

    static Stamps stampsOf(const QStringList& paths);
    void watchPaths();
    void look(const QStringList& changed);
    void compare(const Stamps& stamps);

    ViewState& m_state;
    Workbench& m_workbench;
    TaskRunner& m_runner;
    FileWatch m_watch;
    QStringList m_folders;
    Stamps m_stamps;
};

} // namespace hierascope::widgets
