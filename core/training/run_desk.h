// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/runs/run_control.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_status.h"
#include "core/training/heartbeat.h"

namespace hierascope::training {

/// Where a run's process meets the people who watch it: holds the run's lock, says in `status.json`
/// what it does, and finds the commands that they leave.
class RunDesk {
public:
    /// Failed naming the process that already trains this run.
    ///
    /// @param since a stop, pause or resume that was sent before was meant for another process
    static Result<RunDesk> open(const std::filesystem::path& run,
                                std::chrono::system_clock::time_point since);

    void setPlan(std::int64_t steps) { m_status.steps = steps; }

    /// Says what the run does; written at once where the state is another, else every other second,
    /// also while this is not called: an evaluation or a save may take long.
    void tell(runs::RunState state, std::int64_t step, double secondsPerStep = 0.0,
              const std::string& message = {});

    /// The commands that wait, oldest first, looked for five times a second at most. Each is to be
    /// dismissed once it is obeyed, so that a process that is killed meanwhile loses none; broken
    /// ones are named in the log and dismissed here.
    std::vector<runs::ReceivedCommand> waitingCommands();

    /// Takes an obeyed command away; one that cannot be is not shown again.
    void dismiss(const runs::ReceivedCommand& obeyed);

private:
    using Clock = std::chrono::steady_clock;
    RunDesk(std::filesystem::path run, runs::RunLock lock);

    std::filesystem::path m_run;
    runs::RunLock m_lock;
    runs::RunStatus m_status;
    std::unique_ptr<Heartbeat> m_heartbeat; ///< behind the lock: it stops before that is given back
    std::set<std::filesystem::path> m_undismissed;
    Clock::time_point m_looked;
};

} // namespace hierascope::training
