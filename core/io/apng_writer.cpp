// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/apng_writer.h"

#include <cstdint>
#include <string_view>

#include <zlib.h>

#include "core/base/atomic_file.h"
#include "core/io/png_writer.h"

namespace hierascope::io {

namespace {

constexpr std::size_t kSignature = 8;
constexpr std::size_t kChunkFrame = 12; // length, type and checksum around the data
constexpr int kLongest = 65535;

std::string bigEndian32(std::uint32_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(value >> shift & 0xFFU);
    return bytes;
}

std::string bigEndian16(int value) {
    return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)};
}

std::string chunk(std::string_view type, std::string_view data) {
    const std::string body = std::string(type) + std::string(data);
    const auto sum = ::crc32(::crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(body.data()),
                             static_cast<uInt>(body.size()));
    return bigEndian32(static_cast<std::uint32_t>(data.size())) + body +
           bigEndian32(static_cast<std::uint32_t>(sum));
}

struct Chunk {
    std::string_view type;
    std::string_view data;
    std::string_view whole;
};

/// The chunks of a PNG that was just made.
std::vector<Chunk> chunksOf(const std::string& png) {
    std::vector<Chunk> chunks;
    const std::string_view bytes = png;
    for (std::size_t at = kSignature; at + kChunkFrame <= bytes.size();) {
        std::size_t length = 0;
        for (const char byte : bytes.substr(at, 4))
            length = length << 8 | static_cast<unsigned char>(byte);
        chunks.push_back({bytes.substr(at + 4, 4), bytes.substr(at + 8, length),
                          bytes.substr(at, length + kChunkFrame)});
        at += length + kChunkFrame;
    }
    return chunks;
}

/// fcTL: the whole canvas, shown for so long, replaced by the next frame.
std::string frameControl(std::uint32_t sequence, const ImageRgb8& frame, int milliseconds) {
    return chunk("fcTL", bigEndian32(sequence) +
                             bigEndian32(static_cast<std::uint32_t>(frame.width)) +
                             bigEndian32(static_cast<std::uint32_t>(frame.height)) +
                             bigEndian32(0) + bigEndian32(0) + bigEndian16(milliseconds) +
                             bigEndian16(1000) + std::string(2, '\0'));
}

Result<void> checkFrames(const std::vector<ImageRgb8>& frames, int milliseconds) {
    if (frames.empty())
        return failure(ErrorCode::Usage, "Animation: it has no frame.");
    if (milliseconds < 1 || milliseconds > kLongest)
        return failure(ErrorCode::Usage, "Animation: milliseconds is " +
                                             std::to_string(milliseconds) +
                                             ", expected 1 to 65535.");
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (frames[i].width != frames[0].width || frames[i].height != frames[0].height)
            return failure(ErrorCode::Usage, "Animation: frame " + std::to_string(i) + " is " +
                                                 std::to_string(frames[i].width) + " x " +
                                                 std::to_string(frames[i].height) + ", expected " +
                                                 std::to_string(frames[0].width) + " x " +
                                                 std::to_string(frames[0].height) + ".");
    return {};
}

} // namespace

Result<std::string> encodeApng(const std::vector<ImageRgb8>& frames, int milliseconds,
                               const std::map<std::string, std::string>& texts) {
    if (const auto checked = checkFrames(frames, milliseconds); !checked)
        return failure(checked);
    const auto first = encodePng(frames[0], texts);
    if (!first)
        return failure(first);
    std::string bytes = first->substr(0, kSignature);
    std::uint32_t sequence = 0;
    for (const Chunk& part : chunksOf(*first)) {
        if (part.type == "IDAT" && sequence == 0)
            bytes += frameControl(sequence++, frames[0], milliseconds);
        if (part.type == "IEND")
            break;
        bytes += part.whole;
        if (part.type == "IHDR")
            bytes += chunk("acTL",
                           bigEndian32(static_cast<std::uint32_t>(frames.size())) + bigEndian32(0));
    }
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const auto frame = encodePng(frames[i]);
        if (!frame)
            return failure(frame);
        bytes += frameControl(sequence++, frames[i], milliseconds);
        for (const Chunk& part : chunksOf(*frame))
            if (part.type == "IDAT")
                bytes += chunk("fdAT", bigEndian32(sequence++) + std::string(part.data));
    }
    return bytes + chunk("IEND", "");
}

Result<void> writeApng(const std::filesystem::path& path, const std::vector<ImageRgb8>& frames,
                       int milliseconds, const std::map<std::string, std::string>& texts) {
    const auto bytes = encodeApng(frames, milliseconds, texts);
    if (!bytes)
        return failure(bytes);
    return writeFileAtomically(path, *bytes);
}

} // namespace hierascope::io
