// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/restok.h"
#include "core/training/adversary.h"
#include "core/training/batch_ring.h"
#include "core/training/batch_source.h"
#include "core/training/learner.h"
#include "core/training/restok_loss.h"

namespace hierascope::training {

/// ResTok's training: nested dropout, quantiser, alignment, and a discriminator if asked for.
///
/// @source ResTok, arXiv:2601.03955; Kwai-Kolors/ResTok utils/train_utils.py. Re-seeding of unused
///         codes (`training.reseed_every`) is ours and off unless asked for.
class ResTokLearner : public Learner {
public:
    static Result<std::unique_ptr<Learner>> create(const runs::TrainConfig& config,
                                                   at::Device device);

    torch::nn::Module& module() override { return *m_model; }
    Result<void> open(const std::filesystem::path& cache, const TaskContext& context) override;
    Result<void> openNetworks() override;
    Result<Batch> batch(std::int64_t step) override;
    Batch noise(std::int64_t size) override;
    StepLoss loss(const Batch& batch) override;
    double learningRate(std::int64_t step) const override;
    bool isDecayed(const std::string& name, const at::Tensor& parameter) const override;
    StepMetrics beforeUpdate(std::int64_t step) override;
    StepMetrics afterUpdate(std::int64_t step) override;
    bool canEvaluate() const override { return m_heldOut != nullptr; }

    /// Mean PSNR in dB of every prefix, and how many codes the pictures use.
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context) override;
    /// PSNR of all latents.
    double quality(const StepMetrics& evaluation) const override;
    Result<std::vector<at::Tensor>> samples(std::int64_t count) override;
    std::map<std::string, at::Tensor> state() const override;

private:
    ResTokLearner(const runs::TrainConfig& config, models::ResTok model, at::Device device);
    Result<void> openAdversary();
    bool isReseeding(std::int64_t step) const;
    Result<at::Tensor> heldOutBatch(std::int64_t first, std::int64_t count, std::int64_t all) const;

    models::ResTok m_model;
    PictureDistance m_distance; ///< the perceptual one; may be empty
    AlignmentTeacher m_teacher; ///< may be empty
    std::unique_ptr<BatchRing> m_batches;
    std::shared_ptr<const io::ImageDataset> m_heldOut;
    at::Tensor m_uses;      ///< [V] int64: how often each code was used since the last re-seeding
    ResTokPass m_pass;      ///< of the last batch, without its pictures
    at::Tensor m_lastLayer; ///< of the decoder
    std::unique_ptr<Adversary> m_adversary; ///< may be null
};

} // namespace hierascope::training
