// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runs/generation_recipe.h"
#include "core/runs/recipe.h"
#include "core/runtime/tokenizer.h"
#include "widgets/state/view_choice.h"

#include <QString>

namespace hierascope::widgets {

/// What to look at to see an exported picture again, except for the selection.
///
/// @param name what messages call the recipe: the file it came in
/// @return     NoInput naming a model or an image that is not there any more; BadData naming a
///             word that this program does not know
Result<ViewChoice> choiceFromRecipe(const runs::Recipe& recipe, const QString& name);

/// What to generate to see an exported picture of a generation again: its settings, and one branch.
///
/// @return NoInput naming a generator that is not there any more
Result<GenerationChoice> choiceFromRecipe(const runs::GenerationRecipe& recipe,
                                          const QString& name);

/// The recipe's tokens in the levels of the model that it names; what lies outside is left out.
Selection selectionFromRecipe(const runs::Recipe& recipe,
                              const std::vector<runtime::LevelInfo>& levels);

} // namespace hierascope::widgets
