// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_bench.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "widgets/common/pictures.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {

namespace {

using Activity = GenerationState::Activity;
using Phase = GenerationState::Phase;

constexpr int kReplayMilliseconds = 4000; // all steps, unless they are few
constexpr int kSlowestReplay = 450;
constexpr int kFastestReplay = 60;

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

/// All that a worker thread needs for one step.
struct GenerationBench::Work {
    GenerationOpener::Engine engine;
    std::shared_ptr<runtime::Generation> generation; ///< null: begins behind the request's prefix
    runtime::GenerationRequest request;
    std::optional<runtime::GeneratedStep> given; ///< a person made it: only its picture is missing
};

struct GenerationBench::Outcome {
    std::shared_ptr<runtime::Generation> generation;
    std::size_t codes = 0;
    GenerationStore::Record record;
};

GenerationBench::GenerationBench(Services services, ViewState& state, GenerationState& generation,
                                 ModelShelf& tokenizers, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_generation(generation),
      m_runner(runner), m_opener(m_services, state, generation, tokenizers, runner) {
    if (m_services.guidanceSchedules)
        generation.setSchedules(m_services.guidanceSchedules());
    connect(&state, &ViewState::choiceChanged, this, &GenerationBench::follow);
    connect(&generation, &GenerationState::phaseChanged, this, &GenerationBench::followPhase);
    connect(&m_replay, &QTimer::timeout, this, &GenerationBench::replay);
}

void GenerationBench::follow(const ViewChoice& before) {
    const GenerationChoice& now = m_state.choice().generation;
    if (now.settings != before.generation.settings || now.branch != before.generation.branch)
        m_generation.setFailure(std::nullopt);
    if (now.settings != before.generation.settings)
        showGuidance();
    if (now.branch != before.generation.branch && m_generation.activity() == Activity::Replaying)
        stop();
    const bool isBranchGone =
        m_goal != Goal::None && m_goal != Goal::Grid && now.branch != m_branch;
    if (isBranchGone || (m_isWorking && !m_isStopping && !isWanted(m_working)))
        stop();
}

void GenerationBench::followPhase() {
    showGuidance();
    if (m_generation.phase() != Phase::Ready && m_generation.activity() != Activity::Idle)
        stop();
    const bool isReady = m_generation.phase() == Phase::Ready &&
                         (!m_generation.hasB() || m_generation.phase(Side::B) == Phase::Ready);
    if (isReady && std::exchange(m_isAwaited, false))
        play();
}

void GenerationBench::showGuidance() {
    const GenerationSettings& settings = m_state.choice().generation.settings;
    const int steps = m_generation.stepsOf(settings);
    if (!m_services.guidanceCurve || steps == 0)
        return;
    Result<std::vector<double>> noise;
    if (m_generation.isDenoiser() && m_services.noiseCurve)
        noise = m_services.noiseCurve(*m_generation.info(), settings.sampling);
    m_generation.setGuidance(m_services.guidanceCurve(settings.sampling, steps), std::move(noise));
}

bool GenerationBench::isWanted(const RunKey& key) const {
    if (m_goal == Goal::Grid) {
        for (int i = 0; i < m_generation.choice().seeds; ++i)
            if (m_generation.keyOfSeed(i) == key)
                return true;
        return false;
    }
    const Branch* branch = m_generation.branch();
    return branch != nullptr &&
           (m_generation.keyOf(*branch) == key || m_generation.keyOfB() == key);
}

void GenerationBench::setGoal(Goal goal) {
    m_replay.stop();
    m_goal = goal;
    m_branch = m_generation.choice().branch;
    m_left = {1, 1};
    m_generation.setFailure(std::nullopt);
    m_generation.setActivity(Activity::Computing);
    advance();
}

void GenerationBench::generate() {
    if (m_generation.phase() != Phase::Ready)
        return;
    beginGeneration(m_state, m_generation.choice().settings);
    setGoal(m_generation.choice().seeds > 1 ? Goal::Grid : Goal::Rest);
}

void GenerationBench::stepOn() {
    if (m_generation.phase() != Phase::Ready || m_generation.activity() == Activity::Computing)
        return;
    if (m_generation.branch() == nullptr)
        beginGeneration(m_state, m_generation.choice().settings);
    const Branch& branch = *m_generation.branch();
    if (m_generation.step() + 1 < m_generation.done(branch) || m_generation.isFinished())
        return setStep(m_state, m_generation, m_generation.step() + 1);
    setGoal(Goal::OneStep);
}

void GenerationBench::play() {
    if (m_generation.phase() != Phase::Ready)
        return;
    const Branch* branch = m_generation.branch();
    if (branch == nullptr)
        return generate();
    if (!m_generation.isFinished()) {
        setStep(m_state, m_generation, m_generation.done(*branch) - 1);
        return setGoal(Goal::Rest);
    }
    const int steps = std::max(m_generation.steps(), 1);
    if (m_generation.step() + 1 >= steps)
        setStep(m_state, m_generation, 0);
    m_generation.setActivity(Activity::Replaying);
    m_replay.start(std::clamp(kReplayMilliseconds / steps, kFastestReplay, kSlowestReplay));
}

void GenerationBench::replay() {
    const Branch* branch = m_generation.branch();
    if (branch == nullptr)
        return stop();
    const int next = m_generation.step() + 1;
    const bool isOver = next >= m_generation.done(*branch);
    if (isOver && !m_generation.isLooping())
        return stop();
    setStep(m_state, m_generation, isOver ? 0 : next);
}

void GenerationBench::stop() {
    m_replay.stop();
    m_goal = Goal::None;
    if (m_isWorking) {
        m_isStopping = true;
        m_task.cancel();
    }
    m_generation.setActivity(Activity::Idle); // at once, also while a layer is still computed
}

void GenerationBench::playOrStop() {
    m_generation.activity() == Activity::Idle ? play() : stop();
}

void GenerationBench::playWhenReady(int step) {
    m_isAwaited = true;
    m_stepAfter = step;
    followPhase();
}

void GenerationBench::branch() {
    const Branch* before = m_generation.branch();
    if (m_generation.phase() != Phase::Ready || before == nullptr)
        return;
    const int id = before->id;
    branchHere(m_state, m_generation);
    if (m_generation.branch() != nullptr && m_generation.branch()->id != id)
        setGoal(Goal::Rest);
}

void GenerationBench::replaceToken(std::int64_t position, std::int64_t code) {
    if (m_generation.phase() != Phase::Ready || m_generation.branch() == nullptr)
        return;
    const int id = m_generation.branch()->id;
    widgets::replaceToken(m_state, m_generation, {position, code});
    if (m_generation.branch()->id != id)
        setGoal(Goal::Rest);
}

void GenerationBench::fillGrid() {
    if (m_generation.phase() == Phase::Ready && m_generation.choice().seeds > 1)
        generate();
}

void GenerationBench::showSeed(int index) {
    if (m_generation.phase() == Phase::Ready)
        beginGeneration(m_state, m_generation.settingsOfSeed(index));
}

std::optional<GenerationBench::Job> GenerationBench::nextOfGrid() const {
    for (int i = 0; i < m_generation.choice().seeds; ++i)
        if (const int done = m_generation.doneOfSeed(i);
            done < m_generation.stepsOf(m_generation.choice().settings))
            return Job{Side::A, m_generation.keyOfSeed(i), done};
    return std::nullopt;
}

std::optional<GenerationBench::Job> GenerationBench::nextJob() const {
    const Branch* branch = m_generation.branch();
    if (m_goal == Goal::None || m_generation.phase() != Phase::Ready)
        return std::nullopt;
    if (m_goal == Goal::Grid)
        return nextOfGrid();
    if (branch == nullptr)
        return std::nullopt;
    const int doneA = m_generation.done(*branch);
    const int doneB = m_generation.doneOfB();
    bool isMissingA = doneA < m_generation.steps();
    bool isMissingB = m_generation.hasB() && m_generation.phase(Side::B) == Phase::Ready &&
                      doneB < m_generation.steps(Side::B);
    if (m_goal == Goal::OneStep) {
        isMissingA = isMissingA && m_left[0] > 0;
        isMissingB = isMissingB && m_left[1] > 0;
    }
    if (isMissingA && (!isMissingB || doneA <= doneB))
        return Job{Side::A, m_generation.keyOf(*branch), doneA};
    if (isMissingB)
        return Job{Side::B, m_generation.keyOfB(), doneB};
    return std::nullopt;
}

void GenerationBench::advance() {
    if (m_isWorking)
        return;
    if (const auto job = nextJob())
        return start(*job);
    if (std::exchange(m_goal, Goal::None) != Goal::None)
        if (const int step = std::exchange(m_stepAfter, kNewestStep); step != kNewestStep)
            setStep(m_state, m_generation, step);
    if (!m_replay.isActive())
        m_generation.setActivity(Activity::Idle);
}

GenerationBench::Work GenerationBench::workFor(const Job& job) const {
    Work work;
    work.engine = m_opener.engine(job.side);
    work.request = {job.key.settings.label, job.key.settings.sampling, job.key.prefix, {}, {}};
    if (m_generation.isDenoiser(job.side)) {
        addNoised(job, work);
        return work;
    }
    for (const auto& record : m_generation.records(job.key))
        if (!record->isGiven) // whose codes the prefix has
            work.request.prefix.insert(work.request.prefix.end(), record->step.codes.begin(),
                                       record->step.codes.end());
    const Live& live = m_live[std::size_t(job.side)];
    if (live.key == job.key && live.codes == work.request.prefix.size())
        work.generation = live.generation;
    const runtime::StepInfo& info = m_generation.info(job.side)->steps[std::size_t(job.step)];
    if (std::size_t(info.first + info.tokens) <= job.key.prefix.size())
        giveStep(job, info, work);
    return work;
}

/// A DiT goes on from the map of its last step, else from where its parent's kept steps led.
void GenerationBench::addNoised(const Job& job, Work& work) const {
    work.request.from = job.key.from;
    if (const auto& records = m_generation.records(job.key); !records.empty())
        work.request.from = {job.step, records.back()->step.noised};
    if (job.side == Side::B) // whose samplers may be others
        if (m_generation.info(Side::A)->variant != m_generation.info(Side::B)->variant)
            work.request.sampling.denoising.sampler.clear();
    const Live& live = m_live[std::size_t(job.side)];
    if (live.key == job.key && live.codes == std::size_t(job.step))
        work.generation = live.generation;
}

/// The clean map of a DiT's step, decoded at each level.
Result<void> GenerationBench::decodeLevels(const Work& work, StepRecord& record,
                                           const TaskContext& context) {
    const auto& levels = work.engine.tokenizer->info().levels;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        runtime::DecodeOptions options;
        options.keepLevels = std::int64_t(level) + 1;
        const auto picture = work.engine.tokenizer->decode(record.step.latent, options, context);
        if (!picture)
            return failure(picture);
        record.levels.push_back(imageFromRgbF32(*picture));
    }
    record.picture = record.levels.back();
    return {};
}

/// A step whose codes are given is decoded only; what its parent knew of the tokens is taken over.
void GenerationBench::giveStep(const Job& job, const runtime::StepInfo& info, Work& work) const {
    runtime::GeneratedStep given;
    const Branch* branch = m_generation.branch();
    const bool isShown = branch != nullptr && m_generation.keyOf(*branch) == job.key;
    const Branch* parent = isShown ? m_generation.choice().find(branch->parent) : nullptr;
    if (parent != nullptr)
        if (const auto record = m_generation.record(*parent, job.step))
            given = record->step;
    const auto first = job.key.prefix.begin() + info.first;
    given.index = job.step;
    given.first = info.first;
    given.codes.assign(first, first + info.tokens);
    given.forwardSeconds = given.samplingSeconds = 0.0;
    work.request.prefix.resize(std::size_t(info.first + info.tokens));
    work.given = std::move(given);
}

Result<GenerationBench::Outcome> GenerationBench::compute(Work& work, const TaskContext& context) {
    Outcome outcome;
    auto record = std::make_shared<StepRecord>();
    std::vector<std::int64_t> codes = work.request.prefix;
    if (work.given) {
        record->step = *work.given;
        record->isGiven = true;
    } else {
        if (!work.generation) {
            auto started = work.engine.generator->start(work.request);
            if (!started)
                return failure(started);
            work.generation = std::move(*started);
        }
        auto step = work.generation->next(context);
        if (!step)
            return failure(step);
        record->step = std::move(*step);
        codes = work.generation->codes();
    }
    const auto start = std::chrono::steady_clock::now();
    outcome.codes = codes.size();
    if (!record->step.latent.empty()) {
        if (auto decoded = decodeLevels(work, *record, context); !decoded)
            return failure(decoded);
        outcome.codes = std::size_t(record->step.index) + 1;
    } else {
        runtime::DecodeOptions options;
        options.keepTokens = std::int64_t(codes.size());
        const auto picture = work.engine.tokenizer->decodeCodes(codes, options, context);
        if (!picture)
            return failure(picture);
        record->picture = imageFromRgbF32(*picture);
    }
    record->decodeSeconds = secondsSince(start);
    outcome.generation = std::move(work.generation);
    outcome.record = std::move(record);
    return outcome;
}

void GenerationBench::start(const Job& job) {
    m_isWorking = true;
    m_isStopping = false;
    m_working = job.key;
    --m_left[std::size_t(job.side)];
    m_generation.setActivity(Activity::Computing);
    m_task = m_runner.start(
        this, tr("Step %1 of %2").arg(job.step + 1).arg(m_generation.steps(job.side)),
        [work = workFor(job)](const TaskContext& context) mutable {
            return compute(work, context);
        },
        [this, job](const Result<Outcome>& outcome) { finish(job, outcome); });
}

void GenerationBench::finish(const Job& job, const Result<Outcome>& outcome) {
    m_isWorking = false;
    const bool wasStopped = std::exchange(m_isStopping, false);
    if (outcome) {
        m_live[std::size_t(job.side)] = {job.key, outcome->codes, outcome->generation};
        if (int(m_generation.records(job.key).size()) == job.step - job.key.first)
            m_generation.addStep(job.key, outcome->record);
    } else {
        m_live[std::size_t(job.side)] = {};
        const bool isError = outcome.error().code != ErrorCode::Cancelled;
        if (!wasStopped) // else what was asked for since then goes on
            m_goal = Goal::None;
        if (isError && !wasStopped)
            m_generation.setFailure(outcome.error());
    }
    // Behind the events that paint the step.
    QTimer::singleShot(0, this, &GenerationBench::advance);
}

} // namespace hierascope::widgets
