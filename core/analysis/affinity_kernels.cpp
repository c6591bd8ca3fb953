// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/affinity_kernels.h"

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
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const auto nearest = hn::Set(d, squaredDistances[0]);
    const auto minusBeta = hn::Set(d, -beta);
    auto sum = hn::Zero(d);
    auto distances = hn::Zero(d);
    std::int64_t i = 0;
    for (; i < k; i += lanes) {
        const auto inside = hn::FirstN(d, static_cast<std::size_t>(k - i));
        const auto beyond = hn::IfThenElseZero(
            inside, hn::Sub(hn::MaskedLoad(inside, d, squaredDistances + i), nearest));
        // Further out the weight is 0 in float32 anyway, and the series ends at -104.
        const auto power = hn::Max(hn::Mul(minusBeta, beyond), hn::Set(d, -100.0F));
        const auto weight = hn::IfThenElseZero(inside, hn::Exp(d, power));
        hn::BlendedStore(weight, inside, d, weights + i);
        sum = hn::Add(sum, weight);
        distances = hn::MulAdd(weight, beyond, distances);
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
