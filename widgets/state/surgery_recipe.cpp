// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/surgery_recipe.h"

#include <algorithm>
#include <array>
#include <utility>

#include "widgets/state/surgery_edit.h"

namespace hierascope::widgets {

namespace {

// In the order of `TokenEdit::Kind`.
constexpr std::array kKinds = {"codes", "zero", "mask", "noise", "blend", "copy", "restore"};

} // namespace

std::vector<runs::RecipeEdit> recipeOfEdits(const TokenSurgery& surgery) {
    std::vector<runs::RecipeEdit> edits;
    for (int i = 0; i < surgery.applied; ++i) {
        const SurgeryStep& step = surgery.steps[std::size_t(i)];
        runs::RecipeEdit edit;
        edit.kind = kKinds.at(std::size_t(step.edit->kind));
        for (const runtime::TokenAt& at : step.edit->tokens)
            edit.tokens.emplace_back(at.level, at.token);
        edit.codes = step.edit->codes;
        edit.vectors = step.edit->vectors;
        edit.strength = step.edit->strength;
        edit.seed = step.edit->seed;
        edit.source = step.source.toStdString();
        edits.push_back(std::move(edit));
    }
    return edits;
}

Result<TokenSurgery> surgeryFromRecipe(const std::vector<runs::RecipeEdit>& edits,
                                       const Subject& subject, const Sampling& sampling,
                                       const QString& name) {
    TokenSurgery surgery{subject, sampling, {}, 0};
    for (const runs::RecipeEdit& edit : edits) {
        const auto kind = std::ranges::find(kKinds, edit.kind);
        if (kind == kKinds.end())
            return failure(ErrorCode::BadData, "Recipe in '" + name.toStdString() +
                                                   "': field 'kind' of an edit is '" + edit.kind +
                                                   "', which this program does not know.");
        runtime::TokenEdit made;
        made.kind = runtime::TokenEdit::Kind(kind - kKinds.begin());
        for (const auto& [level, token] : edit.tokens)
            made.tokens.push_back({level, token});
        made.codes = edit.codes;
        made.vectors = edit.vectors;
        made.strength = edit.strength;
        made.seed = edit.seed;
        appendStep(surgery, std::move(made), QString::fromStdString(edit.source));
    }
    return surgery;
}

} // namespace hierascope::widgets
