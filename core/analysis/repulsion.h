// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// Floats of one point in a table of positions or forces.
constexpr std::int64_t strideOf(int dimensions) {
    return dimensions == 2 ? 2 : 4;
}

/// What pushes the points of a map apart.
class Repulsion {
public:
    virtual ~Repulsion() = default;

    /// @param positions [N, stride]
    /// @param forces    [N, stride], receives sum over j of q_ij^2 (y_i - y_j), with
    ///                  q_ij = 1 / (1 + |y_i - y_j|^2)
    /// @return          Z, the sum of q over all ordered pairs of different points
    virtual double compute(std::span<const float> positions, std::span<float> forces) = 0;
};

/// From all pairs: O(N^2).
std::unique_ptr<Repulsion> makeExactRepulsion(std::int64_t count, int dimensions,
                                              const Workers& workers);

/// By interpolation on a grid and convolution there: O(N + G log G) for G nodes.
///
/// @source Linderman et al. 2019, "Fast interpolation-based t-SNE", with one charge and vector
///         kernels as in Pezzotti et al. 2020 (GPGPU-SNE) in place of four charges.
std::unique_ptr<Repulsion> makeGridRepulsion(std::int64_t count, int dimensions,
                                             const Workers& workers);

/// Whichever of both is quicker for the map as it is.
std::unique_ptr<Repulsion> makeRepulsion(std::int64_t count, int dimensions,
                                         const Workers& workers);

} // namespace hierascope::analysis
