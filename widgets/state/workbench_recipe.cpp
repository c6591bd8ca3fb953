// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "widgets/state/recipe_choice.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"

// What opening an exported picture does.
namespace hierascope::widgets {

/// Shows the view again that an exported picture came from; false where it has no usable recipe.
bool Workbench::chooseRecipe(const FoundPath& found) {
    if (found.generation)
        return chooseGeneration(found);
    if (!found.recipe)
        return false;
    const Result<ViewChoice> choice = choiceFromRecipe(*found.recipe, found.path);
    Q_EMIT recipeOpened(found.path,
                        choice ? QString() : QString::fromStdString(choice.error().message));
    if (!choice)
        return false;
    m_restoring = found.recipe;
    m_state.choose(*choice, ViewState::Change::Subject, tr("Open"));
    restoreSelection();
    return true;
}

/// The branches that are there stay; the one of the picture joins them.
bool Workbench::chooseGeneration(const FoundPath& found) {
    auto choice = choiceFromRecipe(*found.generation, found.path);
    Q_EMIT recipeOpened(found.path,
                        choice ? QString() : QString::fromStdString(choice.error().message));
    if (!choice)
        return false;
    ViewChoice next = m_state.choice();
    std::vector<Branch> branches = next.generation.branches;
    Branch own = choice->branches.front();
    own.id = branches.empty() ? 0 : branches.back().id + 1;
    choice->branch = own.id;
    branches.push_back(std::move(own));
    choice->branches = std::move(branches);
    next.generation = std::move(*choice);
    m_state.choose(next, ViewState::Change::Subject, tr("Open"));
    Q_EMIT generationRestored(found.generation->step);
    return true;
}

void Workbench::restoreSelection() {
    if (!m_restoring || m_state.phase() != ViewState::Phase::Ready)
        return;
    ViewChoice next = m_state.choice();
    next.selection =
        selectionFromRecipe(*std::exchange(m_restoring, std::nullopt), m_state.levelInfos(Side::A));
    m_state.choose(next, ViewState::Change::Selection, tr("Selection"));
}

} // namespace hierascope::widgets
