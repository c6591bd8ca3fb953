// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace hierascope::runs {

/// A file that one process holds as long as it lives: the system gives it back after a crash.
class FileLock {
public:
    /// @param mode of a file that is made
    /// @return     Failed where another process, or another lock of this one, holds the file
    static Result<FileLock> take(const std::filesystem::path& file, unsigned mode = 0600);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

    /// Of the open file, as long as the lock lives.
    int descriptor() const { return m_descriptor; }

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace hierascope::runs
