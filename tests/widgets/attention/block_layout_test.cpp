// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/block_layout.h"

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

using runtime::TokenBlock;

constexpr double kLine = 18.0;
const QRectF kArea(10, 20, 900, 600);

void expectApart(const std::vector<BlockPlace>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_TRUE(kArea.adjusted(-1, -1, 1, 1).contains(places[i].grid)) << i;
        EXPECT_GT(places[i].grid.width(), 1.0) << i;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(places[i].grid.intersects(places[j].grid)) << i << " and " << j;
    }
}

TEST(BlockLayout, GivesTheFinestGridMostOfThePlace) {
    std::vector<TokenBlock> blocks;
    std::int64_t first = 0;
    for (const int side : {1, 2, 4, 8, 16}) {
        blocks.push_back({"grid", first, side, side, int(blocks.size())});
        first += std::int64_t{side} * side;
    }
    const auto places = placeBlocks(blocks, kArea, kLine);
    expectApart(places);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_GT(places[4].grid.width(), 1.5 * places[i].grid.width());
        EXPECT_LT(places[i].grid.right(), places[4].grid.left()) << "coarse before fine";
    }
}

TEST(BlockLayout, PutsTokensWithoutAPlaceInRowsUnderTheImage) {
    std::vector<TokenBlock> blocks;
    std::int64_t first = 0;
    for (const int count : {1, 1, 2, 4, 8, 16, 32, 64}) {
        blocks.push_back({"latents", first, 1, count, int(blocks.size()), false});
        first += count;
    }
    blocks.push_back({"image", first, 16, 16});
    const auto places = placeBlocks(blocks, kArea, kLine);
    expectApart(places);
    EXPECT_EQ(places[8].grid.width(), places[8].grid.height());
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_GT(places[i].grid.top(), places[8].grid.bottom());
    EXPECT_NEAR(places[7].grid.width(), 2.0 * places[6].grid.width(), 1e-6);
}

} // namespace
} // namespace hierascope::widgets
