// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/codebook_state.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "widgets/state/view_state.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CodebookState)
};

/// The level that a code occurs at most; one past the last where it never occurs.
int levelOfMost(const runtime::CodebookStatistics& statistics, std::size_t code) {
    int best = int(statistics.levels.size());
    std::int64_t most = 0;
    for (int level = 0; level < int(statistics.levels.size()); ++level) {
        const std::int64_t count = statistics.levels[std::size_t(level)].counts[code];
        if (count > most) {
            most = count;
            best = level;
        }
    }
    return best;
}

} // namespace

CodebookState::CodebookState(const ViewState& state, QObject* parent)
    : QObject(parent), m_state(state) {}

const CodebookChoice& CodebookState::choice() const {
    return m_state.choice().codebook;
}

bool CodebookState::hasB() const {
    const ViewChoice& now = m_state.choice();
    return now.hasB() && now.resolved(Side::B).model != now.a.model;
}

const runtime::CodeCounts* CodebookState::counts(Side side) const {
    const Atlas& atlas = at(side).atlas;
    if (!atlas)
        return nullptr;
    const int level = choice().level;
    const bool isLevel = level >= 0 && level < int(atlas->statistics.levels.size());
    return isLevel ? &atlas->statistics.levels[std::size_t(level)] : &atlas->statistics.all;
}

void CodebookState::show(Side side, Shown shown) {
    m_shown[std::size_t(side)] = std::move(shown);
    Q_EMIT changed(side);
}

void CodebookState::setProgress(Side side, const Progress& progress) {
    m_shown[std::size_t(side)].progress = progress;
    Q_EMIT progressChanged(side);
}

void setCodebook(ViewState& state, const CodebookChoice& choice, const QString& what) {
    ViewChoice next = state.choice();
    next.codebook = choice;
    state.choose(next, ViewState::Change::Codebook, what);
}

void pickCode(ViewState& state, std::int64_t code) {
    ViewChoice next = state.choice();
    next.codebook.code = code;
    next.selection.clear();
    for (const TokenRef& place : placesOf(state, code))
        next.selection.insert(place);
    state.choose(next, ViewState::Change::Codebook, Words::tr("Code %1").arg(code));
}

std::vector<TokenRef> placesOf(const ViewState& state, std::int64_t code) {
    std::vector<TokenRef> places;
    const auto content = state.content();
    if (!content || code < 0)
        return places;
    const auto& levels = content->reconstruction.pyramid.levels;
    for (int level = 0; level < int(levels.size()); ++level) {
        const runtime::LevelTokens& tokens = levels[std::size_t(level)];
        for (std::size_t token = 0; token < tokens.codes.size(); ++token)
            if (tokens.codes[token] == code)
                places.push_back(
                    {level, tokens.level.rows, tokens.level.columns, std::int64_t(token)});
    }
    return places;
}

std::vector<std::int32_t> sortedCodes(const runtime::CodeAtlas& atlas,
                                      const CodebookChoice& choice) {
    const runtime::CodebookStatistics& statistics = atlas.statistics;
    std::vector<std::int32_t> codes(statistics.all.counts.size());
    std::iota(codes.begin(), codes.end(), 0);
    if (choice.sort == CodeSort::Code)
        return codes;
    const bool isLevel = choice.level >= 0 && choice.level < int(statistics.levels.size());
    const std::vector<std::int64_t>& counts =
        isLevel ? statistics.levels[std::size_t(choice.level)].counts : statistics.all.counts;
    std::vector<int> group(codes.size(), 0);
    if (choice.sort == CodeSort::Level)
        for (std::size_t code = 0; code < group.size(); ++code)
            group[code] = levelOfMost(statistics, code);
    std::ranges::stable_sort(codes, [&](std::int32_t a, std::int32_t b) {
        const auto i = std::size_t(a);
        const auto j = std::size_t(b);
        return group[i] != group[j] ? group[i] < group[j] : counts[i] > counts[j];
    });
    return codes;
}

} // namespace hierascope::widgets
