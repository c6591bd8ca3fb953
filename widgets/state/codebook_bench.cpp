// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/codebook_bench.h"

#include <algorithm>
#include <utility>

#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {

namespace {

constexpr std::size_t kMostEntries = 4;

} // namespace

CodebookBench::CodebookBench(Services services, ViewState& state, CodebookState& codebook,
                             ModelShelf& models, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_codebook(codebook),
      m_models(models), m_runner(runner) {
    connect(&state, &ViewState::choiceChanged, this, &CodebookBench::follow);
    connect(&state, &ViewState::phaseChanged, this, [this](Side side) {
        show(side);
        advance();
    });
    connect(&models, &ModelShelf::changed, this, [this](const QString& path) {
        for (const Side side : kSides)
            if (modelOf(side) == path)
                show(side);
        advance();
    });
}

void CodebookBench::start() {
    m_isActive = true;
    m_isStopped = false;
    m_library.clear();
    for (int row = 0; row < m_state.images().rowCount(); ++row)
        m_library << m_state.images().item(row).path;
    for (const Side side : kSides)
        if (!modelOf(side).isEmpty())
            entry(side).error.reset();
    for (const Side side : kSides)
        show(side);
    advance();
}

void CodebookBench::stop() {
    if (!m_isActive)
        return;
    m_isStopped = true;
    if (m_isWorking)
        m_task.cancel();
    for (const Side side : kSides)
        show(side);
    advance();
}

void CodebookBench::follow(const ViewChoice& before) {
    const ViewChoice& now = m_state.choice();
    if (now.codebook == before.codebook && now.a == before.a && now.b == before.b)
        return;
    if (m_isWorking && std::ranges::none_of(kSides, [this](Side side) {
            return !modelOf(side).isEmpty() && keyOf(side) == m_working;
        })) {
        m_isCancelling = true;
        m_task.cancel();
    }
    for (const Side side : kSides)
        show(side);
    advance();
}

QString CodebookBench::modelOf(Side side) const {
    if (side == Side::B && !m_codebook.hasB())
        return {};
    return m_state.choice().resolved(side).model;
}

QStringList CodebookBench::dataOf() const {
    const QStringList& data = m_codebook.choice().data;
    return data.isEmpty() ? m_library : data;
}

QString CodebookBench::keyOf(Side side) const {
    const auto info = m_models.info(modelOf(side));
    const QString hash = info ? QString::fromStdString(info->sha256) : QString();
    return (QStringList{modelOf(side), hash, QString::number(m_codebook.choice().images)} +
            dataOf())
        .join(QLatin1Char('\n'));
}

/// The pyramid of a side's present image, null while it is not there.
std::shared_ptr<const PyramidContent> CodebookBench::contentOf(Side side) const {
    const bool isThere = m_state.phase(side) == ViewState::Phase::Ready &&
                         m_state.contentSubject(side) == m_state.choice().resolved(side);
    return isThere ? m_state.content(side) : nullptr;
}

/// Empty where there is nothing to paint: the current image does not have the code.
QString CodebookBench::paintKey(Side side) const {
    if (side == Side::B || !contentOf(side))
        return {};
    const std::vector<TokenRef> places = placesOf(m_state, m_codebook.choice().code);
    if (places.empty())
        return {};
    return QStringLiteral("%1|%2|%3|%4\n%5")
        .arg(m_codebook.choice().code)
        .arg(places.front().level)
        .arg(places.front().token)
        .arg(m_state.choice().a.image, keyOf(side));
}

QString CodebookBench::traversalKey(Side side) const {
    if (side == Side::B || !contentOf(side))
        return {};
    return QStringLiteral("%1|%2\n%3")
        .arg(m_codebook.choice().channel)
        .arg(m_state.choice().a.image, keyOf(side));
}

CodebookBench::Entry& CodebookBench::entry(Side side) {
    const QString key = keyOf(side);
    if (!m_entries.contains(key) && m_entries.size() >= kMostEntries)
        m_entries.erase(std::ranges::min_element(
            m_entries, {}, [](const auto& pair) { return pair.second.lastUse; }));
    Entry& found = m_entries[key];
    found.lastUse = ++m_uses;
    return found;
}

CodebookBench::Need CodebookBench::need(Side side) {
    const QString model = modelOf(side);
    if (!m_isActive || model.isEmpty())
        return Need::Nothing;
    const auto info = m_models.info(model);
    if (!info)
        return m_isStopped ? Need::Nothing : Need::Model;
    Entry& own = entry(side);
    if (own.error)
        return Need::Nothing;
    const auto ofPass = [&](bool hasWhole, const auto& pass) {
        if (hasWhole && !pass)
            return Need::Nothing;
        if (!m_isStopped)
            return info->codebookSize > 0 ? Need::Count : Need::Study;
        return pass && pass->done() > own.concluded ? Need::Conclude : Need::Nothing;
    };
    const Need lack = info->codebookSize > 0 ? ofPass(own.atlas != nullptr, own.pass)
                                             : ofPass(own.study != nullptr, own.studyPass);
    if (lack != Need::Nothing || (!own.atlas && !own.study))
        return lack;
    if (own.atlas) {
        if (!own.vectors)
            return Need::Vectors;
        if (own.vectors->places.empty() && own.vectors->width > 0 && m_services.startMap)
            return Need::Map;
        if (!paintKey(side).isEmpty() && m_paintings[std::size_t(side)].key != paintKey(side))
            return Need::Paint;
        return Need::Nothing;
    }
    const bool isKnown = m_traversals[std::size_t(side)].key == traversalKey(side);
    return traversalKey(side).isEmpty() || isKnown ? Need::Nothing : Need::Traverse;
}

void CodebookBench::advance() {
    m_isBetween = false;
    for (const Side side : kSides)
        if (m_isWorking || begin(side, need(side)))
            return;
}

bool CodebookBench::begin(Side side, Need need) {
    switch (need) {
    case Need::Nothing:
        return false;
    case Need::Model:
        m_models.open(modelOf(side));
        return false;
    case Need::Count:
        count(side, false);
        break;
    case Need::Conclude:
        m_models.info(modelOf(side))->codebookSize > 0 ? count(side, true) : study(side, true);
        break;
    case Need::Vectors:
        fetchVectors(side);
        break;
    case Need::Map:
        layOut(side);
        break;
    case Need::Study:
        study(side, false);
        break;
    case Need::Paint:
        paint(side);
        break;
    case Need::Traverse:
        traverse(side);
        break;
    }
    return true;
}

void CodebookBench::show(Side side) {
    CodebookState::Shown shown;
    const QString model = modelOf(side);
    if (model.isEmpty() || !m_isActive)
        return m_codebook.show(side, std::move(shown));
    shown.progress = m_codebook.at(side).progress;
    if (!m_models.info(model)) {
        const bool isFailed = m_models.state(model) == ModelShelf::State::Failed;
        shown.phase = isFailed ? Phase::Failed : m_isStopped ? Phase::Stopped : Phase::Opening;
        if (isFailed)
            shown.error = m_models.error(model);
        return m_codebook.show(side, std::move(shown));
    }
    const Entry& own = entry(side);
    shown.atlas = own.atlas;
    shown.vectors = own.vectors;
    shown.study = own.study;
    if (m_paintings[std::size_t(side)].key == paintKey(side))
        shown.painting = m_paintings[std::size_t(side)].value;
    if (m_traversals[std::size_t(side)].key == traversalKey(side))
        shown.traversal = m_traversals[std::size_t(side)].value;
    if (own.error) {
        shown.phase = Phase::Failed;
        shown.error = *own.error;
    } else if (own.atlas || own.study) {
        shown.phase = Phase::Ready;
    } else {
        shown.phase = m_isStopped ? Phase::Stopped : Phase::Counting;
    }
    m_codebook.show(side, std::move(shown));
}

} // namespace hierascope::widgets
