// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/charge_grid.h"

#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

struct Spread {
    GridLayout grid;
    GridStrides strides;
    std::vector<float> nodes;
};

std::vector<float> positionsOf(std::int64_t count, int dimensions) {
    const std::int64_t stride = dimensions == 2 ? 2 : 4;
    std::vector<float> positions(static_cast<std::size_t>(count * stride), 0.0F);
    for (std::int64_t i = 0; i < count; ++i)
        for (int a = 0; a < dimensions; ++a)
            positions[static_cast<std::size_t>(i * stride + a)] = static_cast<float>(
                20.0 * sampleAt(static_cast<std::uint32_t>(i * dimensions + a), 6));
    return positions;
}

Spread spreadOf(const std::vector<float>& positions, std::int64_t count, int dimensions,
                const Workers& workers) {
    Spread spread;
    spread.grid = layoutGrid(positions, count, dimensions, workers);
    spread.strides.row = spread.grid.nodes[0];
    spread.strides.plane = spread.grid.nodes[0] * spread.grid.nodes[1];
    // What stands there before must not count.
    spread.nodes.assign(static_cast<std::size_t>(spread.strides.plane *
                                                 (dimensions == 3 ? spread.grid.nodes[2] : 1)),
                        7.0F);
    ChargeGrid charges(count, dimensions, workers);
    charges.place(spread.grid, positions);
    charges.spread(spread.grid, spread.strides, spread.nodes.data());
    return spread;
}

TEST(ChargeGrid, HoldsOneChargeForEachPointAtItsPlace) {
    for (const int dimensions : {2, 3}) {
        const std::int64_t count = 3000;
        const std::vector<float> positions = positionsOf(count, dimensions);
        const Spread spread = spreadOf(positions, count, dimensions, Workers(2));
        double sum = 0.0;
        double along = 0.0;
        for (std::size_t i = 0; i < spread.nodes.size(); ++i) {
            const auto node = static_cast<std::int64_t>(i) % spread.strides.row;
            sum += static_cast<double>(spread.nodes[i]);
            along += static_cast<double>(spread.nodes[i]) *
                     static_cast<double>(spread.grid.origin[0] +
                                         static_cast<float>(node) * spread.grid.step);
        }
        EXPECT_NEAR(sum, static_cast<double>(count), 0.02);
        double wanted = 0.0;
        for (std::int64_t i = 0; i < count; ++i)
            wanted += static_cast<double>(
                positions[static_cast<std::size_t>(i * (dimensions == 2 ? 2 : 4))]);
        EXPECT_NEAR(along / wanted, 1.0, 1e-4);
    }
}

TEST(ChargeGrid, IsTheSameForAnyNumberOfThreads) {
    const std::vector<float> positions = positionsOf(5000, 2);
    EXPECT_EQ(spreadOf(positions, 5000, 2, Workers(1)).nodes,
              spreadOf(positions, 5000, 2, Workers(4)).nodes);
}

TEST(ChargeGrid, StaysInsideWhereAPositionIsNoNumber) {
    const Workers workers(1);
    std::vector<float> positions = positionsOf(50, 2);
    const GridLayout grid = layoutGrid(positions, 50, 2, workers);
    positions[20] = std::numeric_limits<float>::quiet_NaN();
    positions[31] = std::numeric_limits<float>::infinity();
    const GridStrides strides{grid.nodes[0], 0};
    std::vector<float> nodes(static_cast<std::size_t>(grid.nodes[0] * grid.nodes[1]));
    ChargeGrid charges(50, 2, workers);
    charges.place(grid, positions);
    charges.spread(grid, strides, nodes.data()); // the sanitizers would tell
}

} // namespace
} // namespace hierascope::analysis
