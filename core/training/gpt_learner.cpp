// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gpt_learner.h"

#include <algorithm>
#include <utility>

#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/tensor.h>

#include "core/base/random_draw.h"
#include "core/training/schedule.h"

namespace hierascope::training {

namespace {

constexpr std::uint64_t kLabelDropout = 2;
constexpr std::int64_t kEvaluationBatch = 64;

} // namespace

GptLearner::GptLearner(const runs::TrainConfig& config, models::Gpt model, at::Device device)
    : Learner(config, device), m_model(std::move(model)) {
    m_model->initialise();
    m_model->to(device);
    m_model->train();
}

Result<std::unique_ptr<Learner>> GptLearner::create(const runs::TrainConfig& config,
                                                    at::Device device) {
    const auto options = models::gptOptionsFromJson(config.model["options"]);
    if (!options)
        return failure(options);
    return std::unique_ptr<Learner>(new GptLearner(config, models::Gpt(*options), device));
}

Result<void> GptLearner::open(const std::filesystem::path& cache, const TaskContext& context) {
    const runs::TrainConfig& run = config();
    if (run.tokenizer.empty())
        return failure(ErrorCode::BadData, "Field 'data.tokenizer' is missing, expected the model "
                                           "folder of the tokenizer whose codes are learned.");
    PictureSource source{run.tokenizer, run.trainData, run.crops, run.trainImages, run.brokenShare};
    auto train =
        codesOf(source, m_model->options(), cache / "codes-train.safetensors", device(), context);
    if (!train)
        return failure(train);
    m_train = std::move(*train);
    if (run.heldOutData.empty())
        return {};
    source.data = run.heldOutData;
    source.images = run.training.finalImages;
    auto heldOut = codesOf(source, m_model->options(), cache / "codes-held-out.safetensors",
                           device(), context);
    if (!heldOut)
        return failure(heldOut);
    m_heldOut = std::move(*heldOut);
    return {};
}

Result<Batch> GptLearner::batch(std::int64_t step) {
    const auto seed = config().training.seed;
    const auto all = static_cast<std::uint64_t>(m_train.codes.size(0));
    std::vector<std::int64_t> chosen;
    std::vector<std::int64_t> dropped;
    for (const std::int64_t own : positionsOf(step)) {
        const auto position = static_cast<std::uint64_t>(own);
        chosen.push_back(static_cast<std::int64_t>(
            permute(position % all, all, mixBits(seed) + mixBits(position / all))));
        dropped.push_back(drawUnit(seed, kLabelDropout, position) <
                          m_model->options().classDropout);
    }
    const auto index = at::tensor(chosen, at::kLong);
    Batch batch;
    batch.step = step;
    batch.codes = m_train.codes.index_select(0, index).to(device());
    batch.labels = m_model
                       ->withDroppedLabels(m_train.labels.index_select(0, index),
                                           at::tensor(dropped, at::kLong).to(at::kBool))
                       .to(device());
    return batch;
}

Batch GptLearner::noise(std::int64_t size) {
    const models::GptOptions& options = m_model->options();
    Batch batch;
    batch.codes = at::randint(options.vocabulary, {size, options.blockSize}, at::kLong);
    batch.codes = batch.codes.to(device());
    batch.labels = at::randint(options.classCount, {size}, at::kLong).to(device());
    return batch;
}

at::Tensor GptLearner::logitsOf(const at::Tensor& codes, const at::Tensor& labels) {
    const bool isAr = m_model->options().variant == models::GptVariant::Ar;
    return m_model
        ->forward(isAr ? codes.narrow(1, 0, codes.size(1) - 1) : codes, labels) // [B, N, V]
        .flatten(0, 1)
        .to(at::kFloat); // [B N, V]
}

StepLoss GptLearner::loss(const Batch& batch) {
    const auto logits = logitsOf(batch.codes, batch.labels);
    const auto codes = batch.codes.flatten();
    StepLoss loss{at::cross_entropy_loss(logits, codes), {}};
    loss.terms["accuracy"] = (logits.detach().argmax(1) == codes).to(at::kFloat).mean();
    return loss;
}

double GptLearner::learningRate(std::int64_t step) const {
    return officialLearningRate(config().training, step);
}

bool GptLearner::isDecayed(const std::string& name, const at::Tensor& /*parameter*/) const {
    return name.find("embed") == std::string::npos && name.find("norm") == std::string::npos;
}

Result<StepMetrics> GptLearner::evaluate(std::int64_t images, const TaskContext& context) {
    const std::int64_t all = m_heldOut.codes.size(0);
    const std::int64_t count = images > 0 ? std::min(images, all) : all;
    StepMetrics figures;
    for (std::int64_t first = 0; first < count; first += kEvaluationBatch) {
        if (context.stopRequested())
            return cancelled();
        const std::int64_t size = std::min(kEvaluationBatch, count - first);
        const auto codes = m_heldOut.codes.narrow(0, first, size).to(device());
        const auto logits = logitsOf(codes, m_heldOut.labels.narrow(0, first, size).to(device()));
        const double share = static_cast<double>(size) / static_cast<double>(count);
        figures["loss_held_out"] +=
            share * at::cross_entropy_loss(logits, codes.flatten()).item<double>();
        figures["accuracy_held_out"] +=
            share * (logits.argmax(1) == codes.flatten()).to(at::kFloat).mean().item<double>();
    }
    return figures;
}

double GptLearner::quality(const StepMetrics& evaluation) const {
    return -figureOf(evaluation, "loss_held_out");
}

} // namespace hierascope::training
