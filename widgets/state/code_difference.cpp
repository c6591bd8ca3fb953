// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/code_difference.h"

#include <utility>

#include "widgets/state/view_state.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CodeDifference)
};

} // namespace

QString whyNoCodeDifference(const ViewState& state) {
    if (!state.hasB())
        return Words::tr("Choose a B to see which codes differ.");
    const auto a = state.content(Side::A);
    const auto b = state.content(Side::B);
    if (!a || !b)
        return Words::tr("A and B are not both there yet.");
    const auto& levelsOfA = a->reconstruction.pyramid.levels;
    const auto& levelsOfB = b->reconstruction.pyramid.levels;
    if (levelsOfA.empty() || levelsOfB.empty() || levelsOfA.front().codes.empty() ||
        levelsOfB.front().codes.empty())
        return Words::tr("One of A and B has no codes: only pictures can be compared.");
    const auto infoA = state.modelInfo(Side::A);
    const auto infoB = state.modelInfo(Side::B);
    if (infoA && infoB && infoA->codebookSize != infoB->codebookSize)
        return Words::tr("A has %1 codes, B has %2: their numbers mean different things.")
            .arg(infoA->codebookSize)
            .arg(infoB->codebookSize);
    for (const runtime::LevelTokens& level : levelsOfA)
        for (const runtime::LevelTokens& own : levelsOfB)
            if (own.level.rows == level.level.rows && own.level.columns == level.level.columns)
                return {};
    return Words::tr("A and B have no level with the same grid of tokens.");
}

std::vector<LevelDifference> codeDifferences(const ViewState& state) {
    if (!whyNoCodeDifference(state).isEmpty())
        return {};
    std::vector<LevelDifference> differences;
    const auto& levelsOfA = state.content(Side::A)->reconstruction.pyramid.levels;
    const auto& levelsOfB = state.content(Side::B)->reconstruction.pyramid.levels;
    std::size_t next = 0; // levels go together in order: two may have the same grid
    for (std::size_t i = 0; i < levelsOfA.size(); ++i) {
        const runtime::LevelTokens& a = levelsOfA[i];
        std::size_t j = next;
        while (j < levelsOfB.size() && (levelsOfB[j].level.rows != a.level.rows ||
                                        levelsOfB[j].level.columns != a.level.columns))
            ++j;
        if (j == levelsOfB.size())
            continue;
        next = j + 1;
        LevelDifference difference{int(i), a.level, {}};
        for (std::size_t token = 0; token < a.codes.size(); ++token)
            if (a.codes[token] != levelsOfB[j].codes[token])
                difference.differing.push_back(std::int64_t(token));
        differences.push_back(std::move(difference));
    }
    return differences;
}

QString selectDifferingCodes(ViewState& state) {
    if (const QString why = whyNoCodeDifference(state); !why.isEmpty())
        return why;
    ViewChoice next = state.choice();
    next.selection.clear();
    for (const LevelDifference& difference : codeDifferences(state))
        for (const std::int64_t token : difference.differing)
            next.selection.insert(
                {difference.levelOfA, difference.level.rows, difference.level.columns, token});
    if (next.selection.empty())
        return Words::tr("A and B have the same codes for this image.");
    state.choose(next, ViewState::Change::Selection, Words::tr("Differing Codes"));
    return {};
}

} // namespace hierascope::widgets
