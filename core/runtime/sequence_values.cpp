// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sequence_values.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <ATen/ops/from_blob.h>

namespace hierascope::runtime {

Result<void> checkSequence(const TokenSequence& sequence, const ModelInfo& info) {
    if (sequence.levels.size() != info.levels.size())
        return failure(ErrorCode::BadData, "There are tokens of " +
                                               std::to_string(sequence.levels.size()) +
                                               " levels, model '" + info.name + "' has " +
                                               std::to_string(info.levels.size()) + ".");
    std::size_t count = 0;
    for (std::size_t i = 0; i < info.levels.size(); ++i) {
        const LevelTokens& level = sequence.levels[i];
        const auto tokens = static_cast<std::size_t>(info.levels[i].tokens());
        count += tokens;
        if (level.vectorWidth <= 0 ||
            level.vectors.size() != tokens * static_cast<std::size_t>(level.vectorWidth))
            return failure(ErrorCode::BadData, "Level '" + info.levels[i].name + "' has " +
                                                   std::to_string(level.vectors.size()) +
                                                   " numbers, expected " + std::to_string(tokens) +
                                                   " tokens of " +
                                                   std::to_string(level.vectorWidth) + ".");
        if (!std::ranges::all_of(level.vectors, [](float value) { return std::isfinite(value); }))
            return failure(ErrorCode::BadData,
                           "Level '" + info.levels[i].name + "' has values that are not finite.");
    }
    if (!sequence.masked.empty() && sequence.masked.size() != count)
        return failure(ErrorCode::BadData, "The mask has " +
                                               std::to_string(sequence.masked.size()) +
                                               " tokens, expected " + std::to_string(count) + ".");
    const bool isMasked =
        std::ranges::any_of(sequence.masked, [](std::uint8_t is) { return is != 0; });
    if (isMasked && !info.isPrefixed)
        return failure(ErrorCode::Usage, "Model '" + info.name + "' of the family " + info.family +
                                             " has no mask token.");
    return {};
}

at::Tensor tensorOf(const LevelTokens& level) {
    return at::from_blob(const_cast<float*>(level.vectors.data()),
                         {1, level.level.tokens(), level.vectorWidth}, at::kFloat);
}

} // namespace hierascope::runtime
