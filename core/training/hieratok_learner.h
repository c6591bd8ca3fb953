// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/hieratok.h"
#include "core/training/adversary.h"
#include "core/training/alignment_teacher.h"
#include "core/training/batch_ring.h"
#include "core/training/batch_source.h"
#include "core/training/frozen_features.h"
#include "core/training/learner.h"

namespace hierascope::training {

/// HieraTok: a posterior sample, decoded at every scale; stage 2 adds a discriminator that judges
/// the finest pictures.
///
/// @source HieraTok, arXiv:2509.23736, section 4 and Tables 8 and 9
class HieraTokLearner : public Learner {
public:
    static Result<std::unique_ptr<Learner>> create(const runs::TrainConfig& config,
                                                   at::Device device);

    torch::nn::Module& module() override { return *m_model; }
    Result<void> open(const std::filesystem::path& cache, const TaskContext& context) override;
    Result<void> openNetworks() override;
    Result<Batch> batch(std::int64_t step) override;
    Batch noise(std::int64_t size) override;
    StepLoss loss(const Batch& batch) override;
    bool isDecayed(const std::string& name, const at::Tensor& parameter) const override;
    StepMetrics beforeUpdate(std::int64_t step) override;
    bool canEvaluate() const override { return m_heldOut != nullptr; }

    /// Mean PSNR in dB of every level.
    ///
    /// Pictures are clamped to [0, 1]; a level is compared with the image area-pooled to its size.
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context) override;
    /// PSNR of the finest level.
    double quality(const StepMetrics& evaluation) const override;
    Result<std::vector<at::Tensor>> samples(std::int64_t count) override;
    std::map<std::string, at::Tensor> state() const override;

private:
    HieraTokLearner(const runs::TrainConfig& config, models::HieraTok model, at::Device device);
    void addAlignment(StepLoss& loss, const at::Tensor& images, const at::Tensor& latent,
                      const at::Tensor& reconstruction);
    StepMetrics psnrOfLevels(const at::Tensor& picture);

    models::HieraTok m_model;
    PictureMetric m_metric;     ///< its distance may be empty
    AlignmentTeacher m_teacher; ///< may be empty
    std::unique_ptr<BatchRing> m_batches;
    std::shared_ptr<const io::ImageDataset> m_heldOut;
    std::unique_ptr<Adversary> m_adversary; ///< may be null
};

} // namespace hierascope::training
