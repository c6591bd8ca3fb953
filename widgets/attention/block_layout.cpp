// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/block_layout.h"

#include <algorithm>
#include <cmath>

namespace hierascope::widgets {

namespace {

constexpr double kGap = 12.0;
constexpr double kStripLabel = 92.0;
constexpr double kLargestCell = 26.0;

using Blocks = std::vector<runtime::TokenBlock>;

/// The side of squares of which `count` go into an area in so many columns.
double sideOf(const QRectF& area, int count, int columns, double lineHeight) {
    const int rows = (count + columns - 1) / columns;
    const double wide = (area.width() - kGap * (columns - 1)) / columns;
    const double high = (area.height() - kGap * (rows - 1)) / rows - lineHeight;
    return std::max(1.0, std::min(wide, high));
}

BlockPlace square(const QPointF& corner, double side, double lineHeight) {
    return {QRectF(corner, QSizeF(side, side)),
            QRectF(corner.x(), corner.y() + side, side, lineHeight)};
}

void placeSquares(const std::vector<std::size_t>& which, const QRectF& area, double lineHeight,
                  std::vector<BlockPlace>& places) {
    const int count = int(which.size());
    int columns = 1;
    for (int more = 2; more <= count; ++more)
        if (sideOf(area, count, more, lineHeight) > sideOf(area, count, columns, lineHeight))
            columns = more;
    const double side = sideOf(area, count, columns, lineHeight);
    for (int i = 0; i < count; ++i)
        places[which[std::size_t(i)]] =
            square(area.topLeft() + QPointF((side + kGap) * (i % columns),
                                            (side + lineHeight + kGap) * (i / columns)),
                   side, lineHeight);
}

/// A row for each, its cells as wide as those of the longest.
void placeStrips(const Blocks& blocks, const std::vector<std::size_t>& which, const QRectF& area,
                 double lineHeight, std::vector<BlockPlace>& places) {
    std::int64_t longest = 1;
    for (const std::size_t i : which)
        longest = std::max(longest, blocks[i].tokens());
    const double row = area.height() / double(which.size());
    const double high = std::clamp(row - 3.0, 2.0, kLargestCell);
    const double cell = std::min((area.width() - kStripLabel) / double(longest), kLargestCell);
    double y = area.top();
    for (const std::size_t i : which) {
        places[i].label =
            QRectF(area.left(), y + (high - lineHeight) / 2.0, kStripLabel - 8.0, lineHeight);
        places[i].grid =
            QRectF(area.left() + kStripLabel, y, cell * double(blocks[i].tokens()), high);
        y += row;
    }
}

} // namespace

std::vector<BlockPlace> placeBlocks(const Blocks& blocks, const QRectF& area, double lineHeight) {
    std::vector<BlockPlace> places(blocks.size());
    std::vector<std::size_t> squares;
    std::vector<std::size_t> strips;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        (blocks[i].isSpatial ? squares : strips).push_back(i);
    QRectF upper = area;
    if (!strips.empty()) {
        const double wanted = double(strips.size()) * (lineHeight + 6.0);
        const double high =
            squares.empty() ? area.height() : std::min(wanted, area.height() * 0.45);
        placeStrips(blocks, strips, {area.left(), area.bottom() - high, area.width(), high},
                    lineHeight, places);
        upper.setBottom(area.bottom() - high - kGap);
    }
    if (squares.empty())
        return places;
    const auto largest =
        std::ranges::max_element(squares, {}, [&](std::size_t i) { return blocks[i].tokens(); });
    const std::size_t main = *largest;
    squares.erase(largest);
    constexpr double kMainShare = 0.64; // where others stand beside it
    const double side = std::min(upper.height() - lineHeight,
                                 squares.empty() ? upper.width() : upper.width() * kMainShare);
    if (squares.empty()) {
        places[main] = square(upper.topLeft(), std::max(1.0, side), lineHeight);
        return places;
    }
    const QRectF left(upper.left(), upper.top(), upper.width() - side - kGap, upper.height());
    placeSquares(squares, left, lineHeight, places);
    double right = upper.left();
    for (const std::size_t i : squares)
        right = std::max(right, places[i].grid.right());
    places[main] = square({right + kGap, upper.top()}, std::max(1.0, side), lineHeight);
    return places;
}

} // namespace hierascope::widgets
