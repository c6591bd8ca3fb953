// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density_kernels.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/analysis/density_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace hierascope::analysis::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = HWY_CAPPED(float, 16);
using Ints = hn::Rebind<std::int32_t, Floats>;
using Vector = hn::Vec<Floats>;
constexpr std::int64_t kLanes = hn::MaxLanes(Floats());
constexpr std::int64_t kVectors = kLanes >= 16 ? 4 : 2;
/// Sums in float32 are added to those in float64 after so many points.
constexpr std::int64_t kRun = 1024;

/// 2^x for x in [-125, 0]; a polynomial of degree 5 on [-0.5, 0.5], off by 2e-7 at most.
HWY_INLINE Vector powerOfTwo(Vector x) {
    const Floats d;
    const Ints di;
    // Adding 1.5 * 2^23 rounds: the whole part then stands in the lowest bits.
    const Vector shift = hn::Set(d, 12582912.0F);
    const Vector shifted = hn::Add(x, shift);
    const Vector part = hn::Sub(x, hn::Sub(shifted, shift));
    Vector y = hn::Set(d, 1.339887440266574e-3F);
    y = hn::MulAdd(y, part, hn::Set(d, 9.618437357674640e-3F));
    y = hn::MulAdd(y, part, hn::Set(d, 5.550332471162809e-2F));
    y = hn::MulAdd(y, part, hn::Set(d, 2.402264791363012e-1F));
    y = hn::MulAdd(y, part, hn::Set(d, 6.931472028550421e-1F));
    y = hn::MulAdd(y, part, hn::Set(d, 1.0F));
    const auto exponent = hn::ShiftLeft<23>(hn::BitCast(di, shifted));
    return hn::BitCast(d, hn::Add(hn::BitCast(di, y), exponent));
}

template <int kDimensions>
void sumRange(const DensityWork& work) {
    const Floats d;
    HWY_ALIGN float lanes[kLanes];
    const Vector least = hn::Set(d, -125.0F);
    for (std::int64_t i = work.first; i < work.last; i += kVectors * kLanes) {
        for (std::int64_t lane = 0; lane < kVectors * kLanes; ++lane)
            work.sums[i + lane] = 0.0;
        Vector self[kDimensions][kVectors];
        for (std::int64_t v = 0; v < kVectors; ++v)
            for (int a = 0; a < kDimensions; ++a)
                self[a][v] = hn::LoadU(d, work.axes[a] + i + v * kLanes);
        for (std::int64_t run = 0; run < work.count; run += kRun) {
            const std::int64_t end = std::min(work.count, run + kRun);
            Vector sum[kVectors];
            for (std::int64_t v = 0; v < kVectors; ++v)
                sum[v] = hn::Zero(d);
            for (std::int64_t j = run; j < end; ++j)
                for (std::int64_t v = 0; v < kVectors; ++v) {
                    Vector distance = hn::Zero(d);
                    for (int a = 0; a < kDimensions; ++a) {
                        const Vector apart = hn::Sub(self[a][v], hn::Set(d, work.axes[a][j]));
                        distance = hn::NegMulAdd(apart, apart, distance);
                    }
                    sum[v] = hn::Add(sum[v], powerOfTwo(hn::Max(distance, least)));
                }
            for (std::int64_t v = 0; v < kVectors; ++v) {
                hn::Store(sum[v], d, lanes);
                for (std::int64_t lane = 0; lane < kLanes; ++lane)
                    work.sums[i + v * kLanes + lane] += static_cast<double>(lanes[lane]);
            }
        }
    }
}

void sumAny(const DensityWork& work) {
    work.dimensions == 2 ? sumRange<2>(work) : sumRange<3>(work);
}

} // namespace
} // namespace hierascope::analysis::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace hierascope::analysis {

HWY_EXPORT(sumAny);

void sumGaussians(const DensityWork& work) {
    HWY_DYNAMIC_DISPATCH(sumAny)(work);
}

} // namespace hierascope::analysis
#endif
