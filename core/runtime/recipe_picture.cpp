// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/recipe_picture.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/runtime/color_maps.h"
#include "core/runtime/difference.h"

namespace hierascope::runtime {

namespace {

using Maps = std::vector<std::vector<float>>;

float limitOfMaps(const Maps& maps, double share) {
    const std::vector<std::span<const float>> spans(maps.begin(), maps.end());
    return limitOf(spans, share);
}

ImageRgb8 drawn(const ImageRgbF32& picture, ChannelMean mean, ColorMap map, float limit) {
    return pictureFromMap(picture.width, picture.height, channelMeans(picture, mean), map, limit);
}

/// One side's picture; empty where the level has none.
ImageRgb8 shown(const std::string& what, const Reconstruction& reconstruction, int level,
                const MapLimits& limits) {
    const LevelReconstruction& made = reconstruction.levels[static_cast<std::size_t>(level)];
    if (what == "original")
        return reconstruction.input;
    if (what == "residual")
        return made.residual.isEmpty() ? ImageRgb8()
                                       : drawn(made.residual, ChannelMean::Signed,
                                               ColorMap::Diverging, limits.residual);
    if (what == "signed_error")
        return drawn(made.error, ChannelMean::Signed, ColorMap::Diverging, limits.error);
    if (what == "absolute_error")
        return drawn(made.error, ChannelMean::Absolute, ColorMap::Magnitude, limits.error);
    return toRgb8(made.picture); // also the first picture of the commutation check
}

void copyColumns(const ImageRgb8& from, int first, int count, ImageRgb8& to, int at) {
    for (int y = 0; y < from.height; ++y) {
        const auto source =
            from.pixels.begin() + 3 * (std::ptrdiff_t(y) * from.width + std::ptrdiff_t(first));
        std::copy_n(source, 3 * std::ptrdiff_t(count),
                    to.pixels.begin() + 3 * (std::ptrdiff_t(y) * to.width + std::ptrdiff_t(at)));
    }
}

/// Both at the size of the larger one; none where that is no whole multiple of the other.
bool bringTogether(ImageRgb8& first, ImageRgb8& second) {
    ImageRgb8& small = first.height < second.height ? first : second;
    const ImageRgb8& large = first.height < second.height ? second : first;
    if (large.height % small.height != 0)
        return false;
    small = enlarged(small, large.height / small.height);
    return true;
}

ImageRgb8 beside(const ImageRgb8& first, const ImageRgb8& second) {
    ImageRgb8 both(first.width + kPictureGap + second.width, first.height);
    copyColumns(first, 0, first.width, both, 0);
    copyColumns(second, 0, second.width, both, first.width + kPictureGap);
    return both;
}

ImageRgb8 wiped(const ImageRgb8& first, const ImageRgb8& second, double share) {
    ImageRgb8 both = second;
    copyColumns(first, 0, static_cast<int>(std::lround(share * first.width)), both, 0);
    return both;
}

ImageRgb8 differenceAt(const Reconstruction& a, int levelOfA, const Reconstruction& b,
                       int levelOfB) {
    const auto picture = [](const Reconstruction& made, int level) -> const ImageRgbF32& {
        return made.levels[static_cast<std::size_t>(level)].picture;
    };
    const PictureDifference difference = differenceOf(picture(a, levelOfA), picture(b, levelOfB));
    const Maps values{channelMeans(difference.picture, ChannelMean::Signed)};
    constexpr double kShare = 0.99;
    return drawn(difference.picture, ChannelMean::Signed, ColorMap::Diverging,
                 limitOfMaps(values, kShare));
}

std::vector<LevelInfo> infosOf(const Reconstruction& reconstruction) {
    std::vector<LevelInfo> infos;
    for (const LevelReconstruction& level : reconstruction.levels)
        infos.push_back(level.level);
    return infos;
}

MapLimits largerOf(const MapLimits& a, const MapLimits& b) {
    return {std::max(a.residual, b.residual), std::max(a.error, b.error)};
}

/// At the pixels of its own, before it was enlarged.
Result<ImageRgb8> smallPicture(const runs::Recipe& recipe, const Reconstruction& a,
                               const Reconstruction* b) {
    const int levelOfA = recipe.level;
    const auto infos = infosOf(a);
    const int levelOfB =
        b == nullptr ? -1 : nearestLevel(infosOf(*b), infos[static_cast<std::size_t>(levelOfA)]);
    if (levelOfB < 0)
        return shown(recipe.picture, a, levelOfA, mapLimits(a));
    const MapLimits limits = largerOf(mapLimits(a), mapLimits(*b));
    if (recipe.picture == "commutation") // is of A alone
        return shown(recipe.picture, a, levelOfA, limits);
    if (recipe.compare == "difference")
        return differenceAt(a, levelOfA, *b, levelOfB);
    ImageRgb8 first = shown(recipe.picture, a, levelOfA, limits);
    ImageRgb8 second = shown(recipe.picture, *b, levelOfB, limits);
    if (recipe.compare == "only_a" || first.isEmpty() || second.isEmpty())
        return first;
    if (!bringTogether(first, second))
        return failure(ErrorCode::Usage, "A and B have sizes of which only the window makes one "
                                         "picture; open the recipe there.");
    return recipe.compare == "wipe" ? wiped(first, second, recipe.wipe) : beside(first, second);
}

} // namespace

MapLimits mapLimits(const Reconstruction& reconstruction) {
    Maps residuals;
    Maps errors;
    for (const LevelReconstruction& level : reconstruction.levels) {
        residuals.push_back(channelMeans(level.residual, ChannelMean::Signed));
        errors.push_back(channelMeans(level.error, ChannelMean::Signed));
    }
    constexpr double kResidualShare = 0.99;
    return {limitOfMaps(residuals, kResidualShare), limitOfMaps(errors, kErrorShare)};
}

int nearestLevel(const std::vector<LevelInfo>& levels, const LevelInfo& wanted) {
    int nearest = -1;
    double smallest = 0.0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double distance = std::abs(std::log2(static_cast<double>(levels[i].tokens()) /
                                                   static_cast<double>(wanted.tokens())));
        if (nearest < 0 || distance <= smallest) {
            nearest = static_cast<int>(i);
            smallest = distance;
        }
    }
    return nearest;
}

ImageRgb8 enlarged(const ImageRgb8& picture, int factor) {
    if (factor <= 1)
        return picture;
    ImageRgb8 large(picture.width * factor, picture.height * factor);
    auto to = large.pixels.begin();
    for (int y = 0; y < large.height; ++y)
        for (int x = 0; x < large.width; ++x) {
            const auto from =
                picture.pixels.begin() +
                3 * (std::ptrdiff_t(y / factor) * picture.width + std::ptrdiff_t(x / factor));
            to = std::copy_n(from, 3, to);
        }
    return large;
}

Result<ImageRgb8> pictureOfRecipe(const runs::Recipe& recipe, const Reconstruction& a,
                                  const Reconstruction* b) {
    if (recipe.figure != "picture" || recipe.picture == "hierarchies" || recipe.picture == "moved")
        return failure(ErrorCode::Usage,
                       "Only the window paints the figure '" +
                           (recipe.figure == "picture" ? recipe.picture : recipe.figure) +
                           "'; open the recipe there.");
    if (recipe.level >= static_cast<int>(a.levels.size()))
        return failure(ErrorCode::BadData, "Field 'level' is " + std::to_string(recipe.level) +
                                               ", and the model has " +
                                               std::to_string(a.levels.size()) + " levels.");
    auto picture = smallPicture(recipe, a, b);
    if (!picture)
        return picture;
    if (picture->isEmpty())
        return failure(ErrorCode::BadData,
                       "The coarsest level has no level before it to differ from.");
    const int factor = recipe.width / picture->width;
    if (factor < 1 || picture->width * factor != recipe.width ||
        picture->height * factor != recipe.height)
        return failure(ErrorCode::BadData,
                       "The picture is " + std::to_string(picture->width) + " x " +
                           std::to_string(picture->height) + " pixels, and the recipe's " +
                           std::to_string(recipe.width) + " x " + std::to_string(recipe.height) +
                           " is no whole multiple of that.");
    return enlarged(*picture, factor);
}

} // namespace hierascope::runtime
