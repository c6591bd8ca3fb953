// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/resample.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <stdexcept>
#include <string>

namespace hierascope::tensor {

namespace {

constexpr int kPrecisionBits = 32 - 8 - 2; ///< 8 bits of result, 2 of room for overshoot

double sinc(double x) {
    return x == 0.0 ? 1.0 : std::sin(x * std::numbers::pi) / (x * std::numbers::pi);
}

double filterSupport(Filter filter) {
    switch (filter) {
    case Filter::Box:
        return 0.5;
    case Filter::Bilinear:
        return 1.0;
    case Filter::Bicubic:
        return 2.0;
    case Filter::Lanczos:
        return 3.0;
    }
    throw std::invalid_argument("Unknown resampling filter.");
}

double filterValue(Filter filter, double x) {
    constexpr double a = -0.5; // Keys' cubic
    switch (filter) {
    case Filter::Box:
        return x > -0.5 && x <= 0.5 ? 1.0 : 0.0;
    case Filter::Bilinear:
        return std::max(0.0, 1.0 - std::abs(x));
    case Filter::Bicubic:
        x = std::abs(x);
        if (x < 1.0)
            return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
        return x < 2.0 ? (((x - 5) * x + 8) * x - 4) * a : 0.0;
    case Filter::Lanczos:
        return -3.0 <= x && x < 3.0 ? sinc(x) * sinc(x / 3) : 0.0;
    }
    throw std::invalid_argument("Unknown resampling filter.");
}

/// A run of output positions along one side: `count` from `first`, of `full` altogether.
struct Window {
    int full = 0;
    int first = 0;
    int count = 0;
};

/// For each output position, the input positions it reads and their weights.
template <typename Weight>
struct Taps {
    std::vector<int> first;      ///< [count]
    std::vector<int> length;     ///< [count]
    std::vector<Weight> weights; ///< [count, stride]
    int stride = 0;

    const Weight* row(int i) const {
        return weights.data() + static_cast<std::size_t>(i) * static_cast<std::size_t>(stride);
    }
    int end(int i) const {
        return first[static_cast<std::size_t>(i)] + length[static_cast<std::size_t>(i)];
    }
};

Taps<double> makeTaps(int inSize, const Window& out, Filter filter) {
    const double scale = static_cast<double>(inSize) / out.full;
    const double filterScale = std::max(scale, 1.0);
    const double support = filterSupport(filter) * filterScale;
    const double inverse = 1.0 / filterScale;
    Taps<double> taps;
    taps.stride = static_cast<int>(std::ceil(support)) * 2 + 1;
    const auto count = static_cast<std::size_t>(out.count);
    taps.first.resize(count);
    taps.length.resize(count);
    taps.weights.resize(count * static_cast<std::size_t>(taps.stride));
    for (std::size_t i = 0; i < count; ++i) {
        const double centre = (out.first + static_cast<double>(i) + 0.5) * scale;
        const int begin = std::max(static_cast<int>(std::trunc(centre - support + 0.5)), 0);
        const int end = std::min(static_cast<int>(std::trunc(centre + support + 0.5)), inSize);
        double* weights = taps.weights.data() + i * static_cast<std::size_t>(taps.stride);
        double sum = 0.0;
        for (int x = 0; x < end - begin; ++x) {
            weights[x] = filterValue(filter, (x + begin - centre + 0.5) * inverse);
            sum += weights[x];
        }
        if (sum != 0.0)
            for (int x = 0; x < end - begin; ++x)
                weights[x] /= sum;
        taps.first[i] = begin;
        taps.length[i] = end - begin;
    }
    return taps;
}

Taps<int> toFixedPoint(const Taps<double>& taps) {
    Taps<int> fixed{taps.first, taps.length, {}, taps.stride};
    fixed.weights.reserve(taps.weights.size());
    for (const double weight : taps.weights)
        fixed.weights.push_back(
            static_cast<int>(weight * (1 << kPrecisionBits) + (weight < 0 ? -0.5 : 0.5)));
    return fixed;
}

std::uint8_t toByte(int sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
}

/// A run of rows or columns.
struct Range {
    int first = 0;
    int count = 0;
};

/// The input positions that any of the taps reads.
template <typename Weight>
Range inputOf(const Taps<Weight>& taps) {
    const int last = static_cast<int>(taps.first.size()) - 1;
    return {taps.first.front(), taps.end(last) - taps.first.front()};
}

/// Weighted sums along some rows; column 0 of the image is column `shift` of the taps.
ImageRgb8 resampleRows(const ImageRgb8& image, const Taps<int>& taps, int shift,
                       const Range& rows) {
    ImageRgb8 result(static_cast<int>(taps.first.size()), rows.count);
    std::uint8_t* out = result.pixels.data();
    for (int y = rows.first; y < rows.first + rows.count; ++y) {
        const std::uint8_t* row =
            image.pixels.data() + static_cast<std::size_t>(y) * image.width * 3;
        for (std::size_t i = 0; i < taps.first.size(); ++i) {
            const int* weights = taps.row(static_cast<int>(i));
            const std::uint8_t* in = row + static_cast<std::size_t>(taps.first[i] - shift) * 3;
            int red = 1 << (kPrecisionBits - 1);
            int green = red;
            int blue = red;
            for (int x = 0; x < taps.length[i]; ++x, in += 3) {
                red += in[0] * weights[x];
                green += in[1] * weights[x];
                blue += in[2] * weights[x];
            }
            *out++ = toByte(red);
            *out++ = toByte(green);
            *out++ = toByte(blue);
        }
    }
    return result;
}

/// Weighted sums of some columns; row 0 of the image is row `shift` of the taps.
ImageRgb8 resampleColumns(const ImageRgb8& image, const Taps<int>& taps, int shift,
                          const Range& columns) {
    ImageRgb8 result(columns.count, static_cast<int>(taps.first.size()));
    const std::size_t inLength = static_cast<std::size_t>(image.width) * 3;
    std::vector<int> sums(static_cast<std::size_t>(columns.count) * 3);
    auto out = result.pixels.begin();
    for (int y = 0; y < result.height; ++y) {
        std::fill(sums.begin(), sums.end(), 1 << (kPrecisionBits - 1));
        const int* weights = taps.row(y);
        const int first = taps.first[static_cast<std::size_t>(y)];
        for (int i = first; i < taps.end(y); ++i) {
            const std::uint8_t* row = image.pixels.data() +
                                      static_cast<std::size_t>(i - shift) * inLength +
                                      static_cast<std::size_t>(columns.first) * 3;
            const int weight = weights[i - first];
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += row[x] * weight;
        }
        out = std::transform(sums.begin(), sums.end(), out, toByte);
    }
    return result;
}

/// Pillow's choice since version 13: columns first where the height shrinks much more.
bool startsWithColumns(int inWidth, int inHeight, int width, int height) {
    return inHeight > height &&
           std::int64_t{inHeight} - height > 2 * (std::int64_t{inWidth} - width);
}

ImageRgb8 resampleWindow(const ImageRgb8& image, const Window& x, const Window& y, Filter filter) {
    const auto alongRows = toFixedPoint(makeTaps(image.width, x, filter));
    const auto alongColumns = toFixedPoint(makeTaps(image.height, y, filter));
    const Range columns = inputOf(alongRows);
    const Range rows = inputOf(alongColumns);
    if (startsWithColumns(image.width, image.height, x.full, y.full))
        return resampleRows(resampleColumns(image, alongColumns, 0, columns), alongRows,
                            columns.first, {0, y.count});
    return resampleColumns(resampleRows(image, alongRows, 0, rows), alongColumns, rows.first,
                           {0, x.count});
}

void require(bool condition, const std::string& message) {
    if (!condition)
        throw std::invalid_argument(message);
}

std::string sizeText(int width, int height) {
    return std::to_string(width) + " x " + std::to_string(height);
}

/// Checks that an image of `values` numbers fills its sides, and that the new sides make sense.
void requireSizes(int inWidth, int inHeight, std::size_t values, int width, int height) {
    const bool isWhole =
        inWidth > 0 && inHeight > 0 &&
        values == static_cast<std::size_t>(inWidth) * static_cast<std::size_t>(inHeight) * 3;
    require(isWhole, "An image of " + sizeText(inWidth, inHeight) + " cannot have " +
                         std::to_string(values) + " values.");
    require(width > 0 && height > 0,
            "The new size " + sizeText(width, height) + " is not positive.");
}

/// (side - cut) / 2, a half rounded to the even number as Python's round does.
int centreOffset(int side, int cut) {
    const int twice = side - cut;
    const int half = twice / 2;
    return twice % 2 != 0 && half % 2 != 0 ? half + 1 : half;
}

/// Weighted sums along the rows of one plane [Y, width]; in double, kept as float32.
std::vector<float> resampleRows(std::span<const float> plane, int width, const Taps<double>& taps) {
    const std::size_t rows = plane.size() / static_cast<std::size_t>(width);
    std::vector<float> result;
    result.reserve(rows * taps.first.size());
    for (std::size_t y = 0; y < rows; ++y) {
        const float* row = plane.data() + y * static_cast<std::size_t>(width);
        for (std::size_t x = 0; x < taps.first.size(); ++x) {
            const double* weights = taps.row(static_cast<int>(x));
            double sum = 0.0;
            for (int i = 0; i < taps.length[x]; ++i)
                sum += row[taps.first[x] + i] * weights[i];
            result.push_back(static_cast<float>(sum));
        }
    }
    return result;
}

/// Weighted sums of the columns of one plane [Y, width]; in double, kept as float32.
std::vector<float> resampleColumns(std::span<const float> plane, int width,
                                   const Taps<double>& taps) {
    std::vector<double> sums(static_cast<std::size_t>(width));
    std::vector<float> result;
    result.reserve(sums.size() * taps.first.size());
    for (std::size_t y = 0; y < taps.first.size(); ++y) {
        std::fill(sums.begin(), sums.end(), 0.0);
        const double* weights = taps.row(static_cast<int>(y));
        for (int i = 0; i < taps.length[y]; ++i) {
            const float* row =
                plane.data() + static_cast<std::size_t>(taps.first[y] + i) * sums.size();
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += row[x] * weights[i];
        }
        for (const double sum : sums)
            result.push_back(static_cast<float>(sum));
    }
    return result;
}

} // namespace

ImageRgb8 resize(const ImageRgb8& image, int width, int height, Filter filter) {
    requireSizes(image.width, image.height, image.pixels.size(), width, height);
    return resampleWindow(image, {width, 0, width}, {height, 0, height}, filter);
}

ImageRgbF32 resize(const ImageRgbF32& image, int width, int height, Filter filter) {
    requireSizes(image.width, image.height, image.planes.size(), width, height);
    const auto alongRows = makeTaps(image.width, {width, 0, width}, filter);
    const auto alongColumns = makeTaps(image.height, {height, 0, height}, filter);
    const std::size_t inSize = image.planes.size() / 3;
    ImageRgbF32 result(width, height);
    auto out = result.planes.begin();
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const std::span plane(image.planes.data() + channel * inSize, inSize);
        const auto resized =
            startsWithColumns(image.width, image.height, width, height)
                ? resampleRows(resampleColumns(plane, image.width, alongColumns), image.width,
                               alongRows)
                : resampleColumns(resampleRows(plane, image.width, alongRows), width, alongColumns);
        out = std::copy(resized.begin(), resized.end(), out);
    }
    return result;
}

ImageRgb8 cropCentre(const ImageRgb8& image, int width, int height) {
    requireSizes(image.width, image.height, image.pixels.size(), width, height);
    require(width <= image.width && height <= image.height,
            "Cutting " + sizeText(width, height) + " out of " +
                sizeText(image.width, image.height) + " is not possible.");
    const int left = centreOffset(image.width, width);
    const int top = centreOffset(image.height, height);
    ImageRgb8 result(width, height);
    const auto rowLength = static_cast<std::ptrdiff_t>(width) * 3;
    for (std::ptrdiff_t y = 0; y < height; ++y)
        std::copy_n(image.pixels.begin() + ((top + y) * image.width + left) * 3, rowLength,
                    result.pixels.begin() + y * rowLength);
    return result;
}

ImageRgb8 fitShorterSide(const ImageRgb8& image, int size, Filter filter) {
    requireSizes(image.width, image.height, image.pixels.size(), size, size);
    const int shorter = std::min(image.width, image.height);
    const int longer = std::max(image.width, image.height);
    const std::int64_t fullLonger = std::int64_t{size} * longer / shorter;
    require(fullLonger <= INT32_MAX, "The longer side becomes " + std::to_string(fullLonger) +
                                         " pixels, which is too long.");
    const auto windowOf = [&](int side) {
        const int full = side == shorter ? size : static_cast<int>(fullLonger);
        return Window{full, centreOffset(full, size), size};
    };
    return resampleWindow(image, windowOf(image.width), windowOf(image.height), filter);
}

} // namespace hierascope::tensor
