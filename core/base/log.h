// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

/// Logging for libraries: full sentences to one sink that the executable sets. No sink: silence.
namespace hierascope::log {

enum class Level { Debug, Info, Warning, Error };

using Sink = std::function<void(Level, std::string_view area, std::string_view message)>;

/// Replaces the sink; call it before any other thread runs.
void setSink(Sink sink);

void debug(std::string_view area, std::string_view message);
void info(std::string_view area, std::string_view message);
void warning(std::string_view area, std::string_view message);
void error(std::string_view area, std::string_view message);

} // namespace hierascope::log
