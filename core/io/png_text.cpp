// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/png_text.h"

#include <span>
#include <string_view>

#include "core/io/image_source.h"
#include "core/io/input_file.h"
#include "core/io/png_decoder.h"

namespace hierascope::io {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n"sv;
constexpr std::uint64_t kFrame = 12; ///< bytes of a chunk beside its data: length, name, checksum
constexpr std::uint64_t kLongestChunk = 0x7FFFFFFF;
constexpr std::uint64_t kLongestKeyword = 79;
/// Keyword, language and translated keyword, and their marks, beside the text itself.
constexpr std::uint64_t kBesideText = 1024;
constexpr int kMostChunks = 1'000'000;

struct Chunk {
    std::uint64_t begin = 0;  ///< byte in the file
    std::uint64_t length = 0; ///< of its data
    std::string name;

    bool isText() const { return name == "tEXt" || name == "zTXt" || name == "iTXt"; }
};

Result<std::string> readBytes(const InputFile& file, std::uint64_t offset, std::uint64_t length) {
    std::string bytes(static_cast<std::size_t>(length), '\0');
    if (auto done = file.read(offset, std::as_writable_bytes(std::span(bytes))); !done)
        return failure(done);
    return bytes;
}

Result<Chunk> chunkAt(const InputFile& file, std::uint64_t begin) {
    const std::string at = " at byte " + std::to_string(begin);
    if (file.size() - begin < kFrame)
        return badFile(file.path(), "PNG chunk" + at + " is cut off");
    const auto head = readBytes(file, begin, 8);
    if (!head)
        return failure(head);
    Chunk chunk{begin, 0, head->substr(4)};
    for (const char byte : head->substr(0, 4))
        chunk.length = chunk.length << 8 | static_cast<unsigned char>(byte);
    if (chunk.length > kLongestChunk || chunk.length > file.size() - begin - kFrame)
        return badFile(file.path(), "PNG chunk " + inQuotes(chunk.name) + at +
                                        " says that it has " + std::to_string(chunk.length) +
                                        " bytes, but only " +
                                        std::to_string(file.size() - begin - kFrame) + " follow");
    return chunk;
}

Result<bool> hasKeyword(const InputFile& file, const Chunk& chunk, const std::string& keyword) {
    if (!chunk.isText() || keyword.size() > kLongestKeyword || chunk.length <= keyword.size())
        return false;
    const auto start = readBytes(file, chunk.begin + 8, keyword.size() + 1);
    if (!start)
        return failure(start);
    return *start == keyword + '\0';
}

/// Puts the chunk into a picture of one pixel that ends where the pixel would begin.
std::string asPictureOfItsOwn(const std::string& chunk) {
    constexpr std::string_view kOneGreyPixel = "\0\0\0\x0DIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0"
                                               "\x3A\x7E\x9B\x55"sv;
    return std::string(kSignature) + std::string(kOneGreyPixel) + chunk +
           std::string("\0\0\0\0IDAT"sv);
}

Result<std::string> textOf(const InputFile& file, const Chunk& chunk, const std::string& keyword,
                           std::uint64_t maximumBytes) {
    const std::string what = "PNG text " + inQuotes(keyword);
    const std::string limit = std::to_string(maximumBytes) + " bytes";
    if (chunk.length > maximumBytes + kBesideText)
        return badFile(file.path(), what + " has " + std::to_string(chunk.length) +
                                        " bytes, expected at most " + limit);
    const auto bytes = readBytes(file, chunk.begin, chunk.length + kFrame);
    if (!bytes)
        return failure(bytes);
    const std::string picture = asPictureOfItsOwn(*bytes);
    const auto texts = decodePngTexts({std::as_bytes(std::span(picture)), file.path().string()});
    if (!texts)
        return failure(texts);
    const auto found = texts->find(keyword);
    if (found == texts->end())
        return badFile(file.path(), what + " is damaged, or far longer than " + limit);
    if (found->second.size() > maximumBytes)
        return badFile(file.path(), what + " has " + std::to_string(found->second.size()) +
                                        " bytes, expected at most " + limit);
    return found->second;
}

Result<bool> isPng(const InputFile& file) {
    if (file.size() < kSignature.size())
        return false;
    const auto start = readBytes(file, 0, kSignature.size());
    if (!start)
        return failure(start);
    return *start == kSignature;
}

} // namespace

Result<std::optional<std::string>> readPngText(const std::filesystem::path& path,
                                               const std::string& keyword,
                                               std::uint64_t maximumBytes) {
    const auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    const auto png = isPng(*file);
    if (!png)
        return failure(png);
    std::uint64_t begin = kSignature.size();
    for (int count = 0; *png && count < kMostChunks; ++count) {
        const auto chunk = chunkAt(*file, begin);
        if (!chunk)
            return failure(chunk);
        const auto isWanted = hasKeyword(*file, *chunk, keyword);
        if (!isWanted)
            return failure(isWanted);
        if (*isWanted)
            return textOf(*file, *chunk, keyword, maximumBytes);
        if (chunk->name == "IEND")
            return std::nullopt;
        begin += chunk->length + kFrame;
    }
    if (*png)
        return badFile(path, "it has more than " + std::to_string(kMostChunks) + " PNG chunks");
    return std::nullopt;
}

} // namespace hierascope::io
