// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runs/generation_recipe.h"
#include "core/runs/recipe.h"
#include "core/runs/view_recipe.h"
#include "core/runtime/tokenizer.h"
#include "widgets/state/view_choice.h"

#include <QString>

namespace hierascope::widgets {

/// What to look at to see an exported picture again, except for the selection.
///
/// @param name what messages call the recipe: the file it came in
/// @return     BadData naming a word that this program does not know
Result<ViewChoice> choiceFromRecipe(const runs::Recipe& recipe, const QString& name);

/// What to generate to see an exported picture of a generation again: its settings, and one branch.
GenerationChoice choiceFromRecipe(const runs::GenerationRecipe& recipe);

/// What is left of a choice where only one room shows it; the subjects stay.
///
/// @param room the word of recipes: "latents", "attention", "codebook"
ViewChoice choiceOfRoom(const ViewChoice& choice, const QString& room);

/// What to look at to see an exported picture of a view again; the other rooms stay as they are.
///
/// @return BadData naming what this program does not know
Result<ViewChoice> choiceFromRecipe(const runs::ViewRecipe& recipe, const QString& name,
                                    const ViewChoice& now);

/// The recipe's tokens in the levels of the model that it names; what lies outside is left out.
Selection selectionFromRecipe(const runs::Recipe& recipe,
                              const std::vector<runtime::LevelInfo>& levels);

} // namespace hierascope::widgets
