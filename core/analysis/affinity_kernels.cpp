// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/affinity_kernels.h"

#include <algorithm>
#include <utility>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/analysis/affinity_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// After foreach_target, for it is compiled once for each target.
#include <hwy/contrib/math/math-inl.h>

HWY_BEFORE_NAMESPACE();
namespace hierascope::analysis::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

ShareSums shares(const float* squaredDistances, std::int64_t k, float beta, float* weights) {
    const HWY_CAPPED(float, 16) d;
    constexpr std::int64_t kLanes = hn::MaxLanes(d);
    const auto nearest = hn::Set(d, squaredDistances[0]);
    const auto minusBeta = hn::Set(d, -beta);
    auto sum = hn::Zero(d);
    auto distances = hn::Zero(d);
    const auto weigh = [&](const float* in, float* out) HWY_ATTR {
        const auto beyond = hn::Sub(hn::LoadU(d, in), nearest);
        // Further out the weight is 0 in float32 anyway, and the series ends at -104.
        const auto weight = hn::Exp(d, hn::Max(hn::Mul(minusBeta, beyond), hn::Set(d, -100.0F)));
        hn::StoreU(weight, d, out);
        return std::pair(beyond, weight);
    };
    std::int64_t i = 0;
    for (; i + kLanes <= k; i += kLanes) {
        const auto [beyond, weight] = weigh(squaredDistances + i, weights + i);
        sum = hn::Add(sum, weight);
        distances = hn::MulAdd(weight, beyond, distances);
    }
    if (i < k) {
        HWY_ALIGN float in[kLanes] = {};
        HWY_ALIGN float out[kLanes];
        std::copy(squaredDistances + i, squaredDistances + k, in);
        const auto [beyond, weight] = weigh(in, out);
        std::copy(out, out + (k - i), weights + i);
        const auto inside = hn::FirstN(d, static_cast<std::size_t>(k - i));
        const auto counted = hn::IfThenElseZero(inside, weight);
        sum = hn::Add(sum, counted);
        distances = hn::MulAdd(counted, beyond, distances);
    }
    return {static_cast<double>(hn::GetLane(hn::SumOfLanes(d, sum))),
            static_cast<double>(hn::GetLane(hn::SumOfLanes(d, distances)))};
}

} // namespace
} // namespace hierascope::analysis::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace hierascope::analysis {

HWY_EXPORT(shares);

ShareSums gaussianShares(const float* squaredDistances, std::int64_t k, float beta,
                         float* weights) {
    return HWY_DYNAMIC_DISPATCH(shares)(squaredDistances, k, beta, weights);
}

} // namespace hierascope::analysis
#endif
