// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/grid_kernels.h"
#include "core/analysis/grid_layout.h"
#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// The way of points onto a grid and back.
///
/// Points are sorted into bands of the last axis. Every other band is filled at once, so that no
/// two threads touch a node and the sums do not depend on the number of threads.
class ChargeGrid {
public:
    ChargeGrid(std::int64_t count, int dimensions, const Workers& workers);

    /// Finds each point's place.
    void place(const GridLayout& grid, std::span<const float> positions);

    /// Clears the grid's nodes and adds a unit charge for each point.
    void spread(const GridLayout& grid, const GridStrides& strides, float* charges);

    /// Reads the fields at the points.
    void gather(const GridStrides& strides, const float* const* fields,
                std::span<float> forces) const;

private:
    std::int64_t bandsOf(const GridLayout& grid) const;
    void sortIntoBands(const GridLayout& grid);

    std::int64_t m_count;
    int m_dimensions;
    const Workers& m_workers;
    std::vector<GridPlace> m_places;
    std::vector<std::int32_t> m_order;      ///< points band by band
    std::vector<std::int64_t> m_bandStarts; ///< [bands + 1]
    std::vector<std::int64_t> m_counts;     ///< [chunks, bands]
};

} // namespace hierascope::analysis
