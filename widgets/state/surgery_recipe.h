// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/runs/recipe.h"
#include "widgets/state/surgery_choice.h"

namespace hierascope::widgets {

/// The first so many edits, as a recipe holds them.
std::vector<runs::RecipeEdit> recipeOfEdits(const TokenSurgery& surgery, int edits);

/// The edits of a recipe, all of them shown.
///
/// @param name what messages call the text that it comes from
/// @return     BadData naming a kind of edit that this program does not know
Result<TokenSurgery> surgeryFromRecipe(const std::vector<runs::RecipeEdit>& edits,
                                       const Subject& subject, const Sampling& sampling,
                                       const std::string& name);

} // namespace hierascope::widgets
