// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace hierascope::widgets {

namespace {

struct Stop {
    float at;
    std::array<float, 3> color;
};

// Ends of equal lightness, so that neither sign looks stronger than the other.
constexpr std::array<Stop, 5> kDiverging = {{{-1.0F, {0.085F, 0.215F, 0.490F}},
                                             {-0.5F, {0.360F, 0.625F, 0.815F}},
                                             {0.0F, {0.975F, 0.975F, 0.975F}},
                                             {0.5F, {0.930F, 0.520F, 0.400F}},
                                             {1.0F, {0.545F, 0.050F, 0.125F}}}};

// Cividis (Nuñez, Anderton and Renslow 2018), at ten equal steps.
constexpr std::array<QRgb, 10> kCividis = {0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d,
                                           0xff707173, 0xff8a8678, 0xffa59c74, 0xffc3b369,
                                           0xffe1cc55, 0xfffee838};

QRgb divergingColor(float value) {
    const float at = std::clamp(value, -1.0F, 1.0F);
    std::size_t right = 1;
    while (right + 1 < kDiverging.size() && at > kDiverging[right].at)
        ++right;
    const Stop& low = kDiverging[right - 1];
    const Stop& high = kDiverging[right];
    const float share = (at - low.at) / (high.at - low.at);
    std::array<int, 3> rgb{};
    for (std::size_t i = 0; i < rgb.size(); ++i)
        rgb[i] = int(std::lround(255.0F * std::lerp(low.color[i], high.color[i], share)));
    return qRgb(rgb[0], rgb[1], rgb[2]);
}

QRgb magnitudeColor(float value) {
    const float at = std::clamp(value, 0.0F, 1.0F) * float(kCividis.size() - 1);
    const std::size_t left = std::min(std::size_t(at), kCividis.size() - 2);
    const float share = at - float(left);
    const auto mixed = [&](int (*channel)(QRgb)) {
        return int(std::lround(
            std::lerp(float(channel(kCividis[left])), float(channel(kCividis[left + 1])), share)));
    };
    return qRgb(mixed(qRed), mixed(qGreen), mixed(qBlue));
}

template <typename Value>
ScalarMap meanOfChannels(const ImageRgbF32& picture, Value value) {
    const std::size_t pixels = picture.planes.size() / 3;
    ScalarMap map{picture.width, picture.height, std::vector<float>(pixels)};
    for (std::size_t i = 0; i < pixels; ++i)
        map.values[i] = (value(picture.planes[i]) + value(picture.planes[pixels + i]) +
                         value(picture.planes[2 * pixels + i])) /
                        3.0F;
    return map;
}

/// Equally spaced colours of a whole map: painting reads one instead of computing it.
std::vector<QRgb> tableOf(ColorMap map) {
    constexpr int kSteps = 1023;
    std::vector<QRgb> colors;
    for (int i = 0; i < kSteps; ++i) {
        const float share = float(i) / float(kSteps - 1);
        colors.push_back(mappedColor(map, map == ColorMap::Magnitude ? share : 2 * share - 1));
    }
    return colors;
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
    return meanOfChannels(picture, [](float value) { return value; });
}

ScalarMap absoluteMap(const ImageRgbF32& picture) {
    return meanOfChannels(picture, [](float value) { return std::abs(value); });
}

QRgb mappedColor(ColorMap map, float value) {
    return map == ColorMap::Magnitude ? magnitudeColor(value) : divergingColor(value);
}

QImage imageFromMap(const ScalarMap& values, ColorMap map, float limit) {
    if (values.isEmpty())
        return {};
    static const std::vector<QRgb> diverging = tableOf(ColorMap::Diverging);
    static const std::vector<QRgb> magnitude = tableOf(ColorMap::Magnitude);
    const std::vector<QRgb>& colors = map == ColorMap::Magnitude ? magnitude : diverging;
    const float low = map == ColorMap::Magnitude ? 0.0F : -limit;
    const float last = float(colors.size() - 1);
    const float scale = last / (limit - low);
    QImage image(values.width, values.height, QImage::Format_RGB32);
    const float* value = values.values.data();
    for (int y = 0; y < values.height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < values.width; ++x, ++value)
            line[x] = colors[std::size_t(std::clamp((*value - low) * scale + 0.5F, 0.0F, last))];
    }
    return image;
}

float limitOf(std::span<const ScalarMap> maps, double share) {
    std::vector<float> sizes;
    for (const ScalarMap& map : maps)
        for (const float value : map.values)
            sizes.push_back(std::abs(value));
    if (sizes.empty())
        return 1.0F;
    const auto rank = sizes.begin() + std::ptrdiff_t(double(sizes.size() - 1) * share);
    std::nth_element(sizes.begin(), rank, sizes.end());
    for (const float limit : {0.02F, 0.05F, 0.1F, 0.2F, 0.3F, 0.4F, 0.5F})
        if (*rank <= limit)
            return limit;
    return 1.0F;
}

} // namespace hierascope::widgets
