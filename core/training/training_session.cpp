// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_session.h"

#include <utility>

#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/tensor.h>
#include <c10/core/InferenceMode.h>

#include "core/models/state_dict.h"
#include "core/tensor/device.h"
#include "core/training/first_weights.h"
#include "core/training/half_precision.h"
#include "core/training/schedule.h"

namespace hierascope::training {

namespace {

/// Makes the model evaluate with the averaged weights for as long as it lives.
class EvaluationMode {
public:
    EvaluationMode(torch::nn::Module& model, const std::map<std::string, at::Tensor>& parameters,
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
    torch::nn::Module& m_model;
    std::vector<std::pair<at::Tensor, at::Tensor>> m_saved;
};

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

/// Every process takes as many rows, in as many equal parts.
Result<void> checkShares(const runs::TrainingOptions& training, const ProcessTeam* team) {
    if (team == nullptr || training.batchSize % (team->processes() * training.accumulate) == 0)
        return {};
    return failure(ErrorCode::BadData,
                   "Field 'training.batch_size' is " + std::to_string(training.batchSize) +
                       ", the joint batch of all processes, expected a multiple of their number " +
                       std::to_string(team->processes()) +
                       (training.accumulate == 1 ? "."
                                                 : " times training.accumulate " +
                                                       std::to_string(training.accumulate) + "."));
}

} // namespace

TrainingSession::TrainingSession(const runs::TrainConfig& config, std::unique_ptr<Learner> learner,
                                 ProcessTeam* team)
    : m_config(config), m_learner(std::move(learner)), m_team(team),
      m_parameters(models::stateDict(m_learner->module())), m_average(detached(m_parameters, true)),
      m_optimizer(m_parameters, config.training,
                  [this](const std::string& name, const at::Tensor& parameter) {
                      return m_learner->isDecayed(name, parameter);
                  }) {}

Result<std::unique_ptr<TrainingSession>> TrainingSession::create(const runs::TrainConfig& config,
                                                                 at::Device device,
                                                                 const std::filesystem::path& cache,
                                                                 const TaskContext& context,
                                                                 ProcessTeam* team) {
    if (auto shared = checkShares(config.training, team); !shared)
        return failure(shared);
    auto learner = makeLearner(config, device);
    if (!learner)
        return failure(learner);
    if (team != nullptr)
        (*learner)->setShare(team->rank(), team->processes());
    if (auto opened = (*learner)->open(cache, context); !opened)
        return failure(opened);
    return std::unique_ptr<TrainingSession>(new TrainingSession(config, std::move(*learner), team));
}

Result<StepMetrics> TrainingSession::step() {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began = Clock::now();
    const auto batch = m_learner->batch(m_step);
    if (!batch)
        return failure(batch);
    const Clock::time_point ready = Clock::now();
    StepMetrics metrics = m_team == nullptr ? takeStep(*batch) : takeJointStep(*batch);
    m_waited += ready - began;
    m_stepped += Clock::now() - began;
    return metrics;
}

double TrainingSession::takeInputStall() {
    const double waited = std::exchange(m_waited, {}).count();
    const double stepped = std::exchange(m_stepped, {}).count();
    return stepped > 0.0 ? waited / stepped : 0.0;
}

StepMetrics TrainingSession::takeJointStep(const Batch& batch) {
    const tensor::JointBatchGuard together(m_team);
    const auto before = detached(m_learner->state(), true);
    try {
        return takeStep(batch);
    } catch (const PeerLost&) {
        copyInto(m_learner->state(), before); // a loss moves some of it; weights have not changed
        throw;
    }
}

StepMetrics TrainingSession::takeStep(const Batch& batch) {
    // All randomness of a step follows from the seed and its number: nothing to save for a resume.
    at::manual_seed(m_config.training.seed * 1'000'003ULL + static_cast<std::uint64_t>(m_step));
    const double rate = learningRate();
    StepMetrics metrics = gradientsOf(batch);
    m_optimizer.averageGradients();
    metrics.merge(m_learner->beforeUpdate(m_step + 1));
    averageOverProcesses(metrics);
    metrics["learning_rate"] = rate; // from here on nothing needs another process
    metrics["gradient_norm"] = m_optimizer.step(rate);
    ++m_step;
    metrics.merge(m_learner->afterUpdate(m_step));
    updateAverage();
    return metrics;
}

StepMetrics TrainingSession::gradientsOf(const Batch& batch) {
    const std::int64_t parts = m_config.training.accumulate;
    StepMetrics metrics;
    for (std::int64_t part = 0; part < parts; ++part) {
        const auto found =
            addGradients(lossOf(partOf(batch, part, parts)), 1.0 / static_cast<double>(parts));
        for (const auto& [name, value] : found)
            metrics[name] += value;
    }
    return metrics;
}

Result<void> TrainingSession::startFrom(const std::filesystem::path& model) {
    if (auto loaded = loadFirstWeights(m_learner->module(), m_config.model, model); !loaded)
        return loaded;
    m_average = detached(m_parameters, true);
    return {};
}

double TrainingSession::learningRate() const {
    const double planned = m_learner->learningRate(m_step);
    if (m_peak <= 0.0)
        return planned;
    const double peak = m_config.training.learningRate;
    return peak > 0.0 ? m_peak / peak * planned : m_peak;
}

StepLoss TrainingSession::lossOf(const Batch& batch) {
    return withPrecision(m_config.training.precision, m_learner->device().type(),
                         [&] { return m_learner->loss(batch); });
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
    const EvaluationMode averaged(m_learner->module(), m_parameters, m_average);
    return m_learner->evaluate(images, context);
}

Result<std::vector<at::Tensor>> TrainingSession::samples(std::int64_t count) {
    const c10::NoGradGuard guard;
    const EvaluationMode averaged(m_learner->module(), m_parameters, m_average);
    return m_learner->samples(count);
}

std::int64_t TrainingSession::memoryBytes() const {
    return tensor::usedMemory(m_learner->device());
}

std::string TrainingSession::notFinite() const {
    const c10::NoGradGuard guard;
    for (const auto& [name, parameter] : m_parameters) {
        if (!at::isfinite(parameter).all().item<bool>())
            return name;
    }
    return {};
}

TrainerState TrainingSession::state() const {
    TrainerState state;
    state.step = m_step;
    state.learningRate = m_peak;
    state.weights = detached(m_parameters, false);
    state.average = m_average;
    state.optimizer = m_optimizer.state();
    for (const auto& [name, tensor] : m_learner->state())
        state.optimizer["learner." + name] = tensor;
    return state;
}

void TrainingSession::restore(const TrainerState& state) {
    copyInto(m_parameters, state.weights);
    copyInto(m_average, state.average);
    m_optimizer.restore(state.optimizer);
    std::map<std::string, at::Tensor> learner;
    for (const auto& [name, tensor] : m_learner->state())
        learner["learner." + name] = tensor;
    copyInto(learner, state.optimizer);
    m_step = state.step;
    m_peak = state.learningRate;
}

void TrainingSession::shareState() {
    if (m_team == nullptr)
        return;
    const TrainerState own = state();
    std::vector<at::Tensor> tensors;
    for (const auto* part : {&own.weights, &own.average, &own.optimizer}) {
        for (const auto& [name, tensor] : *part)
            tensors.push_back(tensor);
    }
    const auto numbers = at::tensor({static_cast<double>(m_step), m_peak}, at::kDouble);
    tensors.push_back(numbers);
    m_team->spread(tensors);
    m_step = static_cast<std::int64_t>(numbers[0].item<double>());
    m_peak = numbers[1].item<double>();
}

} // namespace hierascope::training
