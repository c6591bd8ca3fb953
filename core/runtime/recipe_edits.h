// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/runs/recipe_edits.h"
#include "core/runtime/token_edits.h"

/// Edits of tokens as recipes hold them, and as the decoder gets them.
namespace hierascope::runtime {

/// @param source what its numbers were copied from, for people
runs::RecipeEdit recipeEditOf(const TokenEdit& edit, const std::string& source);

/// @param name what messages call the text that it comes from
/// @return     BadData naming a kind of edit that this program does not know
Result<TokenEdit> editOfRecipe(const runs::RecipeEdit& edit, const std::string& name);

} // namespace hierascope::runtime
