// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluation_bench.h"

#include <chrono>
#include <utility>

#include "core/runtime/comparison_files.h"
#include "core/runtime/evaluation_files.h"
#include "widgets/shell/save_task.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

constexpr int kThumbnail = 48;
constexpr std::chrono::milliseconds kPiece{150};

std::vector<std::filesystem::path> pathsOf(const QStringList& names) {
    std::vector<std::filesystem::path> paths;
    for (const QString& name : names)
        paths.push_back(systemPath(name));
    return paths;
}

} // namespace

/// Where a pass stands after some images.
struct EvaluationBench::Piece {
    std::shared_ptr<runtime::EvaluationPass> pass;
    std::shared_ptr<const runtime::Evaluation> evaluation; ///< null before the end
    Progress progress;
};

EvaluationBench::EvaluationBench(ViewState& state, ModelShelf& models, TaskRunner& runner,
                                 QObject* parent)
    : QObject(parent), m_state(state), m_models(models), m_runner(runner) {
    connect(&models, &ModelShelf::changed, this, [this](const QString& path) {
        if (m_phase == Phase::Opening && path == m_model)
            advance();
    });
}

QStringList EvaluationBench::dataOf(const EvaluationWish& wish) const {
    if (!wish.data.isEmpty())
        return wish.data;
    QStringList images;
    for (int row = 0; row < m_state.images().rowCount(); ++row)
        images << m_state.images().item(row).path;
    return images;
}

runtime::EvaluationRequest EvaluationBench::requestOf(const EvaluationWish& wish) const {
    runtime::EvaluationRequest request;
    request.images = wish.images;
    request.liteWeights = runtime::installedLiteWeights();
    request.lpipsWeights = systemPath(wish.lpips);
    request.inceptionWeights = systemPath(wish.inception);
    request.thumbnail = kThumbnail;
    request.maps = 0; // the Latents view has them
    request.conditions = {
        {"program", "hierascope " + QCoreApplication::applicationVersion().toStdString()},
        {"dtype", "float32"}};
    return request;
}

void EvaluationBench::setPhase(Phase phase) {
    m_phase = phase;
    Q_EMIT changed();
}

void EvaluationBench::start(const EvaluationWish& wish) {
    if (m_phase == Phase::Opening || m_phase == Phase::Working)
        return;
    m_wish = wish;
    m_model = m_state.choice().a.model;
    m_pass.reset();
    m_evaluation.reset();
    m_progress = {};
    m_isStopped = false;
    if (m_model.isEmpty())
        return setPhase(Phase::Empty);
    setPhase(Phase::Opening);
    if (m_models.state(m_model) == ModelShelf::State::Unknown)
        m_models.open(m_model);
    advance();
}

void EvaluationBench::stop() {
    if (m_phase == Phase::Opening)
        return setPhase(Phase::Stopped);
    if (m_phase == Phase::Working)
        m_isStopped = true; // the next piece ends the pass
}

void EvaluationBench::advance() {
    if (m_models.state(m_model) == ModelShelf::State::Failed) {
        m_error = m_models.error(m_model);
        return setPhase(Phase::Failed);
    }
    const Services::Tokenizer model = m_models.tokenizer(m_model);
    if (!model)
        return;
    if (m_phase == Phase::Opening)
        setPhase(Phase::Working);
    auto work = [model, pass = m_pass, data = pathsOf(dataOf(m_wish)), request = requestOf(m_wish),
                 isEnd = m_isStopped](TaskContext& context) mutable -> Result<Piece> {
        if (!pass) {
            auto begun = runtime::startEvaluation(model, data, request, context);
            if (!begun)
                return failure(begun);
            pass = *std::move(begun);
        }
        const auto begin = std::chrono::steady_clock::now();
        while (!isEnd && !pass->isFinished() && std::chrono::steady_clock::now() - begin < kPiece)
            if (auto moved = pass->next(1, context); !moved)
                return failure(moved);
        Piece piece{pass, nullptr, {pass->done(), pass->total(), {}}};
        if (isEnd || pass->isFinished()) {
            auto whole = pass->evaluation(context);
            if (!whole)
                return failure(whole);
            piece.evaluation = std::make_shared<const runtime::Evaluation>(*std::move(whole));
        }
        return piece;
    };
    m_runner.start(this, tr("Evaluating images"), std::move(work),
                   [this](Result<Piece> piece) { take(std::move(piece)); });
}

void EvaluationBench::take(Result<Piece> piece) {
    if (!piece) {
        const bool isStop = piece.error().code == ErrorCode::Cancelled;
        if (isStop && m_pass && m_pass->done() > 0 && !m_isStopped) {
            m_isStopped = true; // from the list of tasks: show what there is
            return advance();
        }
        m_error = piece.error();
        return setPhase(isStop || m_isStopped ? Phase::Stopped : Phase::Failed);
    }
    m_pass = piece->pass;
    m_progress = piece->progress;
    if (!piece->evaluation) {
        Q_EMIT changed();
        return advance();
    }
    m_evaluation = piece->evaluation;
    m_pass.reset();
    setPhase(m_evaluation->isComplete ? Phase::Ready : Phase::Stopped);
}

void EvaluationBench::save(const QString& path) {
    if (!m_evaluation)
        return;
    startSaving(m_runner, this, tr("Saving %1").arg(fileNameOf(path)), path,
                [evaluation = m_evaluation, file = systemPath(path)](TaskContext&) {
                    return runtime::saveEvaluation(file, *evaluation, "psnr_full");
                });
}

void EvaluationBench::saveSheet(const QString& path, const EvaluationWish& wish, int pictures) {
    if (isSaving())
        return;
    std::vector<Services::Tokenizer> models;
    for (const Side side : kSides)
        if (auto model = m_models.tokenizer(m_state.choice().resolved(side).model))
            models.push_back(std::move(model));
    if (!m_state.hasB() || models.size() < 2) {
        Q_EMIT failed(tr("The sheet compares A and B: choose a model B first, and wait until both "
                         "are open."));
        return;
    }
    runtime::ComparisonRequest request;
    request.evaluation = requestOf(wish);
    request.evaluation.thumbnail = 0;
    request.images = pictures;
    auto work = [models, request, data = pathsOf(dataOf(wish)),
                 file = systemPath(path)](TaskContext& context) -> Result<void> {
        if (auto valid = runtime::checkComparisonName(file); !valid)
            return valid;
        const auto open = [&](std::size_t i) -> Result<Services::Tokenizer> { return models[i]; };
        const auto comparison = runtime::compareModels(models.size(), open, data, request, context);
        if (!comparison)
            return failure(comparison);
        if (!comparison->isComplete)
            return cancelled();
        return runtime::saveComparison(file, *comparison);
    };
    m_sheet = m_runner.start(this, tr("Comparison sheet"), std::move(work),
                             [this, path](const Result<void>& done) {
                                 if (done)
                                     Q_EMIT saved(path);
                                 else if (done.error().code != ErrorCode::Cancelled)
                                     Q_EMIT failed(QString::fromStdString(done.error().message));
                                 Q_EMIT changed();
                             });
    Q_EMIT changed();
}

} // namespace hierascope::widgets
