// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/tensorboard_record.h"

#include <boost/crc.hpp>

namespace hierascope::runs {

namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint32_t kMaskDelta = 0xa282ead8U;

void append(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>((value >> (8 * i)) & 0xffU));
}

std::uint64_t integerOf(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    return value;
}

} // namespace

std::uint32_t maskedCrc(std::string_view bytes) {
    boost::crc_optimal<32, 0x1edc6f41, 0xffffffff, 0xffffffff, true, true> crc; // Castagnoli's
    crc.process_bytes(bytes.data(), bytes.size());
    const std::uint32_t sum = crc.checksum();
    return ((sum >> 15U) | (sum << 17U)) + kMaskDelta;
}

std::string recordOf(std::string_view data) {
    std::string record;
    record.reserve(kRecordHead + data.size() + kRecordTail);
    append(record, data.size(), kLengthBytes);
    append(record, maskedCrc(record), sizeof(std::uint32_t));
    record += data;
    append(record, maskedCrc(data), sizeof(std::uint32_t));
    return record;
}

RecordHead recordHeadOf(std::string_view head) {
    const std::string_view length = head.substr(0, kLengthBytes);
    return {integerOf(length), maskedCrc(length) == integerOf(head.substr(kLengthBytes, 4))};
}

bool isIntact(std::string_view data, std::string_view tail) {
    return maskedCrc(data) == integerOf(tail.substr(0, kRecordTail));
}

} // namespace hierascope::runs
