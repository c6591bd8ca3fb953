// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>

#include "core/base/result.h"

/// A run's process as the system sees it: for what a file in `control/` cannot reach.
namespace hierascope::runs {

/// When this process was started, before any library was loaded; now where the system does not say.
std::chrono::system_clock::time_point processStart();

/// How a process that does not react is told to end.
enum class EndSignal {
    Terminate, ///< saves and ends, if it can still do anything
    Kill,      ///< ends at once; what was not saved is lost
};

/// Sends a signal to a run's process, and to no other: it must be of this host, as `status.json`
/// says, hold the run's lock, and be named in it.
///
/// @return Failed saying why there is nobody to send it to
Result<void> signalRun(const std::filesystem::path& run, EndSignal signal);

} // namespace hierascope::runs
