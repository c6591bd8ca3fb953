// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/restok_learner.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <ATen/ops/bincount.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/zeros.h>

#include "core/metrics/psnr.h"
#include "core/models/state_dict.h"
#include "core/tensor/joint_batch.h"
#include "core/training/frozen_features.h"
#include "core/training/schedule.h"

namespace hierascope::training {

namespace {

constexpr std::int64_t kEvaluationBatch = 32;
constexpr std::array<std::string_view, 9> kNotDecayed{
    "ln", "bias", "latent_tokens", "mask_token", "embedding", "norm", "gamma", "embed", "rope"};

} // namespace

ResTokLearner::ResTokLearner(const runs::TrainConfig& config, models::ResTok model,
                             at::Device device)
    : Learner(config, device), m_model(std::move(model)) {
    m_model->to(device);
    m_model->train();
    if (config.training.initialGain != 1.0) {
        const c10::NoGradGuard guard;
        for (const auto& [name, parameter] : models::stateDict(*m_model)) {
            if (name.ends_with("weight") && ResTokLearner::isDecayed(name, parameter))
                parameter.mul_(config.training.initialGain);
        }
    }
    m_uses = at::zeros({m_model->options().codebookSize}, at::kLong);
    m_lastLayer = models::stateDict(*m_model).at("pixel_decoder.conv_out.weight");
}

Result<std::unique_ptr<Learner>> ResTokLearner::create(const runs::TrainConfig& config,
                                                       at::Device device) {
    const auto options = models::resTokOptionsFromJson(config.model["options"]);
    if (!options)
        return failure(options);
    return std::unique_ptr<Learner>(new ResTokLearner(config, models::ResTok(*options), device));
}

Result<void> ResTokLearner::open(const std::filesystem::path& /*cache*/,
                                 const TaskContext& /*context*/) {
    auto data = openPictures(config().trainData);
    if (!data)
        return failure(data);
    m_batches = makeBatches(std::move(*data), m_model->options().imageSize);
    if (!config().heldOutData.empty()) {
        auto heldOut = openPictures(config().heldOutData);
        if (!heldOut)
            return failure(heldOut);
        m_heldOut = std::move(*heldOut);
    }
    return openNetworks();
}

Result<void> ResTokLearner::openAdversary() {
    if (!config().training.discriminator.isOn())
        return {};
    auto discriminator = makeDiscriminator(ownTraining(), m_model->options().imageSize, device());
    if (!discriminator)
        return failure(discriminator);
    m_adversary = std::make_unique<Adversary>(std::move(*discriminator), config().training);
    return {};
}

Result<void> ResTokLearner::openNetworks() {
    auto metric = openPerceptual(config(), /*trims=*/true, device());
    if (!metric)
        return failure(metric);
    m_distance = std::move(metric->distance);
    auto teacher = openTeacher(config(), m_model->options().alignmentChannels, device());
    if (!teacher)
        return failure(teacher);
    m_teacher = std::move(*teacher);
    return openAdversary();
}

Result<Batch> ResTokLearner::batch(std::int64_t step) {
    auto images = m_batches->take(step);
    if (!images)
        return failure(images);
    Batch batch;
    batch.images = images->to(device(), /*non_blocking=*/true);
    batch.step = step;
    std::vector<at::Tensor> kept;
    for (const std::int64_t position : positionsOf(step))
        kept.push_back(drawKept(m_model->options(), config().training.seed, position, 1));
    batch.keep = at::cat(kept);
    return batch;
}

Batch ResTokLearner::noise(std::int64_t size) {
    const std::int64_t side = m_model->options().imageSize;
    Batch batch;
    batch.images = at::rand({size, 3, side, side}, device());
    batch.keep = drawKept(m_model->options(), 0, 0, size);
    return batch;
}

StepLoss ResTokLearner::loss(const Batch& batch) {
    const auto images = batch.images * 0.5 + 0.5;
    StepLoss loss =
        resTokLoss(m_model, images, batch.keep.to(device()), config().training.loss, m_distance,
                   m_teacher ? m_teacher.features(batch.images, m_model->options().gridSize())
                             : TeacherFeatures{},
                   batch.step < config().training.quantizeFrom, &m_pass);
    if (m_adversary)
        m_adversary->addTo(loss, images, m_pass.pictures, batch, m_lastLayer);
    m_pass.pictures.reset();
    const c10::NoGradGuard guard;
    const auto counts =
        tensor::sumOfAll(at::bincount(m_pass.quantized.codes.flatten().cpu(), {}, m_uses.size(0)));
    m_uses += counts;
    loss.terms["codes_used"] = (counts > 0).sum();
    loss.terms["kept"] = batch.keep.to(at::kFloat).mean();
    return loss;
}

StepMetrics ResTokLearner::beforeUpdate(std::int64_t step) {
    if (isReseeding(step))
        m_pass.quantized.inputs = tensor::rowsOfAll(m_pass.quantized.inputs);
    return m_adversary ? m_adversary->learn(step - 1) : StepMetrics{};
}

/// All codes begin at vectors in use; later those without use move there.
bool ResTokLearner::isReseeding(std::int64_t step) const {
    const auto& training = config().training;
    return step == training.quantizeFrom ||
           (training.reseedEvery != 0 && step % training.reseedEvery == 0 &&
            2 * step <= training.steps);
}

StepMetrics ResTokLearner::afterUpdate(std::int64_t step) {
    if (!isReseeding(step))
        return {};
    if (step == config().training.quantizeFrom)
        m_uses.zero_();
    const c10::NoGradGuard guard;
    const auto dead = (m_uses == 0).nonzero().flatten(); // [dead codes]
    if (dead.numel() > 0) {
        const auto rows = m_pass.quantized.inputs; // [B N, C]
        const auto chosen = at::randint(rows.size(0), {dead.numel()}, at::kLong);
        auto book = models::stateDict(*m_model).at("quantize.embedding.weight");
        book.index_copy_(0, dead.to(device()), rows.index_select(0, chosen.to(device())));
    }
    m_uses.zero_();
    return {};
}

double ResTokLearner::learningRate(std::int64_t step) const {
    return officialLearningRate(config().training, step);
}

bool ResTokLearner::isDecayed(const std::string& name, const at::Tensor& parameter) const {
    return parameter.dim() >= 2 &&
           std::none_of(kNotDecayed.begin(), kNotDecayed.end(), [&name](std::string_view part) {
               return name.find(part) != std::string::npos;
           });
}

Result<at::Tensor> ResTokLearner::heldOutBatch(std::int64_t first, std::int64_t count,
                                               std::int64_t all) const {
    const int side = static_cast<int>(m_model->options().imageSize);
    std::vector<at::Tensor> pictures;
    for (std::int64_t i = first; i < std::min(first + kEvaluationBatch, count); ++i) {
        // Spread over the whole set: held-out pictures may be sorted by source.
        auto image = evaluationPicture(*m_heldOut, i * all / count, side, config().crops);
        if (!image)
            return failure(image);
        pictures.push_back(std::move(*image));
    }
    return at::cat(pictures) * 0.5 + 0.5;
}

Result<StepMetrics> ResTokLearner::evaluate(std::int64_t images, const TaskContext& context) {
    const std::int64_t all = m_heldOut->size();
    const std::int64_t count = images > 0 ? std::min(images, all) : all;
    auto uses = at::zeros({m_model->options().codebookSize}, at::kLong);
    StepMetrics figures;
    for (std::int64_t first = 0; first < count; first += kEvaluationBatch) {
        auto batch = heldOutBatch(first, count, all);
        if (!batch)
            return failure(batch);
        const auto wanted = batch->to(device());
        const auto codes = m_model->codesOf(m_model->encode(wanted).z);
        const auto vectors = m_model->vectorsOf(codes);
        uses += at::bincount(codes.flatten().cpu(), {}, uses.size(0));
        for (const std::int64_t prefix : m_model->options().prefixes()) {
            if (context.stopRequested())
                return cancelled();
            const auto keep = at::full({wanted.size(0)}, prefix, codes.options());
            const auto found = m_model->decode(vectors, keep).clamp(0.0, 1.0);
            figures["psnr_" + std::to_string(prefix)] +=
                metrics::psnr(found, wanted).sum().item<double>() / static_cast<double>(count);
        }
    }
    figures["codes_used_held_out"] = static_cast<double>((uses > 0).sum().item<std::int64_t>());
    return figures;
}

double ResTokLearner::quality(const StepMetrics& evaluation) const {
    return figureOf(evaluation, "psnr_" + std::to_string(m_model->options().latentTokens));
}

Result<std::vector<at::Tensor>> ResTokLearner::samples(std::int64_t count) {
    const std::int64_t all = canEvaluate() ? m_heldOut->size() : 0;
    count = std::min(count, all);
    if (count < 1)
        return std::vector<at::Tensor>{};
    const auto batch = heldOutBatch(0, count, all);
    if (!batch)
        return failure(batch);
    const auto codes = m_model->codesOf(m_model->encode(batch->to(device())).z);
    const auto keep = at::full({codes.size(0)}, m_model->options().latentTokens, codes.options());
    const auto found = m_model->decode(m_model->vectorsOf(codes), keep).to(at::kCPU);
    return at::cat({*batch, found}, 3).unbind(0);
}

std::map<std::string, at::Tensor> ResTokLearner::state() const {
    std::map<std::string, at::Tensor> state{{"uses", m_uses}};
    if (m_adversary) {
        for (const auto& [name, tensor] : m_adversary->state())
            state["discriminator." + name] = tensor;
    }
    return state;
}

} // namespace hierascope::training
