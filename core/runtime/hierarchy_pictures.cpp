// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/hierarchy_pictures.h"

#include <cmath>
#include <utility>

#include "core/runtime/guard.h"
#include "core/runtime/token_colors.h"

namespace hierascope::runtime {

namespace {

/// Repeats the vectors of a coarse grid so that they cover a finer one.
std::vector<float> spread(const ImageTokens& tokens, int rows, int columns) {
    const auto width = static_cast<std::size_t>(tokens.vectorWidth);
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns) * width);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int source =
                row * tokens.rows / rows * tokens.columns + column * tokens.columns / columns;
            const float* vector = tokens.vectors.data() + static_cast<std::size_t>(source) * width;
            values.insert(values.end(), vector, vector + width);
        }
    }
    return values;
}

double meanNorm(const ImageTokens& tokens) {
    double sum = 0.0;
    const auto width = static_cast<std::size_t>(tokens.vectorWidth);
    const std::size_t count = tokens.vectors.size() / width;
    for (std::size_t token = 0; token < count; ++token) {
        double square = 0.0;
        for (std::size_t i = 0; i < width; ++i) {
            const double value = tokens.vectors[token * width + i];
            square += value * value;
        }
        sum += std::sqrt(square);
    }
    return sum / static_cast<double>(count);
}

/// One level of tokens for each map, all on the same grid.
Result<std::vector<ImageRgb8>> colored(const std::vector<std::vector<float>>& maps,
                                       const ImageTokens& finest) {
    TokenPyramid levels;
    const LevelInfo info{"hierarchy", finest.rows, finest.columns, 0, 0};
    for (const std::vector<float>& map : maps)
        levels.levels.push_back({info, finest.vectorWidth, map, {}});
    return tokenColors(levels);
}

} // namespace

Result<std::vector<HierarchyPicture>> hierarchyPictures(const TokenPyramid& pyramid) {
    return guarded([&]() -> Result<std::vector<HierarchyPicture>> {
        std::vector<HierarchyPicture> pictures;
        if (pyramid.hierarchies.empty())
            return pictures;
        const ImageTokens& finest = pyramid.hierarchies.back();
        std::vector<std::vector<float>> own;
        std::vector<std::vector<float>> sums;
        for (const ImageTokens& tokens : pyramid.hierarchies) {
            own.push_back(spread(tokens, finest.rows, finest.columns));
            std::vector<float> sum = own.back();
            for (std::size_t i = 0; i < sum.size() && !sums.empty(); ++i)
                sum[i] += sums.back()[i];
            sums.push_back(std::move(sum));
        }
        auto ownColors = colored(own, finest);
        auto sumColors = colored(sums, finest);
        if (!ownColors || !sumColors)
            return failure(ownColors ? sumColors : ownColors);
        for (std::size_t i = 0; i < own.size(); ++i) {
            const ImageTokens& tokens = pyramid.hierarchies[i];
            pictures.push_back({tokens.rows, tokens.columns, std::move((*ownColors)[i]),
                                std::move((*sumColors)[i]), meanNorm(tokens)});
        }
        return pictures;
    });
}

} // namespace hierascope::runtime
