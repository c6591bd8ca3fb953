// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

#include "widgets/state/run_files.h"
#include "widgets/state/run_queue.h"
#include "widgets/state/run_watch.h"
#include "widgets/state/stop_ladder.h"

#include <QObject>

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
    RunQueue& queue() { return m_queue; }
    const RunQueue& queue() const { return m_queue; }
    bool isQueued(const QString& path) const { return m_queue.contains(path); }
    /// How far one had to go with a run that was asked to stop.
    StopLadder& stops() { return m_stops; }
    const StopLadder& stops() const { return m_stops; }
    /// Whether a run of this computer computes, so that it should not go to sleep.
    bool isAwake() const { return m_isAwake; }
    /// Whether the computer is asked not to sleep meanwhile.
    bool canKeepAwake() const { return m_canKeepAwake; }
    void setCanKeepAwake(bool can);

    /// Why an act cannot be done now; empty where it can.
    QString obstacle(RunAct act) const;
    /// Start, Pause, Stop, Sample, Save or OpenFolder; without effect where there is an obstacle.
    void act(RunAct act);
    /// Trains the current run to this step, also one that has ended.
    void extend(std::int64_t steps);
    /// Makes a run, chooses it, and starts it or lets it wait; a failure is told and returned.
    Result<QString> create(const NewRun& run);

    /// The room is seen, or not: runs are looked at while it is, and while one trains or waits.
    void setVisible(bool isVisible);

Q_SIGNALS:
    /// Something about the runs, the choice or the queue is new.
    void changed();
    void failed(const QString& sentence);
    /// A run came to its end while the window watched: Finished, Failed or Lost.
    void ended(const QString& name, hierascope::runs::RunState state);

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
    void climb();
    void tellEnds();
    void dropVanished();
    void startNext();
    void watchOrRest();
    void keepAwake();
    void stop(const RunSnapshot& run);

    Services m_services;
    RunWatch m_watch;
    QString m_current;
    RunQueue m_queue;
    StopLadder m_stops;
    bool m_isVisible = false;
    bool m_isAwake = false;
    bool m_canKeepAwake = true;
    std::map<QString, Pending> m_pending; ///< started here, and not heard of yet
    std::map<QString, runs::RunState> m_known;
};

} // namespace hierascope::widgets
