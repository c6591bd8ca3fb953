// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace hierascope {

/// Writes a file so that its name always holds the old content or the whole new one.
///
/// Bytes go to a temporary file in the same folder; `commit` writes them to the disk, renames the
/// file into place and syncs the folder, checking every return code. Destroyed without `commit`,
/// it removes the temporary file and leaves the old one as it was.
class AtomicFile {
public:
    static Result<AtomicFile> create(const std::filesystem::path& target);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    Result<void> commit();

private:
    AtomicFile(std::filesystem::path target, std::string temporary, int descriptor);
    tl::unexpected<Error> systemFailure(std::string_view act) const;
    void discard() noexcept;

    std::filesystem::path m_target;
    std::string m_temporary;
    int m_descriptor = -1;
};

/// Makes the names in a folder durable: what a rename in it has done survives a power cut.
Result<void> syncFolder(const std::filesystem::path& folder);

/// Writes `bytes` to `target` in one go; the file is the old one or the new one.
Result<void> writeFileAtomically(const std::filesystem::path& target, std::string_view bytes);

} // namespace hierascope
