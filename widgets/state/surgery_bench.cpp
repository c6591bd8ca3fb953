// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/surgery_bench.h"

#include <algorithm>
#include <utility>

namespace hierascope::widgets {

namespace {

using Kind = runtime::TokenEdit::Kind;

constexpr int kThumbnail = 64;
constexpr qsizetype kThumbnails = 600;

QByteArray thumbnailKey(const Subject& subject, const Sampling& sampling, const QByteArray& edits) {
    return subject.model.toUtf8() + '\n' + subject.image.toUtf8() + '\n' +
           QByteArray::number(sampling.isSample ? qulonglong(sampling.seed) + 1 : 0) + '\n' + edits;
}

} // namespace

SurgeryBench::SurgeryBench(Services services, ViewState& state, ModelShelf& models,
                           TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_models(models),
      m_runner(runner) {
    connect(&state, &ViewState::choiceChanged, this, &SurgeryBench::follow);
    connect(&state, &ViewState::phaseChanged, this, &SurgeryBench::follow);
    connect(&state, &ViewState::levelChanged, this, &SurgeryBench::changed);
}

void SurgeryBench::setSettings(const Settings& settings) {
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT changed();
}

void SurgeryBench::setActive(bool isActive) {
    m_isActive = isActive;
    follow();
}

void SurgeryBench::follow() {
    const auto content = m_state.content();
    if (content && m_state.phase() == ViewState::Phase::Ready && !content->levels.empty()) {
        const QByteArray key =
            thumbnailKey(m_state.choice().a, m_state.choice().sampling, content->edits);
        if (m_thumbnails.size() >= kThumbnails)
            m_thumbnails.clear();
        if (!m_thumbnails.contains(key))
            m_thumbnails.insert(
                key, content->levels.back().picture.scaled(
                         kThumbnail, kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    }
    if (m_isActive && !m_state.choice().selection.empty())
        fetchCodebook();
    doWhatWaited();
    Q_EMIT changed();
}

bool SurgeryBench::isCurrent() const {
    const auto content = m_state.content();
    return content && content->edits == m_state.choice().edits(Side::A) &&
           m_state.contentSubject(Side::A) == m_state.choice().a;
}

void SurgeryBench::doWhatWaited() {
    if (!isCurrent())
        return;
    if (std::exchange(m_waitsToCopy, false))
        act(SurgeryAct::Copy);
    if (m_waitingRank && m_codebook && m_codebookKey == codebookKey())
        putNearCode(*std::exchange(m_waitingRank, std::nullopt));
}

QImage SurgeryBench::thumbnail(int edits) const {
    const TokenSurgery* surgery = m_state.choice().surgery();
    return m_thumbnails.value(
        thumbnailKey(m_state.choice().a, m_state.choice().sampling,
                     surgery != nullptr ? surgery->digest(edits) : QByteArray()));
}

QString SurgeryBench::sourceName() const {
    return m_settings.source.isEmpty() ? tr("B") : fileNameOf(m_settings.source);
}

bool SurgeryBench::hasCodebook() const {
    const auto info = m_state.modelInfo();
    return info && info->codebookSize > 0;
}

const SurgeryBench::Levels* SurgeryBench::levels() const {
    const auto content = m_state.content();
    return content ? &content->reconstruction.pyramid.levels : nullptr;
}

QString SurgeryBench::codebookKey() const {
    const auto info = m_state.modelInfo();
    return info
               ? m_state.choice().a.model + QLatin1Char('\n') + QString::fromStdString(info->sha256)
               : QString();
}

/// Quick for every model that there is, and done once for each.
void SurgeryBench::fetchCodebook() {
    const QString key = codebookKey();
    const auto tokenizer = m_models.tokenizer(m_state.choice().a.model);
    if (!hasCodebook() || !tokenizer || key == m_codebookKey)
        return;
    m_codebookKey = key;
    m_codebook.reset();
    m_reading.start(
        m_runner, this, tr("Reading the codebook's vectors"),
        [tokenizer](const TaskContext& context) -> Result<Codebook> {
            auto vectors = tokenizer->codebookVectors(context);
            if (!vectors)
                return failure(vectors);
            return std::make_shared<const std::vector<float>>(std::move(*vectors));
        },
        [this](const Result<Codebook>& codebook) {
            if (codebook) {
                m_codebook = *codebook;
                doWhatWaited();
            } else {
                m_codebookKey.clear(); // asked for again next time
                m_waitingRank.reset();
                if (codebook.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(QString::fromStdString(codebook.error().message));
            }
            Q_EMIT changed();
        });
}

std::vector<runtime::NearCode> SurgeryBench::nearCodes(std::size_t most) const {
    const auto tokens = selectedTokens(m_state);
    const Levels* own = levels();
    if (!m_codebook || m_codebookKey != codebookKey() || tokens.empty() || own == nullptr)
        return {};
    const auto codes = runtime::codesAt(*own, {tokens.front()});
    const int width = (*own)[std::size_t(tokens.front().level)].vectorWidth;
    if (codes.empty())
        return {};
    return runtime::nearestCodes(*m_codebook, width, codes.front(), most);
}

void SurgeryBench::putNearCode(std::size_t rank) {
    if (!obstacle(SurgeryAct::NearCode).isEmpty())
        return;
    if (!m_codebook || m_codebookKey != codebookKey() || !isCurrent()) {
        m_waitingRank = rank;
        return fetchCodebook();
    }
    runtime::TokenEdit edit{Kind::Codes, selectedTokens(m_state), {}, {}, 1.0, 0};
    for (const runtime::TokenAt& at : edit.tokens) {
        const auto codes = runtime::codesAt(*levels(), {at});
        if (codes.empty())
            return;
        const auto near = runtime::nearestCodes(
            *m_codebook, (*levels())[std::size_t(at.level)].vectorWidth, codes.front(), rank + 1);
        edit.codes.push_back(near.size() > rank ? near[rank].code : codes.front());
    }
    addEdit(m_state, std::move(edit));
}

void SurgeryBench::edit(Kind kind) {
    runtime::TokenEdit made{kind, selectedTokens(m_state), {}, {}, 1.0, 0};
    if (kind == Kind::Codes)
        made.codes.assign(made.tokens.size(), m_settings.code);
    if (kind == Kind::Noise) {
        made.strength = m_settings.noise;
        made.seed = m_seed++ << 8; // the levels add theirs
    }
    addEdit(m_state, std::move(made));
}

void SurgeryBench::act(SurgeryAct act) {
    if (!obstacle(act).isEmpty())
        return;
    switch (act) {
    case SurgeryAct::NearCode:
        return putNearCode(0);
    case SurgeryAct::Code:
        return edit(Kind::Codes);
    case SurgeryAct::Zero:
        return edit(Kind::Zero);
    case SurgeryAct::Mask:
        return edit(Kind::Mask);
    case SurgeryAct::Noise:
        return edit(Kind::Noise);
    case SurgeryAct::Interpolate:
    case SurgeryAct::Take:
    case SurgeryAct::TakeLevel:
        return takeFromSource(act);
    case SurgeryAct::Copy:
        return copy();
    case SurgeryAct::Paste:
        return paste(false);
    case SurgeryAct::PasteInPlace:
        return paste(true);
    case SurgeryAct::Restore:
        return edit(Kind::Restore);
    case SurgeryAct::RestoreAll:
        return showEdits(m_state, 0);
    case SurgeryAct::CompareUnedited:
        return compareWithUnedited(m_state);
    case SurgeryAct::Earlier:
        return showEdits(m_state, m_state.choice().surgery()->applied - 1);
    case SurgeryAct::Later:
        return showEdits(m_state, m_state.choice().surgery()->applied + 1);
    }
}

} // namespace hierascope::widgets
