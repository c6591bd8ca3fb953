// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_reader.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <jpeglib.h>

#include "core/base/atomic_file.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path kImages = std::filesystem::path(HIERASCOPE_TEST_DATA) / "images";

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Result<ImageRgb8> decode(const std::string& bytes, const ImageReadOptions& options = {}) {
    return decodeImage(std::as_bytes(std::span(bytes)), "a.img", options);
}

/// Reads the plain P6 files of make.py without the code under test.
ImageRgb8 plainPpm(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int maximum = 0;
    stream >> magic >> width >> height >> maximum;
    stream.get();
    ImageRgb8 image(width, height);
    stream.read(reinterpret_cast<char*>(image.pixels.data()),
                static_cast<std::streamsize>(image.pixels.size()));
    EXPECT_TRUE(stream) << path;
    return image;
}

int largestDifference(const ImageRgb8& a, const ImageRgb8& b) {
    EXPECT_EQ(a.width, b.width);
    EXPECT_EQ(a.height, b.height);
    int largest = 0;
    for (std::size_t i = 0; i < std::min(a.pixels.size(), b.pixels.size()); ++i)
        largest = std::max(largest, std::abs(a.pixels[i] - b.pixels[i]));
    return largest;
}

class PillowImage : public ::testing::TestWithParam<const char*> {};

TEST_P(PillowImage, IsReadToTheBit) {
    const auto image = readImage(kImages / GetParam());
    ASSERT_TRUE(image) << image.error().message;
    const ImageRgb8 expected = plainPpm(kImages / (std::string(GetParam()) + ".expected.ppm"));
    EXPECT_EQ(largestDifference(*image, expected), 0);
}

TEST_P(PillowImage, HasTheSameSizeByItsHeader) {
    const auto size = readImageSize(kImages / GetParam());
    ASSERT_TRUE(size) << size.error().message;
    const ImageRgb8 expected = plainPpm(kImages / (std::string(GetParam()) + ".expected.ppm"));
    EXPECT_EQ(*size, (ImageSize{expected.width, expected.height}));
}

INSTANTIATE_TEST_SUITE_P(
    ImageReader, PillowImage,
    ::testing::Values("rgb-444.jpg", "rgb-422.jpg", "rgb-420.jpg", "progressive.jpg", "grey.jpg",
                      "cmyk.jpg", "cmyk-no-adobe.jpg", "orientation-1.jpg", "orientation-2.jpg",
                      "orientation-3.jpg", "orientation-4.jpg", "orientation-5.jpg",
                      "orientation-6.jpg", "orientation-7.jpg", "orientation-8.jpg",
                      "orientation-6.png", "orientation-8.webp", "rgb.png", "grey.png",
                      "grey-1bit.png", "palette.png", "rgba.png", "grey-alpha.png",
                      "palette-trns.png", "rgb-16bit.png", "grey-16bit.png", "grey-2bit-trns.png",
                      "interlaced.png", "lossless.webp", "lossy.webp", "alpha.webp", "p2.pgm",
                      "p3.ppm", "p5.pgm", "p6.ppm", "p5-16bit.pgm", "p6-16bit.ppm"),
    [](const auto& info) {
        std::string name = info.param;
        std::replace_if(
            name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
        return name;
    });

TEST(ImageReader, LaysTransparencyOverTheAskedColour) {
    const auto image = readImage(kImages / "rgba.png", {.background = {10, 200, 60}});
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_EQ(*image, plainPpm(kImages / "rgba.png.over-green.ppm"));
}

/// Stores `cmyk` as Adobe does: inverted, turned into YCCK, with an Adobe marker.
std::string ycckJpeg(int width, int height, std::vector<std::uint8_t> cmyk) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = static_cast<JDIMENSION>(width);
    info.image_height = static_cast<JDIMENSION>(height);
    info.input_components = 4;
    info.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&info);
    jpeg_set_colorspace(&info, JCS_YCCK);
    jpeg_set_quality(&info, 100, TRUE);
    jpeg_start_compress(&info, TRUE);
    for (auto& value : cmyk)
        value = static_cast<std::uint8_t>(255 - value);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = cmyk.data() + std::size_t{info.next_scanline} * width * 4;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string bytes(reinterpret_cast<char*>(buffer), size);
    std::free(buffer);
    return bytes;
}

TEST(ImageReader, ReadsYcckJpegsOfAdobe) {
    std::vector<std::uint8_t> cmyk;
    ImageRgb8 expected(16, 16);
    for (std::size_t i = 0; i < 256; ++i) {
        cmyk.insert(cmyk.end(), {200, 40, 10, 50});
        for (std::size_t channel = 0; channel < 3; ++channel)
            expected.pixels[3 * i + channel] =
                static_cast<std::uint8_t>((255 - cmyk[channel]) * (255 - 50) / 255);
    }
    const auto image = decode(ycckJpeg(16, 16, cmyk));
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_LE(largestDifference(*image, expected), 3);
}

TEST(ImageReader, TellsFormatsByContentAndNotByName) {
    const testing::TempFolder folder;
    std::filesystem::copy_file(kImages / "rgb.png", folder / "photo.jpg");
    EXPECT_EQ(*readImage(folder / "photo.jpg"), plainPpm(kImages / "rgb.png.expected.ppm"));
}

TEST(ImageReader, TakesAnImageThatJustMeetsTheLimits) {
    EXPECT_TRUE(readImage(kImages / "rgb.png", {.maxPixels = 609, .maxSide = 29}));
}

TEST(ImageReader, RefusesAMissingFileAFolderAndADevice) {
    for (const std::filesystem::path& path :
         {kImages / "no-such.png", kImages, std::filesystem::path("/dev/null")}) {
        for (const auto& error : {readImage(path).error(), readImageSize(path).error()}) {
            EXPECT_EQ(error.code, ErrorCode::NoInput);
            EXPECT_THAT(error.message, HasSubstr("'" + path.string() + "'"));
        }
    }
}

TEST(ImageReader, KnowsExtensionsInAnyCase) {
    for (const char* name : {"a.jpg", "a.JPEG", "b.c.Png", "a.webp", "a.ppm", "a.PGM"})
        EXPECT_TRUE(hasImageExtension(name)) << name;
    for (const char* name : {"jpg", "a.txt", "a.jpg.part", ".png", "a."})
        EXPECT_FALSE(hasImageExtension(name)) << name;
}

class SmallImage : public ::testing::TestWithParam<const char*> {};

TEST_P(SmallImage, IsAnErrorAtEveryTruncatedLength) {
    const std::string whole = bytesOf(kImages / GetParam());
    const ImageRgb8 expected = plainPpm(kImages / (std::string(GetParam()) + ".expected.ppm"));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto image = decode(whole.substr(0, length));
        if (image) {
            EXPECT_EQ(*image, expected) << length; // only bytes that carry nothing are missing
            EXPECT_GE(length, whole.size() - 2) << length;
        } else {
            EXPECT_EQ(image.error().code, ErrorCode::BadData);
            EXPECT_THAT(image.error().message, HasSubstr("Image 'a.img': "));
        }
    }
}

TEST_P(SmallImage, SurvivesEveryWrongByte) {
    const std::string whole = bytesOf(kImages / GetParam());
    const ImageReadOptions options{.maxPixels = 100'000, .maxSide = 1000};
    int errors = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const int flip : {0x01, 0x80, 0xFF}) {
            std::string broken = whole;
            broken[i] = static_cast<char>(broken[i] ^ flip);
            const auto image = decode(broken, options);
            if (image) {
                EXPECT_EQ(image->pixels.size(),
                          static_cast<std::size_t>(image->width) * image->height * 3);
            } else {
                ++errors;
                EXPECT_EQ(image.error().code, ErrorCode::BadData) << image.error().message;
            }
        }
    }
    EXPECT_GT(errors, 0);
}

INSTANTIATE_TEST_SUITE_P(ImageReader, SmallImage,
                         ::testing::Values("orientation-5.jpg", "progressive.jpg", "cmyk.jpg",
                                           "orientation-6.png", "interlaced.png",
                                           "palette-trns.png", "grey-2bit-trns.png", "alpha.webp",
                                           "lossy.webp", "orientation-8.webp", "p2.pgm", "p3.ppm",
                                           "p5.pgm", "p6-16bit.ppm"),
                         [](const auto& info) {
                             std::string name = info.param;
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](char c) { return c == '-' || c == '.'; }, '_');
                             return name;
                         });

} // namespace
} // namespace hierascope::io
