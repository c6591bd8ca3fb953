// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The framing of TensorBoard's event files: length, its checksum, data, its checksum; integers
/// little endian.
///
/// @source TensorFlow's record_writer.cc and crc32c.h
namespace hierascope::runs {

inline constexpr std::size_t kRecordHead = 12; ///< bytes before the data
inline constexpr std::size_t kRecordTail = 4;  ///< bytes behind it

/// CRC-32C, turned and shifted, so that a checksum of data with checksums in it is no trap.
std::uint32_t maskedCrc(std::string_view bytes);

/// Puts data into a frame.
std::string recordOf(std::string_view data);

/// What the head of a frame says.
struct RecordHead {
    std::uint64_t length = 0;
    bool isIntact = false; ///< whether the length's checksum is right
};
RecordHead recordHeadOf(std::string_view head);

/// Whether the tail of a frame holds the checksum of its data.
bool isIntact(std::string_view data, std::string_view tail);

} // namespace hierascope::runs
