// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pictures.h"

#include <algorithm>
#include <vector>

namespace hierascope::widgets {

namespace {

ScalarMap meanOfChannels(const ImageRgbF32& picture, runtime::ChannelMean mean) {
    return {picture.width, picture.height, runtime::channelMeans(picture, mean)};
}

} // namespace

QImage imageFromRgb8(const ImageRgb8& picture) {
    if (picture.isEmpty())
        return {};
    const QImage borrowed(picture.pixels.data(), picture.width, picture.height,
                          qsizetype{picture.width} * 3, QImage::Format_RGB888);
    return borrowed.convertToFormat(QImage::Format_RGB32);
}

ImageRgb8 pixelsOf(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    ImageRgb8 pixels(rgb.width(), rgb.height());
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), 3 * std::size_t(rgb.width()),
                    pixels.pixels.begin() + std::ptrdiff_t(3) * y * rgb.width());
    return pixels;
}

QImage imageFromRgbF32(const ImageRgbF32& picture) {
    return imageFromRgb8(toRgb8(picture));
}

ScalarMap signedMap(const ImageRgbF32& picture) {
    return meanOfChannels(picture, runtime::ChannelMean::Signed);
}

ScalarMap absoluteMap(const ImageRgbF32& picture) {
    return meanOfChannels(picture, runtime::ChannelMean::Absolute);
}

QRgb mappedColor(ColorMap map, float value) {
    const runtime::Rgb8 rgb = runtime::rgbOf(map, value);
    return qRgb(rgb[0], rgb[1], rgb[2]);
}

QImage imageFromMap(const ScalarMap& values, ColorMap map, float limit) {
    if (values.isEmpty())
        return {};
    return imageFromRgb8(
        runtime::pictureFromMap(values.width, values.height, values.values, map, limit));
}

float limitOf(std::span<const ScalarMap> maps, double share) {
    std::vector<std::span<const float>> values;
    for (const ScalarMap& map : maps)
        values.emplace_back(map.values);
    return runtime::limitOf(values, share);
}

} // namespace hierascope::widgets
