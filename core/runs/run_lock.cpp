// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_lock.h"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/runs/run_status.h"

namespace hierascope::runs {

namespace {

std::string holderOf(int descriptor) {
    std::array<char, 512> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size() - 1, 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "another process";
}

} // namespace

std::string lockText(std::int64_t process) {
    return "process " + std::to_string(process) + " on host '" + hostName() + "'";
}

Result<RunLock> RunLock::take(const std::filesystem::path& run) {
    const std::filesystem::path file = run / ".lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return failure(ErrorCode::CannotCreate, "'" + file.string() + "' cannot be opened: " +
                                                    std::generic_category().message(errno) + ".");
    RunLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return failure(ErrorCode::Failed,
                       "Run '" + run.string() + "' is in use by " + holderOf(descriptor) + ".");
    const std::string holder = lockText(::getpid());
    // Only a help for people: the lock itself does not depend on it.
    if (::ftruncate(descriptor, 0) == 0 &&
        ::pwrite(descriptor, holder.data(), holder.size(), 0) < 0)
        return failure(ErrorCode::CannotCreate, "'" + file.string() + "' cannot be written.");
    return lock;
}

RunLock::RunLock(RunLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

RunLock& RunLock::operator=(RunLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

RunLock::~RunLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor); // which also gives the lock back
}

} // namespace hierascope::runs
