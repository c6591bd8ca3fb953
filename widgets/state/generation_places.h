// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "widgets/state/view_choice.h"

/// Positions of a generated sequence as places of its tokenizer's pyramid, and back.
namespace hierascope::runtime {
struct LevelInfo;
} // namespace hierascope::runtime

namespace hierascope::widgets {

/// The place of a position, nothing where the levels have fewer tokens.
std::optional<TokenRef> placeOfPosition(const std::vector<runtime::LevelInfo>& levels,
                                        std::int64_t position);

/// The positions of the selected places, ascending; places of other grids have none.
std::vector<std::int64_t> positionsOf(const std::vector<runtime::LevelInfo>& levels,
                                      const Selection& selection);

} // namespace hierascope::widgets
