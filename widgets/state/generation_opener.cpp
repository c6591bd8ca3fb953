// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_opener.h"

#include <utility>

#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

#include <QDir>

namespace hierascope::widgets {

GenerationOpener::GenerationOpener(Services services, ViewState& state, GenerationState& generation,
                                   ModelShelf& tokenizers, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_generation(generation),
      m_tokenizers(tokenizers), m_generators(m_services, runner) {
    connect(&state, &ViewState::choiceChanged, this, &GenerationOpener::follow);
    connect(&m_generators, &GeneratorShelf::changed, this, &GenerationOpener::finishGenerator);
    connect(&tokenizers, &ModelShelf::changed, this, &GenerationOpener::finishTokenizer);
}

QString GenerationOpener::pathOf(Side side) const {
    const GenerationChoice& choice = m_state.choice().generation;
    return side == Side::A ? choice.a : choice.b;
}

/// A generator that names no tokenizer is decoded by the one that is looked at.
QString GenerationOpener::tokenizerOf(const runtime::GeneratorInfo& info) const {
    return info.tokenizer.empty()
               ? m_state.choice().a.model
               : QDir::cleanPath(QString::fromStdString(info.tokenizer.string()));
}

void GenerationOpener::follow() {
    m_generators.keep({pathOf(Side::A), pathOf(Side::B)});
    for (const Side side : kSides)
        prepare(side);
    holdTokenizers();
}

void GenerationOpener::holdTokenizers() {
    QStringList held;
    for (const Side side : kSides)
        if (const auto info = m_generators.info(pathOf(side)))
            held << tokenizerOf(*info);
    m_tokenizers.hold(held);
}

void GenerationOpener::fail(Side side, const Error& error) {
    m_engines[std::size_t(side)] = {};
    m_generation.setFailed(side, error);
}

void GenerationOpener::prepare(Side side) {
    const QString path = pathOf(side);
    QString& stopped = m_stopped[std::size_t(side)];
    if (!path.isEmpty() && stopped == path)
        return;
    stopped.clear();
    if (path.isEmpty()) {
        m_engines[std::size_t(side)] = {};
        return m_generation.setEmpty(side);
    }
    m_generators.open(path);
    switch (m_generators.state(path)) {
    case GeneratorShelf::State::Open:
        return prepareTokenizer(side, *m_generators.info(path));
    case GeneratorShelf::State::Failed:
        return fail(side, m_generators.error(path));
    case GeneratorShelf::State::Opening:
        return m_generation.setOpening(side, tr("Opening %1").arg(fileNameOf(path)));
    case GeneratorShelf::State::Unknown:
        return fail(side, {ErrorCode::Usage, "This program was built without generators."});
    }
}

void GenerationOpener::prepareTokenizer(Side side, const runtime::GeneratorInfo& info) {
    const QString path = tokenizerOf(info);
    if (path.isEmpty())
        return fail(side, {ErrorCode::Usage,
                           "Generator '" + info.name +
                               "' names no tokenizer: open the one that its codes are of first."});
    const Engine& engine = m_engines[std::size_t(side)];
    if (engine.generator == m_generators.generator(pathOf(side)) &&
        m_tokenizerPaths[std::size_t(side)] == path && engine.tokenizer)
        return; // also where somebody took the tokenizer out of the library
    m_state.models().add(path);
    m_tokenizers.open(path);
    if (m_tokenizers.state(path) == ModelShelf::State::Failed)
        return fail(side, m_tokenizers.error(path));
    const auto tokenizer = m_tokenizers.info(path);
    if (!tokenizer)
        return m_generation.setOpening(side, tr("Opening %1").arg(fileNameOf(path)));
    const std::string misfit = m_services.misfitOf ? m_services.misfitOf(info, *tokenizer) : "";
    if (!misfit.empty())
        return fail(side, {ErrorCode::BadData, misfit});
    m_engines[std::size_t(side)] = {m_generators.generator(pathOf(side)),
                                    m_tokenizers.tokenizer(path)};
    m_tokenizerPaths[std::size_t(side)] = path;
    const GenerationSettings& settings = m_state.choice().generation.settings;
    if (side == Side::A && info.isDenoiser() &&
        settings.sampling == GenerationSettings::publishedSampling())
        setSettings(m_state, {settings.label, GenerationSettings::denoiserSampling()},
                    tr("Settings of a DiT"));
    m_generation.setReady(side, m_generators.info(pathOf(side)), tokenizer);
}

void GenerationOpener::finishGenerator(const QString& path) {
    const int row = m_state.models().rowOf(path);
    if (const auto info = m_generators.info(path)) {
        if (row >= 0)
            m_state.models().setDetail(row, QString::fromStdString(info->summary));
    } else if (m_generators.error(path).code == ErrorCode::Cancelled) {
        m_generators.forget(path);
        for (const Side side : kSides)
            if (pathOf(side) == path)
                cancel(side); // from the list of tasks
    } else if (row >= 0) {
        m_state.models().setError(row, QString::fromStdString(m_generators.error(path).message));
    }
    follow();
}

void GenerationOpener::finishTokenizer(const QString& path) {
    for (const Side side : kSides) {
        const auto info = m_generators.info(pathOf(side));
        if (info && tokenizerOf(*info) == path &&
            m_tokenizers.state(path) == ModelShelf::State::Unknown)
            cancel(side); // from the list of tasks
    }
    follow();
}

void GenerationOpener::cancel(Side side) {
    const QString path = pathOf(side);
    m_stopped[std::size_t(side)] = path;
    m_engines[std::size_t(side)] = {};
    if (m_generators.state(path) == GeneratorShelf::State::Opening)
        m_generators.forget(path);
    m_generation.setStopped(side);
}

void GenerationOpener::retry() {
    for (const Side side : kSides) {
        const QString path = pathOf(side);
        m_stopped[std::size_t(side)].clear();
        if (const auto info = m_generators.info(path)) {
            const QString tokenizer = tokenizerOf(*info);
            if (m_tokenizers.state(tokenizer) == ModelShelf::State::Failed)
                m_tokenizers.forget(tokenizer);
        } else if (m_generators.state(path) == GeneratorShelf::State::Failed) {
            m_generators.forget(path);
        }
        if (const int row = m_state.models().rowOf(path); row >= 0)
            m_state.models().clearError(row);
    }
    follow();
}

void GenerationOpener::reload(const QStringList& paths) {
    for (const QString& path : paths)
        m_generators.forget(path);
    for (const Side side : kSides)
        if (paths.contains(m_tokenizerPaths[std::size_t(side)]))
            m_engines[std::size_t(side)] = {};
    follow();
}

} // namespace hierascope::widgets
