// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace hierascope::io {

/// A regular file opened for reading by offset.
///
/// Bytes are copied out with pread, never mapped: a file that shrinks meanwhile is an error here,
/// where a mapping would end the process with SIGBUS.
class InputFile {
public:
    /// @return NoInput where there is no such file, or it is a folder or a device, or unreadable.
    static Result<InputFile> open(const std::filesystem::path& path);

    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile();

    const std::filesystem::path& path() const { return m_path; }
    std::uint64_t size() const { return m_size; }

    /// Fills `target` from `offset` on; fewer bytes in the file than asked for are an error.
    Result<void> read(std::uint64_t offset, std::span<std::byte> target) const;

private:
    InputFile(std::filesystem::path path, int descriptor, std::uint64_t size);

    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

/// Reads a whole file of at most `maximumBytes`; a larger one is BadData, refused unread.
Result<std::string> readWholeFile(const std::filesystem::path& path, std::uint64_t maximumBytes);

/// BadData with the file's name in front: "'a.safetensors': tensor 'x' has ...".
tl::unexpected<Error> badFile(const std::filesystem::path& path, const std::string& what);

/// Text from a file made fit for one line of a message: quoted, control bytes escaped, shortened.
std::string inQuotes(std::string_view text);

} // namespace hierascope::io
