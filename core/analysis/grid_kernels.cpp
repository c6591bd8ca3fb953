// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/grid_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/analysis/grid_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace hierascope::analysis::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// The four nodes along x that a point touches.
using Four = hn::FixedTag<float, 4>;

HWY_INLINE void spreadPlane(const GridPlace& place, float weight, std::int64_t rowStride,
                            float* at) {
    const Four d;
    const auto along = hn::Mul(hn::LoadU(d, place.weights[0]), hn::Set(d, weight));
    for (int row = 0; row < 4; ++row, at += rowStride)
        hn::StoreU(hn::MulAdd(along, hn::Set(d, place.weights[1][row]), hn::LoadU(d, at)), d, at);
}

void spread(const GridPlace* places, const std::int32_t* order, std::int64_t count, int dimensions,
            const GridStrides& strides, float* grid) {
    for (std::int64_t i = 0; i < count; ++i) {
        const GridPlace& place = places[order[i]];
        float* at = grid + place.cell[1] * strides.row + place.cell[0];
        if (dimensions == 2) {
            spreadPlane(place, 1.0F, strides.row, at);
            continue;
        }
        at += place.cell[2] * strides.plane;
        for (int plane = 0; plane < 4; ++plane, at += strides.plane)
            spreadPlane(place, place.weights[2][plane], strides.row, at);
    }
}

HWY_INLINE hn::Vec<Four> gatherPlane(const GridPlace& place, std::int64_t rowStride,
                                     const float* at) {
    const Four d;
    auto sum = hn::Mul(hn::Set(d, place.weights[1][0]), hn::LoadU(d, at));
    for (int row = 1; row < 4; ++row)
        sum =
            hn::MulAdd(hn::Set(d, place.weights[1][row]), hn::LoadU(d, at + row * rowStride), sum);
    return sum;
}

void gather(const GridPlace* places, std::int64_t count, int dimensions, const GridStrides& strides,
            const float* const* fields, float* forces) {
    const Four d;
    const std::int64_t stride = dimensions == 2 ? 2 : 4;
    for (std::int64_t i = 0; i < count; ++i) {
        const GridPlace& place = places[i];
        const std::int64_t offset =
            place.cell[2] * strides.plane + place.cell[1] * strides.row + place.cell[0];
        const auto along = hn::LoadU(d, place.weights[0]);
        for (int axis = 0; axis < dimensions; ++axis) {
            const float* at = fields[axis] + offset;
            auto sum = hn::Zero(d);
            if (dimensions == 2)
                sum = gatherPlane(place, strides.row, at);
            else
                for (int plane = 0; plane < 4; ++plane)
                    sum = hn::MulAdd(hn::Set(d, place.weights[2][plane]),
                                     gatherPlane(place, strides.row, at + plane * strides.plane),
                                     sum);
            forces[i * stride + axis] = hn::GetLane(hn::SumOfLanes(d, hn::Mul(sum, along)));
        }
        if (dimensions == 3)
            forces[i * stride + 3] = 0.0F;
    }
}

double multiply(std::complex<float>* charge, std::complex<float>* const* others,
                const KernelColumns& kernel, std::int64_t count, int dimensions) {
    // Real and imaginary parts alternate; whole cache lines of complex numbers come, so `count` is
    // a multiple of 8.
    const HWY_CAPPED(float, 8) d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    auto* values = reinterpret_cast<float*>(charge);
    auto sum = hn::Zero(d);
    double total = 0.0;
    constexpr std::int64_t kBlock = 1024;
    for (std::int64_t first = 0; first < count; first += kBlock) {
        const std::int64_t last = first + kBlock < count ? first + kBlock : count;
        for (std::int64_t i = first; i < last; i += lanes) {
            hn::Vec<decltype(d)> re;
            hn::Vec<decltype(d)> im;
            hn::LoadInterleaved2(d, values + 2 * i, re, im);
            const auto energy = hn::MulAdd(re, re, hn::Mul(im, im));
            sum = hn::MulAdd(energy, hn::LoadU(d, kernel.even + i), sum);
            // (re + i im) * i k = -k im + i k re
            for (int axis = 0; axis < dimensions; ++axis) {
                const auto k = hn::LoadU(d, kernel.odd[axis] + i);
                float* out = axis == 0 ? values : reinterpret_cast<float*>(others[axis - 1]);
                hn::StoreInterleaved2(hn::Neg(hn::Mul(k, im)), hn::Mul(k, re), d, out + 2 * i);
            }
        }
        total += static_cast<double>(hn::GetLane(hn::SumOfLanes(d, sum)));
        sum = hn::Zero(d);
    }
    return total;
}

} // namespace
} // namespace hierascope::analysis::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace hierascope::analysis {

HWY_EXPORT(spread);
HWY_EXPORT(gather);
HWY_EXPORT(multiply);

void spreadCharges(const GridPlace* places, const std::int32_t* order, std::int64_t count,
                   int dimensions, const GridStrides& strides, float* grid) {
    HWY_DYNAMIC_DISPATCH(spread)(places, order, count, dimensions, strides, grid);
}

void gatherForces(const GridPlace* places, std::int64_t count, int dimensions,
                  const GridStrides& strides, const float* const* fields, float* forces) {
    HWY_DYNAMIC_DISPATCH(gather)(places, count, dimensions, strides, fields, forces);
}

double multiplySpectra(std::complex<float>* charge, std::complex<float>* const* others,
                       const KernelColumns& kernel, std::int64_t count, int dimensions) {
    return HWY_DYNAMIC_DISPATCH(multiply)(charge, others, kernel, count, dimensions);
}

void splineWeights(float t, float* weights) {
    const float rest = 1.0F - t;
    weights[0] = rest * rest * rest / 6.0F;
    weights[1] = (4.0F + t * t * (3.0F * t - 6.0F)) / 6.0F;
    weights[2] = (4.0F + rest * rest * (3.0F * rest - 6.0F)) / 6.0F;
    weights[3] = t * t * t / 6.0F;
}

} // namespace hierascope::analysis
#endif
