// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npz_writer.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <zlib.h>

#include "core/base/atomic_file.h"
#include "core/io/npy.h"

namespace hierascope::io {

namespace {

constexpr std::uint64_t kLargest = 0xFFFFFFFEULL; ///< of anything that the plain format can say
constexpr std::uint16_t kVersion = 20;            ///< of the zip format that a reader must know
constexpr std::uint16_t kDate = 0x21;             ///< 1 January 1980

void append(std::string& text, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>((value >> (8 * i)) & 255);
}

/// A record of the archive: a whole .npy file.
struct Record {
    std::string name;
    std::string header; ///< in front of the array's bytes
    std::span<const std::byte> bytes;
    std::uint32_t crc = 0;
    std::uint64_t offset = 0;

    std::uint64_t size() const { return header.size() + bytes.size(); }

    /// What the local header and the central directory have in common.
    void appendFacts(std::string& text) const {
        append(text, kVersion, 2);
        append(text, 0, 2); // flags
        append(text, 0, 2); // stored
        append(text, 0, 2); // time
        append(text, kDate, 2);
        append(text, crc, 4);
        append(text, size(), 4);
        append(text, size(), 4);
        append(text, name.size(), 2);
        append(text, 0, 2); // extra field
    }
};

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, const std::string& why) {
    return failure(ErrorCode::Failed, "Cannot write '" + path.string() + "': " + why + ".");
}

Result<std::vector<Record>> recordsOf(const std::filesystem::path& path,
                                      std::span<const TensorToWrite> arrays) {
    std::vector<Record> records;
    std::set<std::string> names;
    for (const TensorToWrite& array : arrays) {
        if (array.name.empty() || !names.insert(array.name).second)
            return cannotWrite(path, "the name '" + array.name + "' is empty or given twice");
        auto header = npyHeaderBytes(array.dtype, array.shape);
        if (!header)
            return failure(ErrorCode::Failed, "Cannot write '" + path.string() + "', array '" +
                                                  array.name + "': " + header.error().message);
        std::uint64_t needed = itemSize(array.dtype);
        for (const std::int64_t side : array.shape)
            needed *= static_cast<std::uint64_t>(side);
        if (needed != array.bytes.size())
            return cannotWrite(path, "the array '" + array.name + "' has " +
                                         std::to_string(array.bytes.size()) + " bytes, its shape " +
                                         std::to_string(needed));
        Record record{array.name + ".npy", *std::move(header), array.bytes};
        const auto* text = reinterpret_cast<const Bytef*>(record.header.data());
        const auto* data = reinterpret_cast<const Bytef*>(record.bytes.data());
        uLong crc = ::crc32_z(0, text, record.header.size());
        if (!record.bytes.empty()) // without bytes zlib would begin anew
            crc = ::crc32_z(crc, data, record.bytes.size());
        record.crc = static_cast<std::uint32_t>(crc);
        records.push_back(std::move(record));
    }
    return records;
}

std::string localHeader(const Record& record) {
    std::string text = "PK\x03\x04";
    record.appendFacts(text);
    return text + record.name;
}

std::string centralDirectory(const std::vector<Record>& records, std::uint64_t start) {
    std::string text;
    for (const Record& record : records) {
        text += "PK\x01\x02";
        append(text, kVersion, 2); // made by
        record.appendFacts(text);
        append(text, 0, 2); // comment
        append(text, 0, 2); // disk
        append(text, 0, 2); // internal attributes
        append(text, 0, 4); // external attributes
        append(text, record.offset, 4);
        text += record.name;
    }
    const std::uint64_t size = text.size();
    text += "PK\x05\x06";
    append(text, 0, 4); // disks
    append(text, records.size(), 2);
    append(text, records.size(), 2);
    append(text, size, 4);
    append(text, start, 4);
    append(text, 0, 2); // comment
    return text;
}

} // namespace

Result<void> writeNpz(const std::filesystem::path& path, std::span<const TensorToWrite> arrays) {
    auto records = recordsOf(path, arrays);
    if (!records)
        return failure(records);
    std::uint64_t offset = 0;
    for (Record& record : *records) {
        record.offset = offset;
        offset += localHeader(record).size() + record.size();
    }
    const std::string directory = centralDirectory(*records, offset);
    if (offset + directory.size() > kLargest || records->size() > 0xFFFE)
        return cannotWrite(path, "it would have " + std::to_string(offset) +
                                     " bytes, and .npz is written below 4 GiB; take .safetensors");
    auto file = AtomicFile::create(path);
    if (!file)
        return failure(file);
    for (const Record& record : *records) {
        if (auto done = file->write(localHeader(record) + record.header); !done)
            return done;
        if (auto done = file->write(record.bytes); !done)
            return done;
    }
    if (auto done = file->write(directory); !done)
        return done;
    return file->commit();
}

} // namespace hierascope::io
