// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_places.h"

#include <algorithm>

#include "core/runtime/tokenizer.h"

namespace hierascope::widgets {

std::optional<TokenRef> placeOfPosition(const std::vector<runtime::LevelInfo>& levels,
                                        std::int64_t position) {
    if (position < 0)
        return std::nullopt;
    std::int64_t first = 0;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const runtime::LevelInfo& info = levels[level];
        if (position < first + info.tokens())
            return TokenRef{int(level), info.rows, info.columns, position - first};
        first += info.tokens();
    }
    return std::nullopt;
}

std::vector<std::int64_t> positionsOf(const std::vector<runtime::LevelInfo>& levels,
                                      const Selection& selection) {
    std::vector<std::int64_t> positions;
    for (const TokenRef& token : selection) {
        std::int64_t first = 0;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const runtime::LevelInfo& info = levels[level];
            if (int(level) == token.level && info.rows == token.rows &&
                info.columns == token.columns && token.token < info.tokens())
                positions.push_back(first + token.token);
            first += info.tokens();
        }
    }
    std::ranges::sort(positions);
    return positions;
}

} // namespace hierascope::widgets
