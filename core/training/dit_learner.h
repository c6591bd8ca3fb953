// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/diffusion.h"
#include "core/models/dit.h"
#include "core/training/latent_set.h"
#include "core/training/learner.h"

namespace hierascope::training {

/// DiT on posterior samples of a frozen HieraTok, whose posteriors are computed once.
///
/// @source DiT, arXiv:2212.09748, train.py: mean squared error of the noise and the variational
///         bound; flows: SiT, arXiv:2401.08740, and LightningDiT, arXiv:2501.01423. Differs: times
///         are drawn for each place in the run's order; pictures are not mirrored.
class DitLearner : public Learner {
public:
    static Result<std::unique_ptr<Learner>> create(const runs::TrainConfig& config,
                                                   at::Device device);

    torch::nn::Module& module() override { return *m_model; }
    Result<void> open(const std::filesystem::path& cache, const TaskContext& context) override;
    Result<Batch> batch(std::int64_t step) override;
    Batch noise(std::int64_t size) override;
    StepLoss loss(const Batch& batch) override;
    bool isDecayed(const std::string& name, const at::Tensor& parameter) const override;
    bool canEvaluate() const override { return m_heldOut.mean.defined(); }
    void describe(nlohmann::json& model) const override;

    /// The loss on held-out maps at times spread evenly, with the same noise each time.
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context) override;
    /// Mean squared error, negative.
    double quality(const StepMetrics& evaluation) const override;
    /// Pictures of the classes in turn, decoded at the finest level.
    Result<std::vector<at::Tensor>> samples(std::int64_t count) override;

private:
    struct Terms {
        at::Tensor mse;   ///< [B], of noise or velocity
        at::Tensor other; ///< [B]: variational bound, or 1 - cosine; undefined: none
    };

    DitLearner(const runs::TrainConfig& config, models::Dit model, at::Device device);
    bool isFlow() const;
    Terms terms(const at::Tensor& data, const at::Tensor& noise, const at::Tensor& times,
                const at::Tensor& labels);
    at::Tensor sampledMaps(const at::Tensor& labels);

    models::Dit m_model;
    models::DiffusionSchedule m_schedule;
    models::HieraTok m_tokenizer{nullptr};
    LatentSet m_train;
    LatentSet m_heldOut;
};

} // namespace hierascope::training
