// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_session.h"

#include <algorithm>
#include <utility>

#include <ATen/Context.h>
#include <ATen/ops/_foreach_lerp.h>
#include <c10/core/InferenceMode.h>

#include "core/metrics/psnr.h"
#include "core/models/state_dict.h"
#include "core/tensor/image_tensor.h"
#include "core/training/schedule.h"

namespace hierascope::training {

namespace {

/// Makes the model evaluate with the averaged weights for as long as it lives.
class EvaluationMode {
public:
    EvaluationMode(models::HieraTokImpl& model, const std::map<std::string, at::Tensor>& parameters,
                   const std::map<std::string, at::Tensor>& average)
        : m_model(model) {
        m_model.eval();
        for (const auto& [name, parameter] : parameters) {
            m_saved.emplace_back(parameter, parameter.data());
            parameter.set_data(average.at(name));
        }
    }
    ~EvaluationMode() {
        for (auto& [parameter, data] : m_saved)
            parameter.set_data(data);
        m_model.train();
    }
    EvaluationMode(const EvaluationMode&) = delete;
    EvaluationMode& operator=(const EvaluationMode&) = delete;

private:
    models::HieraTokImpl& m_model;
    std::vector<std::pair<at::Tensor, at::Tensor>> m_saved;
};

Result<models::EfficientNetLite0> loadPerceptual(const std::filesystem::path& weights,
                                                 at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    models::EfficientNetLite0 network;
    // The classifier's head has no part in the features.
    std::erase_if(*tensors, [](const auto& entry) {
        return entry.first.starts_with("_conv_head") || entry.first.starts_with("_bn1") ||
               entry.first.starts_with("_fc");
    });
    const auto fit = models::loadStateDict(*network, *tensors);
    if (!fit.fits())
        return failure(ErrorCode::BadData,
                       "File '" + weights.string() + "': " + fit.firstProblem() + ".");
    network->to(device);
    return network;
}

void copyInto(const std::map<std::string, at::Tensor>& target, const io::TensorMap& source) {
    const c10::NoGradGuard guard;
    for (const auto& [name, tensor] : target) {
        const auto found = source.find(name);
        TORCH_CHECK(found != source.end(), "Checkpoint: tensor '", name, "' is missing.");
        TORCH_CHECK(found->second.sizes() == tensor.sizes(), "Checkpoint: tensor '", name, "' is ",
                    found->second.sizes(), ", expected ", tensor.sizes(), ".");
        tensor.copy_(found->second);
    }
}

std::map<std::string, at::Tensor> detached(const std::map<std::string, at::Tensor>& tensors,
                                           bool copy) {
    std::map<std::string, at::Tensor> out;
    for (const auto& [name, tensor] : tensors)
        out[name] = copy ? tensor.detach().clone() : tensor.detach();
    return out;
}

} // namespace

TrainingSession::TrainingSession(const runs::TrainConfig& config, models::HieraTok model,
                                 at::Device device)
    : m_config(config), m_device(device), m_model(std::move(model)),
      m_parameters(models::stateDict(*m_model)), m_average(detached(m_parameters, true)),
      m_optimizer(m_parameters, config.training) {
    m_model->train();
    m_model->setDropPath(config.training.dropPath);
}

Result<std::unique_ptr<TrainingSession>> TrainingSession::create(const runs::TrainConfig& config,
                                                                 at::Device device) {
    const auto options = models::hieraTokOptionsFromJson(config.model["options"]);
    if (!options)
        return failure(options);
    auto data = io::openDataset(config.trainData);
    if (!data)
        return failure(data);
    at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/true);
    at::manual_seed(config.training.seed);
    models::HieraTok model(*options);
    model->to(device);
    std::unique_ptr<TrainingSession> session(new TrainingSession(config, std::move(model), device));
    session->m_batches = std::make_unique<BatchSource>(
        std::move(*data), static_cast<int>(options->imageSize), config.training.seed);
    if (!config.heldOutData.empty()) {
        auto heldOut = io::openDataset(config.heldOutData);
        if (!heldOut)
            return failure(heldOut);
        session->m_heldOut = std::move(*heldOut);
    }
    if (config.training.loss.perceptual > 0.0) {
        auto network = loadPerceptual(config.perceptualWeights, device);
        if (!network)
            return failure(network);
        session->m_perceptual = std::move(*network);
    }
    return session;
}

Result<StepMetrics> TrainingSession::step() {
    const runs::TrainingOptions& training = m_config.training;
    auto images = m_batches->batch(m_step, training.batchSize);
    if (!images)
        return failure(images);
    // All randomness of a step follows from the seed and its number: nothing to save for a resume.
    at::manual_seed(training.seed * 1'000'003ULL + static_cast<std::uint64_t>(m_step));
    auto metrics = trainStep(m_model, images->to(m_device), training.loss, m_perceptual,
                             m_optimizer, learningRate(training, m_step));
    ++m_step;
    updateAverage();
    return metrics;
}

void TrainingSession::updateAverage() {
    const c10::NoGradGuard guard;
    std::vector<at::Tensor> averages;
    std::vector<at::Tensor> weights;
    for (const auto& [name, parameter] : m_parameters) {
        averages.push_back(m_average[name]);
        weights.push_back(parameter);
    }
    at::_foreach_lerp_(averages, weights, 1.0 - emaDecay(m_config.training.emaDecay, m_step));
}

Result<StepMetrics> TrainingSession::evaluate(std::int64_t images, const TaskContext& context) {
    const c10::NoGradGuard guard;
    const EvaluationMode averaged(*m_model, m_parameters, m_average);
    const int side = static_cast<int>(m_model->options().imageSize);
    const std::int64_t all = m_heldOut->size();
    const std::int64_t count = images > 0 ? std::min(images, all) : all;
    StepMetrics means;
    for (std::int64_t i = 0; i < count; ++i) {
        if (context.stopRequested())
            return cancelled();
        // Spread over the whole set: held-out pictures may be sorted by source.
        const auto image = evaluationPicture(*m_heldOut, i * all / count, side);
        if (!image)
            return failure(image);
        for (const auto& [level, psnr] : psnrOfLevels(image->to(m_device)))
            means[level] += psnr / static_cast<double>(count);
    }
    return means;
}

StepMetrics TrainingSession::psnrOfLevels(const at::Tensor& picture) {
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

TrainerState TrainingSession::state() const {
    TrainerState state;
    state.step = m_step;
    state.weights = detached(m_parameters, false);
    state.average = m_average;
    state.optimizer = m_optimizer.state();
    return state;
}

void TrainingSession::restore(const TrainerState& state) {
    copyInto(m_parameters, state.weights);
    copyInto(m_average, state.average);
    m_optimizer.restore(state.optimizer);
    m_step = state.step;
}

} // namespace hierascope::training
