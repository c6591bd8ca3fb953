// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/difference.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "core/tensor/resample.h"

namespace hierascope::runtime {

namespace {

ImageRgbF32 shownAt(const ImageRgbF32& picture, int width, int height) {
    ImageRgbF32 shown = toRgbF32(toRgb8(picture));
    if (shown.width == width && shown.height == height)
        return shown;
    shown = tensor::resize(shown, width, height, tensor::Filter::Bicubic);
    for (float& value : shown.planes)
        value = std::clamp(value, 0.0F, 1.0F);
    return shown;
}

} // namespace

PictureDifference differenceOf(const ImageRgbF32& first, const ImageRgbF32& second) {
    const ImageRgbF32& larger = first.width >= second.width ? first : second;
    ImageRgbF32 difference = shownAt(first, larger.width, larger.height);
    const ImageRgbF32 other = shownAt(second, larger.width, larger.height);
    double squares = 0.0;
    for (std::size_t i = 0; i < difference.planes.size(); ++i) {
        difference.planes[i] -= other.planes[i];
        squares += double(difference.planes[i]) * double(difference.planes[i]);
    }
    const double mean = squares / double(difference.planes.size());
    const double psnr =
        mean > 0.0 ? -10.0 * std::log10(mean) : std::numeric_limits<double>::infinity();
    return {std::move(difference), psnr};
}

} // namespace hierascope::runtime
