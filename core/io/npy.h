// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/input_file.h"
#include "core/io/safetensors.h"

namespace hierascope::io {

/// One array of numbers, row-major, little-endian.
struct NpyArray {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
};

/// What the header of a .npy file says, checked against the size of the file.
struct NpyHeader {
    DType dtype = DType::F32;
    bool isFortranOrder = false;
    bool isBigEndian = false;
    std::vector<std::int64_t> shape;
    std::uint64_t dataStart = 0; ///< bytes from the start of the file
    std::uint64_t dataBytes = 0;
};

/// Reads a .npy header of version 1, 2 or 3; object and structured arrays are refused, for the
/// first are pickles, which can run code.
Result<NpyHeader> readNpyHeader(const InputFile& file);

/// The same for a .npy file of `size` bytes that lies inside another one from byte `start` on.
Result<NpyHeader> readNpyHeader(const InputFile& file, std::uint64_t start, std::uint64_t size);

/// Reads a whole .npy file, whatever its byte order and its order of axes.
Result<NpyArray> readNpy(const std::filesystem::path& path);

/// The bytes in front of the data: a version 1 header, padded so that data are aligned to 64 bytes.
///
/// bfloat16 has no name in this format and is a failure.
Result<std::string> npyHeaderBytes(DType dtype, std::span<const std::int64_t> shape);

/// Writes a version 1 file in C order, little-endian, data aligned to 64 bytes, as numpy does.
///
/// bfloat16 has no name in this format and is a failure.
Result<void> writeNpy(const std::filesystem::path& path, DType dtype,
                      std::span<const std::int64_t> shape, std::span<const std::byte> bytes);

} // namespace hierascope::io
