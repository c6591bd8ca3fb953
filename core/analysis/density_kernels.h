// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hierascope::analysis {

/// Points are padded to multiples of this.
inline constexpr std::int64_t kDensityBlock = 64;

/// Sums of 2^(-squared distance) over all points: Gaussians, once distances are scaled by
/// sqrt(0.5 / ln 2).
struct DensityWork {
    const float* axes[3] = {}; ///< [padded N] for each dimension
    int dimensions = 2;
    std::int64_t count = 0;
    std::int64_t first = 0; ///< multiples of `kDensityBlock`
    std::int64_t last = 0;
    double* sums = nullptr; ///< [padded N]
};

void sumGaussians(const DensityWork& work);

} // namespace hierascope::analysis
