// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pictures.h"

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

TEST(Pictures, KeepsEveryPixelOfAnRgbPicture) {
    ImageRgb8 picture(3, 2);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        picture.pixels[i] = std::uint8_t(10 * i);
    const QImage image = imageFromRgb8(picture);
    ASSERT_EQ(image.size(), QSize(3, 2));
    EXPECT_EQ(image.pixel(0, 0), qRgb(0, 10, 20));
    EXPECT_EQ(image.pixel(2, 1), qRgb(150, 160, 170));
}

TEST(Pictures, DrawsZeroWhiteAndTheSignsInTwoColours) {
    EXPECT_EQ(divergingColor(0.0F), qRgb(249, 249, 249));
    EXPECT_GT(qRed(divergingColor(0.7F)), qBlue(divergingColor(0.7F)));
    EXPECT_GT(qBlue(divergingColor(-0.7F)), qRed(divergingColor(-0.7F)));
    EXPECT_EQ(divergingColor(9.0F), divergingColor(1.0F));
    EXPECT_EQ(divergingColor(-9.0F), divergingColor(-1.0F));
}

TEST(Pictures, GrowsDarkerAwayFromZeroOnBothSides) {
    for (const float sign : {-1.0F, 1.0F})
        for (float at = 0.0F; at < 0.95F; at += 0.1F)
            EXPECT_GT(qGray(divergingColor(sign * at)), qGray(divergingColor(sign * (at + 0.1F))))
                << sign * at;
}

TEST(Pictures, DrawsTheMeanResidualOfTheChannels) {
    ImageRgbF32 residual(2, 1);
    residual.planes = {0.3F, -0.6F, 0.3F, -0.6F, -0.6F, -0.6F};
    const QImage image = imageFromResidual(residual, 0.6F);
    EXPECT_EQ(image.pixel(0, 0), divergingColor(0.0F));
    EXPECT_EQ(image.pixel(1, 0), divergingColor(-1.0F));
}

TEST(Pictures, ChoosesARoundLimitThatFewValuesExceed) {
    std::vector<ImageRgbF32> residuals(2, ImageRgbF32(10, 10));
    residuals[1].planes.assign(residuals[1].planes.size(), -0.17F);
    EXPECT_FLOAT_EQ(residualLimit(residuals), 0.2F);
    EXPECT_FLOAT_EQ(residualLimit({}), 1.0F);
}

} // namespace
} // namespace hierascope::widgets
