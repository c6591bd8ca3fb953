// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "core/runtime/evaluation.h"
#include "widgets/tasks/task_runner.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace hierascope::widgets {

class ModelShelf;
class ViewState;

/// What the Evaluation window asks for.
struct EvaluationWish {
    QStringList data; ///< empty: the library's images
    int images = 100; ///< from the first on; 0: all
    QString lpips;    ///< weights by file; empty: none
    QString inception;
};

/// Evaluates model A image by image, so that other work of the engine goes between, and saves the
/// comparison sheet of A and B.
class EvaluationBench : public QObject {
    Q_OBJECT

public:
    enum class Phase { Empty, Opening, Working, Ready, Stopped, Failed };

    EvaluationBench(ViewState& state, ModelShelf& models, TaskRunner& runner,
                    QObject* parent = nullptr);

    Phase phase() const { return m_phase; }
    const Progress& progress() const { return m_progress; }
    const Error& error() const { return m_error; }
    /// What there is, also of a stopped pass; null before.
    std::shared_ptr<const runtime::Evaluation> evaluation() const { return m_evaluation; }
    bool isSaving() const { return m_sheet.isRunning(); }

    void start(const EvaluationWish& wish);
    /// Ends the pass; what it reached is shown.
    void stop();
    /// Writes the tables of the evaluation: a folder, or one .csv.
    void save(const QString& path);
    /// Measures A and B on the same images and writes the sheet; the name's end says how.
    void saveSheet(const QString& path, const EvaluationWish& wish, int pictures);

Q_SIGNALS:
    void changed();
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    struct Piece;

    void advance();
    void take(Result<Piece> piece);
    void setPhase(Phase phase);
    QStringList dataOf(const EvaluationWish& wish) const;
    runtime::EvaluationRequest requestOf(const EvaluationWish& wish) const;

    ViewState& m_state;
    ModelShelf& m_models;
    TaskRunner& m_runner;
    EvaluationWish m_wish;
    QString m_model;
    Phase m_phase = Phase::Empty;
    Progress m_progress;
    Error m_error;
    bool m_isStopped = false;
    std::shared_ptr<runtime::EvaluationPass> m_pass;
    std::shared_ptr<const runtime::Evaluation> m_evaluation;
    TaskHandle m_sheet;
};

} // namespace hierascope::widgets
