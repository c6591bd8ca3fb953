// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/grid_layout.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/analysis/fourier.h"
#include "core/analysis/repulsion.h"

namespace hierascope::analysis {

namespace {

constexpr std::int64_t kGrain = 4096;
/// A map that spans fewer steps gets a finer grid, so that the kernel stays smooth between nodes.
constexpr float kLeastSteps = 24.0F;
constexpr int kMostHalvings = 40;

struct Box {
    std::array<float, 3> low{};
    std::array<float, 3> high{};
};

Box boxOf(std::span<const float> positions, std::int64_t count, int dimensions,
          const Workers& workers) {
    const std::int64_t stride = strideOf(dimensions);
    std::vector<Box> boxes(static_cast<std::size_t>((count + kGrain - 1) / kGrain));
    workers.ranges(count, kGrain, [&](std::int64_t first, std::int64_t last) {
        Box box;
        for (int a = 0; a < dimensions; ++a) {
            float low = positions[static_cast<std::size_t>(first * stride + a)];
            float high = low;
            for (std::int64_t i = first; i < last; ++i) {
                low = std::min(low, positions[static_cast<std::size_t>(i * stride + a)]);
                high = std::max(high, positions[static_cast<std::size_t>(i * stride + a)]);
            }
            box.low[static_cast<std::size_t>(a)] = low;
            box.high[static_cast<std::size_t>(a)] = high;
        }
        boxes[static_cast<std::size_t>(first / kGrain)] = box;
    });
    Box all = boxes.front();
    for (const Box& box : boxes)
        for (std::size_t a = 0; a < 3; ++a) {
            all.low[a] = std::min(all.low[a], box.low[a]);
            all.high[a] = std::max(all.high[a], box.high[a]);
        }
    return all;
}

} // namespace

GridLayout layoutGrid(std::span<const float> positions, std::int64_t count, int dimensions,
                      const Workers& workers) {
    const Box box = boxOf(positions, count, dimensions, workers);
    GridLayout grid;
    grid.dimensions = dimensions;
    float span = 0.0F;
    for (std::size_t a = 0; a < 3; ++a)
        span = std::max(span, box.high[a] - box.low[a]);
    grid.step = kGridStep;
    for (int i = 0; i < kMostHalvings && span < kLeastSteps * grid.step; ++i)
        grid.step *= 0.5F;
    for (std::size_t a = 0; a < static_cast<std::size_t>(dimensions); ++a) {
        // A point touches one node before its cell and two after.
        grid.nodes[a] =
            static_cast<std::int64_t>(std::ceil((box.high[a] - box.low[a]) / grid.step)) + 5;
        grid.lengths[a] = fourierLength(2 * grid.nodes[a]);
        grid.origin[a] = box.low[a] - 1.5F * grid.step;
    }
    return grid;
}

} // namespace hierascope::analysis
