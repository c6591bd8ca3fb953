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
#include <ATen/ops/upsample_bilinear2d.h>
#include <ATen/ops/zeros.h>

#include "core/metrics/psnr.h"
#include "core/models/discriminator_layers.h"
#include "core/models/state_dict.h"
#include "core/training/frozen_features.h"
#include "core/training/losses.h"
#include "core/training/schedule.h"

namespace hierascope::training {

namespace {

constexpr std::int64_t kEvaluationBatch = 32;
constexpr std::size_t kTeacherLayer = 3; // EfficientNet-Lite0 after block 10
constexpr std::int64_t kTeacherStride = 16;
constexpr std::int64_t kTeacherChannels = 112;
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
    auto data = io::openDataset(config().trainData);
    if (!data)
        return failure(data);
    m_batches = std::make_unique<BatchSource>(std::move(*data),
                                              static_cast<int>(m_model->options().imageSize),
                                              config().training.seed, config().crops);
    if (!config().heldOutData.empty()) {
        auto heldOut = io::openDataset(config().heldOutData);
        if (!heldOut)
            return failure(heldOut);
        m_heldOut = std::move(*heldOut);
    }
    if (auto opened = openFrozenNetworks(); !opened)
        return opened;
    return openAdversary();
}

Result<void> ResTokLearner::openAdversary() {
    const auto& training = config().training;
    if (training.discriminator.weights.empty())
        return {};
    if (training.batchSize % models::BatchNormLocalImpl::groupsOf(training.batchSize) != 0)
        return failure(ErrorCode::BadData, "Field 'training.batch_size' is " +
                                               std::to_string(training.batchSize) +
                                               ", expected one that the discriminator can share "
                                               "into even groups of at most 8.");
    auto discriminator = loadDiscriminator(training.discriminator.weights, device());
    if (!discriminator)
        return failure(discriminator);
    m_adversary = std::make_unique<Adversary>(std::move(*discriminator), training);
    return {};
}

Result<void> ResTokLearner::openFrozenNetworks() {
    const std::int64_t channels = m_model->options().alignmentChannels;
    if (channels != 0 && channels != kTeacherChannels)
        return failure(ErrorCode::BadData, "Field 'options.alignment_channels' is " +
                                               std::to_string(channels) + ", expected 0 or the " +
                                               std::to_string(kTeacherChannels) +
                                               " channels of EfficientNet-Lite0's block 10.");
    const bool isPerceptual = config().training.loss.perceptual > 0.0;
    const bool hasLpips = !config().lpipsWeights.empty();
    if (isPerceptual && hasLpips) {
        auto distance = loadLpips(config().lpipsWeights, device());
        if (!distance)
            return failure(distance);
        m_distance = std::move(*distance);
    }
    if (channels > 0 || (isPerceptual && !hasLpips)) {
        auto network = loadFeatureNetwork(config().perceptualWeights, device());
        if (!network)
            return failure(network);
        m_features = std::move(*network);
    }
    if (isPerceptual && !hasLpips)
        m_distance = [network = m_features](const at::Tensor& pictures,
                                            const at::Tensor& references) mutable {
            return perceptualDistance(network, pictures, references);
        };
    return {};
}

Result<Batch> ResTokLearner::batch(std::int64_t step) {
    const std::int64_t size = config().training.batchSize;
    auto images = m_batches->batch(step, size);
    if (!images)
        return failure(images);
    Batch batch;
    batch.images = images->to(device());
    batch.step = step;
    batch.keep = drawKept(m_model->options(), config().training.seed, step * size, size);
    return batch;
}

Batch ResTokLearner::noise(std::int64_t size) {
    const std::int64_t side = m_model->options().imageSize;
    Batch batch;
    batch.images = at::rand({size, 3, side, side}, device());
    batch.keep = drawKept(m_model->options(), 0, 0, size);
    return batch;
}

TeacherFeatures ResTokLearner::teacherOf(const at::Tensor& images) {
    if (!m_features || m_model->options().alignmentChannels == 0 ||
        config().training.loss.alignment <= 0.0)
        return {};
    const c10::NoGradGuard guard;
    const std::int64_t side = m_model->options().gridSize() * kTeacherStride;
    TeacherFeatures teacher;
    teacher.map = m_features->features(
        at::upsample_bilinear2d(images, {side, side}, /*align_corners=*/false))[kTeacherLayer];
    teacher.pooled = teacher.map.mean({2, 3}, /*keepdim=*/true);
    return teacher;
}

StepLoss ResTokLearner::loss(const Batch& batch) {
    m_images = batch.images * 0.5 + 0.5;
    StepLoss loss =
        resTokLoss(m_model, m_images, batch.keep.to(device()), config().training.loss, m_distance,
                   teacherOf(batch.images), batch.step < config().training.quantizeFrom, &m_pass);
    if (m_adversary && m_adversary->isActive(batch.step)) {
        const auto draws = m_adversary->draws(m_images, batch.step);
        loss.terms["adversarial"] = m_adversary->generatorLoss(m_pass.pictures, draws.generator);
        loss.total =
            loss.total + config().training.discriminator.weight * loss.terms["adversarial"];
    }
    m_pass.pictures = m_pass.pictures.detach();
    const c10::NoGradGuard guard;
    const auto counts = at::bincount(m_pass.quantized.codes.flatten().cpu(), {}, m_uses.size(0));
    m_uses += counts;
    loss.terms["codes_used"] = (counts > 0).sum();
    loss.terms["kept"] = batch.keep.to(at::kFloat).mean();
    return loss;
}

StepMetrics ResTokLearner::afterUpdate(std::int64_t step) {
    reseedCodes(step);
    const std::int64_t done = step - 1;
    if (!m_adversary || !m_adversary->isActive(done))
        return {};
    return m_adversary->update(m_images, m_pass.pictures, m_adversary->draws(m_images, done),
                               m_adversary->learningRate(done));
}

void ResTokLearner::reseedCodes(std::int64_t step) {
    const auto& training = config().training;
    if (step == training.quantizeFrom)
        m_uses.zero_(); // all codes begin at vectors in use
    else if (training.reseedEvery == 0 || step % training.reseedEvery != 0 ||
             2 * step > training.steps)
        return;
    const c10::NoGradGuard guard;
    const auto dead = (m_uses == 0).nonzero().flatten(); // [dead codes]
    if (dead.numel() > 0) {
        const auto rows = m_pass.quantized.inputs; // [B N, C]
        const auto chosen = at::randint(rows.size(0), {dead.numel()}, at::kLong);
        auto book = models::stateDict(*m_model).at("quantize.embedding.weight");
        book.index_copy_(0, dead.to(device()), rows.index_select(0, chosen.to(device())));
    }
    m_uses.zero_();
}

double ResTokLearner::learningRate(std::int64_t step) const {
    return officialLearningRate(config().training, step);
}

double ResTokLearner::forwardFlops() const {
    return 0.0;
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
