// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace hierascope::training {

/// Which of several processes that train together this one is, and where they meet.
struct LaunchPlace {
    std::int64_t rank = 0;
    std::int64_t processes = 1;
    std::int64_t localProcesses = 1; ///< on this host
    std::string host;                ///< of process 0
    std::uint16_t port = 0;
    bool isStoreServed = false; ///< torchrun's own process serves the meeting point
    std::string attempt = "0";  ///< of torchrun, which may start everybody again
};

/// A variable's value; null where it is not set.
using ReadVariable = std::function<const char*(const char* name)>;

/// Reads torchrun's variables (RANK, WORLD_SIZE, LOCAL_WORLD_SIZE, MASTER_ADDR, MASTER_PORT), or
/// those that Slurm gives to the tasks of a step.
///
/// @return nothing where there is one process; Usage naming a variable that is missing or no number
Result<std::optional<LaunchPlace>> launchPlace(const ReadVariable& read);

/// From this process's environment.
Result<std::optional<LaunchPlace>> launchPlace();

} // namespace hierascope::training
