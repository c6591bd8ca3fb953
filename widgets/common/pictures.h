// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/image.h"

#include <QColor>
#include <QImage>

namespace hierascope::widgets {

/// Copies 8-bit pixels into a QImage.
QImage imageFromRgb8(const ImageRgb8& picture);

/// Clamps to [0, 1] and rounds to 8 bits.
QImage imageFromRgbF32(const ImageRgbF32& picture);

/// The colour of a signed value under a zero-centred map: blue below, white at zero, red above.
///
/// @param value in [-1, 1], clamped
QRgb divergingColor(float value);

/// Draws the mean over the channels of a signed picture with `divergingColor`.
///
/// @param limit the absolute value at the ends of the map, greater than 0
QImage imageFromResidual(const ImageRgbF32& residual, float limit);

/// A round limit that clips about one value in a hundred of all residuals together.
float residualLimit(std::span<const ImageRgbF32> residuals);

} // namespace hierascope::widgets
