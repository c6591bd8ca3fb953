// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/heat.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/common/pictures.h"

namespace hierascope::widgets {

namespace {

constexpr int kFaint = 60; // alpha of the least weight that is not 0
constexpr int kStrong = 225;

QRgb withAlpha(QRgb color, float share) {
    const int alpha =
        share <= 0.0F ? 0 : kFaint + int(std::lround(float(kStrong - kFaint) * std::sqrt(share)));
    return qPremultiply(qRgba(qRed(color), qGreen(color), qBlue(color), alpha));
}

template <typename Color>
QImage colored(std::span<const float> values, int rows, int columns, QImage::Format format,
               Color color) {
    QImage image(columns, rows, format);
    auto value = values.begin();
    for (int y = 0; y < rows; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < columns; ++x, ++value)
            line[x] = color(*value);
    }
    return image;
}

} // namespace

float largestOf(std::span<const float> values) {
    float largest = 0.0F;
    for (const float value : values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

std::span<const float> partOf(std::span<const float> weights, const runtime::TokenBlock& block) {
    return weights.subspan(std::size_t(block.first), std::size_t(block.tokens()));
}

double shareOfBlock(std::span<const float> weights, const runtime::TokenBlock& block) {
    const auto part = partOf(weights, block);
    return std::accumulate(part.begin(), part.end(), 0.0);
}

QImage heatOver(std::span<const float> values, int rows, int columns, float limit) {
    const float end = limit > 0.0F ? limit : 1.0F;
    return colored(values, rows, columns, QImage::Format_ARGB32_Premultiplied, [end](float value) {
        const float share = std::clamp(value / end, 0.0F, 1.0F);
        return withAlpha(mappedColor(ColorMap::Magnitude, share), share);
    });
}

QImage differenceOver(std::span<const float> values, int rows, int columns, float limit) {
    const float end = limit > 0.0F ? limit : 1.0F;
    return colored(values, rows, columns, QImage::Format_ARGB32_Premultiplied, [end](float value) {
        const float share = std::clamp(value / end, -1.0F, 1.0F);
        return withAlpha(mappedColor(ColorMap::Diverging, share), std::abs(share));
    });
}

QImage heatOf(std::span<const float> values, int rows, int columns, float limit) {
    const float end = limit > 0.0F ? limit : 1.0F;
    return colored(values, rows, columns, QImage::Format_RGB32, [end](float value) {
        return mappedColor(ColorMap::Magnitude, std::clamp(value / end, 0.0F, 1.0F));
    });
}

QImage dimmed(const QImage& picture) {
    constexpr int kGray = 3;  // of four parts
    constexpr int kLight = 9; // of sixteen
    QImage dim = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < dim.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(dim.scanLine(y));
        for (int x = 0; x < dim.width(); ++x) {
            const int gray = qGray(line[x]);
            const auto less = [gray](int value) {
                return (kGray * gray + value) / (kGray + 1) * kLight / 16;
            };
            line[x] = qRgb(less(qRed(line[x])), less(qGreen(line[x])), less(qBlue(line[x])));
        }
    }
    return dim;
}

std::size_t thumbBlock(const std::vector<runtime::TokenBlock>& blocks,
                       std::span<const float> weights) {
    std::size_t found = blocks.size();
    std::size_t largest = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].tokens() >= blocks[largest].tokens())
            largest = i;
        const bool isFiner = found == blocks.size() || blocks[i].tokens() > blocks[found].tokens();
        if (blocks[i].isSpatial && isFiner && shareOfBlock(weights, blocks[i]) > 0.0)
            found = i;
    }
    return found < blocks.size() ? found : largest;
}

} // namespace hierascope::widgets
