// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

namespace hierascope::runtime {

/// What lies between two pictures of the same scene.
struct PictureDifference {
    ImageRgbF32 picture; ///< [3, Y, X] at the larger size: the first minus the second, in [-1, 1]
    double psnr = 0.0;   ///< dB of one against the other; infinite where they are equal
};

/// Subtracts pictures as they are shown: 8 bits, the smaller one enlarged (bicubic) to the larger.
///
/// Makes no Torch call, so that it may run beside a model.
/// @throws std::invalid_argument if a picture is empty.
PictureDifference differenceOf(const ImageRgbF32& first, const ImageRgbF32& second);

} // namespace hierascope::runtime
