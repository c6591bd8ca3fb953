// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/runs/recipe.h"
#include "widgets/state/surgery_choice.h"

namespace hierascope::widgets {

/// The edits that are shown, as a recipe holds them.
std::vector<runs::RecipeEdit> recipeOfEdits(const TokenSurgery& surgery);

/// The edits of a recipe, all of them shown.
///
/// @param name what messages call the recipe: the file it came in
/// @return     BadData naming a kind of edit that this program does not know
Result<TokenSurgery> surgeryFromRecipe(const std::vector<runs::RecipeEdit>& edits,
                                       const Subject& subject, const Sampling& sampling,
                                       const QString& name);

} // namespace hierascope::widgets
