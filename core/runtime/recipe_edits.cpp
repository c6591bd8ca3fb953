// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/recipe_edits.h"

#include <algorithm>
#include <array>

namespace hierascope::runtime {

namespace {

// In the order of `TokenEdit::Kind`.
constexpr std::array kKinds = {"codes", "zero", "mask", "noise", "blend", "copy", "restore"};

} // namespace

runs::RecipeEdit recipeEditOf(const TokenEdit& edit, const std::string& source) {
    runs::RecipeEdit held;
    held.kind = kKinds.at(static_cast<std::size_t>(edit.kind));
    for (const TokenAt& at : edit.tokens)
        held.tokens.emplace_back(at.level, at.token);
    held.codes = edit.codes;
    held.vectors = edit.vectors;
    held.strength = edit.strength;
    held.seed = edit.seed;
    held.source = source;
    return held;
}

Result<TokenEdit> editOfRecipe(const runs::RecipeEdit& edit, const std::string& name) {
    const auto kind = std::find(kKinds.begin(), kKinds.end(), edit.kind);
    if (kind == kKinds.end())
        return failure(ErrorCode::BadData, name + ": field 'kind' of an edit is '" + edit.kind +
                                               "', which this program does not know.");
    TokenEdit made;
    made.kind = static_cast<TokenEdit::Kind>(kind - kKinds.begin());
    for (const auto& [level, token] : edit.tokens)
        made.tokens.push_back({level, token});
    made.codes = edit.codes;
    made.vectors = edit.vectors;
    made.strength = edit.strength;
    made.seed = edit.seed;
    return made;
}

} // namespace hierascope::runtime
