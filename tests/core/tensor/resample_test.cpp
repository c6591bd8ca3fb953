// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/resample.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(HIERASCOPE_TEST_DATA) / "images" / "resize";

ImageRgb8 plainPpm(const std::string& name) {
    std::ifstream stream(kFolder / name, std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int maximum = 0;
    stream >> magic >> width >> height >> maximum;
    stream.get();
    ImageRgb8 image(width, height);
    stream.read(reinterpret_cast<char*>(image.pixels.data()),
                static_cast<std::streamsize>(image.pixels.size()));
    EXPECT_TRUE(stream) << name;
    return image;
}

ImageRgb8 turned(const ImageRgb8& image) // a quarter to the left, as Pillow's ROTATE_90
{
    ImageRgb8 result(image.height, image.width);
    auto out = result.pixels.begin();
    for (std::ptrdiff_t x = image.width - 1; x >= 0; --x)
        for (std::ptrdiff_t y = 0; y < image.height; ++y)
            out = std::copy_n(image.pixels.begin() + (y * image.width + x) * 3, 3, out);
    return result;
}

struct NamedFilter {
    const char* name;
    Filter filter;
};

class PillowFilter : public ::testing::TestWithParam<NamedFilter> {};

TEST_P(PillowFilter, GivesPillowsBytes) {
    const ImageRgb8 source = plainPpm("source.ppm");
    for (const char* size : {"17x11", "63x50", "7x60", "48x20", "40x12", "1x1"}) {
        const ImageRgb8 expected = plainPpm(GetParam().name + ("-" + std::string(size)) + ".ppm");
        EXPECT_EQ(resize(source, expected.width, expected.height, GetParam().filter), expected)
            << size;
    }
}

TEST_P(PillowFilter, GivesPillowsFloats) {
    ImageRgbF32 source = toRgbF32(plainPpm("source.ppm"));
    const std::pair<int, int> sizes[] = {{17, 11}, {30, 50}, {40, 12}};
    for (const auto& [width, height] : sizes) {
        const std::string name =
            GetParam().name + ("-" + std::to_string(width)) + "x" + std::to_string(height) + ".f32";
        std::vector<float> expected(static_cast<std::size_t>(width * height));
        std::ifstream stream(kFolder / name, std::ios::binary);
        stream.read(reinterpret_cast<char*>(expected.data()),
                    static_cast<std::streamsize>(expected.size() * sizeof(float)));
        ASSERT_TRUE(stream) << name;
        const ImageRgbF32 result = resize(source, width, height, GetParam().filter);
        for (std::size_t i = 0; i < expected.size(); ++i)
            ASSERT_NEAR(result.planes[i], expected[i], 1e-6) << name << " value " << i;
    }
}

TEST_P(PillowFilter, KeepsAnImageOfTheSameSize) {
    const ImageRgb8 source = plainPpm("source.ppm");
    EXPECT_EQ(resize(source, source.width, source.height, GetParam().filter), source);
}

TEST_P(PillowFilter, KeepsAFlatColour) {
    ImageRgb8 flat(23, 9);
    for (std::size_t i = 0; i < flat.pixels.size(); ++i)
        flat.pixels[i] = static_cast<std::uint8_t>(i % 3 == 0 ? 255 : i % 3 == 1 ? 100 : 0);
    for (const int side : {1, 5, 40}) {
        const ImageRgb8 result = resize(flat, side, side, GetParam().filter);
        for (std::size_t i = 0; i < result.pixels.size(); ++i)
            ASSERT_EQ(result.pixels[i], flat.pixels[i % 3]);
    }
}

INSTANTIATE_TEST_SUITE_P(Resample, PillowFilter,
                         ::testing::Values(NamedFilter{"box", Filter::Box},
                                           NamedFilter{"bilinear", Filter::Bilinear},
                                           NamedFilter{"bicubic", Filter::Bicubic},
                                           NamedFilter{"lanczos", Filter::Lanczos}),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Resample, TreatsTheThreeFloatPlanesAlike) {
    const ImageRgbF32 source = toRgbF32(plainPpm("source.ppm"));
    const ImageRgbF32 result = resize(source, 10, 8, Filter::Bicubic);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        ImageRgbF32 single(source.width, source.height);
        const auto size = static_cast<std::ptrdiff_t>(source.planes.size() / 3);
        const auto begin = source.planes.begin() + static_cast<std::ptrdiff_t>(channel) * size;
        std::copy(begin, begin + size, single.planes.begin());
        const ImageRgbF32 alone = resize(single, 10, 8, Filter::Bicubic);
        for (std::size_t i = 0; i < 80; ++i)
            EXPECT_EQ(alone.planes[i], result.planes[channel * 80 + i]);
    }
}

TEST(Resample, FitsTheShorterSideAsTorchvisionDoes) {
    const ImageRgb8 source = plainPpm("source.ppm");
    EXPECT_EQ(fitShorterSide(source, 16), plainPpm("fit-16-wide.ppm"));
    EXPECT_EQ(fitShorterSide(turned(source), 16), plainPpm("fit-16-tall.ppm"));
    EXPECT_EQ(fitShorterSide(cropCentre(source, 10, 37), 6), plainPpm("fit-6-narrow.ppm"));
}

TEST(Resample, FitsWithoutComputingWhatIsCutAway) {
    const ImageRgb8 source = plainPpm("source.ppm");
    for (const int size : {7, 37, 61})
        EXPECT_EQ(fitShorterSide(source, size, Filter::Lanczos),
                  cropCentre(resize(source, size * 48 / 37, size, Filter::Lanczos), size, size));
    ImageRgb8 thread(60'000, 1); // 30 Gpixel wide and 512 high, were it all computed
    EXPECT_EQ(fitShorterSide(thread, 512).pixels.size(), 512U * 512U * 3U);
}

TEST(Resample, RoundsHalfACentreOffsetToTheEvenSide) {
    ImageRgb8 row(9, 1);
    for (std::size_t i = 0; i < 9; ++i)
        row.pixels[3 * i] = static_cast<std::uint8_t>(i);
    EXPECT_EQ(cropCentre(row, 8, 1).pixels[0], 0); // 0.5 becomes 0
    EXPECT_EQ(cropCentre(row, 6, 1).pixels[0], 2); // 1.5 becomes 2
    EXPECT_EQ(cropCentre(row, 5, 1).pixels[0], 2);
    EXPECT_EQ(cropCentre(row, 4, 1).pixels[0], 2); // 2.5 becomes 2
    EXPECT_EQ(cropCentre(row, 9, 1), row);
}

TEST(Resample, RefusesImpossibleSizes) {
    const ImageRgb8 image(4, 4);
    EXPECT_THROW(resize(ImageRgb8(), 1, 1, Filter::Box), std::invalid_argument);
    EXPECT_THROW(resize(ImageRgbF32(), 1, 1, Filter::Box), std::invalid_argument);
    EXPECT_THROW(resize(image, 0, 1, Filter::Box), std::invalid_argument);
    EXPECT_THROW(fitShorterSide(image, 0), std::invalid_argument);
    EXPECT_THROW(cropCentre(image, 5, 1), std::invalid_argument);
    const ImageRgb8 thread(60'000, 1);
    EXPECT_THROW(fitShorterSide(thread, 60'000), std::invalid_argument);
    ImageRgb8 cut(4, 4);
    cut.pixels.pop_back();
    EXPECT_THROW(resize(cut, 2, 2, Filter::Box), std::invalid_argument);
}

} // namespace
} // namespace hierascope::tensor
