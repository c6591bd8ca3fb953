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

QRgb diverging(float value) {
    return mappedColor(ColorMap::Diverging, value);
}

TEST(Pictures, DrawsZeroWhiteAndTheSignsInTwoColours) {
    EXPECT_EQ(diverging(0.0F), qRgb(249, 249, 249));
    EXPECT_GT(qRed(diverging(0.7F)), qBlue(diverging(0.7F)));
    EXPECT_GT(qBlue(diverging(-0.7F)), qRed(diverging(-0.7F)));
    EXPECT_EQ(diverging(9.0F), diverging(1.0F));
    EXPECT_EQ(diverging(-9.0F), diverging(-1.0F));
}

TEST(Pictures, GrowsDarkerAwayFromZeroOnBothSides) {
    for (const float sign : {-1.0F, 1.0F})
        for (float at = 0.0F; at < 0.95F; at += 0.1F)
            EXPECT_GT(qGray(diverging(sign * at)), qGray(diverging(sign * (at + 0.1F))))
                << sign * at;
}

TEST(Pictures, GrowsLighterWithTheMagnitude) {
    for (float at = 0.0F; at < 0.95F; at += 0.1F)
        EXPECT_LT(qGray(mappedColor(ColorMap::Magnitude, at)),
                  qGray(mappedColor(ColorMap::Magnitude, at + 0.1F)))
            << at;
    EXPECT_EQ(mappedColor(ColorMap::Magnitude, 0.0F), qRgb(0x00, 0x22, 0x4e));
    EXPECT_EQ(mappedColor(ColorMap::Magnitude, 7.0F), qRgb(0xfe, 0xe8, 0x38));
}

TEST(Pictures, TakesTheMeanOverTheChannels) {
    ImageRgbF32 picture(2, 1);
    picture.planes = {0.3F, -0.6F, 0.3F, -0.6F, -0.6F, -0.6F};
    EXPECT_NEAR(signedMap(picture).at({0, 0}), 0.0F, 1e-6F);
    EXPECT_NEAR(signedMap(picture).at({1, 0}), -0.6F, 1e-6F);
    EXPECT_NEAR(absoluteMap(picture).at({0, 0}), 0.4F, 1e-6F);
    EXPECT_NEAR(absoluteMap(picture).at({1, 0}), 0.6F, 1e-6F);
}

TEST(Pictures, DrawsTheLimitAtTheEndOfTheMap) {
    const ScalarMap map{4, 1, {0.0F, -0.6F, 0.6F, 0.3F}};
    const QImage signs = imageFromMap(map, ColorMap::Diverging, 0.6F);
    EXPECT_EQ(signs.pixel(0, 0), diverging(0.0F));
    EXPECT_EQ(signs.pixel(1, 0), diverging(-1.0F));
    EXPECT_EQ(signs.pixel(2, 0), diverging(1.0F));
    const QImage sizes = imageFromMap(map, ColorMap::Magnitude, 0.6F);
    EXPECT_EQ(sizes.pixel(0, 0), mappedColor(ColorMap::Magnitude, 0.0F));
    EXPECT_EQ(sizes.pixel(2, 0), mappedColor(ColorMap::Magnitude, 1.0F));
    EXPECT_EQ(sizes.pixel(3, 0), mappedColor(ColorMap::Magnitude, 0.5F));
}

TEST(Pictures, ChoosesARoundLimitThatFewValuesExceed) {
    std::vector<ScalarMap> maps(2, ScalarMap{10, 10, std::vector<float>(100)});
    maps[1].values.assign(100, -0.17F);
    EXPECT_FLOAT_EQ(limitOf(maps), 0.2F);
    EXPECT_FLOAT_EQ(limitOf({}), 1.0F);
}

} // namespace
} // namespace hierascope::widgets
