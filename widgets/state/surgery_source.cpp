// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "widgets/state/surgery_bench.h"

// Tokens that come from elsewhere: B, another image, the clipboard; and what stands against it.
namespace hierascope::widgets {

namespace {

using Kind = runtime::TokenEdit::Kind;

QString named(const QString& word) {
    return QStringLiteral("‘%1’").arg(word);
}

} // namespace

QString SurgeryBench::sourceKey() const {
    const Sampling& sampling = m_state.choice().sampling;
    return QStringList{codebookKey(), m_settings.source, fileStamp(m_settings.source),
                       sampling.isSample ? QString::number(sampling.seed) : QString()}
        .join(QLatin1Char('\n'));
}

const SurgeryBench::Levels* SurgeryBench::sourceLevels() const {
    if (!m_settings.source.isEmpty())
        return m_source && m_sourceKey == sourceKey() ? &m_source->levels : nullptr;
    const auto content = m_state.hasB() ? m_state.content(Side::B) : nullptr;
    const bool isReady = content && m_state.phase(Side::B) == ViewState::Phase::Ready;
    return isReady ? &content->reconstruction.pyramid.levels : nullptr;
}

std::vector<runtime::TokenAt> SurgeryBench::targets(SurgeryAct act) const {
    return act == SurgeryAct::TakeLevel ? tokensOfLevel(m_state) : selectedTokens(m_state);
}

QString SurgeryBench::obstacleOfImage() const {
    const auto info = m_state.modelInfo();
    const auto content = m_state.content();
    if (!info || !content)
        return tr("There is no pyramid whose tokens could be edited.");
    if (m_state.contentSubject(Side::A) != m_state.choice().a)
        return tr("The pyramid of this image is not there yet.");
    if (info->family == "recording")
        return tr("A recording has no model that could decode edited tokens.");
    if (content->reconstruction.pyramid.levels.empty() ||
        content->reconstruction.pyramid.levels.front().vectors.empty())
        return tr("This pyramid has no token vectors.");
    return {};
}

/// Why B's tokens would mean nothing to A's decoder.
QString SurgeryBench::misfitOfB() const {
    const auto a = m_state.modelInfo(Side::A);
    const auto b = m_state.modelInfo(Side::B);
    if (!a || !b)
        return tr("B's model is not open yet.");
    if (a->family != b->family)
        return tr("B is of the family %1, A of %2: their tokens mean different things.")
            .arg(named(QString::fromStdString(b->family)),
                 named(QString::fromStdString(a->family)));
    if (a->codebookSize != b->codebookSize)
        return tr("B's vocabulary has %1 codes, A's %2.").arg(b->codebookSize).arg(a->codebookSize);
    return {};
}

QString SurgeryBench::obstacleOfSource(SurgeryAct act) const {
    if (!m_settings.source.isEmpty())
        return m_settings.source == m_state.choice().a.image
                   ? tr("The source is this image itself; choose another one.")
                   : QString(); // what it holds is seen once it is encoded, by A's own model
    if (!m_state.hasB())
        return tr("There is no B: choose one above the picture, or another image as the source.");
    if (const QString misfit = misfitOfB(); !misfit.isEmpty())
        return misfit;
    const Levels* source = sourceLevels();
    if (source == nullptr)
        return tr("B's pyramid is not there yet.");
    const auto tokens = targets(act);
    const auto places = samePlaces(*levels(), tokens, *source);
    if (places.size() != tokens.size())
        return tr("B has no level with the same grid.");
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const int own = (*levels())[std::size_t(tokens[i].level)].vectorWidth;
        const int other = (*source)[std::size_t(places[i].level)].vectorWidth;
        if (own != other)
            return tr("A token of B is %1 numbers, one of A %2.").arg(other).arg(own);
    }
    return {};
}

QString SurgeryBench::obstacle(SurgeryAct act) const {
    const TokenSurgery* surgery = m_state.choice().surgery();
    const int applied = surgery != nullptr ? surgery->applied : 0;
    if (act == SurgeryAct::RestoreAll || act == SurgeryAct::Earlier ||
        act == SurgeryAct::CompareUnedited)
        return applied > 0 ? QString() : tr("No token of this image is edited.");
    if (act == SurgeryAct::Later)
        return surgery != nullptr && applied < int(surgery->steps.size())
                   ? QString()
                   : tr("There is no later edit.");
    if (const QString reason = obstacleOfImage(); !reason.isEmpty())
        return reason;
    if (act == SurgeryAct::PasteInPlace || act == SurgeryAct::Paste) {
        if (m_clip.places.empty())
            return tr("Copy tokens first.");
        if (act == SurgeryAct::PasteInPlace)
            return pasteTargets(true).empty()
                       ? tr("This pyramid has no such places, or its tokens are of another kind.")
                       : QString();
    }
    const auto tokens = targets(act);
    if (tokens.empty())
        return tr("Select a token first: click one in the picture.");
    switch (act) {
    case SurgeryAct::NearCode:
    case SurgeryAct::Code:
        if (!hasCodebook())
            return tr("This model has no codebook: its tokens are numbers without codes.");
        if (act == SurgeryAct::Code &&
            (m_settings.code < 0 || m_settings.code >= m_state.modelInfo()->codebookSize))
            return tr("This model has no code %1.").arg(m_settings.code);
        for (const runtime::TokenAt& at : tokens)
            if (act == SurgeryAct::NearCode && runtime::codesAt(*levels(), {at}).empty())
                return tr("A selected token has no code any more, so none is near to it.");
        return {};
    case SurgeryAct::Mask:
        return m_state.modelInfo()->isPrefixed
                   ? QString()
                   : tr("This family has no mask token: its decoder was never shown a gap.");
    case SurgeryAct::Interpolate:
    case SurgeryAct::Take:
    case SurgeryAct::TakeLevel:
        return obstacleOfSource(act);
    case SurgeryAct::Paste:
        return obstacleOfPaste();
    case SurgeryAct::Restore: {
        const auto edited = editedTokens(m_state);
        const bool isAny = std::ranges::any_of(tokens, [&](const runtime::TokenAt& at) {
            return std::ranges::binary_search(edited, at);
        });
        return isAny ? QString() : tr("None of the selected tokens is edited.");
    }
    default:
        return {};
    }
}

void SurgeryBench::fetchSource(SurgeryAct then) {
    m_sourceKey = sourceKey();
    m_source.reset();
    runtime::EncodeOptions options;
    options.sample = m_state.choice().sampling.isSample;
    options.seed = m_state.choice().sampling.seed;
    const Subject subject = m_state.choice().a;
    m_encoding.start(
        m_runner, this, tr("Encoding %1").arg(fileNameOf(m_settings.source)),
        [read = m_services.readImage, tokenizer = m_models.tokenizer(subject.model),
         path = systemPath(m_settings.source),
         options](const TaskContext& context) -> Result<Pyramid> {
            const auto image = read(path, context);
            if (!image)
                return failure(image);
            auto pyramid = tokenizer->encode(*image, options, context);
            if (!pyramid)
                return failure(pyramid);
            return std::make_shared<const runtime::TokenPyramid>(std::move(*pyramid));
        },
        [this, subject, then](const Result<Pyramid>& pyramid) {
            if (!pyramid) {
                m_sourceKey.clear();
                if (pyramid.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(QString::fromStdString(pyramid.error().message));
                return;
            }
            m_source = *pyramid;
            if (subject == m_state.choice().a && obstacle(then).isEmpty() &&
                sourceLevels() != nullptr)
                takeFromSource(then);
            Q_EMIT changed();
        });
}

void SurgeryBench::takeFromSource(SurgeryAct act) {
    if (sourceLevels() == nullptr) {
        if (!m_settings.source.isEmpty() && m_models.tokenizer(m_state.choice().a.model))
            fetchSource(act);
        return;
    }
    const Levels& source = *sourceLevels();
    runtime::TokenEdit edit{Kind::Copy, targets(act), {}, {}, 1.0, 0};
    const auto places = samePlaces(*levels(), edit.tokens, source);
    auto vectors = runtime::vectorsAt(source, places);
    if (places.size() != edit.tokens.size() || !vectors)
        return;
    edit.codes = hasCodebook() ? runtime::codesAt(source, places) : std::vector<std::int64_t>();
    if (act == SurgeryAct::Interpolate) {
        edit.kind = Kind::Blend;
        edit.strength = m_settings.share;
        edit.codes.clear();
    } else if (!edit.codes.empty()) {
        edit.kind = Kind::Codes;
    }
    if (edit.kind != Kind::Codes)
        edit.vectors = std::move(*vectors);
    addEdit(m_state, std::move(edit), sourceName());
}

void SurgeryBench::copy() {
    m_waitsToCopy = !isCurrent();
    if (m_waitsToCopy)
        return;
    Clip clip;
    const auto tokens = selectedTokens(m_state);
    clip.name = fileNameOf(m_state.choice().a.image);
    clip.family = QString::fromStdString(m_state.modelInfo()->family);
    clip.codebookSize = m_state.modelInfo()->codebookSize;
    clip.codes = runtime::codesAt(*levels(), tokens);
    for (const runtime::TokenAt& at : tokens) {
        const runtime::LevelInfo& info = (*levels())[std::size_t(at.level)].level;
        const auto vector = runtime::vectorsAt(*levels(), {at});
        if (!vector)
            return;
        clip.places.push_back({at.level, info.rows, info.columns, at.token});
        clip.vectors.push_back(*vector);
    }
    m_clip = std::move(clip);
    Q_EMIT changed();
}

/// Where each copied token goes, in their order; empty where they do not fit.
std::vector<runtime::TokenAt> SurgeryBench::pasteTargets(bool isInPlace) const {
    const auto info = m_state.modelInfo();
    if (QString::fromStdString(info->family) != m_clip.family ||
        info->codebookSize != m_clip.codebookSize)
        return {};
    std::vector<runtime::TokenAt> targets;
    if (!isInPlace) {
        targets = selectedTokens(m_state);
        if (m_clip.places.size() != 1 && m_clip.places.size() != targets.size())
            return {};
    }
    for (std::size_t i = 0; isInPlace && i < m_clip.places.size(); ++i) {
        const TokenRef& place = m_clip.places[i];
        const bool isThere = place.level < int(levels()->size()) &&
                             (*levels())[std::size_t(place.level)].level.rows == place.rows &&
                             (*levels())[std::size_t(place.level)].level.columns == place.columns;
        if (!isThere)
            return {};
        targets.push_back({place.level, place.token});
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const std::size_t from = m_clip.vectors.size() == 1 ? 0 : i;
        if (std::size_t((*levels())[std::size_t(targets[i].level)].vectorWidth) !=
            m_clip.vectors[from].size())
            return {};
    }
    return targets;
}

QString SurgeryBench::obstacleOfPaste() const {
    const std::size_t selected = selectedTokens(m_state).size();
    if (m_clip.places.size() != 1 && m_clip.places.size() != selected)
        return tr("%1 tokens were copied and %2 are selected: select as many, or paste in place.")
            .arg(m_clip.places.size())
            .arg(selected);
    return pasteTargets(false).empty() ? tr("The copied tokens are of another kind of model.")
                                       : QString();
}

void SurgeryBench::paste(bool isInPlace) {
    runtime::TokenEdit edit{Kind::Copy, pasteTargets(isInPlace), {}, {}, 1.0, 0};
    const bool isOne = m_clip.vectors.size() == 1;
    if (!m_clip.codes.empty() && hasCodebook()) {
        edit.kind = Kind::Codes;
        edit.codes = m_clip.codes;
        if (isOne)
            edit.codes.assign(edit.tokens.size(), m_clip.codes.front());
    } else {
        for (std::size_t i = 0; i < edit.tokens.size(); ++i) {
            const auto& vector = m_clip.vectors[isOne ? 0 : i];
            edit.vectors.insert(edit.vectors.end(), vector.begin(), vector.end());
        }
    }
    addEdit(m_state, std::move(edit), m_clip.name);
}

} // namespace hierascope::widgets
