// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/estimate.h"

#include <algorithm>
#include <chrono>

#include <sys/resource.h>

#include "core/models/state_dict.h"
#include "core/tensor/device.h"
#include "core/training/learner.h"
#include "core/training/run_config.h"

namespace hierascope::training {

namespace {

constexpr std::int64_t kMostImages = 2;
constexpr std::int64_t kFloatsPerWeight = 5; // weight, gradient, two moments, average

std::int64_t peakBytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{usage.ru_maxrss} * 1024;
}

Estimate measure(const runs::TrainConfig& config, Learner& learner) {
    AdamW optimizer(models::stateDict(learner.module()), config.training);
    const std::int64_t images = std::min(config.training.batchSize, kMostImages);
    const Batch batch = learner.noise(images);

    Estimate estimate;
    for (const auto& parameter : learner.module().parameters())
        estimate.parameters += parameter.numel();
    const std::int64_t before = peakBytes();
    trainStep(learner.loss(batch), optimizer, 0.0); // the first one also warms up
    const auto start = std::chrono::steady_clock::now();
    trainStep(learner.loss(batch), optimizer, 0.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;

    const double scale =
        static_cast<double>(config.training.batchSize) / static_cast<double>(images);
    const std::int64_t fixed =
        estimate.parameters * kFloatsPerWeight * static_cast<std::int64_t>(sizeof(float));
    const std::int64_t gradients = estimate.parameters * static_cast<std::int64_t>(sizeof(float));
    const std::int64_t grown = std::max<std::int64_t>(peakBytes() - before - gradients, 0);
    estimate.memoryBytes = fixed + static_cast<std::int64_t>(static_cast<double>(grown) * scale);
    estimate.secondsPerStep = seconds.count() * scale;
    estimate.flopsPerStep =
        3.0 * learner.forwardFlops() * static_cast<double>(config.training.batchSize);
    return estimate;
}

} // namespace

Result<Estimate> estimateTraining(const std::filesystem::path& file,
                                  const TrainerOptions& options) {
    const auto config = readRunConfig(file);
    if (!config)
        return failure(config);
    const auto device = tensor::chooseDevice(options.device);
    if (!device)
        return failure(device);
    tensor::setThreadCount(options.threads);
    try {
        auto learner = makeLearner(*config, *device);
        if (!learner)
            return failure(learner.error().code,
                           "Config '" + file.string() + "': " + learner.error().message);
        return measure(*config, **learner);
    } catch (const std::exception& thrown) {
        const std::string what = thrown.what();
        return failure(ErrorCode::Failed,
                       "Config '" + file.string() + "': " + what.substr(0, what.find('\n')));
    }
}

} // namespace hierascope::training
