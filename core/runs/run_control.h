// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
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
    std::chrono::system_clock::time_point sent; ///< 1970 where the file's name does not say
    Result<Command> command;
};

/// The commands that wait, oldest first.
std::vector<ReceivedCommand> waitingCommands(const std::filesystem::path& run);

/// Takes a command's file away.
Result<void> dismissCommand(const ReceivedCommand& received);

} // namespace hierascope::runs
