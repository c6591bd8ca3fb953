// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/hieratok_learner.h"

#include <algorithm>
#include <utility>

#include <ATen/ops/rand.h>
#include <ATen/ops/randn_like.h>

#include "core/metrics/psnr.h"
#include "core/models/hieratok_cost.h"
#include "core/tensor/image_tensor.h"
#include "core/training/frozen_features.h"
#include "core/training/losses.h"

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
    if (config().training.loss.perceptual > 0.0) {
        auto network = loadFeatureNetwork(config().perceptualWeights, device());
        if (!network)
            return failure(network);
        m_perceptual = std::move(*network);
    }
    return {};
}

Result<Batch> HieraTokLearner::batch(std::int64_t step) {
    auto images = m_batches->batch(step, config().training.batchSize);
    if (!images)
        return failure(images);
    Batch batch;
    batch.images = images->to(device());
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
    const auto latent = posterior.sample(at::randn_like(posterior.mean));
    const auto pictures = m_model->decode(latent);
    runs::LossWeights weights = config().training.loss;
    if (!m_perceptual)
        weights.perceptual = 0.0; // no data is open: a measurement of cost
    const LossTerms terms = tokenizerLoss(pictures, batch.images, posterior, weights, m_perceptual);
    StepLoss loss{terms.total, {{"l1", terms.l1}, {"mse", terms.mse}, {"kl", terms.kl}}};
    if (terms.perceptual.defined())
        loss.terms["perceptual"] = terms.perceptual;
    return loss;
}

double HieraTokLearner::forwardFlops() const {
    return models::forwardFlops(m_model->options());
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
