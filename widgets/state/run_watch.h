// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "widgets/state/foreign_run.h"
#include "widgets/state/run_snapshot.h"
#include "widgets/state/run_tail.h"
#include "widgets/state/services.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace hierascope::widgets {

/// Looks once a second at the runs of a folder, and at others that were added, off the GUI thread.
class RunWatch : public QObject {
    Q_OBJECT

public:
    RunWatch(Services services, TaskRunner& runner, QObject* parent = nullptr);

    const QString& folder() const { return m_folder; }
    void setFolder(const QString& folder);
    /// Runs from elsewhere.
    const QStringList& added() const { return m_added; }
    void setAdded(const QStringList& runs);
    void add(const QString& run);

    /// Looks each second, or not at all.
    void setActive(bool isActive);
    /// Looks now, or once more after the look that is under way.
    void look();
    bool isLooking() const { return m_isLooking; }

    /// What was seen, by name.
    const std::vector<RunSnapshot>& runs() const { return m_runs; }
    const RunSnapshot* find(const QString& path) const;

Q_SIGNALS:
    void foldersChanged();
    /// `runs` is new.
    void changed();

private:
    /// What was read of each run; the task's while one runs.
    struct Readers {
        std::map<QString, RunTail> tails;
        std::map<QString, ForeignRun> foreign;
    };
    static RunSnapshot snapshot(const QString& path, Readers& readers, const Services& services);

    Services m_services;
    TaskRunner& m_runner;
    QString m_folder;
    QStringList m_added;
    std::vector<RunSnapshot> m_runs;
    std::shared_ptr<Readers> m_readers = std::make_shared<Readers>();
    bool m_isLooking = false;
    bool m_isAgain = false; ///< something was asked for while one looked
    QTimer m_timer;
};

} // namespace hierascope::widgets
