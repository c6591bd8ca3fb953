// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/runs/file_lock.h"

namespace hierascope::runs {

/// What stands in a run's lock: "process 12 on host 'here'".
std::string lockText(std::int64_t process);

/// Holds a run for one process; a second one is told who holds it.
class RunLock {
public:
    static Result<RunLock> take(const std::filesystem::path& run);

private:
    explicit RunLock(FileLock lock) : m_lock(std::move(lock)) {}
    FileLock m_lock;
};

} // namespace hierascope::runs
