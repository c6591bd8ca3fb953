// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/webp_decoder.h"

#include <cstring>

#include <webp/decode.h>

#include "core/io/exif_orientation.h"

namespace hierascope::io {

namespace {

std::string reasonOf(VP8StatusCode status) {
    switch (status) {
    case VP8_STATUS_OUT_OF_MEMORY:
        return "there is not enough memory";
    case VP8_STATUS_BITSTREAM_ERROR:
        return "the bit stream is broken";
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        return "it uses an unsupported feature";
    case VP8_STATUS_NOT_ENOUGH_DATA:
        return "the file ends too early";
    default:
        return "status " + std::to_string(status);
    }
}

std::uint32_t littleEndian32(const std::uint8_t* at) {
    return at[0] | at[1] << 8 | at[2] << 16 | static_cast<std::uint32_t>(at[3]) << 24;
}

/// Walks over the RIFF chunks to the EXIF one.
int orientationOf(const ImageSource& source) {
    std::size_t at = 12;
    while (source.size() >= 8 && at <= source.size() - 8) {
        const std::size_t length = littleEndian32(source.data() + at + 4);
        if (length > source.size() - at - 8)
            return 1;
        if (std::memcmp(source.data() + at, "EXIF", 4) == 0)
            return exifOrientation({source.data() + at + 8, length});
        at += 8 + length + length % 2;
    }
    return 1;
}

Result<WebPBitstreamFeatures> readFeatures(const ImageSource& source) {
    WebPBitstreamFeatures features;
    const VP8StatusCode status = WebPGetFeatures(source.data(), source.size(), &features);
    if (status != VP8_STATUS_OK)
        return source.bad("WebP header: " + reasonOf(status) + ".");
    if (features.has_animation)
        return source.bad("WebP field 'animation' is 1, only still pictures are supported.");
    // The decoder itself is content with a file whose last chunk (alpha, EXIF) is cut off.
    const std::uint64_t riffBytes = std::uint64_t{littleEndian32(source.data() + 4)} + 8;
    if (riffBytes > source.size())
        return source.bad("RIFF size " + std::to_string(riffBytes) + " is over the file's " +
                          std::to_string(source.size()) + " bytes.");
    return features;
}

} // namespace

Result<DecodedImage> decodeWebp(const ImageSource& source, const ImageReadOptions& options) {
    const auto features = readFeatures(source);
    if (!features)
        return failure(features);
    if (auto checked = source.checkSize(features->width, features->height, options); !checked)
        return failure(checked);
    ImageRgb8 image(features->width, features->height);
    const std::size_t channels = features->has_alpha ? 4 : 3;
    const std::size_t rowBytes = static_cast<std::size_t>(image.width) * channels;
    std::vector<std::uint8_t> rgba(features->has_alpha ? rowBytes * image.height : 0);

    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        return failure(ErrorCode::Failed, "The installed libwebp does not fit the program.");
    std::vector<std::uint8_t>& pixels = features->has_alpha ? rgba : image.pixels;
    config.output.colorspace = features->has_alpha ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {pixels.data(), static_cast<int>(rowBytes), pixels.size()};
    const VP8StatusCode status = WebPDecode(source.data(), source.size(), &config);
    WebPFreeDecBuffer(&config.output);
    if (status != VP8_STATUS_OK)
        return source.bad("WebP pixel data: " + reasonOf(status) + ".");
    if (features->has_alpha)
        composeRow(rgba, options.background, image.pixels.data());
    return DecodedImage{std::move(image), orientationOf(source)};
}

Result<StoredSize> readWebpSize(const ImageSource& source) {
    const auto features = readFeatures(source);
    if (!features)
        return failure(features);
    return StoredSize{{features->width, features->height}, orientationOf(source)};
}

} // namespace hierascope::io
