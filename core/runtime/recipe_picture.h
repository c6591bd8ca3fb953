// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/runs/recipe.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// The values at the ends of the colour maps of a reconstruction: one for all of its levels.
struct MapLimits {
    float residual = 1.0F;
    float error = 1.0F;
};

/// The coarsest levels are far off in places; the fine ones should still have colour.
inline constexpr double kErrorShare = 0.93;

MapLimits mapLimits(const Reconstruction& reconstruction);

/// The level with the number of tokens nearest to `wanted`, by ratio; the finer of two; -1: none.
int nearestLevel(const std::vector<LevelInfo>& levels, const LevelInfo& wanted);

/// Every pixel becomes a square of `factor` pixels.
ImageRgb8 enlarged(const ImageRgb8& picture, int factor);

/// The pixels between two pictures that lie beside each other.
inline constexpr int kPictureGap = 8;

/// Makes the picture again that a recipe of the Pyramid view describes, as the window shows it.
///
/// @param b what the recipe's B reconstructs, null without a B
/// @return  Usage where only the window paints the figure; BadData where level, picture or size do
///          not fit the reconstructions
Result<ImageRgb8> pictureOfRecipe(const runs::Recipe& recipe, const Reconstruction& a,
                                  const Reconstruction* b);

} // namespace hierascope::runtime
