// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "widgets/state/attention_state.h"
#include "widgets/state/attention_store.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>
#include <QString>

namespace hierascope::widgets {

class ModelShelf;
class ViewState;

/// Records attention and reads it, one short task at a time, as the choice wants it.
///
/// The newest wish goes first: what nobody wants any more is stopped. What was computed is kept
/// within the store's budget, so that going back shows it at once.
class AttentionBench : public QObject {
    Q_OBJECT

public:
    AttentionBench(ViewState& state, AttentionState& attention, ModelShelf& models,
                   TaskRunner& runner, QObject* parent = nullptr);

    bool isActive() const { return m_isActive; }
    /// Until nothing more is wanted: between two tasks, too.
    bool isWorking() const { return m_isActive && (m_isDue || !m_working.isEmpty()); }

public Q_SLOTS:
    /// Works only while somebody looks.
    void setActive(bool isActive);
    /// Does again what failed or was stopped.
    void retry();
    void stop();

private:
    enum class Need { Record, Weights, Summary, Matrix, Influence, Audit };
    struct Job {
        Side side = Side::A;
        Need need = Need::Record;
        QString key;
        int layer = 0;
    };

    void follow();
    QString partKey(Side side) const;
    QString contentKey(Side side) const;
    QString tokenKey(Side side) const;
    QString matrixKey(Side side) const;
    QString influenceKey(Side side) const;
    std::vector<std::optional<BlockToken>> asking(const AttentionOutline& outline) const;
    std::optional<TokenRef> disturbed(const AttentionOutline& outline) const;
    bool hasContent(Side side) const;
    bool hasFailed(const QString& key) const { return m_failures.contains(key); }
    std::optional<Job> needOf(Side side, int stage);
    std::optional<Job> ofLook(Side side, AttentionEntry& entry);
    std::optional<Job> summaryOf(Side side, const AttentionEntry& entry, int layer) const;
    std::optional<Job> next();
    void advance();
    void start(const Job& job);
    void record(const Job& job);
    void readWeights(const Job& job, AttentionEntry& entry);
    void summarise(const Job& job, AttentionEntry& entry);
    void readMatrix(const Job& job, AttentionEntry& entry);
    void measureInfluence(const Job& job, const AttentionEntry& entry);
    void audit(const Job& job);
    template <typename Work, typename Finish>
    void work(const Job& job, const QString& title, Work work, Finish finish);
    AttentionState::Shown shownOf(Side side);
    void showAll();

    ViewState& m_state;
    AttentionState& m_attention;
    ModelShelf& m_models;
    TaskRunner& m_runner;
    AttentionStore m_store;
    bool m_isActive = false;
    bool m_isDue = false; ///< `advance` is about to be called
    QString m_working;    ///< key of the job that the task is for
    LatestTask m_task;
    std::map<QString, Error> m_failures; ///< by job; Cancelled where somebody stopped it
};

} // namespace hierascope::widgets
