// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Which level's picture depends on which level's tokens, as declared and as measured.
struct MaskAudit {
    std::vector<LevelInfo> levels;
    std::vector<std::uint8_t> declared; ///< [L, L]: rows are pictures, columns are tokens
    /// [L, L]: the largest change of a pixel, in [0, 1] scale, when all tokens of a level become
    /// noise.
    std::vector<double> measured;
    double tolerance = 0.0; ///< changes up to it count as none

    std::size_t at(std::size_t picture, std::size_t tokens) const {
        return picture * levels.size() + tokens;
    }
    /// A picture moved that must not.
    bool isLeak(std::size_t picture, std::size_t tokens) const {
        return declared[at(picture, tokens)] == 0 && measured[at(picture, tokens)] > tolerance;
    }
    /// A picture did not move although it may.
    bool isUnused(std::size_t picture, std::size_t tokens) const {
        return declared[at(picture, tokens)] != 0 && measured[at(picture, tokens)] <= tolerance;
    }
    int leaks() const;
};

/// Disturbs each level in turn and looks which pictures move.
///
/// @param sequence with vectors of all levels
Result<MaskAudit> auditMask(Tokenizer& model, const TokenSequence& sequence, std::uint64_t seed,
                            const TaskContext& context);

} // namespace hierascope::runtime
