// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/hieratok_learner.h"

#include <algorithm>
#include <utility>

#include <ATen/ops/rand.h>

#include "core/metrics/psnr.h"
#include "core/models/state_dict.h"
#include "core/tensor/image_tensor.h"
#include "core/tensor/joint_batch.h"
#include "core/training/adaptive_weight.h"
#include "core/training/losses.h"
#include "core/training/vf_loss.h"

namespace hierascope::training {

HieraTokLearner::HieraTokLearner(const runs::TrainConfig& config, models::HieraTok model,
                                 at::Device device)
    : Learner(config, device), m_model(std::move(model)) {
    m_model->to(device);
    m_model->train();
    m_model->setDropPath(config.training.dropPath);
}

Result<std::unique_ptr<Learner>> HieraTokLearner::create(const runs::TrainConfig& config,
                                                         at::Device device) {
    const auto options = models::hieraTokOptionsFromJson(config.model["options"]);
    if (!options)
        return failure(options);
    return std::unique_ptr<Learner>(
        new HieraTokLearner(config, models::HieraTok(*options), device));
}

Result<void> HieraTokLearner::open(const std::filesystem::path& /*cache*/,
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

Result<void> HieraTokLearner::openNetworks() {
    auto metric = openPerceptual(config(), /*trims=*/false, device());
    if (!metric)
        return failure(metric);
    m_metric = std::move(*metric);
    auto teacher = openTeacher(config(), m_model->options().alignmentChannels, device());
    if (!teacher)
        return failure(teacher);
    m_teacher = std::move(*teacher);
    if (!config().training.discriminator.isOn())
        return {};
    const auto& options = m_model->options();
    auto discriminator =
        makeDiscriminator(ownTraining(), options.scales.back() * options.patchSize, device());
    if (!discriminator)
        return failure(discriminator);
    m_adversary = std::make_unique<Adversary>(std::move(*discriminator), config().training);
    return {};
}

Result<Batch> HieraTokLearner::batch(std::int64_t step) {
    auto images = m_batches->take(step);
    if (!images)
        return failure(images);
    Batch batch;
    batch.step = step;
    batch.images = images->to(device(), /*non_blocking=*/true);
    return batch;
}

Batch HieraTokLearner::noise(std::int64_t size) {
    const std::int64_t side = m_model->options().imageSize;
    Batch batch;
    batch.images = at::rand({size, 3, side, side}, device());
    return batch;
}

StepLoss HieraTokLearner::loss(const Batch& batch) {
    const auto posterior = m_model->posterior(batch.images);
    const auto latent = posterior.sample(tensor::drawNormalLike(posterior.mean));
    const auto pictures = m_model->decode(latent);
    const runs::LossWeights& weights = config().training.loss;
    const LossTerms terms = tokenizerLoss(pictures, batch.images, posterior, weights, m_metric);
    StepLoss loss{terms.total, {{"l1", terms.l1}, {"mse", terms.mse}, {"kl", terms.kl}}};
    if (terms.perceptual.defined())
        loss.terms["perceptual"] = terms.perceptual;
    if (m_teacher)
        addAlignment(loss, batch.images, latent, terms.total - weights.kl * terms.kl);
    if (m_adversary) {
        const at::Tensor& finest = pictures.back();
        m_adversary->addTo(loss, tensor::areaResize(batch.images, finest.size(2)) * 0.5 + 0.5,
                           finest * 0.5 + 0.5, batch,
                           models::stateDict(*m_model).at("to_pixels.weight"));
    }
    return loss;
}

/// @param reconstruction the loss of the pictures alone
void HieraTokLearner::addAlignment(StepLoss& loss, const at::Tensor& images,
                                   const at::Tensor& latent, const at::Tensor& reconstruction) {
    const auto seen = m_teacher.features(images, m_model->options().gridSize());
    const VfLoss found =
        vfLoss(m_model->alignLatent(latent), seen.map, config().training.loss.margins);
    const auto term = found.distance + found.cosine;
    const auto weight =
        config().training.loss.alignment *
        adaptiveWeight(reconstruction, term, models::stateDict(*m_model).at("moments.weight"), 1e8);
    loss.terms["alignment_distance"] = found.distance;
    loss.terms["alignment_cosine"] = found.cosine;
    loss.terms["alignment_weight"] = weight;
    loss.total = loss.total + weight * term;
}

StepMetrics HieraTokLearner::beforeUpdate(std::int64_t step) {
    return m_adversary ? m_adversary->learn(step - 1) : StepMetrics{};
}

std::map<std::string, at::Tensor> HieraTokLearner::state() const {
    std::map<std::string, at::Tensor> state;
    if (m_adversary) {
        for (const auto& [name, tensor] : m_adversary->state())
            state["discriminator." + name] = tensor;
    }
    return state;
}

bool HieraTokLearner::isDecayed(const std::string& name, const at::Tensor& parameter) const {
    return AdamW::decaysMatrices(name, parameter);
}

Result<StepMetrics> HieraTokLearner::evaluate(std::int64_t images, const TaskContext& context) {
    const int side = static_cast<int>(m_model->options().imageSize);
    const std::int64_t all = m_heldOut->size();
    const std::int64_t count = images > 0 ? std::min(images, all) : all;
    StepMetrics means;
    for (std::int64_t i = 0; i < count; ++i) {
        if (context.stopRequested())
            return cancelled();
        // Spread over the whole set: held-out pictures may be sorted by source.
        const auto image = evaluationPicture(*m_heldOut, i * all / count, side, config().crops);
        if (!image)
            return failure(image);
        for (const auto& [level, psnr] : psnrOfLevels(image->to(device())))
            means[level] += psnr / static_cast<double>(count);
    }
    return means;
}

double HieraTokLearner::quality(const StepMetrics& evaluation) const {
    const std::string side = std::to_string(m_model->options().scales.back());
    return figureOf(evaluation, "psnr_" + side + "x" + side);
}

Result<std::vector<at::Tensor>> HieraTokLearner::samples(std::int64_t count) {
    const int side = static_cast<int>(m_model->options().imageSize);
    const std::int64_t all = canEvaluate() ? m_heldOut->size() : 0;
    std::vector<at::Tensor> pairs;
    for (std::int64_t i = 0; i < std::min(count, all); ++i) {
        const auto image = evaluationPicture(*m_heldOut, i * all / count, side, config().crops);
        if (!image)
            return failure(image);
        const auto levels = m_model->decode(m_model->posterior(image->to(device())).mean);
        pairs.push_back((at::cat({*image, levels.back().to(at::kCPU)}, 3) * 0.5 + 0.5).squeeze(0));
    }
    return pairs;
}

StepMetrics HieraTokLearner::psnrOfLevels(const at::Tensor& picture) {
    const auto levels = m_model->decode(m_model->posterior(picture).mean);
    StepMetrics figures;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const auto wanted = tensor::areaResize(picture, levels[level].size(2));
        const auto found = (levels[level] * 0.5 + 0.5).clamp(0.0, 1.0);
        const std::string side = std::to_string(m_model->options().scales[level]);
        figures["psnr_" + side + "x" + side] =
            metrics::psnr(found, wanted * 0.5 + 0.5).item<double>();
    }
    return figures;
}

} // namespace hierascope::training
