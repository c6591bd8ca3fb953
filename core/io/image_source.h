// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/image_reader.h"

namespace hierascope::io {

/// The bytes of one image file and the name that messages give it.
struct ImageSource {
    std::span<const std::byte> bytes;
    std::string name;

    const std::uint8_t* data() const { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }
    std::size_t size() const { return bytes.size(); }

    /// Makes the error "Image 'NAME': WHAT" of a file whose content is wrong.
    tl::unexpected<Error> bad(const std::string& what) const;

    /// Fails if a side is not positive, or the image is over one of the limits.
    Result<void> checkSize(std::int64_t width, std::int64_t height,
                           const ImageReadOptions& options) const;
};

/// An image as stored, and how to turn it (EXIF orientation, 1 to 8).
struct DecodedImage {
    ImageRgb8 image;
    int orientation = 1;
};

/// The size of an image as stored, and how to turn it.
struct StoredSize {
    ImageSize size;
    int orientation = 1;
};

/// More bytes than any image within sensible limits has.
inline constexpr std::uint64_t kMaxImageFileBytes = std::uint64_t{4} << 30;

/// Lays one row of RGBA pixels over a background; exact rounding.
void composeRow(std::span<const std::uint8_t> rgba, const std::array<std::uint8_t, 3>& background,
                std::uint8_t* rgb);

} // namespace hierascope::io
