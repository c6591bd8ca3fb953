// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_reader.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/io/exif_orientation.h"
#include "core/io/image_source.h"
#include "core/io/input_file.h"
#include "core/io/jpeg_decoder.h"
#include "core/io/png_decoder.h"
#include "core/io/ppm_decoder.h"
#include "core/io/webp_decoder.h"

namespace hierascope::io {

namespace {

struct Format {
    bool (*matches)(std::string_view start);
    Result<DecodedImage> (*decode)(const ImageSource&, const ImageReadOptions&);
    Result<StoredSize> (*readSize)(const ImageSource&);
};

constexpr Format kFormats[] = {
    {[](std::string_view s) { return s.starts_with("\xFF\xD8\xFF"); }, decodeJpeg, readJpegSize},
    {[](std::string_view s) { return s.starts_with("\x89PNG\r\n\x1A\n"); }, decodePng, readPngSize},
    {[](std::string_view s) { return s.starts_with("RIFF") && s.substr(8).starts_with("WEBP"); },
     decodeWebp, readWebpSize},
    {[](std::string_view s) {
         return s[0] == 'P' && (s[1] == '2' || s[1] == '3' || s[1] == '5' || s[1] == '6');
     },
     decodePpm, readPpmSize},
};

Result<const Format*> formatOf(const ImageSource& source) {
    constexpr std::size_t kMagicBytes = 12;
    if (source.size() < kMagicBytes)
        return source.bad("file size " + std::to_string(source.size()) +
                          " is too small for an image.");
    const std::string_view start(reinterpret_cast<const char*>(source.data()), kMagicBytes);
    for (const Format& format : kFormats)
        if (format.matches(start))
            return &format;
    constexpr char kHex[] = "0123456789abcdef";
    std::string found;
    for (const char c : start.substr(0, 4)) {
        const auto byte = static_cast<unsigned char>(c);
        found += {' ', kHex[byte >> 4], kHex[byte & 15]};
    }
    return source.bad("first bytes" + found + " are not those of a JPEG, PNG, WebP, PPM or PGM.");
}

} // namespace

Result<ImageRgb8> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                              const ImageReadOptions& options) {
    const ImageSource source{bytes, name};
    const auto format = formatOf(source);
    if (!format)
        return failure(format);
    auto decoded = (*format)->decode(source, options);
    if (!decoded)
        return failure(decoded);
    return applyOrientation(std::move(decoded->image), decoded->orientation);
}

Result<ImageRgb8> readImage(const std::filesystem::path& path, const ImageReadOptions& options) {
    const auto bytes = readWholeFile(path, kMaxImageFileBytes);
    if (!bytes)
        return failure(bytes);
    return decodeImage(std::as_bytes(std::span(*bytes)), path.string(), options);
}

Result<ImageSize> readImageSize(const std::filesystem::path& path) {
    const auto bytes = readWholeFile(path, kMaxImageFileBytes);
    if (!bytes)
        return failure(bytes);
    const ImageSource source{std::as_bytes(std::span(*bytes)), path.string()};
    const auto format = formatOf(source);
    if (!format)
        return failure(format);
    const auto stored = (*format)->readSize(source);
    if (!stored)
        return failure(stored);
    if (swapsSides(stored->orientation))
        return ImageSize{stored->size.height, stored->size.width};
    return stored->size;
}

bool hasImageExtension(const std::filesystem::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::string_view kKnown[] = {".jpg",  ".jpeg", ".jpe", ".jfif", ".png",
                                           ".webp", ".ppm",  ".pgm", ".pnm"};
    return std::find(std::begin(kKnown), std::end(kKnown), extension) != std::end(kKnown);
}

} // namespace hierascope::io
