// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace hierascope::app {

/// What the command line of the window asks for.
struct Arguments {
    std::vector<std::string> files;
    std::string tour; ///< the folder of the tour's pictures; empty: no tour
    int width = 0;    ///< of the window, 0 where not given
    int height = 0;
    std::string device = "auto";
    std::string language; ///< a code such as "de"; empty: as the system says
};

/// Reads the command line: arguments, or the exit code after help, version or a usage error.
std::variant<Arguments, int> readArguments(int argc, char** argv);

} // namespace hierascope::app
