// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/neighbors.h"
#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// How strongly points belong together: a sparse symmetric table whose values add up to 1.
struct Affinities {
    std::vector<std::int64_t> starts;  ///< [N + 1]: where the rows begin
    std::vector<std::int32_t> columns; ///< ascending within a row
    std::vector<float> values;
    double logSum = 0.0; ///< sum of p ln p: the part of KL that no map changes

    std::int64_t count() const { return static_cast<std::int64_t>(starts.size()) - 1; }
};

/// Gives each point a Gaussian over its neighbours with the wanted perplexity, then makes the table
/// symmetric over the union of both directions.
///
/// Points whose neighbours are all equally far get equal shares.
/// @param perplexity above 1 and at most the number of neighbours
/// @source           van der Maaten and Hinton 2008, eq. 1 and section 3.1; the neighbours stand
/// for
///                   all points as in van der Maaten 2014.
Affinities makeAffinities(const Neighbors& neighbors, double perplexity, const Workers& workers);

/// Conditional shares of one point's neighbours.
///
/// @param squaredDistances [k], ascending
/// @param shares           [k], receives values that add up to 1
void conditionalShares(const float* squaredDistances, std::int64_t k, double perplexity,
                       float* shares);

} // namespace hierascope::analysis
