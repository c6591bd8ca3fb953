// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/image.h"

/// How numbers become colours, the same in the window and on the command line.
namespace hierascope::runtime {

/// The ends of a map lie at a limit that its key names.
enum class ColorMap {
    Diverging, ///< zero-centred: blue below, white at zero, red above
    Magnitude, ///< cividis, from zero up
};

using Rgb8 = std::array<std::uint8_t, 3>;

/// @param value in [-1, 1] (Magnitude: [0, 1]), clamped
Rgb8 rgbOf(ColorMap map, float value);

enum class ChannelMean { Signed, Absolute };

/// The mean over the channels, with signs or of the absolute values: [Y, X].
std::vector<float> channelMeans(const ImageRgbF32& picture, ChannelMean mean);

/// @param values [height, width]
/// @param limit  the value at the end of the map, greater than 0
ImageRgb8 pictureFromMap(int width, int height, std::span<const float> values, ColorMap map,
                         float limit);

/// A round limit that about `share` of the values of all maps together do not exceed.
float limitOf(std::span<const std::span<const float>> maps, double share = 0.99);

} // namespace hierascope::runtime
