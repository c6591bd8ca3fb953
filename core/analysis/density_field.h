// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/analysis/density.h"
#include "core/analysis/grid_kernels.h"
#include "core/analysis/grid_layout.h"
#include "core/analysis/point_table.h"
#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// Points in coordinates where 2^(-squared distance) is the kernel: one row for each dimension,
/// `padded` apart, filled up with zeros.
std::vector<float> whitenedAxes(const PointTable& points, const DensityKernel& kernel,
                                std::int64_t padded);

/// A density on a grid in the kernel's own round coordinates.
class DensityField {
public:
    DensityField(const PointTable& points, const DensityKernel& kernel, const Workers& workers);

    /// At the points it was made of.
    std::vector<double> atPoints() const;
    /// At any place of the map; 0 where no point is near.
    double at(const double* place) const;

private:
    void blur(const Workers& workers);
    GridPlace placeOf(const std::array<float, 3>& position) const;
    double valueAt(const GridPlace& place) const;

    const DensityKernel& m_kernel;
    int m_dimensions;
    std::int64_t m_count;
    std::vector<float> m_positions; ///< [N, stride], round coordinates in kernel widths
    GridLayout m_grid;
    GridStrides m_strides;
    std::vector<float> m_values;
};

} // namespace hierascope::analysis
