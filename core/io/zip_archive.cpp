// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/zip_archive.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <span>
#include <utility>

namespace hierascope::io {

namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kCentralBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEnd64Bytes = 56;
constexpr std::size_t kLocator64Bytes = 20;
constexpr std::uint16_t kZip64Extra = 1;
constexpr std::uint32_t kIn64Wide = 0xFFFFFFFF;

/// Little-endian number at `position` of `bytes`; the caller has checked that it is inside.
template <typename T>
T numberAt(std::string_view bytes, std::size_t position) {
    T value = 0;
    std::memcpy(&value, bytes.data() + position, sizeof value);
    return value;
}

/// Where the central directory lies.
struct Directory {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    std::uint64_t records = 0;
};

/// A record and the first byte of its local header.
struct Found {
    ZipRecord record;
    std::uint64_t header = 0;
};

class DirectoryReader {
public:
    DirectoryReader(const InputFile& file, const ZipLimits& limits)
        : m_file(file), m_limits(limits) {}

    Result<Directory> findDirectory() const {
        const std::uint64_t tailBytes =
            std::min<std::uint64_t>(m_file.size(), kEndBytes + 0xFFFFULL);
        const auto tail = bytesAt(m_file.size() - tailBytes, tailBytes);
        if (!tail)
            return failure(tail);
        for (std::size_t at = tail->size(); at-- > 0;) {
            if (tail->size() - at < kEndBytes ||
                numberAt<std::uint32_t>(*tail, at) != kEndSignature ||
                tail->size() - at - kEndBytes != numberAt<std::uint16_t>(*tail, at + 20))
                continue;
            return directoryFromEnd(m_file.size() - tailBytes + at,
                                    std::string_view(*tail).substr(at, kEndBytes));
        }
        return bad("it has no end-of-archive record, so it is cut off or no zip file");
    }

    Result<std::vector<Found>> readRecords(const Directory& directory) const {
        const auto bytes = bytesAt(directory.begin, directory.size);
        if (!bytes)
            return failure(bytes);
        std::vector<Found> all;
        std::size_t position = 0;
        for (std::uint64_t i = 0; i < directory.records; ++i) {
            auto found = readRecord(*bytes, position);
            if (!found)
                return failure(found);
            all.push_back(std::move(*found));
        }
        if (position != bytes->size())
            return bad("its directory has " + std::to_string(bytes->size() - position) +
                       " bytes after the last record");
        return all;
    }

    /// Reads the local header, which must agree, and finds where the data begin.
    Result<void> locate(Found& found, const Directory& directory) const {
        ZipRecord& record = found.record;
        const std::string where = "record " + inQuotes(record.name) + ": ";
        if (found.header > directory.begin || directory.begin - found.header < kLocalBytes)
            return bad(where + "its header at byte " + std::to_string(found.header) +
                       " lies outside of the file's data");
        const std::uint64_t room = directory.begin - found.header;
        const auto header =
            bytesAt(found.header, std::min<std::uint64_t>(room, kLocalBytes + record.name.size()));
        if (!header)
            return failure(header);
        if (numberAt<std::uint32_t>(*header, 0) != kLocalSignature)
            return bad(where + "there is no header at byte " + std::to_string(found.header));
        const std::uint64_t before = kLocalBytes + numberAt<std::uint16_t>(*header, 26) +
                                     std::uint64_t(numberAt<std::uint16_t>(*header, 28));
        if (header->substr(kLocalBytes) != record.name ||
            numberAt<std::uint16_t>(*header, 26) != record.name.size())
            return bad(where + "its header at byte " + std::to_string(found.header) +
                       " has another name");
        if ((numberAt<std::uint16_t>(*header, 8) == 0) != record.isStored)
            return bad(where + "header and directory name different methods");
        if (before > room || record.size > room - before)
            return bad(where + std::to_string(record.size) + " bytes from byte " +
                       std::to_string(found.header) + " on reach into the directory at byte " +
                       std::to_string(directory.begin));
        record.offset = found.header + before;
        return {};
    }

    tl::unexpected<Error> bad(const std::string& what) const {
        return badFile(m_file.path(), what);
    }

private:
    Result<std::string> bytesAt(std::uint64_t offset, std::uint64_t size) const {
        std::string bytes(static_cast<std::size_t>(size), '\0');
        if (auto done = m_file.read(offset, std::as_writable_bytes(std::span(bytes))); !done)
            return failure(done);
        return bytes;
    }

    Result<Directory> directoryFromEnd(std::uint64_t endAt, std::string_view end) const {
        Directory directory;
        directory.records = numberAt<std::uint16_t>(end, 10);
        directory.size = numberAt<std::uint32_t>(end, 12);
        directory.begin = numberAt<std::uint32_t>(end, 16);
        std::uint64_t disks = numberAt<std::uint16_t>(end, 4);
        std::uint64_t recordsHere = numberAt<std::uint16_t>(end, 8);
        std::uint64_t endOfDirectory = endAt;
        if (const auto end64 = findEnd64(endAt)) {
            const auto bytes = bytesAt(*end64, kEnd64Bytes);
            if (!bytes)
                return failure(bytes);
            disks = numberAt<std::uint32_t>(*bytes, 16);
            recordsHere = numberAt<std::uint64_t>(*bytes, 24);
            directory.records = numberAt<std::uint64_t>(*bytes, 32);
            directory.size = numberAt<std::uint64_t>(*bytes, 40);
            directory.begin = numberAt<std::uint64_t>(*bytes, 48);
            endOfDirectory = *end64;
        }
        return checked(directory, disks != 0 || recordsHere != directory.records, endOfDirectory);
    }

    Result<Directory> checked(const Directory& directory, bool hasDisks,
                              std::uint64_t endOfDirectory) const {
        if (hasDisks)
            return bad("it is one part of a zip file on several disks");
        if (directory.records > m_limits.records)
            return bad("it has " + std::to_string(directory.records) + " records; at most " +
                       std::to_string(m_limits.records) + " are read");
        if (directory.size > m_limits.directoryBytes)
            return bad("its directory has " + std::to_string(directory.size) + " bytes; at most " +
                       std::to_string(m_limits.directoryBytes) + " are read");
        if (directory.begin > endOfDirectory || endOfDirectory - directory.begin != directory.size)
            return bad("its directory of " + std::to_string(directory.size) + " bytes at byte " +
                       std::to_string(directory.begin) + " does not end at byte " +
                       std::to_string(endOfDirectory) + ", where the end-of-archive record begins");
        return directory;
    }

    /// The zip64 end record, where a locator in front of the end record names a true one.
    std::optional<std::uint64_t> findEnd64(std::uint64_t endAt) const {
        if (endAt < kLocator64Bytes + kEnd64Bytes)
            return std::nullopt;
        const auto locator = bytesAt(endAt - kLocator64Bytes, kLocator64Bytes);
        if (!locator || numberAt<std::uint32_t>(*locator, 0) != kLocator64Signature)
            return std::nullopt;
        const auto at = numberAt<std::uint64_t>(*locator, 8);
        if (at > endAt - kLocator64Bytes - kEnd64Bytes)
            return std::nullopt;
        const auto signature = bytesAt(at, sizeof(std::uint32_t));
        if (!signature || numberAt<std::uint32_t>(*signature, 0) != kEnd64Signature)
            return std::nullopt;
        return at;
    }

    Result<Found> readRecord(std::string_view bytes, std::size_t& position) const {
        const auto left = bytes.size() - position;
        if (left < kCentralBytes || numberAt<std::uint32_t>(bytes, position) != kCentralSignature)
            return bad("its directory ends before its last record");
        const auto entry = bytes.substr(position, kCentralBytes);
        const std::size_t nameBytes = numberAt<std::uint16_t>(entry, 28);
        const std::size_t extraBytes = numberAt<std::uint16_t>(entry, 30);
        const std::size_t commentBytes = numberAt<std::uint16_t>(entry, 32);
        if (left - kCentralBytes < nameBytes + extraBytes + commentBytes)
            return bad("its directory is cut off in the name of a record");
        Found found;
        ZipRecord& record = found.record;
        record.name = bytes.substr(position + kCentralBytes, nameBytes);
        record.crc32 = numberAt<std::uint32_t>(entry, 16);
        record.isStored = numberAt<std::uint16_t>(entry, 10) == 0;
        record.size = numberAt<std::uint32_t>(entry, 20);
        found.header = numberAt<std::uint32_t>(entry, 42);
        std::uint64_t unpacked = numberAt<std::uint32_t>(entry, 24);
        const std::string where = "record " + inQuotes(record.name) + ": ";
        if (!widen(bytes.substr(position + kCentralBytes + nameBytes, extraBytes), unpacked,
                   record.size, found.header))
            return bad(where + "its zip64 field is cut off");
        if ((numberAt<std::uint16_t>(entry, 8) & 1) != 0)
            return bad(where + "it is encrypted");
        if (record.isStored && unpacked != record.size)
            return bad(where + "it is stored in " + std::to_string(record.size) +
                       " bytes, but said to hold " + std::to_string(unpacked));
        position += kCentralBytes + nameBytes + extraBytes + commentBytes;
        return found;
    }

    /// Replaces numbers that are too large for 32 bits by those of the zip64 field.
    static bool widen(std::string_view extra, std::uint64_t& unpacked, std::uint64_t& size,
                      std::uint64_t& header) {
        std::vector<std::uint64_t*> wanted;
        for (std::uint64_t* value : {&unpacked, &size, &header})
            if (*value == kIn64Wide)
                wanted.push_back(value);
        while (!wanted.empty() && extra.size() >= 4) {
            const std::size_t fieldBytes = numberAt<std::uint16_t>(extra, 2);
            if (extra.size() - 4 < fieldBytes)
                return false;
            if (numberAt<std::uint16_t>(extra, 0) == kZip64Extra) {
                if (fieldBytes < wanted.size() * sizeof(std::uint64_t))
                    return false;
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    *wanted[i] = numberAt<std::uint64_t>(extra, 4 + i * sizeof(std::uint64_t));
                return true;
            }
            extra.remove_prefix(4 + fieldBytes);
        }
        return wanted.empty();
    }

    const InputFile& m_file;
    const ZipLimits& m_limits;
};

/// Demands that no record begins before the one in front of it ends.
Result<void> checkApart(const DirectoryReader& reader, std::vector<Found>& all) {
    std::sort(all.begin(), all.end(),
              [](const Found& a, const Found& b) { return a.header < b.header; });
    for (std::size_t i = 1; i < all.size(); ++i) {
        const ZipRecord& before = all[i - 1].record;
        if (all[i].header < before.offset + before.size)
            return reader.bad("record " + inQuotes(all[i].record.name) + ": it lies inside " +
                              inQuotes(before.name));
    }
    return {};
}

} // namespace

Result<ZipArchive> ZipArchive::open(InputFile file, const ZipLimits& limits) {
    ZipArchive archive(std::move(file));
    const DirectoryReader reader(archive.m_file, limits);
    const auto directory = reader.findDirectory();
    if (!directory)
        return failure(directory);
    auto all = reader.readRecords(*directory);
    if (!all)
        return failure(all);
    for (Found& found : *all)
        if (auto done = reader.locate(found, *directory); !done)
            return failure(done);
    if (auto done = checkApart(reader, *all); !done)
        return failure(done);
    for (Found& found : *all)
        archive.m_records.push_back(std::move(found.record));
    auto& records = archive.m_records;
    std::sort(records.begin(), records.end(),
              [](const ZipRecord& a, const ZipRecord& b) { return a.name < b.name; });
    const auto twice =
        std::adjacent_find(records.begin(), records.end(),
                           [](const ZipRecord& a, const ZipRecord& b) { return a.name == b.name; });
    if (twice != records.end())
        return reader.bad("record " + inQuotes(twice->name) + " is given twice");
    return archive;
}

const ZipRecord* ZipArchive::find(std::string_view name) const {
    const auto found = std::lower_bound(
        m_records.begin(), m_records.end(), name,
        [](const ZipRecord& record, std::string_view wanted) { return record.name < wanted; });
    return found == m_records.end() || found->name != name ? nullptr : &*found;
}

Result<std::string> ZipArchive::read(const ZipRecord& record, std::uint64_t maximumBytes) const {
    const std::string where = "record " + inQuotes(record.name) + ": ";
    if (!record.isStored)
        return badFile(m_file.path(), where + "it is compressed, which PyTorch never does");
    if (record.size > maximumBytes)
        return badFile(m_file.path(), where + "it has " + std::to_string(record.size) +
                                          " bytes; at most " + std::to_string(maximumBytes) +
                                          " are read of this kind");
    std::string bytes(static_cast<std::size_t>(record.size), '\0');
    if (auto done = m_file.read(record.offset, std::as_writable_bytes(std::span(bytes))); !done)
        return failure(done);
    return bytes;
}

} // namespace hierascope::io
