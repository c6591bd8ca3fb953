// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/image.h"

namespace hierascope::testing {

/// The mean of every block of a square picture, `side` blocks in each direction.
ImageRgbF32 averaged(const ImageRgbF32& from, int side);

/// `a` minus `b`, whose pixels are repeated where `a` is a multiple of its size.
ImageRgbF32 minusEnlarged(const ImageRgbF32& a, const ImageRgbF32& b);

/// Pulls every value towards middle grey: 1 leaves it, 0 is grey.
ImageRgbF32 withContrast(ImageRgbF32 image, float contrast);

/// Adds noise in [-amplitude, amplitude] that depends on the seed alone.
void addNoise(std::vector<float>& values, float amplitude, std::uint64_t seed);

/// dB, for a data range of 1; infinite where the pictures are equal.
double psnrBetween(const ImageRgbF32& a, const ImageRgbF32& b);

/// One vector per pixel: `width` mixtures of its three colours, [Y * X, width].
std::vector<float> vectorsOf(const ImageRgbF32& colors, int width);

} // namespace hierascope::testing
