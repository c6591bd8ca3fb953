// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/task_context.h"
#include "core/runs/train_config.h"
#include "core/training/batch_source.h"
#include "core/training/checkpoint.h"
#include "core/training/train_step.h"

namespace hierascope::training {

/// A model in training with all that changes from step to step; knows no run folder and no clock.
class TrainingSession {
public:
    /// Opens the data and the perceptual network, and makes the model from the config's seed.
    static Result<std::unique_ptr<TrainingSession>> create(const runs::TrainConfig& config,
                                                           at::Device device);

    /// Does the next step.
    Result<StepMetrics> step();

    /// Mean PSNR in dB of every level on held-out pictures, with the averaged weights.
    ///
    /// Pictures are clamped to [0, 1]; a level is compared with the image area-pooled to its size.
    /// @param images how many pictures; 0 means all
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context);

    bool canEvaluate() const { return m_heldOut != nullptr; }
    std::int64_t stepsDone() const { return m_step; }

    /// Tensors share memory with the session: save them before the next step.
    TrainerState state() const;
    /// @throws c10::Error naming a tensor that does not fit
    void restore(const TrainerState& state);

private:
    TrainingSession(const runs::TrainConfig& config, models::HieraTok model, at::Device device);
    void updateAverage();
    StepMetrics psnrOfLevels(const at::Tensor& picture);

    runs::TrainConfig m_config;
    at::Device m_device;
    models::HieraTok m_model;
    models::EfficientNetLite0 m_perceptual{nullptr};
    std::map<std::string, at::Tensor> m_parameters;
    std::map<std::string, at::Tensor> m_average;
    AdamW m_optimizer;
    std::unique_ptr<BatchSource> m_batches;
    std::shared_ptr<const io::ImageDataset> m_heldOut;
    std::int64_t m_step = 0;
};

} // namespace hierascope::training
