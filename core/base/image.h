// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hierascope {

/// A picture of 8-bit RGB pixels, row-major, interleaved, no row padding.
struct ImageRgb8 {
    int width = 0;                    ///< X, pixels
    int height = 0;                   ///< Y, pixels
    std::vector<std::uint8_t> pixels; ///< [Y, X, 3]

    ImageRgb8() = default;
    ImageRgb8(int width_, int height_)
        : width(width_), height(height_),
          pixels(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 3) {}

    bool isEmpty() const { return pixels.empty(); }
    bool operator==(const ImageRgb8&) const = default;
};

/// A picture of float RGB planes in [0, 1] scale, unclamped: what a decoder puts out.
struct ImageRgbF32 {
    int width = 0;             ///< X, pixels
    int height = 0;            ///< Y, pixels
    std::vector<float> planes; ///< [3, Y, X]

    ImageRgbF32() = default;
    ImageRgbF32(int width_, int height_)
        : width(width_), height(height_),
          planes(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 3) {}

    bool isEmpty() const { return planes.empty(); }
    bool operator==(const ImageRgbF32&) const = default;
};

/// Rounds to 8 bits after clamping to [0, 1].
ImageRgb8 toRgb8(const ImageRgbF32& image);

/// Scales 8-bit pixels to [0, 1] planes.
ImageRgbF32 toRgbF32(const ImageRgb8& image);

} // namespace hierascope
