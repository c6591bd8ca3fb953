// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// A regular grid over a map: where its nodes stand and how long its transforms are.
struct GridLayout {
    int dimensions = 2;
    float step = 0.0F;                     ///< between nodes
    std::array<float, 3> origin{};         ///< of node 0
    std::array<std::int64_t, 3> nodes{};   ///< that points may touch
    std::array<std::int64_t, 3> lengths{}; ///< of the transforms: at least twice the nodes

    /// Whether spectra made for one serve the other.
    bool hasSameSpectra(const GridLayout& other) const {
        return step == other.step && lengths == other.lengths;
    }
};

/// The widest step in map units: forces then differ from the exact ones by 2 to 3 %.
inline constexpr float kGridStep = 0.4F;

/// Lays a grid over all points. Narrow maps get a finer one, in steps of halves.
///
/// @param positions [N, stride]
GridLayout layoutGrid(std::span<const float> positions, std::int64_t count, int dimensions,
                      const Workers& workers);

} // namespace hierascope::analysis
