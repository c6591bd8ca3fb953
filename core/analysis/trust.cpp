// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/trust.h"

#include <algorithm>

namespace hierascope::analysis {

Result<std::vector<float>> neighborhoodTrust(const Neighbors& original, const PointTable& map,
                                             std::int64_t count, const Workers& workers,
                                             const TaskContext& context) {
    const std::int64_t k = std::clamp<std::int64_t>(count, 1, original.count);
    const Result<Neighbors> inMap = exactNeighbors(map, k, workers, context);
    if (!inMap)
        return failure(inMap);
    std::vector<float> trust(static_cast<std::size_t>(map.count));
    constexpr std::int64_t kGrain = 512;
    workers.ranges(map.count, kGrain, [&](std::int64_t first, std::int64_t last) {
        std::vector<std::int32_t> a(static_cast<std::size_t>(k));
        std::vector<std::int32_t> b(static_cast<std::size_t>(k));
        std::vector<std::int32_t> both;
        for (std::int64_t point = first; point < last; ++point) {
            std::copy_n(original.indices.data() + point * original.count, k, a.begin());
            std::copy_n(inMap->indices.data() + point * k, k, b.begin());
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            both.clear();
            std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
            trust[static_cast<std::size_t>(point)] =
                static_cast<float>(both.size()) / static_cast<float>(k);
        }
    });
    return trust;
}

} // namespace hierascope::analysis
