// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <cstdint>

/// Inner loops of the grid that t-SNE's repulsion is interpolated on.
namespace hierascope::analysis {

/// Where a point stands in a grid: its cell's first node in each direction, and cubic
/// B-spline weights of four nodes each.
struct GridPlace {
    std::int32_t cell[3] =
        {}; ///< of the first of the four nodes; 0 along an axis that is not there
    std::int32_t unused = 0;
    float weights[3][4] = {};
};

/// Real values on a grid's nodes: rows along x, `rowStride` apart, and planes `planeStride` apart.
struct GridStrides {
    std::int64_t row = 0;
    std::int64_t plane = 0; ///< three dimensions only
};

/// Adds a unit charge at each of the ordered places.
void spreadCharges(const GridPlace* places, const std::int32_t* order, std::int64_t count,
                   int dimensions, const GridStrides& strides, float* grid);

/// Reads one field for each dimension at each place.
///
/// @param forces [count, stride of the dimensions]
void gatherForces(const GridPlace* places, std::int64_t count, int dimensions,
                  const GridStrides& strides, const float* const* fields, float* forces);

/// Spectra of the kernels, in the order in which transformed columns come.
struct KernelColumns {
    const float* odd[3] = {};    ///< imaginary spectra of q^2 d in each direction
    const float* even = nullptr; ///< real spectrum of q, doubled where the half left out counts
};

/// Multiplies transformed columns with the spectra of the kernels.
///
/// @param charge [count] complex; becomes the first field
/// @param others the fields of the other dimensions: [count] complex each
/// @return       sum of |charge|^2 times the even spectrum
double multiplySpectra(std::complex<float>* charge, std::complex<float>* const* others,
                       const KernelColumns& kernel, std::int64_t count, int dimensions);

/// Cubic B-spline weights of four nodes for a point `t` steps behind the second, t in [0, 1].
void splineWeights(float t, float* weights);

} // namespace hierascope::analysis
