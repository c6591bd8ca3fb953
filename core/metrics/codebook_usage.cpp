// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/codebook_usage.h"

#include <cmath>

namespace hierascope::metrics {

namespace {

constexpr double kSmallest = 1e-8;

} // namespace

CodebookUsage codebookUsage(std::span<const std::int64_t> counts) {
    CodebookUsage usage;
    double total = 0.0;
    for (const std::int64_t count : counts)
        total += static_cast<double>(count);
    for (const std::int64_t count : counts) {
        if (count == 0)
            continue;
        ++usage.used;
        const double share = static_cast<double>(count) / total;
        usage.entropyBits -= share * std::log2(share + kSmallest);
    }
    return usage;
}

} // namespace hierascope::metrics
