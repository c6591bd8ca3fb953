// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/surgery_edit.h"

#include <algorithm>
#include <set>
#include <utility>

#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>

namespace hierascope::widgets {

namespace {

using Kind = runtime::TokenEdit::Kind;

constexpr std::size_t kSurgeries = 64; // images whose edits are kept
constexpr std::size_t kSteps = 500;    // of one image

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Surgery)
};

template <typename Value>
void add(QCryptographicHash& hash, const std::vector<Value>& values) {
    hash.addData(QByteArray::number(qulonglong(values.size())) + ':');
    hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(values.data()),
                                         qsizetype(values.size() * sizeof(Value))));
}

QByteArray digestOf(const TokenSurgery& surgery, const runtime::TokenEdit& edit) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(surgery.steps.empty()
                     ? surgery.subject.model.toUtf8() + '\n' + surgery.subject.image.toUtf8()
                     : surgery.steps.back().digest);
    hash.addData(QByteArray::number(int(edit.kind)) + ' ' +
                 QByteArray::number(edit.strength, 'g', 17) + ' ' +
                 QByteArray::number(qulonglong(edit.seed)) + ' ');
    for (const runtime::TokenAt& at : edit.tokens)
        hash.addData(QByteArray::number(at.level) + '.' + QByteArray::number(qlonglong(at.token)) +
                     ' ');
    add(hash, edit.codes);
    add(hash, edit.vectors);
    return hash.result();
}

bool isSameGrid(const runtime::LevelInfo& one, const runtime::LevelInfo& other) {
    return one.rows == other.rows && one.columns == other.columns;
}

/// The level with a grid of the same size, `wanted` itself if it is one; -1 without.
template <typename Levels, typename InfoOf>
int levelWithGrid(const Levels& levels, InfoOf infoOf, int rows, int columns, int wanted) {
    const runtime::LevelInfo grid{{}, rows, columns, 0, 0};
    if (wanted >= 0 && wanted < int(levels.size()) &&
        isSameGrid(infoOf(levels[std::size_t(wanted)]), grid))
        return wanted;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (isSameGrid(infoOf(levels[i]), grid))
            return int(i);
    return -1;
}

QString kindWord(const runtime::TokenEdit& edit) {
    switch (edit.kind) {
    case Kind::Codes: {
        const bool isOne = std::ranges::all_of(
            edit.codes, [&](std::int64_t code) { return code == edit.codes.front(); });
        return isOne && !edit.codes.empty() ? Words::tr("Code %1").arg(edit.codes.front())
                                            : Words::tr("Codes");
    }
    case Kind::Zero:
        return Words::tr("Zero");
    case Kind::Mask:
        return Words::tr("Mask token");
    case Kind::Noise:
        return Words::tr("Noise × %1").arg(QLocale().toString(edit.strength, 'g', 3));
    case Kind::Blend:
        return Words::tr("%1 % of another").arg(QLocale().toString(100.0 * edit.strength, 'f', 0));
    case Kind::Copy:
        return Words::tr("Copied");
    case Kind::Restore:
        return Words::tr("Restored");
    }
    return {};
}

} // namespace

std::vector<runtime::TokenAt> selectedTokens(const ViewState& state) {
    std::vector<runtime::TokenAt> tokens;
    const auto& levels = state.levelInfos(Side::A);
    for (const TokenRef& ref : state.choice().selection) {
        const int level = levelWithGrid(
            levels, [](const runtime::LevelInfo& info) { return info; }, ref.rows, ref.columns,
            ref.level);
        if (level >= 0)
            tokens.push_back({level, ref.token});
    }
    std::ranges::sort(tokens);
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

std::vector<runtime::TokenAt> tokensOfLevel(const ViewState& state) {
    std::vector<runtime::TokenAt> tokens;
    const int level = state.level();
    if (level < 0)
        return tokens;
    const std::int64_t count = state.levelInfos(Side::A)[std::size_t(level)].tokens();
    for (std::int64_t token = 0; token < count; ++token)
        tokens.push_back({level, token});
    return tokens;
}

std::vector<runtime::TokenAt> samePlaces(const std::vector<runtime::LevelTokens>& from,
                                         const std::vector<runtime::TokenAt>& tokens,
                                         const std::vector<runtime::LevelTokens>& to) {
    std::vector<runtime::TokenAt> places;
    for (const runtime::TokenAt& at : tokens) {
        const runtime::LevelInfo& own = from[std::size_t(at.level)].level;
        const int level = levelWithGrid(
            to, [](const runtime::LevelTokens& tokensOf) { return tokensOf.level; }, own.rows,
            own.columns, at.level);
        if (level < 0)
            return {};
        places.push_back({level, at.token});
    }
    return places;
}

void appendStep(TokenSurgery& surgery, runtime::TokenEdit edit, const QString& source) {
    surgery.steps.resize(std::size_t(surgery.applied));
    SurgeryStep step{nullptr, source, digestOf(surgery, edit)};
    step.edit = std::make_shared<const runtime::TokenEdit>(std::move(edit));
    surgery.steps.push_back(std::move(step));
    ++surgery.applied;
}

void addEdit(ViewState& state, runtime::TokenEdit edit, const QString& source) {
    if (edit.tokens.empty())
        return;
    ViewChoice next = state.choice();
    TokenSurgery surgery{next.a, next.sampling, {}, 0};
    if (const TokenSurgery* made = next.surgery()) {
        surgery = *made;
        std::erase(next.surgeries, *made);
    }
    if (std::size_t(surgery.applied) >= kSteps)
        return;
    appendStep(surgery, std::move(edit), source);
    const QString title = editTitle(surgery.steps.back());
    next.surgeries.push_back(std::move(surgery));
    if (next.surgeries.size() > kSurgeries)
        next.surgeries.erase(next.surgeries.begin());
    state.choose(next, ViewState::Change::Surgery, title);
}

void showEdits(ViewState& state, int applied) {
    ViewChoice next = state.choice();
    for (TokenSurgery& made : next.surgeries)
        if (made.subject == next.a && made.sampling == next.sampling)
            made.applied = std::clamp(applied, 0, int(made.steps.size()));
    state.choose(next, ViewState::Change::Surgery, Words::tr("Token History"));
}

std::vector<runtime::TokenAt> editedTokens(const ViewState& state) {
    std::set<runtime::TokenAt> touched;
    const TokenSurgery* surgery = state.choice().surgery();
    for (int i = 0; surgery != nullptr && i < surgery->applied; ++i) {
        const runtime::TokenEdit& edit = *surgery->steps[std::size_t(i)].edit;
        for (const runtime::TokenAt& at : edit.tokens)
            edit.kind == Kind::Restore ? void(touched.erase(at)) : void(touched.insert(at));
    }
    return {touched.begin(), touched.end()};
}

void compareWithUnedited(ViewState& state) {
    state.compareWith(state.choice().a);
}

QString editTitle(const SurgeryStep& step) {
    const auto count = qlonglong(step.edit->tokens.size());
    const QString tokens =
        count == 1 ? Words::tr("1 token") : Words::tr("%1 tokens").arg(QLocale().toString(count));
    const QString what = QStringLiteral("%1, %2").arg(kindWord(*step.edit), tokens);
    return step.source.isEmpty() ? what : Words::tr("%1, from %2").arg(what, step.source);
}

} // namespace hierascope::widgets
