// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>

#include "widgets/state/run_snapshot.h"

#include <QStringList>

namespace hierascope::widgets {

/// Which runs were asked to stop, and how far one had to go with those that do not react.
///
/// A command comes first, then the signal that saves and ends. To end a process at once, which may
/// lose work, is offered and never done here.
class StopLadder {
public:
    using Milliseconds = std::chrono::milliseconds;
    enum class Rung {
        None,
        Asked,     ///< by a command
        Signalled, ///< the process got the signal that saves and ends
        Stuck,     ///< nothing helped: only an end at once is left
    };

    /// @param process of the run, 0 where it is not known yet
    void begin(const QString& path, std::int64_t process);
    Rung rung(const QString& path) const;
    bool isStopping(const QString& path) const { return rung(path) != Rung::None; }
    void forget(const QString& path) { m_stops.erase(path); }

    /// Goes on with each run that is still there; forgets the others.
    ///
    /// @param isStarting whether a run has a process that has not said a word yet
    /// @return           the runs that are to get the signal now
    QStringList climb(const std::vector<RunSnapshot>& runs,
                      const std::function<bool(const QString&)>& isStarting);

    /// How long a run may take from the command to the signal, and from there on; ten times as
    /// long where it is saving.
    void setPatience(Milliseconds command, Milliseconds signal);

private:
    using Clock = std::chrono::steady_clock;
    struct Stop {
        std::int64_t process = 0;
        Clock::time_point since;
        Rung rung = Rung::Asked;
    };

    bool isOver(const Stop& stop, bool isSaving) const;

    std::map<QString, Stop> m_stops;
    Milliseconds m_command{10'000};
    Milliseconds m_signal{5'000};
};

} // namespace hierascope::widgets
