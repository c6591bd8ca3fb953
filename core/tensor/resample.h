// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

namespace hierascope::tensor {

/// The filters of Pillow's Image.resize, widened to the scale when reducing (antialiased).
enum class Filter { Box, Bilinear, Bicubic, Lanczos };

/// Resizes as Pillow does, to the bit: two passes of 22-bit fixed-point weights, rounded to 8 bits
/// after each. Where the height shrinks by more than twice as many pixels as the width, the columns
/// come first, as in Pillow 13; earlier versions always began with the rows.
///
/// @throws std::invalid_argument if the image is empty or a side is not positive.
/// @cost    O(width * source height + height * width) weighted sums of the filter's support.
/// @source  Pillow, src/libImaging/Resample.c.
ImageRgb8 resize(const ImageRgb8& image, int width, int height, Filter filter);

/// Resizes each plane as Pillow does with mode "F": sums in double, float32 after each pass.
///
/// @throws std::invalid_argument if the image is empty or a side is not positive.
ImageRgbF32 resize(const ImageRgbF32& image, int width, int height, Filter filter);

/// Cuts the middle out; half a pixel of offset goes to the even side, as in torchvision.
///
/// @throws std::invalid_argument if the image is empty or smaller than width x height.
ImageRgb8 cropCentre(const ImageRgb8& image, int width, int height);

/// Resizes the shorter side to `size` and cuts size x size out of the middle.
///
/// Equals torchvision's Resize(size) and CenterCrop(size): the longer side becomes
/// floor(size * longer / shorter), the offset of the cut is (side - size) / 2 with a half rounded
/// to the even number. Computes no pixel outside of the cut.
///
/// @throws std::invalid_argument if the image is empty or the size is not positive.
ImageRgb8 fitShorterSide(const ImageRgb8& image, int size, Filter filter = Filter::Bicubic);

} // namespace hierascope::tensor
