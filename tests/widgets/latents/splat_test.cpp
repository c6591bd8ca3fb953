// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/splat.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace hierascope::widgets {
namespace {

constexpr QRgb kRed = 0xFFFF0000U;
constexpr QRgb kBlue = 0xFF0000FFU;

QImage black(int width, int height) {
    QImage canvas(width, height, QImage::Format_RGB32);
    canvas.fill(Qt::black);
    return canvas;
}

TEST(Splatter, PaintsAPointWhereItLies) {
    const std::vector<float> places = {10.0F, 5.0F};
    const std::vector<std::uint16_t> colors = {1};
    const std::vector<QRgb> palette = {kBlue, kRed};
    QImage canvas = black(100, 80);
    Splatter splatter;
    splatter.paint(canvas, {places, colors, palette}, {0.0, 0.0, 4.0, 1.0});
    EXPECT_EQ(splatter.visible(), 1);
    EXPECT_GT(qRed(canvas.pixel(40, 20)), 150);
    EXPECT_EQ(canvas.pixel(60, 20), 0xFF000000U);
}

TEST(Splatter, LeavesOutWhatIsElsewhereOrNowhere) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float huge = std::numeric_limits<float>::max();
    const std::vector<float> places = {-3.0F, 5.0F,  5.0F,  900.0F, huge, huge,
                                       -huge, -huge, -0.1F, 3.0F,   nan,  nan};
    const std::vector<std::uint16_t> colors(6, 0);
    const std::vector<QRgb> palette = {kRed};
    QImage canvas = black(100, 80);
    Splatter splatter;
    splatter.paint(canvas, {places, colors, palette}, {0.0, 0.0, 4.0, 1.0});
    EXPECT_EQ(splatter.visible(), 0);
}

TEST(Splatter, MixesTheColoursOfMany) {
    std::vector<float> places;
    std::vector<std::uint16_t> colors;
    for (int i = 0; i < 60'000; ++i) {
        places.push_back(0.5F);
        places.push_back(0.5F);
        colors.push_back(std::uint16_t(i % 2));
    }
    const std::vector<QRgb> palette = {kBlue, kRed};
    QImage canvas = black(10, 10);
    Splatter splatter;
    splatter.paint(canvas, {places, colors, palette}, {0.0, 0.0, 10.0, 1.0});
    const QRgb mixed = canvas.pixel(5, 5);
    EXPECT_NEAR(qRed(mixed), qBlue(mixed), 4);
    EXPECT_GT(qRed(mixed), 90);
    const QImage first = canvas;
    canvas = black(10, 10);
    splatter.paint(canvas, {places, colors, palette}, {0.0, 0.0, 10.0, 1.0});
    EXPECT_EQ(canvas, first) << "nothing is left of the picture before";
}

TEST(Splatter, PutsWhatIsAboveOverTheOthers) {
    const std::vector<float> places = {1.0F, 1.0F, 1.0F, 1.0F};
    const std::vector<std::uint16_t> colors = {1, 0};
    const std::vector<QRgb> palette = {kBlue, kRed};
    QImage canvas = black(20, 20);
    Splatter splatter;
    splatter.paint(canvas, {places, colors, palette, 1}, {0.0, 0.0, 10.0, 1.0});
    EXPECT_GT(qRed(canvas.pixel(10, 10)), 150);
}

} // namespace
} // namespace hierascope::widgets
