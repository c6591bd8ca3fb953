// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include <c10/core/Device.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/training/process_team.h"
#include "core/training/run_journal.h"

namespace hierascope::training {

/// Where and how a run computes, and how far.
struct TrainerOptions {
    std::string device = "auto";
    int threads = 0; ///< 0: all processors
    /// The run ends at this step from now on, also one that has finished; 0: as it was planned.
    std::int64_t extendTo = 0;
    /// A stop, pause or resume that somebody sent before was meant for another process.
    std::chrono::system_clock::time_point since = std::chrono::system_clock::now();
    bool acceptData = false; ///< go on although the data changed since the run began
};

/// Makes a run folder from a config file; training has not started when this returns.
Result<void> createRun(const std::filesystem::path& config, const std::filesystem::path& run);

/// Trains a run to the end of its plan, from its newest intact checkpoint if it has one.
///
/// A requested stop saves a checkpoint first and is not an error: the last event is `finished` with
/// the reason "stopped". Resuming is bit-exact on the same machine, build and thread count.
///
/// @param team whom this process leads through the run (`follow` is what the others do); null: it
///             is alone
Result<void> train(const std::filesystem::path& run, const TrainerOptions& options,
                   const EventSink& sink, const TaskContext& context, ProcessTeam* team = nullptr);

/// Chooses the device and sets the threads; a team shares the processors of its host.
Result<at::Device> prepareDevice(const TrainerOptions& options, const ProcessTeam* team);

} // namespace hierascope::training
