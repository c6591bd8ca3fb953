// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/token_layer.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "widgets/common/theme.h"

#include <QPainter>

namespace hierascope::widgets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TokenLayer layerOf(int rows, int columns) {
    TokenLayer layer;
    layer.rows = rows;
    layer.columns = columns;
    return layer;
}

/// A plain picture of 80 by 80 logical pixels with the layer over it.
QImage painted(const TokenLayer& layer, QRgb ground, double ratio, const Theme& theme) {
    QImage image(int(80 * ratio), int(80 * ratio), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(ground);
    QPainter painter(&image);
    paintTokens(painter, layer, {0, 0, 80, 80}, theme);
    return image;
}

TEST(TokenLayer, FindsTheTokenAtAPoint) {
    const TokenLayer layer = layerOf(2, 4);
    EXPECT_EQ(layer.tokenAt({0.0, 0.0}), 0);
    EXPECT_EQ(layer.tokenAt({0.99, 0.49}), 3);
    EXPECT_EQ(layer.tokenAt({0.3, 0.5}), 5);
    EXPECT_FALSE(layer.tokenAt({1.0, 0.5}));
    EXPECT_FALSE(layer.tokenAt({-0.01, 0.5}));
    EXPECT_FALSE(TokenLayer{}.tokenAt({0.5, 0.5}));
    EXPECT_EQ(layer.share(5), QRectF(0.25, 0.5, 0.25, 0.5));
}

TEST(TokenLayer, FindsTheTokensThatARectangleTouches) {
    const TokenLayer layer = layerOf(4, 4);
    EXPECT_THAT(layer.tokensIn({0.3, 0.1, 0.3, 0.3}), ElementsAre(1, 2, 5, 6));
    EXPECT_THAT(layer.tokensIn({-1.0, 0.8, 1.1, 9.0}), ElementsAre(12));
    EXPECT_THAT(layer.tokensIn({1.5, 0.0, 1.0, 1.0}), IsEmpty());
    EXPECT_THAT(TokenLayer{}.tokensIn({0, 0, 1, 1}), IsEmpty());
}

TEST(TokenLayer, DrawsAGridOfOneDevicePixelThatIsSeenOnAnyPicture) {
    const Theme theme;
    TokenLayer layer = layerOf(4, 4);
    layer.hasGrid = true;
    for (const double ratio : {1.0, 1.5, 2.0}) {
        for (const int gray : {0, 64, 128, 192, 255}) {
            const QRgb ground = qRgb(gray, gray, gray);
            const QImage image = painted(layer, ground, ratio, theme);
            const int line = int(20 * ratio);
            int seen = 0;
            for (int y = int(22 * ratio); y < int(38 * ratio); ++y) {
                seen += std::abs(qGray(image.pixel(line, y)) - gray) > 60 ? 1 : 0;
                EXPECT_EQ(image.pixel(line - 1, y), ground) << ratio;
                EXPECT_EQ(image.pixel(line + 1, y), ground) << ratio;
            }
            EXPECT_GE(seen, 7 * ratio) << "gray " << gray << " ratio " << ratio;
        }
    }
}

TEST(TokenLayer, MovesTheGridWithThePicture) {
    const Theme theme;
    TokenLayer layer = layerOf(4, 4);
    layer.hasGrid = true;
    const auto paintAt = [&](double y) {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(0xFF505050);
        QPainter painter(&image);
        paintTokens(painter, layer, {0, y, 400, 400}, theme);
        return image;
    };
    const QImage before = paintAt(-60);
    const QImage after = paintAt(-63);
    for (int y = 0; y < 37; ++y)
        EXPECT_EQ(after.pixel(0, y), before.pixel(0, y + 3)) << y;
    EXPECT_NE(before.pixel(0, 0), before.pixel(0, 4));
}

TEST(TokenLayer, LeavesOutAGridThatWouldHideThePicture) {
    const Theme theme;
    TokenLayer layer = layerOf(40, 40); // two pixels a cell
    layer.hasGrid = true;
    const QImage image = painted(layer, 0xFF505050, 1.0, theme);
    EXPECT_EQ(image.pixel(40, 41), 0xFF505050);
}

TEST(TokenLayer, OutlinesNeighboursTogether) {
    const Theme theme;
    TokenLayer layer = layerOf(4, 4);
    layer.selected = {5, 6, 99}; // the last one is of a finer level and lies nowhere
    const QImage image = painted(layer, 0xFF505050, 1.0, theme);
    const QRgb selection = theme.color(ColorRole::Selection).rgb();
    EXPECT_EQ(image.pixel(20, 30), selection);
    EXPECT_EQ(image.pixel(21, 30), selection);
    EXPECT_LT(qGray(image.pixel(19, 30)), 0x40); // the dark outer line
    EXPECT_LT(qGray(image.pixel(22, 30)), 0x40);
    EXPECT_EQ(image.pixel(40, 30), 0xFF505050); // between the two
    EXPECT_EQ(image.pixel(59, 30), selection);
}

TEST(TokenLayer, DrawsColoursAndAreasOfOtherLevels) {
    const Theme theme;
    TokenLayer layer = layerOf(1, 2);
    layer.colors = QImage(2, 1, QImage::Format_RGB32);
    layer.colors.setPixel(0, 0, 0xFF102030);
    layer.colors.setPixel(1, 0, 0xFF908070);
    layer.areas = {{0.5, 0.25, 0.25, 0.25}};
    const QImage image = painted(layer, 0xFF505050, 1.0, theme);
    EXPECT_EQ(image.pixel(10, 40), 0xFF102030);
    EXPECT_EQ(image.pixel(70, 40), 0xFF908070);
    const QRgb selection = theme.color(ColorRole::Selection).rgb();
    int dashes = 0;
    for (int y = 20; y < 40; ++y)
        dashes += image.pixel(40, y) == selection ? 1 : 0;
    EXPECT_GE(dashes, 6);
    EXPECT_LE(dashes, 15);
}

} // namespace
} // namespace hierascope::widgets
