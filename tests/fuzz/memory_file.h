// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

namespace hierascope::testing {

/// A file that lies in memory and takes other bytes every time; the readers open it by its path.
class MemoryFile {
public:
    MemoryFile() : m_descriptor(::memfd_create("fuzz", 0)) {
        if (m_descriptor < 0)
            std::abort();
    }
    ~MemoryFile() { ::close(m_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

    void fill(const std::uint8_t* bytes, std::size_t size) const {
        if (::ftruncate(m_descriptor, static_cast<off_t>(size)) != 0 ||
            ::pwrite(m_descriptor, bytes, size, 0) != static_cast<ssize_t>(size))
            std::abort();
    }

private:
    int m_descriptor;
};

} // namespace hierascope::testing
