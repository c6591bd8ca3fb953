// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace hierascope::runs {

/// What stands in a run's lock: "process 12 on host 'here'".
std::string lockText(std::int64_t process);

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
