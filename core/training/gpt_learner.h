// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/gpt.h"
#include "core/training/code_set.h"
#include "core/training/learner.h"

namespace hierascope::training {

/// HAR and AR on the codes of a frozen tokenizer, which are computed once.
///
/// @source ResTok, arXiv:2601.03955; Kwai-Kolors/ResTok autoregressive/train: cross-entropy over
/// all
///         positions, labels dropped for guidance, no decay where a name holds "embed" or "norm".
class GptLearner : public Learner {
public:
    static Result<std::unique_ptr<Learner>> create(const runs::TrainConfig& config,
                                                   at::Device device);

    torch::nn::Module& module() override { return *m_model; }
    Result<void> open(const std::filesystem::path& cache, const TaskContext& context) override;
    Result<Batch> batch(std::int64_t step) override;
    Batch noise(std::int64_t size) override;
    StepLoss loss(const Batch& batch) override;
    double learningRate(std::int64_t step) const override;
    bool isDecayed(const std::string& name, const at::Tensor& parameter) const override;
    bool canEvaluate() const override { return m_heldOut.codes.defined(); }

    /// Cross-entropy and accuracy on held-out codes.
    Result<StepMetrics> evaluate(std::int64_t images, const TaskContext& context) override;
    /// Cross-entropy, negative.
    double quality(const StepMetrics& evaluation) const override;

private:
    GptLearner(const runs::TrainConfig& config, models::Gpt model, at::Device device);
    at::Tensor logitsOf(const at::Tensor& codes, const at::Tensor& labels);

    models::Gpt m_model;
    CodeSet m_train;
    CodeSet m_heldOut;
};

} // namespace hierascope::training
