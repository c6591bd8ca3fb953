// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/efficientnet_lite0.h"
#include "core/models/hieratok.h"
#include "core/training/batch_source.h"
#include "core/training/learner.h"

namespace hierascope::training {

/// HieraTok's stage 1: a posterior sample, decoded at every scale.
class HieraTokLearner : public Learner {
public:
    static Result<std::unique_ptr<Learner>> create(const runs::TrainConfig& config,
                                                   at::Device device);

    torch::nn::Module& module() override { return *m_model; }
    Result<void> open(const std::filesystem::path& cache, const TaskContext& context) override;
    Result<Batch> batch(std::int64_t step) override;
    Batch noise(std::int64_t size) override;
    StepLoss loss(const Batch& batch) override;
    double forwardFlops() const override;
    bool isDecayed(const std::string& name, const at::Tensor& parameter) const override;
    bool canEvaluate() const override { return m_heldOut != nullptr; }

    /// Mean PSNR in dB of every level.
    ///
    /// Pictures are clamped to [0, 1]; a level is compared with the image area-pooled to its size.
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context) override;
    /// PSNR of the finest level.
    double quality(const StepMetrics& evaluation) const override;
    Result<std::vector<at::Tensor>> samples(std::int64_t count) override;

private:
    HieraTokLearner(const runs::TrainConfig& config, models::HieraTok model, at::Device device);
    StepMetrics psnrOfLevels(const at::Tensor& picture);

    models::HieraTok m_model;
    models::EfficientNetLite0 m_perceptual{nullptr};
    std::unique_ptr<BatchSource> m_batches;
    std::shared_ptr<const io::ImageDataset> m_heldOut;
};

} // namespace hierascope::training
