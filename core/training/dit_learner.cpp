// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/dit_learner.h"

#include <algorithm>
#include <utility>

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/special_ndtri.h>
#include <ATen/ops/tensor.h>
#include <c10/core/GradMode.h>

#include "core/base/random_draw.h"
#include "core/models/flow_matching.h"
#include "core/tensor/joint_batch.h"
#include "core/training/adamw.h"
#include "core/training/diffusion_loss.h"
#include "core/training/flow_loss.h"

namespace hierascope::training {

namespace {

constexpr std::uint64_t kLabelDropout = 2;
constexpr std::uint64_t kTimes = 8; // keep draws for different things apart
constexpr std::int64_t kEvaluationBatch = 64;
constexpr std::uint64_t kHeldOutNoise = 11;
constexpr const char* kSampleSteps = "25";

} // namespace

DitLearner::DitLearner(const runs::TrainConfig& config, models::Dit model, at::Device device)
    : Learner(config, device), m_model(std::move(model)) {
    m_model->initialise();
    m_model->to(device);
    m_model->train();
}

Result<std::unique_ptr<Learner>> DitLearner::create(const runs::TrainConfig& config,
                                                    at::Device device) {
    const auto options = models::ditOptionsFromJson(config.model["options"]);
    if (!options)
        return failure(options);
    if (options->objective == models::DitObjective::Diffusion && !options->learnSigma)
        return failure(ErrorCode::BadData, "Field 'options.learn_sigma' is false, expected true: "
                                           "a diffusion is trained with a learned variance.");
    return std::unique_ptr<Learner>(new DitLearner(config, models::Dit(*options), device));
}

bool DitLearner::isFlow() const {
    return m_model->options().objective == models::DitObjective::Flow;
}

Result<void> DitLearner::open(const std::filesystem::path& cache, const TaskContext& context) {
    const runs::TrainConfig& run = config();
    if (run.tokenizer.empty())
        return failure(ErrorCode::BadData,
                       "Field 'data.tokenizer' is missing, expected the model folder of the "
                       "tokenizer whose latent maps are learned.");
    auto tokenizer = openLatentTokenizer(run.tokenizer, m_model->options(), device());
    if (!tokenizer)
        return failure(tokenizer);
    m_tokenizer = *std::move(tokenizer);
    PictureSource source{run.tokenizer, run.trainData, run.crops, run.trainImages, run.brokenShare};
    auto train = latentsOf(source, m_model->options(), m_tokenizer,
                           cache.empty() ? cache : cache / "latents-train.safetensors", context);
    if (!train)
        return failure(train);
    m_train = std::move(*train);
    if (m_model->options().latentMean.empty() && m_model->options().latentStd.empty()) {
        auto statistics = statisticsOf(m_train);
        m_model->setStatistics(std::move(statistics.mean), std::move(statistics.deviation));
    }
    if (run.heldOutData.empty())
        return {};
    source.data = run.heldOutData;
    source.images = run.training.finalImages;
    auto heldOut =
        latentsOf(source, m_model->options(), m_tokenizer,
                  cache.empty() ? cache : cache / "latents-held-out.safetensors", context);
    if (!heldOut)
        return failure(heldOut);
    m_heldOut = std::move(*heldOut);
    return {};
}

void DitLearner::describe(nlohmann::json& model) const {
    model["options"]["latent_mean"] = m_model->options().latentMean;
    model["options"]["latent_std"] = m_model->options().latentStd;
}

Result<Batch> DitLearner::batch(std::int64_t step) {
    const auto seed = config().training.seed;
    const auto all = static_cast<std::uint64_t>(m_train.mean.size(0));
    std::vector<std::int64_t> chosen;
    std::vector<std::int64_t> dropped;
    std::vector<double> times;
    for (const std::int64_t own : positionsOf(step)) {
        const auto position = static_cast<std::uint64_t>(own);
        chosen.push_back(static_cast<std::int64_t>(
            permute(position % all, all, mixBits(seed) + mixBits(position / all))));
        dropped.push_back(drawUnit(seed, kLabelDropout, position) <
                          m_model->options().classDropout);
        times.push_back(drawUnit(seed, kTimes, position));
    }
    const auto index = at::tensor(chosen, at::kLong);
    Batch batch;
    batch.step = step;
    batch.latents = m_train.mean.index_select(0, index).to(device());
    batch.spread = m_train.spread.index_select(0, index).to(device());
    batch.times = at::tensor(times, at::kDouble);
    batch.labels = m_train.labels.index_select(0, index);
    if (m_model->options().hasNullClass())
        batch.labels =
            m_model->withDroppedLabels(batch.labels, at::tensor(dropped, at::kLong).to(at::kBool));
    batch.labels = batch.labels.to(device());
    return batch;
}

Batch DitLearner::noise(std::int64_t size) {
    const models::DitOptions& options = m_model->options();
    Batch batch;
    batch.latents =
        at::randn({size, options.inChannels, options.inputSize, options.inputSize}).to(device());
    batch.spread = at::ones_like(batch.latents);
    batch.times = at::rand({size}, at::kDouble);
    batch.labels = at::randint(options.classCount, {size}, at::kLong).to(device());
    return batch;
}

/// @param data, noise [B, C, h, w], normalised
/// @param times       [B] in [0, 1), evenly drawn
DitLearner::Terms DitLearner::terms(const at::Tensor& data, const at::Tensor& noise,
                                    const at::Tensor& times, const at::Tensor& labels) {
    if (!isFlow()) {
        const auto steps =
            (times * static_cast<double>(m_schedule.steps())).to(at::kLong).to(data.device());
        const auto noised = m_schedule.noised(data, noise, steps);
        const auto output = m_model->forward(noised, steps, labels).to(at::kFloat);
        const auto loss = diffusionLoss(m_schedule, output, data, noised, noise, steps);
        return {loss.mse, loss.vb};
    }
    const bool isCentred = m_model->options().times == models::DitTimes::LogitNormal;
    const auto drawn =
        isCentred ? logitNormalTimes(at::special_ndtri(times.clamp(1e-9, 1.0 - 1e-9))) : times;
    const auto t = drawn.to(data.options());
    const auto output =
        m_model->forward(models::flowPlace(data, noise, t), t, labels).to(at::kFloat);
    const auto loss = flowLoss(output, data, noise);
    const double weight = m_model->options().velocityCosine;
    return {loss.mse, weight > 0.0 ? weight * loss.cosine : at::Tensor()};
}

StepLoss DitLearner::loss(const Batch& batch) {
    const auto latents = batch.latents + batch.spread * tensor::drawNormalLike(batch.latents);
    const auto data = m_model->normalised(latents);
    const Terms found = terms(data, tensor::drawNormalLike(data), batch.times, batch.labels);
    StepLoss loss{found.mse.mean(), {{"mse", found.mse.detach().mean()}}};
    if (found.other.defined()) {
        loss.total = loss.total + found.other.mean();
        loss.terms[isFlow() ? "cosine" : "vb"] = found.other.detach().mean();
    }
    return loss;
}

bool DitLearner::isDecayed(const std::string& name, const at::Tensor& parameter) const {
    return AdamW::decaysMatrices(name, parameter) && !name.starts_with("y_embedder");
}

Result<StepMetrics> DitLearner::evaluate(std::int64_t images, const TaskContext& context) {
    const c10::NoGradGuard guard;
    const std::int64_t all = m_heldOut.mean.size(0);
    const std::int64_t count = images > 0 ? std::min(images, all) : all;
    const auto generator = at::detail::createCPUGenerator(kHeldOutNoise);
    StepMetrics figures;
    for (std::int64_t first = 0; first < count; first += kEvaluationBatch) {
        if (context.stopRequested())
            return cancelled();
        const std::int64_t size = std::min(kEvaluationBatch, count - first);
        const auto data = m_model->normalised(m_heldOut.mean.narrow(0, first, size).to(device()));
        const auto noise = at::randn(data.sizes(), generator).to(device());
        // Golden-ratio steps: even however the pictures are sorted by class.
        const auto times =
            (at::arange(first, first + size, at::kDouble) * 0.6180339887498949).remainder(1.0);
        const Terms found =
            terms(data, noise, times, m_heldOut.labels.narrow(0, first, size).to(device()));
        const double share = static_cast<double>(size) / static_cast<double>(count);
        figures["mse_held_out"] += share * found.mse.mean().item<double>();
        if (found.other.defined())
            figures[isFlow() ? "cosine_held_out" : "vb_held_out"] +=
                share * found.other.mean().item<double>();
    }
    return figures;
}

double DitLearner::quality(const StepMetrics& evaluation) const {
    return -figureOf(evaluation, "mse_held_out");
}

/// Few steps, without guidance: [B, C, h, w], normalised.
at::Tensor DitLearner::sampledMaps(const at::Tensor& labels) {
    const models::DitOptions& options = m_model->options();
    const std::int64_t rows = labels.size(0);
    auto x = at::randn({rows, options.inChannels, options.inputSize, options.inputSize},
                       at::detail::createCPUGenerator(config().training.seed))
                 .to(device());
    if (isFlow()) {
        const models::Velocity velocity = [&](const at::Tensor& place, double time) {
            return m_model->forward(place, at::full({rows}, time, place.options()), labels)
                .narrow(1, 0, options.inChannels);
        };
        const auto times = models::flowTimes(std::stoll(kSampleSteps), options.timestepShift);
        for (std::size_t i = 0; i + 1 < times.size(); ++i)
            x = models::eulerStep(velocity, x, times[i], times[i + 1]);
        return x;
    }
    const auto kept = models::respacedTimes(kSampleSteps, m_schedule.steps());
    const auto schedule = m_schedule.respaced(*kept);
    for (std::int64_t step = schedule.steps() - 1; step >= 0; --step) {
        const auto times = at::full({rows}, schedule.networkTime(step), labels.options());
        const models::DiffusionSampling sampling{.isDdim = true};
        x = models::denoisingStep(schedule, step, m_model->forward(x, times, labels), x, {},
                                  sampling)
                .x;
    }
    return x;
}

Result<std::vector<at::Tensor>> DitLearner::samples(std::int64_t count) {
    const c10::NoGradGuard guard;
    std::vector<at::Tensor> pictures;
    if (m_tokenizer.is_empty() || count < 1)
        return pictures;
    const auto labels =
        at::arange(count, at::kLong).remainder(m_model->options().classCount).to(device());
    const auto latents = m_model->denormalised(sampledMaps(labels));
    const auto decoded = m_tokenizer->decode(latents).back() * 0.5 + 0.5; // [B, 3, Y, X]
    for (std::int64_t row = 0; row < count; ++row)
        pictures.push_back(decoded[row].cpu());
    return pictures;
}

} // namespace hierascope::training
