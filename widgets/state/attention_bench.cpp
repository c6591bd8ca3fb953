// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention_bench.h"

#include <algorithm>
#include <utility>

#include "widgets/state/attention_edit.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {

namespace {

constexpr int kStages = 4; // record, token, what the look shows first, what it shows besides

QString joined(const QStringList& parts) {
    return parts.join(QLatin1Char('\n'));
}

} // namespace

AttentionBench::AttentionBench(ViewState& state, AttentionState& attention, ModelShelf& models,
                               TaskRunner& runner, QObject* parent)
    : QObject(parent), m_state(state), m_attention(attention), m_models(models), m_runner(runner) {
    connect(&state, &ViewState::choiceChanged, this, &AttentionBench::follow);
    connect(&state, &ViewState::phaseChanged, this, &AttentionBench::follow);
    connect(&state, &ViewState::flippedChanged, this, &AttentionBench::follow);
}

void AttentionBench::setActive(bool isActive) {
    if (isActive == m_isActive)
        return;
    m_isActive = isActive;
    if (!isActive) {
        m_task.drop();
        m_working.clear();
        return;
    }
    follow();
}

void AttentionBench::retry() {
    m_failures.clear();
    follow();
}

void AttentionBench::stop() {
    m_task.cancel();
}

void AttentionBench::follow() {
    if (!m_isActive)
        return;
    showAll();
    advance();
}

bool AttentionBench::hasContent(Side side) const {
    return (side == Side::A || m_attention.hasB()) &&
           m_state.phase(side) == ViewState::Phase::Ready && m_state.content(side) &&
           m_models.info(m_state.contentSubject(side).model);
}

/// Which model and image, as the bytes that they were made of.
QString AttentionBench::contentKey(Side side) const {
    const Subject& subject = m_state.contentSubject(side);
    const auto info = m_models.info(subject.model);
    return joined({subject.model, info ? QString::fromStdString(info->sha256) : QString(),
                   subject.image, fileStamp(subject.image)});
}

QString AttentionBench::partKey(Side side) const {
    return joined({contentKey(side), QString::number(int(m_attention.choice().partShown()))});
}

QString AttentionBench::tokenKey(Side side) const {
    const auto& shown = m_attention.at(side);
    QStringList parts = {QString::number(m_attention.choice().showsReaders())};
    for (const auto& token : shown.asking)
        parts << (token ? QStringLiteral("%1:%2").arg(token->block).arg(token->token) : QString());
    return joined(parts);
}

QString AttentionBench::matrixKey(Side side) const {
    return QStringLiteral("%1 %2").arg(m_attention.layer(side)).arg(m_attention.head(side));
}

QString AttentionBench::influenceKey(Side side) const {
    const auto& outline = m_attention.at(side).outline;
    const auto token = outline ? disturbed(*outline) : std::nullopt;
    if (!token)
        return {};
    const Sampling& sampling = m_state.choice().sampling;
    return joined({contentKey(side), QStringLiteral("influence"), QString::number(token->level),
                   QString::number(token->token),
                   QString::number(int(m_attention.choice().disturbance)),
                   sampling.isSample ? QString::number(sampling.seed) : QString()});
}

std::vector<std::optional<BlockToken>>
AttentionBench::asking(const AttentionOutline& outline) const {
    std::vector<std::optional<BlockToken>> tokens;
    for (const auto& blocks : outline.blocks)
        tokens.push_back(askingToken(m_state.choice(), blocks));
    return tokens;
}

/// What can be disturbed is a token of a level.
std::optional<TokenRef> AttentionBench::disturbed(const AttentionOutline& outline) const {
    if (outline.blocks.empty())
        return std::nullopt;
    ViewChoice choice = m_state.choice();
    choice.attention.imageToken.reset();
    std::vector<runtime::TokenBlock> levels;
    for (const runtime::TokenBlock& block : outline.blocks.back())
        if (block.level >= 0)
            levels.push_back(block);
    const auto token = askingToken(choice, levels);
    return token ? levelTokenOf(levels, *token) : std::nullopt;
}

std::optional<AttentionBench::Job> AttentionBench::summaryOf(Side side, const AttentionEntry& entry,
                                                             int layer) const {
    if (layer >= int(entry.summaries.size()) || entry.summaries[std::size_t(layer)])
        return std::nullopt;
    return Job{side, Need::Summary, joined({entry.key, QStringLiteral("s%1").arg(layer)}), layer};
}

std::optional<AttentionBench::Job> AttentionBench::ofLook(Side side, AttentionEntry& entry) {
    switch (m_attention.choice().look) {
    case AttentionLook::Maps:
    case AttentionLook::Heads:
    case AttentionLook::Summary:
        return summaryOf(side, entry, m_attention.layer(side));
    case AttentionLook::Mask:
        if (entry.matrices.find(matrixKey(side)))
            return std::nullopt;
        return Job{side, Need::Matrix, joined({entry.key, QStringLiteral("m"), matrixKey(side)}),
                   m_attention.layer(side)};
    case AttentionLook::Influence: {
        const QString key = influenceKey(side);
        if (key.isEmpty() || m_store.influences.find(key))
            return std::nullopt;
        return Job{side, Need::Influence, key};
    }
    case AttentionLook::Audit: {
        const QString key = joined({contentKey(side), QStringLiteral("audit")});
        if (m_store.audits.find(key))
            return std::nullopt;
        return Job{side, Need::Audit, key};
    }
    }
    return std::nullopt;
}

std::optional<AttentionBench::Job> AttentionBench::needOf(Side side, int stage) {
    if (!hasContent(side))
        return std::nullopt;
    const Job toRecord{side, Need::Record, partKey(side)};
    AttentionEntry* entry = m_store.find(toRecord.key);
    if (stage == 0 || entry == nullptr)
        return entry == nullptr && stage == 0 ? std::optional(toRecord) : std::nullopt;
    if (entry->outline->layers == 0)
        return std::nullopt;
    std::optional<Job> job;
    if (stage == 1 && !entry->weights.find(tokenKey(side)))
        job = Job{side, Need::Weights, joined({entry->key, QStringLiteral("w"), tokenKey(side)})};
    if (stage == 2)
        job = ofLook(side, *entry);
    const AttentionLook look = m_attention.choice().look;
    if (stage == 3 && (look == AttentionLook::Heads || look == AttentionLook::Summary))
        for (int layer = 0; layer < int(entry->outline->layers) && !job; ++layer)
            job = summaryOf(side, *entry, layer);
    const bool isOfRecord = job && job->need != Need::Influence && job->need != Need::Audit;
    return isOfRecord && !entry->record ? std::optional(toRecord) : job;
}

std::optional<AttentionBench::Job> AttentionBench::next() {
    for (int stage = 0; stage < kStages; ++stage)
        for (const Side side : kSides)
            if (auto job = needOf(side, stage); job && !hasFailed(job->key))
                return job;
    return std::nullopt;
}

void AttentionBench::advance() {
    m_isDue = false;
    if (!m_isActive)
        return;
    const auto job = next();
    if (!job) {
        m_task.drop();
        m_working.clear();
        return;
    }
    if (job->key == m_working && m_task.isRunning())
        return; // it is on its way
    start(*job);
}

AttentionState::Shown AttentionBench::shownOf(Side side) {
    using Phase = AttentionState::Phase;
    AttentionState::Shown shown;
    if (side == Side::B && !m_attention.hasB())
        return shown;
    if (!hasContent(side)) {
        const ViewState::Phase phase = m_state.phase(side);
        shown.error = m_state.error(side);
        shown.phase = phase == ViewState::Phase::Busy      ? Phase::Busy
                      : phase == ViewState::Phase::Failed  ? Phase::Failed
                      : phase == ViewState::Phase::Stopped ? Phase::Stopped
                                                           : Phase::Empty;
        return shown;
    }
    AttentionEntry* entry = m_store.find(partKey(side));
    if (const auto failed = m_failures.find(partKey(side));
        entry == nullptr && failed != m_failures.end()) {
        shown.error = failed->second;
        shown.phase = failed->second.code == ErrorCode::Cancelled ? Phase::Stopped : Phase::Failed;
        return shown;
    }
    shown.phase = entry == nullptr ? Phase::Busy : Phase::Ready;
    if (entry == nullptr)
        return shown;
    shown.outline = entry->outline;
    if (entry->outline->layers == 0) {
        shown.phase = Phase::None;
        return shown;
    }
    shown.asking = asking(*entry->outline);
    shown.summaries = entry->summaries;
    return shown;
}

/// Twice: keys of what belongs to a token or a layer are made of what is shown already.
void AttentionBench::showAll() {
    for (const Side side : kSides) {
        AttentionState::Shown shown = shownOf(side);
        m_attention.setQuietly(side, shown);
        AttentionEntry* entry =
            shown.phase == AttentionState::Phase::Ready ? m_store.find(partKey(side)) : nullptr;
        if (entry != nullptr) {
            shown.weights = entry->weights.find(tokenKey(side));
            shown.matrix = entry->matrices.find(matrixKey(side));
            const QString influence = influenceKey(side);
            const QString audit = joined({contentKey(side), QStringLiteral("audit")});
            if (!influence.isEmpty())
                shown.influence = m_store.influences.find(influence);
            shown.audit = m_store.audits.find(audit);
            for (int stage = 1; stage < kStages; ++stage)
                if (const auto job = needOf(side, stage); job && hasFailed(job->key))
                    shown.problem = m_failures.at(job->key);
        }
        m_attention.show(side, std::move(shown));
    }
    m_attention.setHeld(m_store.records(), m_store.bytes());
}

} // namespace hierascope::widgets
