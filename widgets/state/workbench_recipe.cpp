// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "widgets/state/needed_files.h"
#include "widgets/state/recipe_choice.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"

// What opening an exported picture does.
namespace hierascope::widgets {

void Workbench::find(const QStringList& paths, const PathMoves& moves) {
    m_runner.start(
        this, tr("Looking at files"),
        [paths, moves](TaskContext&) -> Result<std::vector<FoundPath>> {
            return findPaths(paths, moves);
        },
        [this](const Result<std::vector<FoundPath>>& found) {
            if (found)
                addFound(*found, true);
        },
        Lane::Analysis);
}

void Workbench::openMoved(const QString& picture, const runs::NeededFile& missing,
                          const QString& place) {
    m_moves[picture].emplace_back(missing.path, systemPath(place).string());
    find({picture}, m_moves[picture]);
}

/// Shows the view again that an exported picture came from; false where it has no usable recipe.
bool Workbench::chooseRecipe(const FoundPath& found) {
    if (!found.problem.isEmpty())
        Q_EMIT recipeOpened(found.path, found.problem);
    if (!found.hasRecipe())
        return false;
    if (const auto missing = firstMissing(found.files())) {
        const std::string name = "Recipe in '" + found.path.toStdString() + "'";
        Q_EMIT recipeOpened(found.path,
                            QString::fromStdString(runs::missingSentence(*missing, name)));
        Q_EMIT fileMissing(found.path, *missing);
        return false;
    }
    compareHashes(this, m_runner, found.files(), "Recipe in '" + found.path.toStdString() + "'",
                  [this](const QStringList& sentences) { Q_EMIT filesDoubted(sentences); });
    if (found.generation)
        return chooseGeneration(found);
    if (found.view)
        return chooseView(found);
    const Result<ViewChoice> choice = choiceFromRecipe(*found.recipe, found.path);
    Q_EMIT recipeOpened(found.path,
                        choice ? QString() : QString::fromStdString(choice.error().message));
    if (!choice)
        return false;
    ViewChoice next = *choice; // of one room alone
    next.generation = m_state.choice().generation;
    next.latents = m_state.choice().latents;
    next.attention = m_state.choice().attention;
    next.codebook = m_state.choice().codebook;
    m_restoring = found.recipe;
    m_state.choose(next, ViewState::Change::Subject, tr("Open"));
    restoreSelection();
    Q_EMIT roomRestored(QStringLiteral("pyramid"));
    return true;
}

bool Workbench::chooseView(const FoundPath& found) {
    const auto choice = choiceFromRecipe(*found.view, found.path, m_state.choice());
    Q_EMIT recipeOpened(found.path,
                        choice ? QString() : QString::fromStdString(choice.error().message));
    if (!choice)
        return false;
    m_state.choose(*choice, ViewState::Change::Subject, tr("Open"));
    Q_EMIT roomRestored(QString::fromStdString(found.view->room));
    return true;
}

/// The branches that are there stay; the one of the picture joins them.
bool Workbench::chooseGeneration(const FoundPath& found) {
    GenerationChoice choice = choiceFromRecipe(*found.generation);
    Q_EMIT recipeOpened(found.path, QString());
    ViewChoice next = m_state.choice();
    std::vector<Branch> branches = next.generation.branches;
    Branch own = choice.branches.front();
    own.id = branches.empty() ? 0 : branches.back().id + 1;
    choice.branch = own.id;
    branches.push_back(std::move(own));
    choice.branches = std::move(branches);
    next.generation = std::move(choice);
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
