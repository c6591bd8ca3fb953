// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/state/generator_shelf.h"
#include "widgets/state/view_choice.h"

#include <QObject>

namespace hierascope::widgets {

class GenerationState;
class ModelShelf;
class ViewState;

/// Opens the chosen generators, and for each the tokenizer that decodes its codes.
class GenerationOpener : public QObject {
    Q_OBJECT

public:
    /// What it takes to compute a step; both null unless the side is Ready.
    struct Engine {
        Services::Generator generator;
        Services::Tokenizer tokenizer;
    };

    GenerationOpener(Services services, ViewState& state, GenerationState& generation,
                     ModelShelf& tokenizers, TaskRunner& runner, QObject* parent = nullptr);

    const Engine& engine(Side side) const { return m_engines[std::size_t(side)]; }

    /// Stops the opening for a side; its phase becomes Stopped.
    void cancel(Side side);
    /// Opens again, also after an error or a stop.
    void retry();
    /// Opens again what came from these files; they have changed on disk.
    void reload(const QStringList& paths);

private:
    void follow();
    void prepare(Side side);
    void prepareTokenizer(Side side, const runtime::GeneratorInfo& info);
    QString pathOf(Side side) const;
    QString tokenizerOf(const runtime::GeneratorInfo& info) const;
    void holdTokenizers();
    void finishGenerator(const QString& path);
    void finishTokenizer(const QString& path);
    void fail(Side side, const Error& error);

    Services m_services;
    ViewState& m_state;
    GenerationState& m_generation;
    ModelShelf& m_tokenizers;
    GeneratorShelf m_generators;
    std::array<Engine, kSides.size()> m_engines;
    std::array<QString, kSides.size()> m_tokenizerPaths; ///< of the engines
    std::array<QString, kSides.size()> m_stopped;        ///< paths; not opened again before `retry`
};

} // namespace hierascope::widgets
