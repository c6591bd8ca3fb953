// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>

namespace hierascope::testing {

/// Memory of this process that is in use, MiB; 0 where the system does not tell.
inline double residentMiB() {
    std::ifstream status("/proc/self/status");
    std::string word;
    double kibibytes = 0.0;
    while (status >> word)
        if (word == "VmRSS:")
            status >> kibibytes;
    return kibibytes / 1024.0;
}

} // namespace hierascope::testing
