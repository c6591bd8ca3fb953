// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_pictures.h"

#include <cmath>
#include <random>

namespace hierascope::testing {

ImageRgbF32 averaged(const ImageRgbF32& from, int side) {
    ImageRgbF32 to(side, side);
    const int block = from.width / side;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        for (int y = 0; y < from.height; ++y) {
            for (int x = 0; x < from.width; ++x) {
                const auto source =
                    (plane * std::size_t(from.height) + std::size_t(y)) * std::size_t(from.width) +
                    std::size_t(x);
                const auto target =
                    (plane * std::size_t(side) + std::size_t(y / block)) * std::size_t(side) +
                    std::size_t(x / block);
                to.planes[target] += from.planes[source] / float(block * block);
            }
        }
    }
    return to;
}

ImageRgbF32 minusEnlarged(const ImageRgbF32& a, const ImageRgbF32& b) {
    ImageRgbF32 difference = a;
    const int factor = a.width / b.width;
    for (std::size_t i = 0; i < a.planes.size(); ++i) {
        const int pixels = a.width * a.height;
        const int plane = int(i) / pixels;
        const int y = int(i) % pixels / a.width / factor;
        const int x = int(i) % a.width / factor;
        difference.planes[i] -= b.planes[std::size_t((plane * b.height + y) * b.width + x)];
    }
    return difference;
}

ImageRgbF32 withContrast(ImageRgbF32 image, float contrast) {
    for (float& value : image.planes)
        value = 0.5F + contrast * (value - 0.5F);
    return image;
}

void addNoise(std::vector<float>& values, float amplitude, std::uint64_t seed) {
    // The standard fixes the engine's numbers, but not those of its distributions.
    std::mt19937_64 engine(seed);
    for (float& value : values)
        value += amplitude * (float(engine() % 2001) / 1000.0F - 1.0F);
}

double psnrBetween(const ImageRgbF32& a, const ImageRgbF32& b) {
    double squares = 0.0;
    for (const float difference : minusEnlarged(a, b).planes)
        squares += double(difference) * double(difference);
    return -10.0 * std::log10(squares / double(a.planes.size()));
}

std::vector<float> vectorsOf(const ImageRgbF32& colors, int width) {
    const std::size_t pixels = colors.planes.size() / 3;
    std::vector<float> vectors;
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        for (int k = 0; k < width; ++k) {
            float value = 0.0F;
            for (std::size_t channel = 0; channel < 3; ++channel)
                value += float(std::cos(k * (1.0 + double(channel)))) *
                         colors.planes[channel * pixels + pixel];
            vectors.push_back(value);
        }
    }
    return vectors;
}

} // namespace hierascope::testing
