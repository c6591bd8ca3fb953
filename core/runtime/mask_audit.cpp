// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/mask_audit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/runtime/influence.h"

namespace hierascope::runtime {

namespace {

constexpr double kTolerance = 1e-6; // what another order of summation may do to a float in [0, 1]

double largestChange(const ImageRgbF32& a, const ImageRgbF32& b) {
    double largest = 0.0;
    for (std::size_t i = 0; i < std::min(a.planes.size(), b.planes.size()); ++i)
        largest = std::max(
            largest, std::abs(static_cast<double>(a.planes[i]) - static_cast<double>(b.planes[i])));
    return largest;
}

} // namespace

int MaskAudit::leaks() const {
    int count = 0;
    for (std::size_t picture = 0; picture < levels.size(); ++picture)
        for (std::size_t tokens = 0; tokens < levels.size(); ++tokens)
            count += isLeak(picture, tokens) ? 1 : 0;
    return count;
}

Result<MaskAudit> auditMask(Tokenizer& model, const TokenSequence& sequence, std::uint64_t seed,
                            const TaskContext& context) {
    const auto before = model.decodeTokens(sequence, {true, {}}, context);
    if (!before)
        return failure(before);
    MaskAudit audit;
    audit.levels = model.info().levels;
    audit.declared = model.declaredDependency();
    audit.tolerance = kTolerance;
    const std::size_t count = audit.levels.size();
    audit.measured.resize(count * count);
    for (std::size_t level = 0; level < count; ++level) {
        context.report({static_cast<std::int64_t>(level), static_cast<std::int64_t>(count),
                        "Auditing the mask"});
        std::vector<std::int64_t> all(static_cast<std::size_t>(audit.levels[level].tokens()));
        std::iota(all.begin(), all.end(), std::int64_t{0});
        TokenSequence disturbed = sequence;
        disturb(disturbed, static_cast<int>(level), all, Disturbance::Noise, seed);
        const auto after = model.decodeTokens(disturbed, {true, {}}, context);
        if (!after)
            return failure(after);
        for (std::size_t picture = 0; picture < count; ++picture)
            audit.measured[audit.at(picture, level)] =
                largestChange((*before)[picture], (*after)[picture]);
    }
    return audit;
}

} // namespace hierascope::runtime
