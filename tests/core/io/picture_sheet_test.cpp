// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_sheet.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

ImageRgb8 plainPicture(int side, std::uint8_t red, std::uint8_t blue) {
    ImageRgb8 picture(side, side);
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3) {
        picture.pixels[i] = red;
        picture.pixels[i + 2] = blue;
    }
    return picture;
}

PictureSheet smallSheet() {
    PictureSheet sheet;
    sheet.title = "Two models";
    sheet.columns = {"Original", "Level 0"};
    sheet.rows = {
        {{"A", "cat.png"},
         {{plainPicture(4, 255, 0), {"original"}}, {plainPicture(2, 0, 255), {"1x1", "9 dB"}}}}};
    sheet.table = {{"", "A", "B"}, {"PSNR", "1.00", "2.00"}};
    sheet.footer = {"data"};
    return sheet;
}

std::int64_t countOf(const ImageRgb8& image, std::uint8_t red, std::uint8_t green,
                     std::uint8_t blue) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < image.pixels.size(); i += 3)
        count +=
            image.pixels[i] == red && image.pixels[i + 1] == green && image.pixels[i + 2] == blue;
    return count;
}

TEST(PictureSheet, ShowsPicturesWithHardPixels) {
    const auto image = drawSheet(smallSheet(), 1.0);
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_EQ(countOf(*image, 255, 0, 0), 128 * 128);
    EXPECT_EQ(countOf(*image, 0, 0, 255), 128 * 128);
    EXPECT_GT(countOf(*image, 255, 255, 255), 10000);
    EXPECT_EQ(image->pixels, drawSheet(smallSheet(), 1.0)->pixels);
    const auto twice = drawSheet(smallSheet(), 2.0);
    EXPECT_EQ(twice->width, 2 * image->width);
    EXPECT_EQ(countOf(*twice, 255, 0, 0), 4 * 128 * 128);
}

TEST(PictureSheet, TextsChangeIt) {
    PictureSheet sheet = smallSheet();
    sheet.table[1][2] = "3.00";
    EXPECT_NE(drawSheet(sheet, 1.0)->pixels, drawSheet(smallSheet(), 1.0)->pixels);
    sheet.rows[0].heading = {"broken \xff\xfe", std::string(400, 'x'), "\xe4\xb8\xad\n"};
    EXPECT_TRUE(drawSheet(sheet, 1.0));
}

TEST(PictureSheet, RefusesPagesThatAreTooLong) {
    PictureSheet sheet = smallSheet();
    sheet.rows.resize(300, sheet.rows.front());
    const auto image = drawSheet(sheet, 1.0);
    ASSERT_FALSE(image);
    EXPECT_THAT(image.error().message, HasSubstr("fewer images"));
}

TEST(PictureSheet, IsAPdfWithItsRecipe) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeSheetPdf(folder / "s.pdf", smallSheet(), {"hierascope 1", "{\"format\":1}"}));
    std::ifstream file(folder / "s.pdf", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(bytes, StartsWith("%PDF-"));
    EXPECT_THAT(bytes, HasSubstr("Two models"));
    EXPECT_THAT(bytes, HasSubstr("{\"format\":1}"));
    EXPECT_FALSE(writeSheetPdf(folder / "none/s.pdf", smallSheet(), {}));
}

} // namespace
} // namespace hierascope::io
