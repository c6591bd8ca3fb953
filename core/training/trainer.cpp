// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "core/io/json_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/tensor/device.h"
#include "core/training/checkpoint_shelf.h"
#include "core/training/run_config.h"
#include "core/training/run_desk.h"
#include "core/training/run_samples.h"
#include "core/training/training_session.h"

namespace hierascope::training {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPauseLook{200};
constexpr double kProgressSeconds = 2.0; // who watches sees it move at least so often
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
          m_shelf(m_folder, m_config.training.keepCheckpoints), m_desk(desk), m_sink(sink) {
        m_desk.setPlan(m_config.training.lastStep());
    }

    Result<void> run(const TaskContext& context);
    Result<void> resume();
    Result<void> extend(std::int64_t steps);

private:
    Result<void> tell(const runs::Event& event);
    Result<void> tellStep(const StepMetrics& metrics);
    Result<void> save();
    Result<void> evaluate(std::int64_t images, const TaskContext& context);
    Result<void> keepIfBest();
    Result<void> afterStep(const StepMetrics& metrics, const TaskContext& context);
    Result<void> obey(const TaskContext& context);
    Result<void> obey(const runs::Command& command);
    Result<void> sample();
    double secondsPerStep() const;
    std::int64_t lastStep() const { return m_config.training.lastStep(); }
    bool isGoingOn(const TaskContext& context) const {
        return m_session.stepsDone() < lastStep() && !m_isStopping && !context.stopRequested();
    }
    json modelConfig() const;
    tl::unexpected<Error> diverged(const std::string& what) const;
    Result<void> tellProgress();
    void waitPaused();

    runs::RunFolder m_folder;
    runs::TrainConfig m_config;
    TrainingSession& m_session;
    CheckpointShelf m_shelf;
    RunDesk& m_desk;
    const EventSink& m_sink;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_saved = Clock::now();
    Clock::time_point m_toldProgress = Clock::now();
    double m_elapsedBefore = 0.0;
    std::int64_t m_stepBefore = 0;
    std::int64_t m_savedStep = -1;
    bool m_isPaused = false;
    bool m_isStopping = false;
    json m_evaluation = json::object();
    double m_quality = std::numeric_limits<double>::quiet_NaN(); ///< at the last evaluation
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
    if (auto dropped = m_folder.dropUnfinishedLine(); !dropped)
        return dropped;
    const auto state = m_shelf.newest();
    if (!state)
        return failure(state);
    if (*state) {
        m_session.restore(**state);
        m_elapsedBefore = (*state)->elapsedSeconds;
        m_stepBefore = m_savedStep = (*state)->step;
    }
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
    if (const std::string name = m_session.notFinite(); !name.empty())
        return diverged("weight '" + name + "' is no longer finite at step " +
                        std::to_string(state.step));
    if (auto saved = m_shelf.save(state, modelConfig()); !saved)
        return saved;
    m_saved = Clock::now();
    m_savedStep = state.step;
    return tell(
        runs::CheckpointEvent{state.step, "checkpoints/step-" + std::to_string(state.step)});
}

Result<void> Loop::evaluate(std::int64_t images, const TaskContext& context) {
    m_quality = std::numeric_limits<double>::quiet_NaN();
    if (!m_session.canEvaluate())
        return {};
    auto figures = m_session.evaluate(images, context);
    if (!figures && figures.error().code == ErrorCode::Cancelled)
        return {}; // the loop sees the request itself, and saves
    if (!figures)
        return failure(figures);
    m_evaluation = *figures;
    m_quality = m_session.quality(*figures);
    return tell(runs::MetricEvent{m_session.stepsDone(), std::move(*figures)});
}

/// Keeps the present step's checkpoint if its evaluation was the best so far.
Result<void> Loop::keepIfBest() {
    if (!m_shelf.isBest(m_quality))
        return {};
    if (auto saved = save(); !saved)
        return saved;
    return m_shelf.keepAsBest(m_session.stepsDone(), m_quality);
}

Result<void> Loop::tellStep(const StepMetrics& metrics) {
    if (auto told = tell(runs::MetricEvent{m_session.stepsDone(), metrics}); !told)
        return told;
    return tellProgress();
}

Result<void> Loop::tellProgress() {
    m_toldProgress = Clock::now();
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
            return diverged(name + " is no longer finite at step " + std::to_string(step));
    }
    m_desk.tell(runs::RunState::Training, step, secondsPerStep());
    if (step % training.logEvery == 0 || step == lastStep()) {
        if (auto told = tellStep(metrics); !told)
            return told;
    } else if (secondsSince(m_toldProgress) >= kProgressSeconds) {
        if (auto told = tellProgress(); !told)
            return told;
    }
    if (step % training.evaluateEvery == 0 && step < lastStep()) {
        if (auto evaluated = evaluate(training.evaluateImages, context); !evaluated)
            return evaluated;
        if (auto kept = keepIfBest(); !kept)
            return kept;
    }
    if (secondsSince(m_saved) >= training.checkpointSeconds && step < lastStep() &&
        m_savedStep != step) {
        if (auto saved = save(); !saved)
            return saved;
    }
    return obey(context);
}

tl::unexpected<Error> Loop::diverged(const std::string& what) const {
    return failure(ErrorCode::Failed, "Run '" + m_folder.path().string() + "': " + what +
                                          "; the last checkpoint before it is " +
                                          m_shelf.newestName() +
                                          ". A lower learning rate may help.");
}

/// Does what people ask for; while the run is paused, waits here with everything in memory.
Result<void> Loop::obey(const TaskContext& context) {
    do {
        for (const runs::Command& command : m_desk.takeCommands()) {
            if (auto obeyed = obey(command); !obeyed)
                return obeyed;
        }
        if (m_isPaused)
            waitPaused();
    } while (m_isPaused && isGoingOn(context));
    return {};
}

/// Lets a moment of a pause go by; it counts in no figure.
void Loop::waitPaused() {
    const double perStep = secondsPerStep();
    const Clock::time_point began = Clock::now();
    m_desk.tell(runs::RunState::Paused, m_session.stepsDone(), perStep);
    std::this_thread::sleep_for(kPauseLook);
    m_started += Clock::now() - began;
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
    } else if (const auto* plan = std::get_if<runs::ExtendCommand>(&command)) {
        return extend(plan->steps);
    } else if (const auto* rate = std::get_if<runs::LearningRateCommand>(&command)) {
        m_session.setLearningRate(rate->value);
        return save(); // so that a resume goes on from where the rate changed
    }
    return {};
}

/// Changes where the run ends, also in its config.json, for whoever resumes it.
Result<void> Loop::extend(std::int64_t steps) {
    auto config = io::readJsonFile(m_folder.config());
    if (!config)
        return failure(config);
    // A plan that ends behind this step would be no plan.
    m_config.training.until = std::max(steps, m_session.stepsDone());
    (*config)["training"]["until"] = m_config.training.until;
    if (auto written = io::writeJsonFile(m_folder.config(), *config); !written)
        return written;
    m_desk.setPlan(lastStep());
    return {};
}

/// Samples that cannot be made or written are no reason to end a training.
Result<void> Loop::sample() {
    const auto pictures = m_session.samples(kSamples);
    if (!pictures) {
        log::warning("training", "There are no samples: " + pictures.error().message);
        return {};
    }
    if (pictures->empty()) {
        log::info("training", "Run '" + m_folder.path().string() +
                                  "' has no held-out pictures to show samples of.");
        return {};
    }
    const auto written = writeSamples(m_folder.path(), m_session.stepsDone(), *pictures);
    if (!written) {
        log::warning("training", "There are no samples: " + written.error().message);
        return {};
    }
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
    if (options.extendTo > 0) {
        if (auto extended = loop.extend(options.extendTo); !extended)
            return extended;
    }
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
