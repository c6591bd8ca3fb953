// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/base/image.h"
#include "core/runtime/color_maps.h"

#include <QColor>
#include <QImage>
#include <QPoint>

namespace hierascope::widgets {

/// Copies 8-bit pixels into a QImage.
QImage imageFromRgb8(const ImageRgb8& picture);

/// Copies the pixels of a QImage, without transparency.
ImageRgb8 pixelsOf(const QImage& image);

/// Clamps to [0, 1] and rounds to 8 bits.
QImage imageFromRgbF32(const ImageRgbF32& picture);

/// One number for each pixel of a picture.
struct ScalarMap {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< [height, width], row-major

    bool isEmpty() const { return values.empty(); }
    float at(const QPoint& pixel) const {
        return values[std::size_t(pixel.y()) * std::size_t(width) + std::size_t(pixel.x())];
    }
};

/// The mean over the channels, with its sign.
ScalarMap signedMap(const ImageRgbF32& picture);
/// The mean over the channels of the absolute values.
ScalarMap absoluteMap(const ImageRgbF32& picture);

using runtime::ColorMap;

/// @param value in [-1, 1] (Magnitude: [0, 1]), clamped
QRgb mappedColor(ColorMap map, float value);

/// @param limit the value at the end of the map, greater than 0
QImage imageFromMap(const ScalarMap& values, ColorMap map, float limit);

/// A round limit that about `share` of the values of all maps together do not exceed.
float limitOf(std::span<const ScalarMap> maps, double share = 0.99);

} // namespace hierascope::widgets
