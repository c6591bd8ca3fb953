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

float meanOfChannels(const ImageRgbF32& picture, std::size_t pixel, std::size_t pixels) {
    return (picture.planes[pixel] + picture.planes[pixels + pixel] +
            picture.planes[2 * pixels + pixel]) /
           3.0F;
}

} // namespace

QImage imageFromRgb8(const ImageRgb8& picture) {
    if (picture.isEmpty())
        return {};
    const QImage borrowed(picture.pixels.data(), picture.width, picture.height,
                          qsizetype{picture.width} * 3, QImage::Format_RGB888);
    return borrowed.convertToFormat(QImage::Format_RGB32);
}

QImage imageFromRgbF32(const ImageRgbF32& picture) {
    return imageFromRgb8(toRgb8(picture));
}

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

QImage imageFromResidual(const ImageRgbF32& residual, float limit) {
    if (residual.isEmpty())
        return {};
    QImage image(residual.width, residual.height, QImage::Format_RGB32);
    const std::size_t pixels = std::size_t(residual.width) * std::size_t(residual.height);
    std::size_t pixel = 0;
    for (int y = 0; y < residual.height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < residual.width; ++x, ++pixel)
            line[x] = divergingColor(meanOfChannels(residual, pixel, pixels) / limit);
    }
    return image;
}

float residualLimit(std::span<const ImageRgbF32> residuals) {
    std::vector<float> sizes;
    for (const ImageRgbF32& residual : residuals) {
        const std::size_t pixels = residual.planes.size() / 3;
        for (std::size_t pixel = 0; pixel < pixels; ++pixel)
            sizes.push_back(std::abs(meanOfChannels(residual, pixel, pixels)));
    }
    if (sizes.empty())
        return 1.0F;
    const auto rank = sizes.begin() + std::ptrdiff_t(double(sizes.size() - 1) * 0.99);
    std::nth_element(sizes.begin(), rank, sizes.end());
    for (const float limit : {0.02F, 0.05F, 0.1F, 0.2F, 0.3F, 0.4F, 0.5F})
        if (*rank <= limit)
            return limit;
    return 1.0F;
}

} // namespace hierascope::widgets
