// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace hierascope::runs {

/// What a run is doing, as its process says in `status.json`.
enum class RunState {
    Waiting,  ///< made, not started (or in the queue)
    Starting, ///< reads data, builds the model
    Training,
    Paused,
    Saving,
    Stopped,  ///< ended on request; may be resumed
    Finished, ///< reached its last step; may be extended
    Failed,   ///< ended with an error
    Lost,     ///< its process is gone without a word
};

struct RunStatus {
    RunState state = RunState::Waiting;
    std::int64_t process = 0; ///< id; 0: none
    std::string host;         ///< of the process
    std::int64_t step = 0;
    std::int64_t steps = 0;      ///< planned
    double secondsPerStep = 0.0; ///< 0: not measured yet
    std::int64_t heartbeat = 0;  ///< seconds since 1970
    std::string message;         ///< of a failure
};

/// Whether a process is behind it: `Starting`, `Training`, `Paused`, `Saving`.
bool isLive(RunState state);

/// Whether a process of this host still runs, whoever it belongs to.
bool isProcessAlive(std::int64_t process);

/// The name of this host.
std::string hostName();

/// Writes `status.json` atomically.
Result<void> writeStatus(const std::filesystem::path& run, const RunStatus& status);

/// Reads `status.json`; a run without one is `Waiting`, or `Stopped` where it has checkpoints. A
/// process of this host that no longer exists makes a running state `Lost`.
Result<RunStatus> readStatus(const std::filesystem::path& run);

} // namespace hierascope::runs
