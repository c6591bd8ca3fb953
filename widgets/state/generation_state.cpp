// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_state.h"

#include <utility>

#include "widgets/state/view_state.h"

namespace hierascope::widgets {

namespace {

constexpr std::size_t kStoredBytes = std::size_t{512} << 20;

} // namespace

GenerationState::GenerationState(const ViewState& state, QObject* parent)
    : QObject(parent), m_state(state), m_store(kStoredBytes) {}

const GenerationChoice& GenerationState::choice() const {
    return m_state.choice().generation;
}

int GenerationState::steps(Side side) const {
    const Branch* shown = branch();
    return stepsOf(shown != nullptr ? shown->settings : choice().settings, side);
}

int GenerationState::stepsOf(const GenerationSettings& settings, Side side) const {
    const Generator& info = at(side).info;
    if (!info)
        return 0;
    return info->isDenoiser() ? int(settings.sampling.denoising.steps) : int(info->steps.size());
}

std::vector<runtime::StepInfo> GenerationState::layout() const {
    const Generator& info = at(Side::A).info;
    if (!info || !info->isDenoiser())
        return info ? info->steps : std::vector<runtime::StepInfo>();
    std::vector<runtime::StepInfo> layout;
    for (int step = 0; step < steps(); ++step)
        layout.push_back({step, 1});
    return layout;
}

bool GenerationState::isDenoiser(Side side) const {
    const Generator& info = at(side).info;
    return info && info->isDenoiser();
}

const Branch* GenerationState::branch() const {
    const Branch* found = choice().find(choice().branch);
    return found != nullptr && found->generator == choice().a ? found : nullptr;
}

std::vector<const Branch*> GenerationState::branches() const {
    std::vector<const Branch*> own;
    for (const Branch& branch : choice().branches)
        if (branch.generator == choice().a)
            own.push_back(&branch);
    return own;
}

int GenerationState::done(const Branch& branch) const {
    return branch.kept + int(m_store.find(keyOf(branch)).size());
}

GenerationState::Record GenerationState::record(const Branch& branch, int step) const {
    const Branch* owner = &branch;
    while (owner != nullptr && step < owner->kept)
        owner = choice().find(owner->parent);
    if (owner == nullptr || step < 0)
        return {};
    const auto& records = m_store.find(keyOf(*owner));
    const auto index = std::size_t(step - owner->kept);
    return index < records.size() ? records[index] : Record();
}

std::vector<std::int64_t> GenerationState::codes(const Branch& branch, int step) const {
    std::vector<std::int64_t> codes;
    for (int i = 0; i <= step; ++i)
        if (const Record record = this->record(branch, i))
            codes.insert(codes.end(), record->step.codes.begin(), record->step.codes.end());
    return codes;
}

int GenerationState::step() const {
    const Branch* shown = branch();
    if (shown == nullptr)
        return -1;
    const int newest = done(*shown) - 1;
    return choice().step == kNewestStep ? newest : std::min(choice().step, newest);
}

int GenerationState::stepOfB() const {
    const int newest = doneOfB() - 1;
    return step() + 1 >= steps() ? newest : std::min(step(), newest);
}

bool GenerationState::isFinished() const {
    const Branch* shown = branch();
    return shown != nullptr && steps() > 0 && done(*shown) >= steps() &&
           (!hasB() || doneOfB() >= steps(Side::B));
}

GenerationState::Record GenerationState::recordOfB(int step) const {
    if (branch() == nullptr || !hasB())
        return {};
    const auto& records = m_store.find(keyOfB());
    return step >= 0 && step < int(records.size()) ? records[std::size_t(step)] : Record();
}

int GenerationState::doneOfB() const {
    return branch() == nullptr || !hasB() ? 0 : int(m_store.find(keyOfB()).size());
}

GenerationSettings GenerationState::settingsOfSeed(int index) const {
    GenerationSettings settings = choice().settings;
    settings.sampling.seed += std::uint64_t(index);
    return settings;
}

GenerationState::Record GenerationState::recordOfSeed(int index, int step) const {
    const auto& records = m_store.find(keyOfSeed(index));
    return step >= 0 && step < int(records.size()) ? records[std::size_t(step)] : Record();
}

int GenerationState::doneOfSeed(int index) const {
    return int(m_store.find(keyOfSeed(index)).size());
}

/// A model that was trained further is another one.
QString GenerationState::stamp(Side side) const {
    const QString& path = side == Side::A ? choice().a : choice().b;
    return path + QLatin1Char('\n') +
           (at(side).info ? QString::fromStdString(at(side).info->sha256) : QString());
}

RunKey GenerationState::keyOf(const Branch& branch) const {
    return {branch.generator == choice().a ? stamp(Side::A) : branch.generator, branch.settings,
            branch.prefix, branch.kept, branch.from};
}

RunKey GenerationState::keyOfB() const {
    const Branch* shown = branch();
    return {stamp(Side::B), shown != nullptr ? shown->settings : choice().settings, {}, 0, {}};
}

RunKey GenerationState::keyOfSeed(int index) const {
    return {stamp(Side::A), settingsOfSeed(index), {}, 0, {}};
}

void GenerationState::setPhase(Side side, Engine engine) {
    at(side) = std::move(engine);
    Q_EMIT phaseChanged(side);
}

void GenerationState::setEmpty(Side side) {
    if (phase(side) != Phase::Empty)
        setPhase(side, {});
}

void GenerationState::setOpening(Side side, const QString& title) {
    if (phase(side) != Phase::Opening || busyTitle(side) != title)
        setPhase(side, {Phase::Opening, title, {}, {}, {}});
}

void GenerationState::setStopped(Side side) {
    setPhase(side, {Phase::Stopped, {}, {}, {}, {}});
}

void GenerationState::setFailed(Side side, const Error& error) {
    if (phase(side) != Phase::Failed || this->error(side).message != error.message)
        setPhase(side, {Phase::Failed, {}, error, {}, {}});
}

void GenerationState::setReady(Side side, Generator info, Tokenizer tokenizer) {
    if (phase(side) == Phase::Ready && this->info(side) == info &&
        this->tokenizer(side) == tokenizer)
        return;
    setPhase(side, {Phase::Ready, {}, {}, std::move(info), std::move(tokenizer)});
}

void GenerationState::addStep(const RunKey& key, const Record& record) {
    m_store.add(key, record);
    Q_EMIT stepAdded();
}

void GenerationState::setActivity(Activity activity) {
    if (std::exchange(m_activity, activity) != activity)
        Q_EMIT activityChanged();
}

void GenerationState::setLooping(bool isLooping) {
    if (std::exchange(m_isLooping, isLooping) != isLooping)
        Q_EMIT loopingChanged(isLooping);
}

void GenerationState::setFailure(const std::optional<Error>& failure) {
    if (!failure && !m_failure)
        return;
    m_failure = failure;
    Q_EMIT failureChanged();
}

void GenerationState::setGuidance(Result<std::vector<double>> guidance,
                                  Result<std::vector<double>> noise) {
    m_guidance = std::move(guidance);
    m_noise = std::move(noise);
    Q_EMIT guidanceChanged();
}

} // namespace hierascope::widgets
