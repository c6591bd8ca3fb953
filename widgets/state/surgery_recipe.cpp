// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/surgery_recipe.h"

#include <utility>

#include "core/runtime/recipe_edits.h"
#include "widgets/state/surgery_edit.h"

namespace hierascope::widgets {

std::vector<runs::RecipeEdit> recipeOfEdits(const TokenSurgery& surgery, int edits) {
    std::vector<runs::RecipeEdit> held;
    for (int i = 0; i < edits; ++i) {
        const SurgeryStep& step = surgery.steps[std::size_t(i)];
        held.push_back(runtime::recipeEditOf(*step.edit, step.source.toStdString()));
    }
    return held;
}

Result<TokenSurgery> surgeryFromRecipe(const std::vector<runs::RecipeEdit>& edits,
                                       const Subject& subject, const Sampling& sampling,
                                       const std::string& name) {
    TokenSurgery surgery{subject, sampling, {}, 0};
    for (const runs::RecipeEdit& edit : edits) {
        auto made = runtime::editOfRecipe(edit, name);
        if (!made)
            return failure(made);
        appendStep(surgery, *std::move(made), QString::fromStdString(edit.source));
    }
    return surgery;
}

} // namespace hierascope::widgets
