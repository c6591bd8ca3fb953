// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tsne_kernels.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/analysis/tsne_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// After foreach_target, for it is compiled once for each target.
#include <hwy/contrib/math/math-inl.h>

HWY_BEFORE_NAMESPACE();
namespace hierascope::analysis::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = HWY_CAPPED(float, 16);
using Vector = hn::Vec<Floats>;
constexpr std::int64_t kLanes = hn::MaxLanes(Floats());
constexpr std::int64_t kEdges = 256; ///< looked up at once

HWY_INLINE Vector reciprocal(Vector x) {
    const Floats d;
    const Vector guess = hn::ApproximateReciprocal(x);
    return hn::Mul(guess, hn::NegMulAdd(x, guess, hn::Set(d, 2.0F)));
}

HWY_INLINE double sumOf(Vector x) {
    const Floats d;
    return static_cast<double>(hn::GetLane(hn::SumOfLanes(d, x)));
}

template <int kDimensions>
struct Points;

template <>
struct Points<2> {
    static constexpr std::int64_t kStride = 2;
    HWY_INLINE static void load(const float* at, Vector* axes) {
        hn::LoadInterleaved2(Floats(), at, axes[0], axes[1]);
    }
};

template <>
struct Points<3> {
    static constexpr std::int64_t kStride = 4;
    HWY_INLINE static void load(const float* at, Vector* axes) {
        Vector unused;
        hn::LoadInterleaved4(Floats(), at, axes[0], axes[1], axes[2], unused);
    }
};

template <int kDimensions, bool kWantsLogs>
double attractRange(const AttractionWork& work) {
    constexpr std::int64_t kStride = Points<kDimensions>::kStride;
    const Floats d;
    HWY_ALIGN float others[kEdges * kStride];
    HWY_ALIGN float weights[kEdges];
    double logs = 0.0;
    for (std::int64_t row = work.first; row < work.last; ++row) {
        Vector self[kDimensions];
        Vector force[kDimensions];
        for (int a = 0; a < kDimensions; ++a) {
            self[a] = hn::Set(d, work.positions[row * kStride + a]);
            force[a] = hn::Zero(d);
        }
        Vector logSum = hn::Zero(d);
        for (std::int64_t at = work.starts[row]; at < work.starts[row + 1]; at += kEdges) {
            const std::int64_t edges = std::min(kEdges, work.starts[row + 1] - at);
            const std::int64_t padded = (edges + kLanes - 1) / kLanes * kLanes;
            for (std::int64_t e = 0; e < edges; ++e)
                std::memcpy(others + e * kStride,
                            work.positions + std::int64_t{work.columns[at + e]} * kStride,
                            kStride * sizeof(float));
            std::memcpy(weights, work.values + at, static_cast<std::size_t>(edges) * sizeof(float));
            for (std::int64_t e = edges; e < padded; ++e) {
                weights[e] = 0.0F;
                std::memset(others + e * kStride, 0, kStride * sizeof(float));
            }
            for (std::int64_t e = 0; e < padded; e += kLanes) {
                Vector apart[kDimensions];
                Points<kDimensions>::load(others + e * kStride, apart);
                Vector distance = hn::Set(d, 1.0F);
                for (int a = 0; a < kDimensions; ++a) {
                    apart[a] = hn::Sub(self[a], apart[a]);
                    distance = hn::MulAdd(apart[a], apart[a], distance);
                }
                const Vector p = hn::Load(d, weights + e);
                const Vector pull = hn::Mul(p, reciprocal(distance));
                for (int a = 0; a < kDimensions; ++a)
                    force[a] = hn::MulAdd(pull, apart[a], force[a]);
                if constexpr (kWantsLogs)
                    logSum = hn::MulAdd(p, hn::Log(d, distance), logSum);
            }
        }
        for (int a = 0; a < kDimensions; ++a)
            work.forces[row * kStride + a] = static_cast<float>(sumOf(force[a]));
        if constexpr (kWantsLogs)
            logs += sumOf(logSum);
    }
    return logs;
}

double attractAny(const AttractionWork& work, bool wantsLogs) {
    if (work.dimensions == 2)
        return wantsLogs ? attractRange<2, true>(work) : attractRange<2, false>(work);
    return wantsLogs ? attractRange<3, true>(work) : attractRange<3, false>(work);
}

template <int kDimensions>
double repelRange(const RepulsionWork& work) {
    const Floats d;
    // As many points as the registers hold; their number divides kRepulsionBlock.
    constexpr std::int64_t kVectors = kLanes >= 16 ? 4 : 2;
    double total = 0.0;
    for (std::int64_t i = work.first; i < work.last; i += kVectors * kLanes) {
        Vector self[kDimensions][kVectors];
        Vector force[kDimensions][kVectors];
        Vector sum[kVectors];
        for (std::int64_t v = 0; v < kVectors; ++v) {
            sum[v] = hn::Zero(d);
            for (int a = 0; a < kDimensions; ++a) {
                self[a][v] = hn::LoadU(d, work.axes[a] + i + v * kLanes);
                force[a][v] = hn::Zero(d);
            }
        }
        for (std::int64_t j = 0; j < work.count; ++j)
            for (std::int64_t v = 0; v < kVectors; ++v) {
                Vector apart[kDimensions];
                Vector distance = hn::Set(d, 1.0F);
                for (int a = 0; a < kDimensions; ++a) {
                    apart[a] = hn::Sub(self[a][v], hn::Set(d, work.axes[a][j]));
                    distance = hn::MulAdd(apart[a], apart[a], distance);
                }
                const Vector q = reciprocal(distance);
                sum[v] = hn::Add(sum[v], q);
                const Vector push = hn::Mul(q, q);
                for (int a = 0; a < kDimensions; ++a)
                    force[a][v] = hn::MulAdd(push, apart[a], force[a][v]);
            }
        for (std::int64_t v = 0; v < kVectors; ++v) {
            for (int a = 0; a < kDimensions; ++a)
                hn::StoreU(force[a][v], d, work.forces[a] + i + v * kLanes);
            // A point repels itself by nothing, but its q of 1 is in the sum.
            const auto inside =
                hn::FirstN(d, static_cast<std::size_t>(std::max<std::int64_t>(
                                  0, std::min(kLanes, work.count - i - v * kLanes))));
            total += sumOf(hn::IfThenElseZero(inside, hn::Sub(sum[v], hn::Set(d, 1.0F))));
        }
    }
    return total;
}

double repelAny(const RepulsionWork& work) {
    return work.dimensions == 2 ? repelRange<2>(work) : repelRange<3>(work);
}

void update(const UpdateWork& work) {
    const Floats d;
    const Vector exaggeration = hn::Set(d, work.exaggeration);
    const Vector scale = hn::Set(d, work.repulsionScale);
    const Vector rate = hn::Set(d, work.learningRate);
    const Vector momentum = hn::Set(d, work.momentum);
    const Vector zero = hn::Zero(d);
    for (std::int64_t i = work.first; i < work.last; i += kLanes) {
        const Vector gradient =
            hn::NegMulAdd(scale, hn::LoadU(d, work.repulsion + i),
                          hn::Mul(exaggeration, hn::LoadU(d, work.attraction + i)));
        const Vector velocity = hn::LoadU(d, work.velocities + i);
        const Vector gain = hn::LoadU(d, work.gains + i);
        const auto isGoingOn = hn::Lt(hn::Mul(gradient, velocity), zero);
        const Vector newGain =
            hn::IfThenElse(isGoingOn, hn::Add(gain, hn::Set(d, 0.2F)),
                           hn::Max(hn::Mul(gain, hn::Set(d, 0.8F)), hn::Set(d, 0.01F)));
        const Vector step =
            hn::NegMulAdd(hn::Mul(rate, newGain), gradient, hn::Mul(momentum, velocity));
        hn::StoreU(newGain, d, work.gains + i);
        hn::StoreU(step, d, work.velocities + i);
        hn::StoreU(hn::Add(hn::LoadU(d, work.positions + i), step), d, work.positions + i);
    }
}

} // namespace
} // namespace hierascope::analysis::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace hierascope::analysis {

HWY_EXPORT(attractAny);
HWY_EXPORT(repelAny);
HWY_EXPORT(update);

double attract(const AttractionWork& work, bool wantsLogs) {
    return HWY_DYNAMIC_DISPATCH(attractAny)(work, wantsLogs);
}

double repel(const RepulsionWork& work) {
    return HWY_DYNAMIC_DISPATCH(repelAny)(work);
}

void updatePositions(const UpdateWork& work) {
    HWY_DYNAMIC_DISPATCH(update)(work);
}

} // namespace hierascope::analysis
#endif
