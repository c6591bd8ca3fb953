// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"

/// What really depends on a token: it is disturbed, and what moves is measured.
namespace hierascope::runtime {

/// What takes a token's place.
enum class Disturbance {
    Zero,  ///< numbers that are all zero
    Mean,  ///< the mean of its level
    Noise, ///< normal numbers with mean and deviation of each channel of its level
    Mask,  ///< the mask token, where the family has one
};

/// Puts something else in the place of tokens of one level; a level's statistics are those before.
///
/// @param tokens row-major in the level; they must exist
/// @param seed   of the noise
void disturb(TokenSequence& sequence, int level, std::span<const std::int64_t> tokens,
             Disturbance how, std::uint64_t seed);

/// How far the pixels under each cell of a grid moved: the root of the mean square of `change`.
///
/// @return [rows * columns], row-major
std::vector<float> movedCells(const ImageRgbF32& change, int rows, int columns);

/// What a token's absence does to the picture of every level.
struct Influence {
    std::vector<ImageRgbF32> changes; ///< disturbed minus undisturbed, in [0, 1] scale
};

/// @param sequence with vectors of all levels
Result<Influence> measureInfluence(Tokenizer& model, const TokenSequence& sequence, int level,
                                   std::int64_t token, Disturbance how, std::uint64_t seed,
                                   const TaskContext& context);

/// How well attention foretells influence: Spearman's rank correlation over the cells; NaN where
/// one of both does not vary.
///
/// @param attention, moved [N]
double agreement(std::span<const float> attention, std::span<const float> moved);

} // namespace hierascope::runtime
