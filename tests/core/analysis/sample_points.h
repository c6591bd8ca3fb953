// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "core/analysis/point_table.h"

namespace hierascope::analysis {

/// A deterministic number in [0, 1): the generator of the golden numbers.
inline double sampleAt(std::uint32_t k, std::uint32_t j) {
    std::uint32_t x = k * 2654435761U + j * 974634213U + 1U;
    x ^= x >> 16;
    x *= 73244475U;
    x ^= x >> 16;
    x *= 73244475U;
    x ^= x >> 16;
    return static_cast<double>(x) / 4294967296.0;
}

inline double normalSample(std::uint32_t k, std::uint32_t j) {
    return std::sqrt(-2.0 * std::log(1.0 - sampleAt(k, j))) *
           std::cos(2.0 * std::numbers::pi * sampleAt(k, j + 1000));
}

/// Points in so many round clusters that lie apart.
struct SamplePoints {
    std::vector<float> values;
    std::int64_t count = 0;
    std::int64_t width = 0;

    PointTable table() const { return {values, count, width}; }
};

inline SamplePoints clusteredPoints(std::int64_t count, std::int64_t width, int clusters,
                                    double apart = 6.0) {
    SamplePoints points;
    points.count = count;
    points.width = width;
    for (std::int64_t i = 0; i < count; ++i)
        for (std::int64_t k = 0; k < width; ++k) {
            const auto cluster = static_cast<std::uint32_t>(i % clusters);
            const auto place = static_cast<std::uint32_t>(k);
            points.values.push_back(
                static_cast<float>(apart * (sampleAt(cluster * 131U + place, 77U) - 0.5) +
                                   normalSample(static_cast<std::uint32_t>(i * width + k), 5U)));
        }
    return points;
}

} // namespace hierascope::analysis
