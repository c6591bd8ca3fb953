// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_source.h"

namespace hierascope::io {

tl::unexpected<Error> ImageSource::bad(const std::string& what) const {
    return failure(ErrorCode::BadData, "Image '" + name + "': " + what);
}

Result<void> ImageSource::checkSize(std::int64_t width, std::int64_t height,
                                    const ImageReadOptions& options) const {
    const auto checkSide = [&](const char* side, std::int64_t value) -> Result<void> {
        if (value < 1)
            return bad(std::string(side) + " " + std::to_string(value) + " is not at least 1.");
        if (value > options.maxSide)
            return bad(std::string(side) + " " + std::to_string(value) + " is over the limit of " +
                       std::to_string(options.maxSide) + " pixels.");
        return {};
    };
    if (auto result = checkSide("width", width); !result)
        return result;
    if (auto result = checkSide("height", height); !result)
        return result;
    if (width * height > options.maxPixels)
        return bad("size " + std::to_string(width) + " x " + std::to_string(height) + " is " +
                   std::to_string(width * height) + " pixels, over the limit of " +
                   std::to_string(options.maxPixels) + ".");
    return {};
}

void composeRow(std::span<const std::uint8_t> rgba, const std::array<std::uint8_t, 3>& background,
                std::uint8_t* rgb) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const unsigned sum = rgba[i + channel] * alpha + background[channel] * (255 - alpha);
            *rgb++ = static_cast<std::uint8_t>((sum + 127) / 255);
        }
    }
}

} // namespace hierascope::io
