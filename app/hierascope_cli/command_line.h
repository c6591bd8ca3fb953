// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/hierascope_cli/session.h"

namespace CLI {
class App;
} // namespace CLI

namespace hierascope::cli {

/// Adds a command with the common options, and with `example` at the end of its help.
CLI::App* addCommand(CLI::App& program, Session& session, const std::string& name,
                     const std::string& description, const std::string& example);

/// Adds MODEL, `--config` and `--set`.
void addModelOptions(CLI::App& command, Session& session);

/// Adds IMAGE...
void addImages(CLI::App& command, std::vector<std::filesystem::path>& images);

} // namespace hierascope::cli
