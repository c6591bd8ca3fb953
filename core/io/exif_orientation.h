// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/image.h"

namespace hierascope::io {

/// Finds the orientation (1 to 8) in an EXIF block, with or without its "Exif\0\0" in front.
/// Anything missing, broken or out of range counts as 1: it must not make a picture unreadable.
int exifOrientation(std::span<const std::uint8_t> exif);

/// Says whether an orientation exchanges width and height.
bool swapsSides(int orientation);

/// Turns and mirrors stored pixels so that they stand as the camera meant.
ImageRgb8 applyOrientation(ImageRgb8 image, int orientation);

} // namespace hierascope::io
