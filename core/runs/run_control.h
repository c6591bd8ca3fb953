// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"

/// What people tell a run while it trains: small files that appear in the run's `control/` folder
/// by a rename and are taken away once they are obeyed.
namespace hierascope::runs {

struct StopCommand {};   ///< save, then end
struct PauseCommand {};  ///< keep everything in memory and wait
struct ResumeCommand {}; ///< go on after a pause
struct SaveCommand {};   ///< write a checkpoint now
struct SampleCommand {}; ///< write the probe set's pictures now
/// Train on to this step; also one that is behind the plan's end or before it.
struct ExtendCommand {
    std::int64_t steps = 0;
};
struct LearningRateCommand {
    double value = 0.0; ///< in place of the schedule's peak
};
using Command = std::variant<StopCommand, PauseCommand, ResumeCommand, SaveCommand, SampleCommand,
                             ExtendCommand, LearningRateCommand>;

/// Puts a command into a run's folder; commands are obeyed in the order in which they were sent.
Result<void> sendCommand(const std::filesystem::path& run, const Command& command);

/// A command and its file, or why the file is none.
struct ReceivedCommand {
    std::filesystem::path file;
    Result<Command> command;
};

/// The commands that wait, oldest first.
std::vector<ReceivedCommand> waitingCommands(const std::filesystem::path& run);

/// Takes a command's file away.
Result<void> dismissCommand(const ReceivedCommand& received);

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

/// Writes `status.json` atomically.
Result<void> writeStatus(const std::filesystem::path& run, const RunStatus& status);

/// Reads `status.json`; a run without one is `Waiting`, or `Stopped` where it has checkpoints. A
/// process of this host that no longer exists makes a running state `Lost`.
Result<RunStatus> readStatus(const std::filesystem::path& run);

/// Holds a run for one process; a second one is told who holds it.
class RunLock {
public:
    static Result<RunLock> take(const std::filesystem::path& run);
    RunLock(RunLock&& other) noexcept;
    RunLock& operator=(RunLock&& other) noexcept;
    ~RunLock();

private:
    explicit RunLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace hierascope::runs
