// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/exif_orientation.h"

#include <algorithm>
#include <string_view>

namespace hierascope::io {

namespace {

/// Reads numbers of a TIFF structure; out of bounds gives 0.
class TiffBytes {
public:
    explicit TiffBytes(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {
        m_littleEndian = !bytes.empty() && bytes[0] == 'I';
    }

    std::uint32_t number(std::size_t offset, std::size_t length) const {
        if (offset > m_bytes.size() || length > m_bytes.size() - offset)
            return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i)
            value = value << 8 | m_bytes[offset + (m_littleEndian ? length - 1 - i : i)];
        return value;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_littleEndian = false;
};

} // namespace

int exifOrientation(std::span<const std::uint8_t> exif) {
    constexpr std::uint32_t kOrientationTag = 0x0112;
    constexpr std::uint32_t kShort = 3;
    constexpr std::uint32_t kLong = 4;
    const std::string_view text(reinterpret_cast<const char*>(exif.data()), exif.size());
    if (text.starts_with(std::string_view("Exif\0\0", 6)))
        exif = exif.subspan(6);
    const TiffBytes tiff(exif);
    if (tiff.number(2, 2) != 42)
        return 1;
    const std::size_t directory = tiff.number(4, 4);
    const std::size_t entries = tiff.number(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (tiff.number(entry, 2) != kOrientationTag)
            continue;
        const std::uint32_t type = tiff.number(entry + 2, 2);
        std::uint32_t value = 0;
        if (type == kShort || type == kLong)
            value = tiff.number(entry + 8, type == kShort ? 2 : 4);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

bool swapsSides(int orientation) {
    return orientation >= 5;
}

ImageRgb8 applyOrientation(ImageRgb8 image, int orientation) {
    if (orientation == 1)
        return image;
    const bool swap = swapsSides(orientation);
    // Where the first column and the first row of the shown picture lie in the stored one.
    const bool fromRight =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    ImageRgb8 shown(swap ? image.height : image.width, swap ? image.width : image.height);
    auto out = shown.pixels.begin();
    for (int y = 0; y < shown.height; ++y) {
        for (int x = 0; x < shown.width; ++x) {
            const int column = swap ? y : x;
            const int row = swap ? x : y;
            const int storedX = fromRight ? image.width - 1 - column : column;
            const int storedY = fromBottom ? image.height - 1 - row : row;
            const auto offset = (static_cast<std::ptrdiff_t>(storedY) * image.width + storedX) * 3;
            out = std::copy_n(image.pixels.begin() + offset, 3, out);
        }
    }
    return shown;
}

} // namespace hierascope::io
