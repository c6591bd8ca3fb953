// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/token_colors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "core/analysis/pca.h"
#include "core/runtime/guard.h"

namespace hierascope::runtime {

namespace {

constexpr int kColors = 3;
constexpr double kShownDeviations = 2.5;
constexpr std::uint8_t kMiddleGrey = 128;

Result<void> checkSizes(const LevelTokens& level) {
    const std::string name = "Tokens of level '" + level.level.name + "'";
    if (level.level.rows < 1 || level.level.columns < 1)
        return failure(ErrorCode::BadData, name + " are " + std::to_string(level.level.rows) +
                                               " x " + std::to_string(level.level.columns) +
                                               ", expected 1 or more each way.");
    const std::size_t found = level.vectors.size();
    const auto width = static_cast<std::size_t>(std::max(level.vectorWidth, 1));
    const auto tokens = static_cast<std::size_t>(level.level.tokens());
    if (level.vectorWidth < 1 || found % width != 0 || found / width != tokens)
        return failure(ErrorCode::BadData, name + " have " + std::to_string(found) +
                                               " numbers, expected " + std::to_string(tokens) +
                                               " vectors of " + std::to_string(level.vectorWidth) +
                                               ".");
    return {};
}

std::uint8_t shade(double deviations) {
    return static_cast<std::uint8_t>(
        std::lround(127.5 + 127.5 * std::clamp(deviations / kShownDeviations, -1.0, 1.0)));
}

ImageRgb8 pictureOf(const LevelTokens& tokens, const analysis::Pca& pca) {
    ImageRgb8 picture(tokens.level.columns, tokens.level.rows);
    std::fill(picture.pixels.begin(), picture.pixels.end(), kMiddleGrey);
    const std::vector<float> coordinates = analysis::project(pca, tokens.vectors); // [tokens, K]
    const auto components = static_cast<std::size_t>(pca.count());
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        const std::size_t component = i % components;
        picture.pixels[i / components * kColors + component] =
            shade(coordinates[i] / std::sqrt(pca.variances[component]));
    }
    return picture;
}

/// Fills the pictures of these levels, all equally wide, from components that they share.
Result<void> colorTogether(const std::vector<std::size_t>& indices, const TokenPyramid& pyramid,
                           std::vector<ImageRgb8>& pictures) {
    const int width = pyramid.levels[indices.front()].vectorWidth;
    std::vector<float> points; // [N, width]
    for (const std::size_t index : indices) {
        const std::vector<float>& vectors = pyramid.levels[index].vectors;
        points.insert(points.end(), vectors.begin(), vectors.end());
    }
    const auto count = static_cast<std::int64_t>(points.size()) / width;
    const auto pca = analysis::principalComponents(points, count, width, kColors);
    if (!pca)
        return failure(pca);
    for (const std::size_t index : indices)
        pictures[index] = pictureOf(pyramid.levels[index], *pca);
    return {};
}

/// Indices of the levels with vectors: all in one group if they are equally wide.
Result<std::vector<std::vector<std::size_t>>> groupsOf(const TokenPyramid& pyramid) {
    std::vector<std::vector<std::size_t>> alone;
    std::vector<std::size_t> together;
    bool isOneWidth = true;
    for (std::size_t i = 0; i < pyramid.levels.size(); ++i) {
        if (pyramid.levels[i].vectorWidth == 0)
            continue;
        if (const auto checked = checkSizes(pyramid.levels[i]); !checked)
            return failure(checked);
        together.push_back(i);
        alone.push_back({i});
        isOneWidth = isOneWidth &&
                     pyramid.levels[i].vectorWidth == pyramid.levels[together.front()].vectorWidth;
    }
    if (isOneWidth && !together.empty())
        return std::vector<std::vector<std::size_t>>{std::move(together)};
    return alone;
}

} // namespace

Result<std::vector<ImageRgb8>> tokenColors(const TokenPyramid& pyramid) {
    return guarded([&]() -> Result<std::vector<ImageRgb8>> {
        const auto groups = groupsOf(pyramid);
        if (!groups)
            return failure(groups);
        std::vector<ImageRgb8> pictures(pyramid.levels.size());
        for (const std::vector<std::size_t>& indices : *groups)
            if (const auto colored = colorTogether(indices, pyramid, pictures); !colored)
                return failure(colored);
        return pictures;
    });
}

} // namespace hierascope::runtime
