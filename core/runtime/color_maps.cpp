// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/color_maps.h"

#include <algorithm>
#include <cmath>

namespace hierascope::runtime {

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
constexpr std::array<Rgb8, 10> kCividis = {{{0x00, 0x22, 0x4e},
                                            {0x12, 0x35, 0x70},
                                            {0x3b, 0x49, 0x6c},
                                            {0x57, 0x5d, 0x6d},
                                            {0x70, 0x71, 0x73},
                                            {0x8a, 0x86, 0x78},
                                            {0xa5, 0x9c, 0x74},
                                            {0xc3, 0xb3, 0x69},
                                            {0xe1, 0xcc, 0x55},
                                            {0xfe, 0xe8, 0x38}}};

Rgb8 divergingColor(float value) {
    const float at = std::clamp(value, -1.0F, 1.0F);
    std::size_t right = 1;
    while (right + 1 < kDiverging.size() && at > kDiverging[right].at)
        ++right;
    const Stop& low = kDiverging[right - 1];
    const Stop& high = kDiverging[right];
    const float share = (at - low.at) / (high.at - low.at);
    Rgb8 rgb{};
    for (std::size_t i = 0; i < rgb.size(); ++i)
        rgb[i] = static_cast<std::uint8_t>(
            std::lround(255.0F * std::lerp(low.color[i], high.color[i], share)));
    return rgb;
}

Rgb8 magnitudeColor(float value) {
    const float at = std::clamp(value, 0.0F, 1.0F) * float(kCividis.size() - 1);
    const std::size_t left = std::min(static_cast<std::size_t>(at), kCividis.size() - 2);
    const float share = at - float(left);
    Rgb8 rgb{};
    for (std::size_t i = 0; i < rgb.size(); ++i)
        rgb[i] = static_cast<std::uint8_t>(
            std::lround(std::lerp(float(kCividis[left][i]), float(kCividis[left + 1][i]), share)));
    return rgb;
}

/// Equally spaced colours of a whole map: painting reads one instead of computing it.
std::vector<Rgb8> tableOf(ColorMap map) {
    constexpr int kSteps = 1023;
    std::vector<Rgb8> colors;
    for (int i = 0; i < kSteps; ++i) {
        const float share = float(i) / float(kSteps - 1);
        colors.push_back(rgbOf(map, map == ColorMap::Magnitude ? share : 2 * share - 1));
    }
    return colors;
}

} // namespace

Rgb8 rgbOf(ColorMap map, float value) {
    return map == ColorMap::Magnitude ? magnitudeColor(value) : divergingColor(value);
}

std::vector<float> channelMeans(const ImageRgbF32& picture, ChannelMean mean) {
    const std::size_t pixels = picture.planes.size() / 3;
    const auto term = [mean](float value) {
        return mean == ChannelMean::Absolute ? std::abs(value) : value;
    };
    std::vector<float> means(pixels);
    for (std::size_t i = 0; i < pixels; ++i)
        means[i] = (term(picture.planes[i]) + term(picture.planes[pixels + i]) +
                    term(picture.planes[2 * pixels + i])) /
                   3.0F;
    return means;
}

ImageRgb8 pictureFromMap(int width, int height, std::span<const float> values, ColorMap map,
                         float limit) {
    static const std::vector<Rgb8> diverging = tableOf(ColorMap::Diverging);
    static const std::vector<Rgb8> magnitude = tableOf(ColorMap::Magnitude);
    const std::vector<Rgb8>& colors = map == ColorMap::Magnitude ? magnitude : diverging;
    const float low = map == ColorMap::Magnitude ? 0.0F : -limit;
    const float last = float(colors.size() - 1);
    const float scale = last / (limit - low);
    ImageRgb8 picture(width, height);
    std::uint8_t* pixel = picture.pixels.data();
    for (const float value : values) {
        const float at = std::clamp((value - low) * scale + 0.5F, 0.0F, last);
        pixel = std::ranges::copy(colors[static_cast<std::size_t>(at)], pixel).out;
    }
    return picture;
}

float limitOf(std::span<const std::span<const float>> maps, double share) {
    std::vector<float> sizes;
    for (const std::span<const float> map : maps)
        for (const float value : map)
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

} // namespace hierascope::runtime
