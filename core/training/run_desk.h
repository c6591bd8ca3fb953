// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/runs/run_control.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_status.h"

namespace hierascope::training {

/// Where a run's process meets the people who watch it: holds the run's lock, says in `status.json`
/// what it does, and takes the commands that they leave.
class RunDesk {
public:
    /// Failed naming the process that already trains this run.
    static Result<RunDesk> open(const std::filesystem::path& run);

    void setPlan(std::int64_t steps) { m_status.steps = steps; }

    /// Says what the run does; written at once where the state is another, else every other second.
    void tell(runs::RunState state, std::int64_t step, double secondsPerStep = 0.0,
              const std::string& message = {});

    /// The commands that wait, oldest first, looked for five times a second at most. They are
    /// dismissed; broken ones are named in the log.
    std::vector<runs::Command> takeCommands();

private:
    using Clock = std::chrono::steady_clock;
    RunDesk(std::filesystem::path run, runs::RunLock lock);

    std::filesystem::path m_run;
    runs::RunLock m_lock;
    runs::RunStatus m_status;
    Clock::time_point m_told;
    Clock::time_point m_looked;
    bool m_hasComplained = false;
};

} // namespace hierascope::training
