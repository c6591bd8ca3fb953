// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

#include "widgets/state/run_files.h"
#include "widgets/state/run_watch.h"

#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

/// What a person can do with a run.
enum class RunAct { Start, Pause, Stop, Extend, Sample, Save, Duplicate, OpenFolder };
inline constexpr int kRunActs = 8;

/// The runs as the window sees and drives them: which are chosen, which wait, what may be done.
///
/// A run's folder is the truth. What was asked of it here and is not in it yet, such as a process
/// that has not said a word, is kept for a few seconds only.
class TrainBench : public QObject {
    Q_OBJECT

public:
    TrainBench(Services services, TaskRunner& runner, QObject* parent = nullptr);

    RunWatch& watch() { return m_watch; }
    const RunWatch& watch() const { return m_watch; }
    const Services& services() const { return m_services; }

    /// The run that is acted on, null for none.
    const RunSnapshot* current() const { return m_watch.find(m_current); }
    void setCurrent(const QString& path);

    /// What a run does, as far as anybody here knows.
    runs::RunState stateOf(const RunSnapshot& run) const;
    bool isQueued(const QString& path) const { return m_queue.contains(path); }
    /// With the queue, a run waits until no other one trains.
    bool hasQueue() const { return m_hasQueue; }
    void setHasQueue(bool hasQueue);

    /// Why an act cannot be done now; empty where it can.
    QString obstacle(RunAct act) const;
    /// Start, Pause, Stop, Sample, Save or OpenFolder; without effect where there is an obstacle.
    void act(RunAct act);
    /// Trains the current run to this step, also one that has ended.
    void extend(std::int64_t steps);
    /// Makes a run, chooses it, and starts it or lets it wait; a failure is told and returned.
    Result<QString> create(const NewRun& run);

    /// The room is seen, or not: runs are looked at while it is, and while one waits in the queue.
    void setVisible(bool isVisible);

Q_SIGNALS:
    /// Something about the runs, the choice or the queue is new.
    void changed();
    void failed(const QString& sentence);
    /// A run came to its end while the window watched.
    void finished(const QString& name);

private:
    struct Pending {
        std::int64_t process = 0;
        std::int64_t since = 0; ///< seconds since 1970
    };

    void begin(const QString& path);
    void start(const QString& path);
    void send(const QString& path, const runs::Command& command);
    void fail(const QString& sentence);
    bool isBusy() const;
    void follow();
    void settle();
    void tellFinished();
    void startNext();
    void watchOrRest();

    Services m_services;
    RunWatch m_watch;
    QString m_current;
    QStringList m_queue;
    bool m_hasQueue = false;
    bool m_isVisible = false;
    std::map<QString, Pending> m_pending; ///< started here, and not heard of yet
    std::map<QString, runs::RunState> m_known;
};

} // namespace hierascope::widgets
