// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

#include <QString>

/// The processes that train; none is a child of the window, so that they outlive it.
namespace hierascope::widgets {

/// hierascope_cli beside a program, in an installation or a build folder; empty where it is not.
QString trainerBeside(const QString& programFolder);

/// Starts `PROGRAM train RUN --device DEVICE`, whose output is appended to RUN/log.txt.
///
/// @return the process's id
Result<std::int64_t> startTrainer(const QString& program, const std::filesystem::path& run,
                                  const std::string& device);

} // namespace hierascope::widgets
