// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hierascope::analysis {

/// Sums over one point's neighbours.
struct ShareSums {
    double weights = 0.0;   ///< of the Gaussian
    double distances = 0.0; ///< of the Gaussian times the squared distance beyond the nearest
};

/// Gaussian weights exp(-beta (d - d of the nearest)).
///
/// @param squaredDistances [k], ascending
/// @param weights          [k]
ShareSums gaussianShares(const float* squaredDistances, std::int64_t k, float beta, float* weights);

} // namespace hierascope::analysis
