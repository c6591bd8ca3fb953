// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <chrono>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>
#include <torch/version.h>

#include "core/base/log.h"
#include "core/io/json_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/tensor/device.h"
#include "core/training/run_config.h"
#include "core/training/training_session.h"

namespace hierascope::training {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A run in progress: the session, its folder, and the clocks that decide when to tell and save.
class Loop {
public:
    Loop(runs::RunFolder folder, runs::TrainConfig config, TrainingSession& session,
         const EventSink& sink)
        : m_folder(std::move(folder)), m_config(std::move(config)), m_session(session),
          m_sink(sink) {}

    Result<void> run(const TaskContext& context);
    Result<void> resume();

private:
    Result<void> tell(const runs::Event& event);
    Result<void> tellStep(const StepMetrics& metrics);
    Result<void> save();
    Result<void> evaluate(std::int64_t images, const TaskContext& context);
    Result<void> afterStep(const StepMetrics& metrics, const TaskContext& context);
    json modelConfig() const;
    void removeOldCheckpoints();

    runs::RunFolder m_folder;
    runs::TrainConfig m_config;
    TrainingSession& m_session;
    const EventSink& m_sink;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_saved = Clock::now();
    double m_elapsedBefore = 0.0;
    std::int64_t m_stepBefore = 0;
    json m_evaluation = json::object();
};

Result<void> Loop::tell(const runs::Event& event) {
    auto appended = m_folder.append(event);
    if (appended && m_sink)
        m_sink(event);
    return appended;
}

Result<void> Loop::resume() {
    auto steps = m_folder.checkpointSteps();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        auto state = loadCheckpoint(m_folder.checkpoint(*step));
        if (!state) {
            log::warning("training", "Checkpoint of step " + std::to_string(*step) +
                                         " is not used: " + state.error().message);
            continue;
        }
        m_session.restore(*state);
        m_elapsedBefore = state->elapsedSeconds;
        m_stepBefore = state->step;
        return {};
    }
    if (!steps.empty())
        return failure(ErrorCode::BadData, "Run '" + m_folder.path().string() +
                                               "': none of its checkpoints is intact.");
    return {};
}

json Loop::modelConfig() const {
    json config = m_config.model;
    config["origin"] = {{"run", m_folder.path().filename().string()},
                        {"step", m_session.stepsDone()},
                        {"data", m_config.dataDescription},
                        {"training_seconds", m_elapsedBefore + secondsSince(m_started)},
                        {"batch_size", m_config.training.batchSize},
                        {"metrics", m_evaluation}};
    return config;
}

Result<void> Loop::save() {
    TrainerState state = m_session.state();
    state.elapsedSeconds = m_elapsedBefore + secondsSince(m_started);
    if (auto saved = saveCheckpoint(m_folder.checkpoint(state.step), state, modelConfig()); !saved)
        return saved;
    removeOldCheckpoints();
    m_saved = Clock::now();
    return tell(
        runs::CheckpointEvent{state.step, "checkpoints/step-" + std::to_string(state.step)});
}

void Loop::removeOldCheckpoints() {
    auto steps = m_folder.checkpointSteps();
    const auto keep = static_cast<std::size_t>(m_config.training.keepCheckpoints);
    for (std::size_t i = 0; i + keep < steps.size(); ++i) {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder.checkpoint(steps[i]), ignored);
    }
}

Result<void> Loop::evaluate(std::int64_t images, const TaskContext& context) {
    if (!m_session.canEvaluate())
        return {};
    auto figures = m_session.evaluate(images, context);
    if (!figures && figures.error().code == ErrorCode::Cancelled)
        return {}; // the loop sees the request itself, and saves
    if (!figures)
        return failure(figures);
    m_evaluation = *figures;
    return tell(runs::MetricEvent{m_session.stepsDone(), std::move(*figures)});
}

Result<void> Loop::tellStep(const StepMetrics& metrics) {
    if (auto told = tell(runs::MetricEvent{m_session.stepsDone(), metrics}); !told)
        return told;
    const double seconds = secondsSince(m_started);
    const auto done = static_cast<double>(m_session.stepsDone() - m_stepBefore);
    const auto left = static_cast<double>(m_config.training.steps - m_session.stepsDone());
    return tell(runs::ProgressEvent{m_session.stepsDone(), m_config.training.steps,
                                    m_elapsedBefore + seconds, left * seconds / done});
}

Result<void> Loop::afterStep(const StepMetrics& metrics, const TaskContext& context) {
    const runs::TrainingOptions& training = m_config.training;
    const std::int64_t step = m_session.stepsDone();
    context.report({step, training.steps, "train"});
    if (step % training.logEvery == 0 || step == training.steps) {
        if (auto told = tellStep(metrics); !told)
            return told;
    }
    if (step % training.evaluateEvery == 0 && step < training.steps) {
        if (auto evaluated = evaluate(training.evaluateImages, context); !evaluated)
            return evaluated;
    }
    if (secondsSince(m_saved) >= training.checkpointSeconds && step < training.steps)
        return save();
    return {};
}

Result<void> Loop::run(const TaskContext& context) {
    const std::int64_t steps = m_config.training.steps;
    if (auto told = tell(runs::HelloEvent{runs::kProtocol, m_folder.path().filename().string(),
                                          m_session.stepsDone(), steps});
        !told)
        return told;
    if (m_session.stepsDone() >= steps)
        return tell(runs::FinishedEvent{m_session.stepsDone(), "done"});
    if (auto told = tell(runs::StageEvent{"train"}); !told)
        return told;
    while (m_session.stepsDone() < steps && !context.stopRequested()) {
        auto metrics = m_session.step();
        if (!metrics)
            return failure(metrics);
        if (auto done = afterStep(*metrics, context); !done)
            return done;
    }
    const bool stopped = m_session.stepsDone() < steps;
    if (!stopped) {
        if (auto told = tell(runs::StageEvent{"evaluate"}); !told)
            return told;
        if (auto evaluated = evaluate(m_config.training.finalImages, context); !evaluated)
            return evaluated;
    }
    if (auto saved = save(); !saved)
        return saved;
    return tell(runs::FinishedEvent{m_session.stepsDone(), stopped ? "stopped" : "done"});
}

Result<void> trainIn(const runs::RunFolder& folder, const TrainerOptions& options,
                     const EventSink& sink, const TaskContext& context) {
    auto config = readRunConfig(folder.config());
    if (!config)
        return failure(config);
    auto device = tensor::chooseDevice(options.device);
    if (!device)
        return failure(device);
    tensor::setThreadCount(options.threads);
    auto session = TrainingSession::create(*config, *device, folder.path() / "cache", context);
    if (!session)
        return failure(session.error().code,
                       "Run '" + folder.path().string() + "': " + session.error().message);
    Loop loop(folder, *config, **session, sink);
    if (auto resumed = loop.resume(); !resumed)
        return resumed;
    return loop.run(context);
}

} // namespace

Result<void> createRun(const std::filesystem::path& config, const std::filesystem::path& run) {
    auto object = io::readJsonFile(config);
    if (!object)
        return failure(object);
    if (auto valid = readRunConfig(config); !valid)
        return failure(valid);
    // Paths in a config are relative to its file, and the copy lies elsewhere.
    const auto makeAbsolute = [&config](json& value) {
        value = std::filesystem::absolute(config.parent_path() / value.get<std::string>())
                    .lexically_normal()
                    .string();
    };
    for (auto& [key, value] : (*object)["data"].items()) {
        if (value.is_string() && key != "description")
            makeAbsolute(value);
    }
    const json::json_pointer weights("/training/discriminator/weights");
    if (object->contains(weights))
        makeAbsolute((*object)[weights]);
    auto folder = runs::RunFolder::create(run);
    if (!folder)
        return failure(folder);
    const json environment{{"program", "hierascope"},
                           {"torch", TORCH_VERSION},
                           {"processors", std::thread::hardware_concurrency()}};
    if (auto written = io::writeJsonFile(run / "environment.json", environment); !written)
        return written;
    return io::writeJsonFile(folder->config(), *object);
}

Result<void> train(const std::filesystem::path& run, const TrainerOptions& options,
                   const EventSink& sink, const TaskContext& context) {
    auto folder = runs::RunFolder::open(run);
    if (!folder)
        return failure(folder);
    Result<void> trained;
    try {
        trained = trainIn(*folder, options, sink, context);
    } catch (const std::exception& thrown) {
        const std::string what = thrown.what();
        trained = failure(ErrorCode::Failed,
                          "Run '" + run.string() + "': " + what.substr(0, what.find('\n')));
    }
    if (!trained) {
        // Who watches the folder must learn it too; the disk may be what failed.
        const runs::ErrorEvent event{trained.error().message};
        if (folder->append(event) && sink)
            sink(event);
    }
    return trained;
}

} // namespace hierascope::training
