// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/image.h"

#include <algorithm>
#include <cmath>

namespace hierascope {

ImageRgb8 toRgb8(const ImageRgbF32& image) {
    ImageRgb8 out(image.width, image.height);
    const std::size_t count = out.pixels.size() / 3;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        for (std::size_t i = 0; i < count; ++i) {
            const float value = std::clamp(image.planes[channel * count + i], 0.0F, 1.0F);
            out.pixels[i * 3 + channel] = static_cast<std::uint8_t>(std::lround(value * 255.0F));
        }
    }
    return out;
}

ImageRgbF32 toRgbF32(const ImageRgb8& image) {
    ImageRgbF32 out(image.width, image.height);
    const std::size_t count = out.planes.size() / 3;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        for (std::size_t i = 0; i < count; ++i)
            out.planes[channel * count + i] =
                static_cast<float>(image.pixels[i * 3 + channel]) / 255.0F;
    }
    return out;
}

} // namespace hierascope
