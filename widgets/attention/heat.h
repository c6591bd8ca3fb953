// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/runtime/attention.h"

#include <QImage>

/// Weights of tokens as colours.
namespace hierascope::widgets {

/// The largest absolute value; 0 where there is none.
float largestOf(std::span<const float> values);
/// The weights of one block of a sequence.
std::span<const float> partOf(std::span<const float> weights, const runtime::TokenBlock& block);
/// The sum over a block.
double shareOfBlock(std::span<const float> weights, const runtime::TokenBlock& block);

/// [rows, columns] in cividis; what is 0 is transparent, so that a picture shows below.
///
/// @param limit the value at the upper end
QImage heatOver(std::span<const float> values, int rows, int columns, float limit);
/// The same of numbers with a sign: blue below, red above zero.
QImage differenceOver(std::span<const float> values, int rows, int columns, float limit);
/// [rows, columns] in cividis, opaque.
QImage heatOf(std::span<const float> values, int rows, int columns, float limit);

/// The picture with less light and colour, so that heat is seen over it.
QImage dimmed(const QImage& picture);

/// The finest block in space that holds a weight, else the largest one.
std::size_t thumbBlock(const std::vector<runtime::TokenBlock>& blocks,
                       std::span<const float> weights);

} // namespace hierascope::widgets
