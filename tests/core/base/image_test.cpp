// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/image.h"

#include <gmock/gmock.h>

namespace hierascope {
namespace {

TEST(Image, SurvivesTheWayToFloatAndBack) {
    ImageRgb8 image(16, 16);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i % 256);
    EXPECT_EQ(toRgb8(toRgbF32(image)), image);
}

TEST(Image, ClampsValuesOutsideTheRange) {
    ImageRgbF32 image(1, 1);
    image.planes = {-0.5F, 0.5F, 7.0F};
    EXPECT_THAT(toRgb8(image).pixels, ::testing::ElementsAre(0, 128, 255));
}

} // namespace
} // namespace hierascope
