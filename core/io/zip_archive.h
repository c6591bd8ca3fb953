// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/input_file.h"

namespace hierascope::io {

/// One record of a zip file, with the place of its bytes.
struct ZipRecord {
    std::string name;         ///< anything may stand here: never use it as a path
    std::uint64_t offset = 0; ///< of the first byte of its data, from the start of the file
    std::uint64_t size = 0;   ///< bytes in the file
    std::uint32_t crc32 = 0;  ///< as written; PyTorch can be told to write no true one
    bool isStored = true;     ///< false: compressed, which this reader does not undo
};

struct ZipLimits {
    std::uint64_t directoryBytes = 16ULL << 20;
    std::size_t records = 50'000;
};

/// The records of a zip file as PyTorch writes them: stored, never compressed.
///
/// The central directory is the truth, and every local header must agree with it. Refused: several
/// disks, encryption, names given twice, records that reach out of the file or into each other, so
/// that all records together are never larger than the file.
class ZipArchive {
public:
    static Result<ZipArchive> open(InputFile file, const ZipLimits& limits = {});

    /// Sorted by name.
    const std::vector<ZipRecord>& records() const { return m_records; }

    /// The record called `name`, or nullptr.
    const ZipRecord* find(std::string_view name) const;

    /// Reads a stored record of at most `maximumBytes`.
    Result<std::string> read(const ZipRecord& record, std::uint64_t maximumBytes) const;

    /// Gives the file away, for what is read by offset later.
    InputFile release() && { return std::move(m_file); }

private:
    explicit ZipArchive(InputFile file) : m_file(std::move(file)) {}

    InputFile m_file;
    std::vector<ZipRecord> m_records;
};

} // namespace hierascope::io
