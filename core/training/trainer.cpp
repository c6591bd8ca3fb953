// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "core/io/json_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/tensor/device.h"
#include "core/training/run_config.h"
#include "core/training/run_desk.h"
#include "core/training/run_samples.h"
#include "core/training/training_session.h"

namespace hierascope::training {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPauseLook{200};
constexpr std::int64_t kSamples = 8;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A run in progress: the session, its folder, and the clocks that decide when to tell and save.
class Loop {
public:
    Loop(runs::RunFolder folder, runs::TrainConfig config, TrainingSession& session, RunDesk& desk,
         const EventSink& sink)
        : m_folder(std::move(folder)), m_config(std::move(config)), m_session(session),
          m_desk(desk), m_sink(sink) {
        m_desk.setPlan(m_config.training.lastStep());
    }

    Result<void> run(const TaskContext& context);
    Result<void> resume();

private:
    Result<void> tell(const runs::Event& event);
    Result<void> tellStep(const StepMetrics& metrics);
    Result<void> save();
    Result<void> evaluate(std::int64_t images, const TaskContext& context);
    Result<void> afterStep(const StepMetrics& metrics, const TaskContext& context);
    Result<void> obey(const TaskContext& context);
    Result<void> obey(const runs::Command& command);
    Result<void> sample();
    Result<void> changeTraining(const json& fields);
    double secondsPerStep() const;
    std::int64_t lastStep() const { return m_config.training.lastStep(); }
    bool isGoingOn(const TaskContext& context) const {
        return m_session.stepsDone() < lastStep() && !m_isStopping && !context.stopRequested();
    }
    json modelConfig() const;
    std::string lastGood() const;
    void removeOldCheckpoints();

    runs::RunFolder m_folder;
    runs::TrainConfig m_config;
    TrainingSession& m_session;
    RunDesk& m_desk;
    const EventSink& m_sink;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_saved = Clock::now();
    double m_elapsedBefore = 0.0;
    std::int64_t m_stepBefore = 0;
    std::int64_t m_savedStep = -1;
    bool m_isPaused = false;
    bool m_isStopping = false;
    json m_evaluation = json::object();
};

double Loop::secondsPerStep() const {
    const auto done = static_cast<double>(m_session.stepsDone() - m_stepBefore);
    return done > 0.0 ? secondsSince(m_started) / done : 0.0;
}

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
    m_desk.tell(runs::RunState::Saving, state.step, secondsPerStep());
    state.elapsedSeconds = m_elapsedBefore + secondsSince(m_started);
    if (auto saved = saveCheckpoint(m_folder.checkpoint(state.step), state, modelConfig()); !saved)
        return saved;
    removeOldCheckpoints();
    m_saved = Clock::now();
    m_savedStep = state.step;
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
    const auto left = static_cast<double>(lastStep() - m_session.stepsDone());
    return tell(runs::ProgressEvent{m_session.stepsDone(), lastStep(), m_elapsedBefore + seconds,
                                    left * seconds / done});
}

Result<void> Loop::afterStep(const StepMetrics& metrics, const TaskContext& context) {
    const runs::TrainingOptions& training = m_config.training;
    const std::int64_t step = m_session.stepsDone();
    context.report({step, lastStep(), "train"});
    for (const auto& [name, value] : metrics) {
        if (!std::isfinite(value))
            return failure(ErrorCode::Failed, "Run '" + m_folder.path().string() + "': " + name +
                                                  " is no longer finite at step " +
                                                  std::to_string(step) +
                                                  "; the last checkpoint before it is " +
                                                  lastGood() + ". A lower learning rate may help.");
    }
    m_desk.tell(runs::RunState::Training, step, secondsPerStep());
    if (step % training.logEvery == 0 || step == lastStep()) {
        if (auto told = tellStep(metrics); !told)
            return told;
    }
    if (step % training.evaluateEvery == 0 && step < lastStep()) {
        if (auto evaluated = evaluate(training.evaluateImages, context); !evaluated)
            return evaluated;
    }
    if (secondsSince(m_saved) >= training.checkpointSeconds && step < lastStep()) {
        if (auto saved = save(); !saved)
            return saved;
    }
    return obey(context);
}

std::string Loop::lastGood() const {
    const auto steps = m_folder.checkpointSteps();
    return steps.empty() ? "none" : "that of step " + std::to_string(steps.back());
}

/// Does what people ask for; while the run is paused, waits here with everything in memory.
Result<void> Loop::obey(const TaskContext& context) {
    do {
        for (const runs::Command& command : m_desk.takeCommands()) {
            if (auto obeyed = obey(command); !obeyed)
                return obeyed;
        }
        if (m_isPaused) {
            m_desk.tell(runs::RunState::Paused, m_session.stepsDone(), secondsPerStep());
            std::this_thread::sleep_for(kPauseLook);
        }
    } while (m_isPaused && isGoingOn(context));
    return {};
}

Result<void> Loop::obey(const runs::Command& command) {
    if (std::holds_alternative<runs::StopCommand>(command)) {
        m_isStopping = true;
    } else if (std::holds_alternative<runs::PauseCommand>(command)) {
        m_isPaused = true;
    } else if (std::holds_alternative<runs::ResumeCommand>(command)) {
        m_isPaused = false;
    } else if (std::holds_alternative<runs::SaveCommand>(command)) {
        return m_savedStep == m_session.stepsDone() ? Result<void>{} : save();
    } else if (std::holds_alternative<runs::SampleCommand>(command)) {
        return sample();
    } else if (const auto* extend = std::get_if<runs::ExtendCommand>(&command)) {
        // A plan that ends behind this step would be no plan.
        const std::int64_t until = std::max(extend->steps, m_session.stepsDone());
        if (auto changed = changeTraining({{"until", until}}); !changed)
            return changed;
        m_config.training.until = until;
        m_desk.setPlan(lastStep());
    } else if (const auto* rate = std::get_if<runs::LearningRateCommand>(&command)) {
        const double factor = rate->value / m_config.training.learningRate;
        if (auto changed = changeTraining(
                {{"learning_rate", rate->value},
                 {"final_learning_rate", factor * m_config.training.finalLearningRate}});
            !changed)
            return changed;
        m_session.setLearningRate(rate->value);
        return save(); // so that a resume goes on from where the rate changed
    }
    return {};
}

/// Changes fields of `training` in the run's config.json, for whoever resumes it.
Result<void> Loop::changeTraining(const json& fields) {
    auto config = io::readJsonFile(m_folder.config());
    if (!config)
        return failure(config);
    (*config)["training"].update(fields);
    return io::writeJsonFile(m_folder.config(), *config);
}

Result<void> Loop::sample() {
    const auto pictures = m_session.samples(kSamples);
    if (!pictures)
        return failure(pictures);
    if (pictures->empty()) {
        log::info("training", "Run '" + m_folder.path().string() +
                                  "' has no held-out pictures to show samples of.");
        return {};
    }
    const auto written = writeSamples(m_folder.path(), m_session.stepsDone(), *pictures);
    if (!written)
        return failure(written);
    return tell(runs::SampleEvent{m_session.stepsDone(), *written});
}

Result<void> Loop::run(const TaskContext& context) {
    if (auto told = tell(runs::HelloEvent{runs::kProtocol, m_folder.path().filename().string(),
                                          m_session.stepsDone(), lastStep()});
        !told)
        return told;
    // What was asked for before the start counts, too: an extension, or a stop.
    if (auto obeyed = obey(context); !obeyed)
        return obeyed;
    if (m_session.stepsDone() >= lastStep()) {
        m_desk.tell(runs::RunState::Finished, m_session.stepsDone());
        return tell(runs::FinishedEvent{m_session.stepsDone(), "done"});
    }
    if (auto told = tell(runs::StageEvent{"train"}); !told)
        return told;
    while (isGoingOn(context)) {
        auto metrics = m_session.step();
        if (!metrics)
            return failure(metrics);
        if (auto done = afterStep(*metrics, context); !done)
            return done;
    }
    const bool stopped = m_session.stepsDone() < lastStep();
    if (!stopped) {
        if (auto told = tell(runs::StageEvent{"evaluate"}); !told)
            return told;
        if (auto evaluated = evaluate(m_config.training.finalImages, context); !evaluated)
            return evaluated;
    }
    if (m_savedStep != m_session.stepsDone()) {
        if (auto saved = save(); !saved)
            return saved;
    }
    if (auto told = tell(runs::FinishedEvent{m_session.stepsDone(), stopped ? "stopped" : "done"});
        !told)
        return told;
    m_desk.tell(stopped ? runs::RunState::Stopped : runs::RunState::Finished, m_session.stepsDone(),
                secondsPerStep());
    return {};
}

Result<void> trainIn(const runs::RunFolder& folder, const TrainerOptions& options, RunDesk& desk,
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
    Loop loop(folder, *config, **session, desk, sink);
    if (auto resumed = loop.resume(); !resumed)
        return resumed;
    return loop.run(context);
}

} // namespace

Result<void> train(const std::filesystem::path& run, const TrainerOptions& options,
                   const EventSink& sink, const TaskContext& context) {
    auto folder = runs::RunFolder::open(run);
    if (!folder)
        return failure(folder);
    auto desk = RunDesk::open(run);
    if (!desk)
        return failure(desk);
    desk->tell(runs::RunState::Starting, 0);
    Result<void> trained;
    try {
        trained = trainIn(*folder, options, *desk, sink, context);
    } catch (const std::exception& thrown) {
        const std::string what = thrown.what();
        trained = failure(ErrorCode::Failed,
                          "Run '" + run.string() + "': " + what.substr(0, what.find('\n')));
    }
    if (!trained) {
        // Who watches the folder must learn it too; the disk may be what failed.
        const bool isStopped = trained.error().code == ErrorCode::Cancelled;
        const auto steps = folder->checkpointSteps();
        desk->tell(isStopped ? runs::RunState::Stopped : runs::RunState::Failed,
                   steps.empty() ? 0 : steps.back(), 0.0, trained.error().message);
        const runs::ErrorEvent event{trained.error().message};
        if (folder->append(event) && sink)
            sink(event);
    }
    return trained;
}

} // namespace hierascope::training
