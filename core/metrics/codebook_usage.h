// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace hierascope::metrics {

/// How evenly a codebook is used.
struct CodebookUsage {
    std::int64_t used = 0;    ///< codes that occur at all
    double entropyBits = 0.0; ///< of the codes' shares; log2(V) where all are used alike
};

/// @param counts [V]: how often each code occurs
/// @source Kwai-Kolors/ResTok evaluator: -sum p log2(p + 1e-8).
CodebookUsage codebookUsage(std::span<const std::int64_t> counts);

} // namespace hierascope::metrics
