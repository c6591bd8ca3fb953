// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/token_colors.h"

#include <cmath>
#include <limits>
#include <set>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"

namespace hierascope {

using ::testing::HasSubstr;

namespace {

runtime::LevelTokens row(int width, std::vector<float> vectors) {
    const int tokens = width == 0 ? 3 : int(vectors.size()) / width;
    return {{"level", 1, tokens, 8 * tokens, 8}, width, std::move(vectors), {}};
}

std::vector<ImageRgb8> colorsOf(std::vector<runtime::LevelTokens> levels) {
    runtime::TokenPyramid pyramid;
    pyramid.levels = std::move(levels);
    const auto colors = runtime::tokenColors(pyramid);
    EXPECT_TRUE(colors) << colors.error().message;
    return colors ? *colors : std::vector<ImageRgb8>();
}

std::string complaintAbout(const runtime::LevelTokens& level) {
    runtime::TokenPyramid pyramid;
    pyramid.levels = {row(2, {0, 1, 2, 3}), level};
    const auto colors = runtime::tokenColors(pyramid);
    EXPECT_FALSE(colors);
    return colors ? "" : colors.error().message;
}

using Pixels = std::vector<std::uint8_t>;

std::uint8_t shade(double deviations) {
    return std::uint8_t(std::lround(127.5 + 127.5 * deviations / 2.5));
}

} // namespace

TEST(TokenColors, ShowsTheFirstComponentInRedBySpreadAndTheMissingOnesInGrey) {
    // Mean 0, variance (4 + 0 + 4) / 2 = 4: one standard deviation away.
    EXPECT_EQ(colorsOf({row(2, {-2, 0, 0, 0, 2, 0})})[0].pixels,
              (Pixels{shade(-1), 128, 128, 128, 128, 128, shade(1), 128, 128}));
}

TEST(TokenColors, GivesTheLargestDirectionRedThenGreenThenBlue) {
    const auto colors =
        colorsOf({row(3, {0, 9, 0, 0, -9, 0, 0, 0, 4, 0, 0, -4, 1, 0, 0, -1, 0, 0})});
    const double scale = std::sqrt(2.5); // each axis: two of six points, variance 2 v^2 / 5
    const std::uint8_t high = shade(scale);
    const std::uint8_t low = shade(-scale);
    EXPECT_EQ(colors[0].pixels, (Pixels{high, 128, 128, low, 128, 128, 128, high, 128, //
                                        128, low, 128, 128, 128, high, 128, 128, low}));
}

TEST(TokenColors, ClampsBeyondTwoAndAHalfDeviations) {
    std::vector<float> vectors(40, 0.0F);
    vectors.front() = -100.0F;
    vectors.back() = 100.0F;
    const auto colors = colorsOf({row(1, vectors)});
    EXPECT_EQ(colors[0].pixels[0], 0);
    EXPECT_EQ(colors[0].pixels[3], 128);
    EXPECT_EQ(colors[0].pixels[39 * 3], 255);
}

TEST(TokenColors, MeansTheSameDirectionAtEveryLevelOfOneWidth) {
    const auto colors = colorsOf({row(2, {5, 5}), row(2, {5, 5, -5, -5, 0, 0})});
    EXPECT_GT(colors[0].pixels[0], 140);
    EXPECT_EQ(Pixels(colors[1].pixels.begin(), colors[1].pixels.begin() + 3), colors[0].pixels);
    EXPECT_EQ(colors[0].width, 1);
    EXPECT_EQ(colors[1].width, 3);
}

TEST(TokenColors, ColorsEachLevelByItselfWhereWidthsDiffer) {
    const auto colors = colorsOf({row(1, {-1, 0, 1}), row(2, {-100, 0, 0, 0, 100, 0})});
    EXPECT_EQ(colors[0].pixels, colors[1].pixels);
    EXPECT_EQ(colors[0].pixels[0], shade(-1));
    EXPECT_EQ(colorsOf({row(1, {7}), row(2, {0, 1, 2, 3})})[0].pixels, (Pixels{128, 128, 128}));
}

TEST(TokenColors, LeavesLevelsWithoutVectorsEmptyAndJoinsTheOthers) {
    const auto colors = colorsOf({row(0, {}), row(2, {5, 5}), row(2, {-5, -5})});
    EXPECT_TRUE(colors[0].isEmpty());
    EXPECT_NE(colors[1].pixels, colors[2].pixels);
    EXPECT_TRUE(colorsOf({}).empty());
    EXPECT_TRUE(colorsOf({row(0, {})})[0].isEmpty());
}

TEST(TokenColors, RefusesSizesThatDoNotFitAndValuesThatAreNotFinite) {
    runtime::LevelTokens level = row(2, {0, 1, 2, 3});
    level.vectors.pop_back();
    EXPECT_THAT(complaintAbout(level),
                HasSubstr("'level' have 3 numbers, expected 2 vectors of 2"));
    level.vectorWidth = -1;
    EXPECT_THAT(complaintAbout(level), HasSubstr("expected 2 vectors of -1"));
    level.level.rows = 0;
    EXPECT_THAT(complaintAbout(level), HasSubstr("'level' are 0 x 2"));
    EXPECT_THAT(complaintAbout(row(2, {0, std::numeric_limits<float>::quiet_NaN()})),
                HasSubstr("not finite"));
}

TEST(TokenColors, FindThreeDirectionsInTheFakeTokenizer) {
    testing::FakeTokenizer fake("model");
    const auto image = testing::readFakeImage("photo.png", {});
    ASSERT_TRUE(image);
    const auto pyramid = fake.encode(*image, {}, TaskContext());
    ASSERT_TRUE(pyramid);
    const auto colors = runtime::tokenColors(*pyramid);
    ASSERT_TRUE(colors) << colors.error().message;
    ASSERT_EQ(colors->size(), 5U);
    EXPECT_EQ(colors->back().width, 16);
    EXPECT_EQ(colors->back().height, 16);
    std::vector<std::set<int>> shades(3);
    for (std::size_t i = 0; i < colors->back().pixels.size(); ++i)
        shades[i % 3].insert(colors->back().pixels[i]);
    for (const std::set<int>& channel : shades)
        EXPECT_GT(channel.size(), 16U);
}

TEST(FakeTokenizer, SamplesBySeedAndKeepsTheMean) {
    testing::FakeTokenizer fake("model");
    const auto image = testing::readFakeImage("photo.png", {});
    const auto made = [&](const runtime::EncodeOptions& options) {
        return *fake.reconstruct(*image, options, TaskContext());
    };
    const auto mean = made({});
    const auto one = made({.sample = true, .seed = 1});
    const auto zero = made({.sample = true, .seed = 0});
    EXPECT_EQ(one.levels[4].picture, made({.sample = true, .seed = 1}).levels[4].picture);
    EXPECT_NE(one.levels[4].picture, zero.levels[4].picture);
    EXPECT_NE(one.levels[4].picture, mean.levels[4].picture);
    EXPECT_NE(one.pyramid.latents, mean.pyramid.latents);
    EXPECT_EQ(one.pyramid.mean, mean.pyramid.mean);
    EXPECT_EQ(one.input, mean.input);
}

} // namespace hierascope
