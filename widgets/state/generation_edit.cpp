// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_edit.h"

#include <set>
#include <utility>

#include "widgets/state/generation_places.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GenerationEdit)
};

using Change = ViewState::Change;

void choose(ViewState& state, GenerationChoice next, Change change, const QString& text) {
    ViewChoice choice = state.choice();
    choice.generation = std::move(next);
    state.choose(choice, change, text);
}

/// Adds a branch and shows it from its newest step on; an equal one is shown instead.
void addBranch(ViewState& state, Branch branch, const QString& text) {
    GenerationChoice next = state.choice().generation;
    for (const Branch& known : next.branches) {
        branch.id = known.id;
        if (branch == known)
            return showBranch(state, known.id);
    }
    branch.id = next.branches.empty() ? 0 : next.branches.back().id + 1;
    next.branch = branch.id;
    next.step = kNewestStep;
    next.settings = branch.settings;
    next.branches.push_back(std::move(branch));
    choose(state, std::move(next), Change::Branch, text);
}

bool hasSibling(const GenerationChoice& choice, const Branch& branch) {
    return std::ranges::any_of(choice.branches, [&branch](const Branch& other) {
        return other.parent == branch.parent && other.kept == branch.kept &&
               other.settings == branch.settings;
    });
}

} // namespace

void setGenerator(ViewState& state, Side side, const QString& path) {
    GenerationChoice next = state.choice().generation;
    (side == Side::A ? next.a : next.b) = path;
    if (side == Side::A && path != state.choice().generation.a) {
        next.branch = kNoBranch;
        next.step = kNewestStep;
        next.token = kNoToken;
        next.settings.label = 0; // the classes are others
        for (const Branch& branch : next.branches)
            if (branch.generator == path) {
                next.branch = branch.id; // the last one that was begun
                next.settings = branch.settings;
            }
        if (next.b == path)
            next.b.clear();
    }
    choose(state, std::move(next), Change::Subject, Words::tr("Generator"));
}

void setSettings(ViewState& state, const GenerationSettings& settings, const QString& what) {
    GenerationChoice next = state.choice().generation;
    next.settings = settings;
    choose(state, std::move(next), Change::Generation, what);
}

void beginGeneration(ViewState& state, const GenerationSettings& settings) {
    Branch branch;
    branch.generator = state.choice().generation.a;
    branch.settings = settings;
    addBranch(state, std::move(branch), Words::tr("Generate"));
}

void branchHere(ViewState& state, const GenerationState& generation) {
    const Branch* parent = generation.branch();
    const int step = generation.step();
    if (parent == nullptr || step < 0 || step + 1 >= generation.steps())
        return;
    Branch branch;
    branch.generator = parent->generator;
    branch.parent = parent->id;
    branch.kept = step + 1;
    branch.settings = state.choice().generation.settings;
    branch.prefix = generation.codes(*parent, step);
    if (generation.isDenoiser()) {
        const auto record = generation.record(*parent, step);
        if (!record)
            return;
        branch.from = {branch.kept, record->step.noised};
        // The kept steps are so many parts of the parent's way.
        branch.settings.sampling.denoising.steps = parent->settings.sampling.denoising.steps;
    }
    if (branch.settings == parent->settings) // it would write the same again
        do
            ++branch.settings.sampling.seed;
        while (hasSibling(state.choice().generation, branch));
    addBranch(state, std::move(branch), Words::tr("Branch"));
}

void replaceToken(ViewState& state, const GenerationState& generation, const TokenEdit& edit) {
    const Branch* parent = generation.branch();
    const auto info = generation.info();
    if (parent == nullptr || !info || info->isDenoiser())
        return;
    int step = 0;
    while (step < generation.steps() && edit.position >= info->steps[std::size_t(step)].first +
                                                             info->steps[std::size_t(step)].tokens)
        ++step;
    Branch branch;
    branch.generator = parent->generator;
    branch.parent = parent->id;
    branch.kept = step;
    branch.settings = state.choice().generation.settings;
    branch.edit = edit;
    branch.prefix = generation.codes(*parent, step);
    if (edit.position < 0 || std::size_t(edit.position) >= branch.prefix.size())
        return; // not there yet
    std::int64_t& code = branch.prefix[std::size_t(edit.position)];
    if (std::exchange(code, edit.code) == edit.code)
        return;
    addBranch(state, std::move(branch), Words::tr("Replace Token"));
}

void showBranch(ViewState& state, int id, int step) {
    GenerationChoice next = state.choice().generation;
    const Branch* branch = next.find(id);
    if (branch == nullptr)
        return;
    next.branch = id;
    next.step = step;
    next.settings = branch->settings;
    choose(state, std::move(next), Change::Branch, Words::tr("Show Branch"));
}

void removeBranch(ViewState& state, int id) {
    GenerationChoice next = state.choice().generation;
    const Branch* branch = next.find(id);
    if (branch == nullptr)
        return;
    const int parent = branch->parent;
    const QString generator = branch->generator;
    std::set<int> removed = {id};
    for (const Branch& other : next.branches)
        if (removed.contains(other.parent))
            removed.insert(other.id);
    std::erase_if(next.branches,
                  [&removed](const Branch& other) { return removed.contains(other.id); });
    if (removed.contains(next.branch)) {
        next.branch = parent;
        next.step = kNewestStep;
        for (const Branch& other : next.branches)
            if (parent == kNoBranch && other.generator == generator)
                next.branch = other.id;
        if (const Branch* shown = next.find(next.branch))
            next.settings = shown->settings;
    }
    choose(state, std::move(next), Change::Branch, Words::tr("Remove Branch"));
}

void setStep(ViewState& state, const GenerationState& generation, int step) {
    const Branch* branch = generation.branch();
    if (branch == nullptr)
        return;
    const int newest = generation.done(*branch) - 1;
    GenerationChoice next = state.choice().generation;
    next.step = step >= newest ? kNewestStep : std::max(step, 0);
    choose(state, std::move(next), Change::Step, Words::tr("Step"));
}

void selectToken(ViewState& state, const GenerationState& generation, std::int64_t position) {
    ViewChoice next = state.choice();
    next.generation.token = position;
    next.selection.clear();
    if (const auto tokenizer = generation.tokenizer())
        if (const auto place = placeOfPosition(tokenizer->levels, position))
            next.selection.insert(*place);
    state.choose(next, Change::Selection, Words::tr("Selection"));
}

void setPictureLevel(ViewState& state, int level) {
    GenerationChoice next = state.choice().generation;
    next.level = level;
    choose(state, std::move(next), Change::Level, Words::tr("Level"));
}

void setSeeds(ViewState& state, int seeds) {
    GenerationChoice next = state.choice().generation;
    next.seeds = seeds;
    choose(state, std::move(next), Change::Look, Words::tr("Grid of Seeds"));
}

} // namespace hierascope::widgets
