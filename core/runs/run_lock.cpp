// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_lock.h"

#include <array>
#include <fstream>
#include <string>

#include <unistd.h>

#include "core/runs/run_status.h"

namespace hierascope::runs {

namespace {

/// What the one who holds the lock wrote into its file.
std::string holderOf(const std::filesystem::path& file) {
    std::array<char, 512> text{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(text.size() - 1));
    return stream.gcount() > 0 ? std::string(text.data(), static_cast<std::size_t>(stream.gcount()))
                               : "another process";
}

} // namespace

std::string lockText(std::int64_t process) {
    return "process " + std::to_string(process) + " on host '" + hostName() + "'";
}

Result<RunLock> RunLock::take(const std::filesystem::path& run) {
    const std::filesystem::path file = run / ".lock";
    auto lock = FileLock::take(file, 0644);
    if (!lock && lock.error().code == ErrorCode::Failed)
        return failure(ErrorCode::Failed,
                       "Run '" + run.string() + "' is in use by " + holderOf(file) + ".");
    if (!lock)
        return failure(lock);
    const std::string holder = lockText(::getpid());
    // Only a help for people: the lock itself does not depend on it.
    if (::ftruncate(lock->descriptor(), 0) == 0 &&
        ::pwrite(lock->descriptor(), holder.data(), holder.size(), 0) < 0)
        return failure(ErrorCode::CannotCreate, "'" + file.string() + "' cannot be written.");
    return RunLock(*std::move(lock));
}

} // namespace hierascope::runs
