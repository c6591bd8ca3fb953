// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runs/run_control.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/training/checkpoint_shelf.h"
#include "core/training/process_team.h"
#include "core/training/run_desk.h"
#include "core/training/run_journal.h"
#include "core/training/training_session.h"

namespace hierascope::training {

/// A run in progress: takes steps, and decides when to tell, measure, save, and what to obey.
class TrainingLoop {
public:
    /// @param session, desk, sink, team outlive the loop
    /// @param team whom this process leads; null: it is alone
    TrainingLoop(const runs::RunFolder& folder, runs::TrainConfig config, TrainingSession& session,
                 RunDesk& desk, const EventSink& sink, ProcessTeam* team = nullptr);

    /// Goes back to the newest intact checkpoint, if there is one.
    Result<void> resume();

    /// Changes where the run ends, also in its config.json, for whoever resumes it.
    Result<void> extend(std::int64_t steps);

    /// Trains to the end of the plan, or until it is told to stop.
    ///
    /// Where another process is lost, saves the last step that all have done, and fails.
    Result<void> run(const TaskContext& context);

private:
    Result<void> runPlan(const TaskContext& context);
    Result<void> saveWithout(const PeerLost& lost);
    void tellTeam(const Order& order);
    Result<void> save();
    Result<void> evaluate(std::int64_t images, const TaskContext& context);
    Result<void> keepIfBest();
    Result<void> afterStep(const StepMetrics& metrics, const TaskContext& context);
    Result<void> obey(const TaskContext& context);
    Result<void> obey(const runs::Command& command);
    Result<void> sample(bool isAskedFor);
    bool isSampleDue() const;
    Result<void> finish(const TaskContext& context);
    double secondsPerStep() const { return m_journal.secondsPerStep(m_session.stepsDone()); }
    std::int64_t lastStep() const { return m_config.training.lastStep(); }
    bool isGoingOn(const TaskContext& context) const {
        return m_session.stepsDone() < lastStep() && !m_isStopping && !context.stopRequested();
    }
    nlohmann::json modelConfig() const;
    tl::unexpected<Error> diverged(const std::string& what) const;
    void waitPaused();

    runs::RunFolder m_folder;
    runs::TrainConfig m_config;
    TrainingSession& m_session;
    CheckpointShelf m_shelf;
    RunDesk& m_desk;
    ProcessTeam* m_team;
    RunJournal m_journal;
    std::chrono::steady_clock::time_point m_saved;
    std::int64_t m_savedStep = -1;
    bool m_isPaused = false;
    bool m_isStopping = false;
    nlohmann::json m_evaluation = nlohmann::json::object();
    double m_quality = std::numeric_limits<double>::quiet_NaN(); ///< at the last evaluation
};

} // namespace hierascope::training
