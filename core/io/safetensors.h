// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/input_file.h"

namespace hierascope::io {

/// Element types of a tensor file, named as the format writes them.
enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, U16, U32, U64, Bool };

/// The name that stands in a file: "F32", "BOOL".
std::string_view dtypeName(DType dtype);

/// Bytes of one element.
std::uint64_t itemSize(DType dtype);

/// One tensor of a file.
struct TensorEntry {
    std::string name; ///< anything may stand here: never use it as a path
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; ///< bytes from the start of the data part
    std::uint64_t end = 0;   ///< one past the last byte

    std::uint64_t byteSize() const { return end - begin; }
};

using Metadata = std::map<std::string, std::string>;

struct SafetensorsLimits {
    std::uint64_t headerBytes = 100'000'000; ///< the format's own bound
    std::size_t dimensions = 64;             ///< of one tensor
};

/// A safetensors file whose header was checked from end to end before anything was believed.
///
/// Refused: a header that is too long, is not one JSON object in UTF-8, is padded with anything but
/// spaces at its end, or gives a key twice; unknown fields and types; shapes and offsets that are
/// no non-negative integers or overflow; sizes that differ from shape and type; holes, overlaps and
/// bytes left over. Tensors without elements are legal and may share an offset with a neighbour.
class SafetensorsFile {
public:
    static Result<SafetensorsFile> open(const std::filesystem::path& path,
                                        const SafetensorsLimits& limits = {});

    const std::filesystem::path& path() const { return m_file.path(); }

    /// In the order of their bytes in the file.
    const std::vector<TensorEntry>& entries() const { return m_entries; }
    const Metadata& metadata() const { return m_metadata; }

    /// The entry called `name`, or nullptr.
    const TensorEntry* find(std::string_view name) const;

    /// Where the bytes of one of `entries()` start, from the start of the file.
    std::uint64_t fileOffset(const TensorEntry& entry) const { return m_dataStart + entry.begin; }

    /// @param entry one of `entries()`
    Result<std::vector<std::byte>> read(const TensorEntry& entry) const;

    /// Reads into memory of the caller, `entry.byteSize()` bytes.
    Result<void> read(const TensorEntry& entry, std::span<std::byte> target) const;

private:
    explicit SafetensorsFile(InputFile file) : m_file(std::move(file)) {}

    InputFile m_file;
    std::uint64_t m_dataStart = 0;
    std::vector<TensorEntry> m_entries;
    Metadata m_metadata;
};

/// One tensor to be written: its bytes are little-endian, row-major, without gaps.
struct TensorToWrite {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Writes a file that depends on nothing but its arguments, whatever their order.
///
/// The header's keys are sorted; the data lie widest type first, then by name, behind a header
/// padded to 8 bytes, so that every element is aligned (the reference writer's order).
Result<void> writeSafetensors(const std::filesystem::path& path,
                              std::span<const TensorToWrite> tensors,
                              const Metadata& metadata = {});

} // namespace hierascope::io
