// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/estimate.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "core/models/state_dict.h"
#include "core/tensor/device.h"
#include "core/training/flop_counter.h"
#include "core/training/half_precision.h"
#include "core/training/learner.h"
#include "core/training/run_config.h"

namespace hierascope::training {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kMostImages = 2;
constexpr std::int64_t kFloatsPerWeight = 5; // weight, gradient, two moments, average
constexpr std::size_t kTimedSteps = 10;
constexpr std::chrono::seconds kLongest{20};

/// A figure of /proc/self/status in bytes, "VmRSS" or "VmHWM" (the most since `forgetPeak`).
std::int64_t memoryFigure(const std::string& name) {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        std::int64_t kibibytes = 0;
        if (word == name + ":" && status >> kibibytes)
            return kibibytes * 1024;
    }
    return 0;
}

void forgetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// The run's steps, on noise instead of pictures.
class TrialSteps {
public:
    TrialSteps(const runs::TrainConfig& config, Learner& learner)
        : m_config(config), m_learner(learner),
          m_optimizer(models::stateDict(learner.module()), config.training) {}

    /// As the last steps of a run, which have all terms.
    void step(std::int64_t images) {
        Batch batch = m_learner.noise(images);
        batch.step = m_config.training.steps - 1;
        const auto loss = withPrecision(m_config.training.precision, m_learner.device().type(),
                                        [&] { return m_learner.loss(batch); });
        trainStep(loss, m_optimizer, 0.0);
        m_learner.beforeUpdate(m_config.training.steps);
        m_learner.afterUpdate(m_config.training.steps);
    }

    /// The median of up to ten steps, fewer where they take long.
    double secondsPerStep(std::int64_t images) {
        std::vector<double> seconds;
        const Clock::time_point start = Clock::now();
        while (seconds.empty() ||
               (seconds.size() < kTimedSteps && Clock::now() - start < kLongest)) {
            const Clock::time_point begin = Clock::now();
            step(images);
            seconds.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
        }
        std::nth_element(seconds.begin(), seconds.begin() + seconds.size() / 2, seconds.end());
        return seconds[seconds.size() / 2];
    }

private:
    const runs::TrainConfig& m_config;
    Learner& m_learner;
    AdamW m_optimizer;
};

Estimate measure(const runs::TrainConfig& config, Learner& learner, std::int64_t atStart) {
    Estimate estimate;
    for (const auto& parameter : learner.module().parameters())
        estimate.parameters += parameter.numel();
    const std::int64_t batch = config.training.batchSize;
    const std::int64_t images = std::min(batch, kMostImages);
    TrialSteps trial(config, learner);
    trial.step(1);
    const std::int64_t ofOne = memoryFigure("VmHWM");
    {
        const FlopCounter counter;
        trial.step(images);
        estimate.flopsPerImage = counter.flops() / static_cast<double>(images);
    }
    const std::int64_t ofMore = std::max<std::int64_t>(memoryFigure("VmHWM") - ofOne, 0);
    const std::int64_t average =
        estimate.parameters * static_cast<std::int64_t>(sizeof(float)); // not made here
    const std::int64_t fixed =
        std::max(ofOne - atStart + average,
                 estimate.parameters * kFloatsPerWeight * static_cast<std::int64_t>(sizeof(float)));
    estimate.memoryBytes = fixed + ofMore * (batch / config.training.accumulate - 1);
    estimate.secondsPerStep =
        trial.secondsPerStep(images) * static_cast<double>(batch) / static_cast<double>(images);
    estimate.flopsPerStep = estimate.flopsPerImage * static_cast<double>(batch);
    return estimate;
}

/// Makes the learner with its frozen networks; without them where a file is not there yet.
Result<std::unique_ptr<Learner>> makeTrialLearner(runs::TrainConfig& config, at::Device device,
                                                  std::string& leftOut) {
    auto learner = makeLearner(config, device);
    if (!learner)
        return learner;
    const auto opened = (*learner)->openNetworks();
    if (opened)
        return learner;
    leftOut = opened.error().message;
    config.training.loss.perceptual = 0.0;
    config.training.discriminator.kind = runs::DiscriminatorKind::None;
    config.model["options"]["alignment_channels"] = 0;
    return makeLearner(config, device);
}

} // namespace

Result<Estimate> estimateTraining(const std::filesystem::path& file,
                                  const TrainerOptions& options) {
    auto config = readRunConfig(file);
    if (!config)
        return failure(config);
    const auto device = tensor::chooseDevice(options.device);
    if (!device)
        return failure(device);
    tensor::setThreadCount(options.threads);
    try {
        const std::int64_t atStart = memoryFigure("VmRSS");
        forgetPeak();
        std::string leftOut;
        auto learner = makeTrialLearner(*config, *device, leftOut);
        if (!learner)
            return failure(learner.error().code,
                           "Config '" + file.string() + "': " + learner.error().message);
        Estimate estimate = measure(*config, **learner, atStart);
        estimate.leftOut = leftOut;
        return estimate;
    } catch (const std::exception& thrown) {
        const std::string what = thrown.what();
        return failure(ErrorCode::Failed,
                       "Config '" + file.string() + "': " + what.substr(0, what.find('\n')));
    }
}

} // namespace hierascope::training
