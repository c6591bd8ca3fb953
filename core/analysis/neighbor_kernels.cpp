// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/neighbor_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/analysis/neighbor_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace hierascope::analysis::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = HWY_CAPPED(float, 16);
using Ints = hn::Rebind<std::int32_t, Floats>;
constexpr std::int64_t kLanes = hn::MaxLanes(Floats());
constexpr std::int64_t kVectors = kPanelPoints / kLanes;
/// Rows whose sums fit into the registers.
constexpr std::int64_t kRows = kVectors == 2 ? 12 : kVectors == 4 ? 3 : 1;

/// Sums of kRows queries from `first` on, one vector for each row and part of the panel.
template <typename Take>
HWY_INLINE void multiply(const float* HWY_RESTRICT queries, const float* HWY_RESTRICT panel,
                         const float* HWY_RESTRICT norms, std::int64_t width, const Take& take) {
    const Floats d;
    hn::Vec<Floats> sums[kRows][kVectors];
    for (std::int64_t r = 0; r < kRows; ++r)
        for (std::int64_t v = 0; v < kVectors; ++v)
            sums[r][v] = hn::LoadU(d, norms + v * kLanes);
    for (std::int64_t k = 0; k < width; ++k) {
        hn::Vec<Floats> points[kVectors];
        for (std::int64_t v = 0; v < kVectors; ++v)
            points[v] = hn::LoadU(d, panel + k * kPanelPoints + v * kLanes);
        for (std::int64_t r = 0; r < kRows; ++r) {
            const auto query = hn::Set(d, queries[k * kQueryRows + r]);
            for (std::int64_t v = 0; v < kVectors; ++v)
                sums[r][v] = hn::MulAdd(query, points[v], sums[r][v]);
        }
    }
    for (std::int64_t r = 0; r < kRows; ++r)
        for (std::int64_t v = 0; v < kVectors; ++v)
            take(r, v, sums[r][v]);
}

void scan(const float* queries, const float* panel, const float* norms, std::int64_t width,
          std::int64_t place, CandidateRow* rows) {
    const Floats d;
    const Ints di;
    for (std::int64_t first = 0; first < kQueryRows; first += kRows)
        multiply(queries + first, panel, norms, width,
                 [&](std::int64_t r, std::int64_t v, hn::Vec<Floats> sums) HWY_ATTR {
                     CandidateRow& row = rows[first + r];
                     const auto isNear = hn::Lt(sums, hn::Set(d, row.limit));
                     if (hn::AllFalse(d, isNear))
                         return;
                     const auto places =
                         hn::Iota(di, static_cast<std::int32_t>(place + v * kLanes));
                     // Not CompressStore: some processors take a hundred cycles for it.
                     hn::StoreU(hn::Compress(sums, isNear), d, row.scores + row.size);
                     hn::StoreU(hn::Compress(places, hn::RebindMask(di, isNear)), di,
                                row.places + row.size);
                     row.size += static_cast<std::int64_t>(hn::CountTrue(d, isNear));
                 });
}

void score(const float* queries, const float* panel, const float* norms, std::int64_t width,
           float* out, std::int64_t stride) {
    const Floats d;
    for (std::int64_t first = 0; first < kQueryRows; first += kRows)
        multiply(queries + first, panel, norms, width,
                 [&](std::int64_t r, std::int64_t v, hn::Vec<Floats> sums)
                     HWY_ATTR { hn::StoreU(sums, d, out + (first + r) * stride + v * kLanes); });
}

float distance(const float* a, const float* b, std::int64_t width) {
    const Floats d;
    auto sum = hn::Zero(d);
    std::int64_t k = 0;
    for (; k + kLanes <= width; k += kLanes) {
        const auto difference = hn::Sub(hn::LoadU(d, a + k), hn::LoadU(d, b + k));
        sum = hn::MulAdd(difference, difference, sum);
    }
    float total = hn::GetLane(hn::SumOfLanes(d, sum));
    for (; k < width; ++k)
        total += (a[k] - b[k]) * (a[k] - b[k]);
    return total;
}

} // namespace
} // namespace hierascope::analysis::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace hierascope::analysis {

HWY_EXPORT(scan);
HWY_EXPORT(score);
HWY_EXPORT(distance);

void scanPanel(const float* queries, const float* panel, const float* norms, std::int64_t width,
               std::int64_t place, CandidateRow* rows) {
    HWY_DYNAMIC_DISPATCH(scan)(queries, panel, norms, width, place, rows);
}

void scorePanel(const float* queries, const float* panel, const float* norms, std::int64_t width,
                float* out, std::int64_t stride) {
    HWY_DYNAMIC_DISPATCH(score)(queries, panel, norms, width, out, stride);
}

float squaredDistance(const float* a, const float* b, std::int64_t width) {
    return HWY_DYNAMIC_DISPATCH(distance)(a, b, width);
}

} // namespace hierascope::analysis
#endif
