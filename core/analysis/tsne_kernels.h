// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Inner loops of t-SNE. Positions and forces have `stride` floats for each point: 2 in two
/// dimensions, 4 in three (the last one 0).
namespace hierascope::analysis {

/// What pulls a range of points together.
struct AttractionWork {
    const std::int64_t* starts = nullptr;  ///< [N + 1]
    const std::int32_t* columns = nullptr; ///< other points
    const float* values = nullptr;         ///< their affinities
    const float* positions = nullptr;      ///< [N, stride]
    float* forces = nullptr;               ///< [N, stride]: receives sum p q (y_i - y_j)
    std::int64_t first = 0;
    std::int64_t last = 0;
    int dimensions = 2;
};

/// @param wantsLogs whether the sum is needed
/// @return          sum p ln(1 + |y_i - y_j|^2) over the range, or 0
double attract(const AttractionWork& work, bool wantsLogs);

/// What pushes a range of points apart, from all pairs.
struct RepulsionWork {
    const float* axes[3] = {}; ///< [padded N] for each dimension
    std::int64_t count = 0;
    std::int64_t first = 0; ///< a multiple of `kRepulsionBlock`
    std::int64_t last = 0;
    float* forces[3] = {}; ///< [padded N]: receives sum q^2 (y_i - y_j)
    int dimensions = 2;
};

/// Points are padded to multiples of this.
inline constexpr std::int64_t kRepulsionBlock = 64;

/// @return sum of q over all ordered pairs whose first point is in the range, itself left out
double repel(const RepulsionWork& work);

/// One step of gradient descent with momentum and gains.
struct UpdateWork {
    float* positions = nullptr;
    const float* attraction = nullptr;
    const float* repulsion = nullptr;
    float* velocities = nullptr;
    float* gains = nullptr;
    std::int64_t first = 0; ///< in floats
    std::int64_t last = 0;
    float exaggeration = 1.0F;
    float repulsionScale = 0.0F; ///< 1 / Z
    float learningRate = 0.0F;
    float momentum = 0.0F;
};

void updatePositions(const UpdateWork& work);

} // namespace hierascope::analysis
