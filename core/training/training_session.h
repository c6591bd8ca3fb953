// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/task_context.h"
#include "core/runs/train_config.h"
#include "core/training/checkpoint.h"
#include "core/training/learner.h"
#include "core/training/process_team.h"
#include "core/training/train_step.h"

namespace hierascope::training {

/// A model in training with all that changes from step to step; knows no run folder and no clock.
class TrainingSession {
public:
    /// Makes the learner from the config's seed, and opens its data.
    ///
    /// @param cache a folder for what is made from the data once; may be empty
    /// @param team  who else has parts of each batch; null: nobody. It outlives the session.
    static Result<std::unique_ptr<TrainingSession>> create(const runs::TrainConfig& config,
                                                           at::Device device,
                                                           const std::filesystem::path& cache = {},
                                                           const TaskContext& context = {},
                                                           ProcessTeam* team = nullptr);

    /// Does the next step.
    ///
    /// @throws PeerLost; the session is then as it was before the step
    Result<StepMetrics> step();

    /// The learner's figures on held-out data, with the averaged weights.
    ///
    /// @param images how many pictures; 0 means all
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context);

    /// The learner's samples, with the averaged weights.
    Result<std::vector<at::Tensor>> samples(std::int64_t count);

    /// Begins at the weights of another model: a model, checkpoint or run folder. Its average takes
    /// both places; optimiser and steps begin anew.
    Result<void> startFrom(const std::filesystem::path& model);

    /// Takes another peak learning rate from the next step on; the schedule keeps its shape. It
    /// is part of the state.
    void setLearningRate(double peak) { m_peak = peak; }

    /// How good an evaluation was: more is better; NaN where its figures do not say.
    double quality(const StepMetrics& evaluation) const { return m_learner->quality(evaluation); }

    /// The name of a weight that is infinite or not a number; empty where there is none.
    std::string notFinite() const;

    /// What this process holds on its device; 0: not known.
    std::int64_t memoryBytes() const;

    /// The part of the time of all steps since the last call that was spent waiting for pictures.
    double takeInputStall();

    /// Adds to the model's config what follows from the data.
    void describe(nlohmann::json& model) const { m_learner->describe(model); }

    bool canEvaluate() const { return m_learner->canEvaluate(); }
    std::int64_t stepsDone() const { return m_step; }

    /// Tensors share memory with the session: save them before the next step.
    TrainerState state() const;
    /// @throws c10::Error naming a tensor that does not fit
    void restore(const TrainerState& state);
    /// Gives process 0's state to the whole team.
    ///
    /// @throws PeerLost
    void shareState();

private:
    TrainingSession(const runs::TrainConfig& config, std::unique_ptr<Learner> learner,
                    ProcessTeam* team);
    StepMetrics takeStep(const Batch& batch);
    StepMetrics takeJointStep(const Batch& batch);
    StepLoss lossOf(const Batch& batch);
    StepMetrics gradientsOf(const Batch& batch);
    double learningRate() const;
    void updateAverage();

    runs::TrainConfig m_config;
    std::unique_ptr<Learner> m_learner;
    ProcessTeam* m_team;
    std::map<std::string, at::Tensor> m_parameters;
    std::map<std::string, at::Tensor> m_average;
    AdamW m_optimizer;
    std::int64_t m_step = 0;
    std::chrono::duration<double> m_waited{};  ///< for batches
    std::chrono::duration<double> m_stepped{}; ///< waiting and computing
    double m_peak = 0.0; ///< learning rate that people asked for; 0: the config's
};

} // namespace hierascope::training
