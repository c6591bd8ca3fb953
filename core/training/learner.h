// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>
#include <nlohmann/json.hpp>
#include <torch/nn/module.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/io/dataset.h"
#include "core/runs/train_config.h"
#include "core/training/batch_ring.h"
#include "core/training/train_step.h"

namespace hierascope::training {

/// What one step learns from; each family fills what it needs.
struct Batch : StepPart {
    at::Tensor images;  ///< [B, 3, Y, X] in [-1, 1]
    at::Tensor keep;    ///< [B] int64: how many latents nested dropout keeps
    at::Tensor codes;   ///< [B, N] int64
    at::Tensor labels;  ///< [B] int64
    at::Tensor latents; ///< [B, C, h, w]: means of latent maps
    at::Tensor spread;  ///< [B, C, h, w]: their standard deviations
    at::Tensor times;   ///< [B] float64 in [0, 1), evenly drawn
};

/// One of the equal parts that a batch is computed in.
Batch partOf(const Batch& batch, std::int64_t part, std::int64_t parts);

/// A model of one family, how it is measured against data, and that data.
///
/// Everything that it draws follows from the seed and the step's number, or from Torch's generator,
/// which the session seeds for every step; so a resume is bit-exact.
class Learner {
public:
    virtual ~Learner() = default;

    virtual torch::nn::Module& module() = 0;
    at::Device device() const { return m_device; }

    /// Says which rows of each batch this process has; before `open`. Without it, all of them.
    void setShare(std::int64_t rank, std::int64_t processes) {
        m_rank = rank;
        m_processes = processes;
    }

    /// Opens what the config names: pictures, frozen networks.
    ///
    /// @param cache a folder for what is made from the data once; may be empty
    virtual Result<void> open(const std::filesystem::path& cache, const TaskContext& context) = 0;

    /// Opens the frozen networks and the discriminator that the config names, not its data; `open`
    /// does it too.
    virtual Result<void> openNetworks() { return {}; }

    /// The own part of a step's batch; needs `open`.
    virtual Result<Batch> batch(std::int64_t step) = 0;

    /// A batch of noise, for measuring cost; needs nothing.
    virtual Batch noise(std::int64_t size) = 0;

    virtual StepLoss loss(const Batch& batch) = 0;

    /// Whether AdamW pulls a parameter to zero.
    virtual bool isDecayed(const std::string& name, const at::Tensor& parameter) const = 0;

    /// Learning rate of step `step` (0 is the first).
    virtual double learningRate(std::int64_t step) const;

    /// Called when the gradients of step number `step` (1 is the first) are known and nothing has
    /// changed yet; whatever needs other processes for the update does it here.
    ///
    /// @return what it measured, for the step's metrics
    virtual StepMetrics beforeUpdate(std::int64_t /*step*/) { return {}; }

    /// Called after the optimiser's step number `step` (1 is the first).
    ///
    /// @return what it measured, for the step's metrics
    virtual StepMetrics afterUpdate(std::int64_t /*step*/) { return {}; }

    virtual bool canEvaluate() const = 0;

    /// Figures on held-out data with the module's present weights; needs `canEvaluate`.
    ///
    /// @param images how many pictures; 0 means all
    virtual Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context) = 0;

    /// How good the figures of `evaluate` are: more is better; NaN where they do not say.
    virtual double quality(const StepMetrics& evaluation) const = 0;

    /// Held-out pictures beside what the module makes of them: [3, Y, 2 X] in [0, 1] each;
    /// nothing where there are no pictures to show.
    virtual Result<std::vector<at::Tensor>> samples(std::int64_t /*count*/) {
        return std::vector<at::Tensor>{};
    }

    /// Adds to a model folder's config what follows from the data; after `open`.
    virtual void describe(nlohmann::json& /*model*/) const {}

    /// What changes from step to step besides parameters, by name; tensors are shared.
    virtual std::map<std::string, at::Tensor> state() const { return {}; }

protected:
    Learner(const runs::TrainConfig& config, at::Device device)
        : m_config(config), m_device(device) {}
    const runs::TrainConfig& config() const { return m_config; }
    /// How many rows of each batch this process has.
    std::int64_t shareSize() const { return m_config.training.batchSize / m_processes; }
    /// The places of the own rows of a step in the order in which the whole run sees examples: the
    /// own share of each part that the batch is computed in.
    std::vector<std::int64_t> positionsOf(std::int64_t step) const;
    /// The options of training as if the own rows were the whole batch.
    runs::TrainingOptions ownTraining() const {
        runs::TrainingOptions training = m_config.training;
        training.batchSize = shareSize();
        return training;
    }
    /// Opens pictures of which `data.broken_share` may be broken.
    Result<std::shared_ptr<const io::ImageDataset>>
    openPictures(const std::filesystem::path& data) const;
    /// Makes the own parts of batches ahead, in `data.threads` threads; pinned for CUDA.
    std::unique_ptr<BatchRing> makeBatches(std::shared_ptr<const io::ImageDataset> data,
                                           std::int64_t side) const;
    /// A figure by name; NaN where there is none.
    static double figureOf(const StepMetrics& figures, const std::string& name);

private:
    runs::TrainConfig m_config;
    at::Device m_device;
    std::int64_t m_rank = 0;
    std::int64_t m_processes = 1;
};

/// Makes the learner of the config's family on a device, with the weights of the config's seed.
Result<std::unique_ptr<Learner>> makeLearner(const runs::TrainConfig& config, at::Device device);

} // namespace hierascope::training
