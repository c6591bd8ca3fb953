// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/runtime/tokenizer.h"

#include <QString>

/// Which codes of the current image differ between A and B.
namespace hierascope::widgets {

class ViewState;

/// Two levels of the same grid, and the tokens whose codes are not the same.
struct LevelDifference {
    int levelOfA = 0;
    runtime::LevelInfo level;            ///< of A
    std::vector<std::int64_t> differing; ///< tokens, ascending

    double share() const { return double(differing.size()) / double(level.tokens()); }
};

/// Why the codes cannot be compared, for people; empty where they can.
QString whyNoCodeDifference(const ViewState& state);
/// Every level that both have, in order; empty where the codes cannot be compared.
std::vector<LevelDifference> codeDifferences(const ViewState& state);
/// Selects the tokens whose codes differ, at every level: they light up in all views.
///
/// @return why nothing was selected, for people; empty where something was
QString selectDifferingCodes(ViewState& state);

} // namespace hierascope::widgets
