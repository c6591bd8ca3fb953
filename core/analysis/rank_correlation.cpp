// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace hierascope::analysis {

namespace {

std::vector<double> ranksOf(std::span<const float> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        for (std::size_t i = first; i <= last; ++i)
            ranks[order[i]] = 0.5 * static_cast<double>(first + last);
        first = last + 1;
    }
    return ranks;
}

} // namespace

double rankCorrelation(std::span<const float> a, std::span<const float> b) {
    const std::size_t count = std::min(a.size(), b.size());
    const auto ofA = ranksOf(a.first(count));
    const auto ofB = ranksOf(b.first(count));
    const double mean = 0.5 * (static_cast<double>(count) - 1.0);
    double both = 0.0;
    double squareA = 0.0;
    double squareB = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        both += (ofA[i] - mean) * (ofB[i] - mean);
        squareA += (ofA[i] - mean) * (ofA[i] - mean);
        squareB += (ofB[i] - mean) * (ofB[i] - mean);
    }
    if (count < 2 || squareA == 0.0 || squareB == 0.0)
        return std::numeric_limits<double>::quiet_NaN();
    return both / std::sqrt(squareA * squareB);
}

} // namespace hierascope::analysis
