// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::io {

/// What an image may be at most, and what lies behind its transparent parts.
struct ImageReadOptions {
    std::int64_t maxPixels = 100'000'000;                  ///< width times height
    int maxSide = 65536;                                   ///< pixels, either side
    std::array<std::uint8_t, 3> background{255, 255, 255}; ///< RGB; alpha is composed over this
};

/// Width and height as shown, that is with the EXIF orientation applied.
struct ImageSize {
    int width = 0;
    int height = 0;

    bool operator==(const ImageSize&) const = default;
};

/// Reads a JPEG, PNG, WebP (still) or PPM/PGM file, told apart by content and not by name.
///
/// Grey becomes RGB, 16 bits are rounded to 8, CMYK is converted as Pillow does, EXIF orientation
/// is applied. Colour profiles and gamma are ignored. JPEG and WebP pixels equal Pillow's.
///
/// @return NoInput if the file is missing or unreadable; BadData if its content is wrong,
///         truncated or over a limit. Limits are checked before pixels are allocated.
Result<ImageRgb8> readImage(const std::filesystem::path& path, const ImageReadOptions& = {});

/// Does the same for bytes in memory; `name` is what messages call them.
Result<ImageRgb8> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                              const ImageReadOptions& = {});

/// Returns the size of an image without decoding its pixels or checking any limit.
Result<ImageSize> readImageSize(const std::filesystem::path& path);

/// Says whether the name ends, in any case, like a format that readImage knows.
bool hasImageExtension(const std::filesystem::path& path);

} // namespace hierascope::io
