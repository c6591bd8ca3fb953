// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_loop.h"

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

#include "core/base/log.h"
#include "core/io/json_file.h"
#include "core/training/run_samples.h"

namespace hierascope::training {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPauseLook{200};
constexpr std::int64_t kSamples = 8;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

TrainingLoop::TrainingLoop(const runs::RunFolder& folder, runs::TrainConfig config,
                           TrainingSession& session, RunDesk& desk, const EventSink& sink,
                           ProcessTeam* team)
    : m_folder(folder), m_config(std::move(config)), m_session(session),
      m_shelf(folder, m_config.training.keepCheckpoints), m_desk(desk), m_team(team),
      m_journal(folder, sink), m_saved(Clock::now()) {
    m_desk.setPlan(lastStep());
}

Result<void> TrainingLoop::resume() {
    if (auto dropped = m_folder.dropUnfinishedLine(); !dropped)
        return dropped;
    const auto state = m_shelf.newest();
    if (!state)
        return failure(state);
    if (auto dropped = m_folder.dropMetricsAfter(*state ? (*state)->step : 0); !dropped)
        return dropped;
    if (*state) {
        m_session.restore(**state);
        m_journal.resumeFrom((*state)->step, (*state)->elapsedSeconds);
        m_savedStep = (*state)->step;
    } else if (!m_config.training.initFrom.empty()) {
        return m_session.startFrom(m_config.training.initFrom);
    }
    return {};
}

json TrainingLoop::modelConfig() const {
    json config = m_config.model;
    m_session.describe(config);
    config["origin"] = {{"run", m_folder.path().filename().string()},
                        {"step", m_session.stepsDone()},
                        {"data", m_config.dataDescription},
                        {"training_seconds", m_journal.elapsedSeconds()},
                        {"batch_size", m_config.training.batchSize},
                        {"metrics", m_evaluation}};
    return config;
}

Result<void> TrainingLoop::save() {
    TrainerState state = m_session.state();
    m_desk.tell(runs::RunState::Saving, state.step, secondsPerStep());
    state.elapsedSeconds = m_journal.elapsedSeconds();
    if (const std::string name = m_session.notFinite(); !name.empty())
        return diverged("weight '" + name + "' is no longer finite at step " +
                        std::to_string(state.step));
    if (auto saved = m_shelf.save(state, modelConfig()); !saved)
        return saved;
    m_saved = Clock::now();
    m_savedStep = state.step;
    return m_journal.tell(
        runs::CheckpointEvent{state.step, "checkpoints/step-" + std::to_string(state.step)});
}

Result<void> TrainingLoop::evaluate(std::int64_t images, const TaskContext& context) {
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
    return m_journal.tell(runs::MetricEvent{m_session.stepsDone(), std::move(*figures)});
}

/// Keeps the present step's checkpoint if its evaluation was the best so far.
Result<void> TrainingLoop::keepIfBest() {
    if (!m_shelf.isBest(m_quality))
        return {};
    if (auto saved = save(); !saved)
        return saved;
    return m_shelf.keepAsBest(m_session.stepsDone(), m_quality);
}

Result<void> TrainingLoop::afterStep(const StepMetrics& metrics, const TaskContext& context) {
    const runs::TrainingOptions& training = m_config.training;
    const std::int64_t step = m_session.stepsDone();
    context.report({step, lastStep(), "train"});
    for (const auto& [name, value] : metrics) {
        if (!std::isfinite(value))
            return diverged(name + " is no longer finite at step " + std::to_string(step));
    }
    m_desk.tell(runs::RunState::Training, step, secondsPerStep());
    const bool isLogged = step % training.logEvery == 0 || step == lastStep();
    if (isLogged) {
        StepMetrics figures = metrics;
        figures["input_stall"] = m_session.takeInputStall();
        if (auto told = m_journal.tell(runs::MetricEvent{step, std::move(figures)}); !told)
            return told;
    }
    if (isLogged || m_journal.isProgressDue()) {
        if (auto told = m_journal.tellProgress(step, training, m_session.memoryBytes()); !told)
            return told;
    }
    if (step % training.evaluateEvery == 0 && step < lastStep()) {
        if (auto evaluated = evaluate(training.evaluateImages, context); !evaluated)
            return evaluated;
        if (auto kept = keepIfBest(); !kept)
            return kept;
    }
    if (isSampleDue()) {
        if (auto sampled = sample(false); !sampled)
            return sampled;
    }
    if (secondsSince(m_saved) >= training.checkpointSeconds && step < lastStep() &&
        m_savedStep != step) {
        if (auto saved = save(); !saved)
            return saved;
    }
    return obey(context);
}

bool TrainingLoop::isSampleDue() const {
    const runs::TrainingOptions& training = m_config.training;
    const std::int64_t every =
        training.sampleEvery > 0 ? training.sampleEvery : training.evaluateEvery;
    return m_session.canEvaluate() &&
           (m_session.stepsDone() % every == 0 || m_session.stepsDone() == lastStep());
}

tl::unexpected<Error> TrainingLoop::diverged(const std::string& what) const {
    return failure(ErrorCode::Failed, "Run '" + m_folder.path().string() + "': " + what +
                                          "; the last checkpoint before it is " +
                                          m_shelf.newestName() +
                                          ". A lower learning rate may help.");
}

/// Does what people ask for; while the run is paused, waits here with everything in memory.
Result<void> TrainingLoop::obey(const TaskContext& context) {
    do {
        for (const runs::ReceivedCommand& received : m_desk.waitingCommands()) {
            if (auto obeyed = obey(*received.command); !obeyed)
                return obeyed;
            m_desk.dismiss(received);
        }
        if (m_isPaused)
            waitPaused();
    } while (m_isPaused && isGoingOn(context));
    return {};
}

/// Lets a moment of a pause go by; it counts in no figure.
void TrainingLoop::waitPaused() {
    const double perStep = secondsPerStep();
    const Clock::time_point began = Clock::now();
    tellTeam({Order::Kind::Wait});
    m_desk.tell(runs::RunState::Paused, m_session.stepsDone(), perStep);
    std::this_thread::sleep_for(kPauseLook);
    m_journal.leaveOut(Clock::now() - began);
}

Result<void> TrainingLoop::obey(const runs::Command& command) {
    if (std::holds_alternative<runs::StopCommand>(command)) {
        m_isStopping = true;
    } else if (std::holds_alternative<runs::PauseCommand>(command)) {
        m_isPaused = true;
    } else if (std::holds_alternative<runs::ResumeCommand>(command)) {
        m_isPaused = false;
    } else if (std::holds_alternative<runs::SaveCommand>(command)) {
        return m_savedStep == m_session.stepsDone() ? Result<void>{} : save();
    } else if (std::holds_alternative<runs::SampleCommand>(command)) {
        return sample(true);
    } else if (const auto* plan = std::get_if<runs::ExtendCommand>(&command)) {
        return extend(plan->steps);
    } else if (const auto* rate = std::get_if<runs::LearningRateCommand>(&command)) {
        tellTeam({Order::Kind::LearningRate, rate->value});
        m_session.setLearningRate(rate->value);
        return save(); // so that a resume goes on from where the rate changed
    }
    return {};
}

/// Changes where the run ends, also in its config.json, for whoever resumes it.
Result<void> TrainingLoop::extend(std::int64_t steps) {
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
Result<void> TrainingLoop::sample(bool isAskedFor) {
    const auto pictures = m_session.samples(kSamples);
    if (!pictures) {
        log::warning("training", "There are no samples: " + pictures.error().message);
        return {};
    }
    if (pictures->empty()) {
        if (isAskedFor)
            log::info("training", "Run '" + m_folder.path().string() +
                                      "' has no held-out pictures to show samples of.");
        return {};
    }
    const auto written = writeSamples(m_folder.path(), m_session.stepsDone(), *pictures);
    if (!written) {
        log::warning("training", "There are no samples: " + written.error().message);
        return {};
    }
    return m_journal.tell(runs::SampleEvent{m_session.stepsDone(), *written});
}

Result<void> TrainingLoop::run(const TaskContext& context) {
    try {
        return runPlan(context);
    } catch (const PeerLost& lost) {
        return saveWithout(lost);
    }
}

void TrainingLoop::tellTeam(const Order& order) {
    if (m_team != nullptr)
        m_team->give(order);
}

Result<void> TrainingLoop::saveWithout(const PeerLost& lost) {
    const std::string what = "Run '" + m_folder.path().string() + "': " + lost.what();
    if (m_savedStep != m_session.stepsDone()) {
        if (auto saved = save(); !saved)
            return failure(saved.error().code, what + " " + saved.error().message);
    }
    return failure(ErrorCode::Failed, what + " Step " + std::to_string(m_session.stepsDone()) +
                                          ", the last one that all have done, is saved: start all "
                                          "processes again to go on from it.");
}

Result<void> TrainingLoop::runPlan(const TaskContext& context) {
    if (auto told =
            m_journal.tell(runs::HelloEvent{runs::kProtocol, m_folder.path().filename().string(),
                                            m_session.stepsDone(), lastStep()});
        !told)
        return told;
    // What was asked for before the start counts, too: an extension, or a stop.
    if (auto obeyed = obey(context); !obeyed)
        return obeyed;
    if (m_session.stepsDone() >= lastStep()) {
        tellTeam({Order::Kind::End});
        m_desk.tell(runs::RunState::Finished, m_session.stepsDone());
        return m_journal.tell(runs::FinishedEvent{m_session.stepsDone(), "done"});
    }
    if (auto told = m_journal.tell(runs::StageEvent{"train"}); !told)
        return told;
    while (isGoingOn(context)) {
        tellTeam({Order::Kind::Step});
        auto metrics = m_session.step();
        if (!metrics)
            return failure(metrics);
        if (auto done = afterStep(*metrics, context); !done)
            return done;
    }
    return finish(context);
}

/// Measures the whole, saves, and says how it ended.
Result<void> TrainingLoop::finish(const TaskContext& context) {
    tellTeam({Order::Kind::End}); // the rest is for this process alone
    const bool stopped = m_session.stepsDone() < lastStep();
    if (!stopped) {
        if (auto told = m_journal.tell(runs::StageEvent{"evaluate"}); !told)
            return told;
        if (auto evaluated = evaluate(m_config.training.finalImages, context); !evaluated)
            return evaluated;
    }
    if (m_savedStep != m_session.stepsDone()) {
        if (auto saved = save(); !saved)
            return saved;
    }
    if (auto told = m_journal.tell(
            runs::FinishedEvent{m_session.stepsDone(), stopped ? "stopped" : "done"});
        !told)
        return told;
    m_desk.tell(stopped ? runs::RunState::Stopped : runs::RunState::Finished, m_session.stepsDone(),
                secondsPerStep());
    return {};
}

} // namespace hierascope::training
