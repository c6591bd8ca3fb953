// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/difference.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace hierascope::runtime {
namespace {

ImageRgbF32 plain(int side, float value) {
    ImageRgbF32 picture(side, side);
    std::ranges::fill(picture.planes, value);
    return picture;
}

TEST(PictureDifference, IsNothingBetweenEqualPictures) {
    const PictureDifference none = differenceOf(plain(8, 0.4F), plain(8, 0.4F));
    EXPECT_THAT(none.picture.planes, ::testing::Each(0.0F));
    EXPECT_TRUE(std::isinf(none.psnr));
}

TEST(PictureDifference, IsTheFirstMinusTheSecond) {
    const PictureDifference found = differenceOf(plain(8, 0.8F), plain(8, 0.6F));
    EXPECT_THAT(found.picture.planes, ::testing::Each(::testing::FloatNear(0.2F, 1e-6F)));
    EXPECT_NEAR(found.psnr, -20.0 * std::log10(0.2), 1e-3);
}

TEST(PictureDifference, EnlargesTheSmallerOneWhicheverItIs) {
    for (const auto& [first, second] : {std::pair{8, 32}, std::pair{32, 8}}) {
        const PictureDifference found = differenceOf(plain(first, 1.0F), plain(second, 0.0F));
        EXPECT_EQ(found.picture.width, 32);
        EXPECT_THAT(found.picture.planes, ::testing::Each(::testing::FloatNear(1.0F, 1e-6F)));
    }
}

TEST(PictureDifference, ComparesWhatAScreenShows) {
    const PictureDifference none = differenceOf(plain(4, 1.7F), plain(4, 1.0F));
    EXPECT_THAT(none.picture.planes, ::testing::Each(0.0F));
}

TEST(PictureDifference, RefusesAnEmptyPicture) {
    EXPECT_THROW(differenceOf(plain(4, 0.0F), ImageRgbF32()), std::invalid_argument);
}

} // namespace
} // namespace hierascope::runtime
