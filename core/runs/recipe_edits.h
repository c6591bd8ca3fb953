// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// Edits of tokens, and lists of them, in recipes and sessions.
namespace hierascope::runs {

class RecipeFields;

using TokenPairs = std::vector<std::pair<int, std::int64_t>>; ///< level, token

/// One edit of A's tokens, in the order in which they were made.
struct RecipeEdit {
    std::string kind; ///< lower_snake: "codes", "zero", "mask", "noise", "blend", "copy", "restore"
    TokenPairs tokens;
    std::vector<std::int64_t> codes;
    std::vector<float> vectors; ///< each token's numbers, one after another
    double strength = 1.0;
    std::uint64_t seed = 0;
    std::string source; ///< what the numbers were copied from, for people
    bool operator==(const RecipeEdit&) const = default;
};

TokenPairs tokenPairsIn(RecipeFields& fields, const std::string& key);
nlohmann::json jsonOfTokenPairs(const TokenPairs& pairs);

/// Empty where the key is missing.
std::vector<RecipeEdit> recipeEditsIn(RecipeFields& fields, const std::string& key);
nlohmann::json jsonOfRecipeEdits(const std::vector<RecipeEdit>& edits);

} // namespace hierascope::runs
