// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "widgets/state/generation_store.h"
#include "widgets/state/view_choice.h"

#include <QObject>
#include <QString>

namespace hierascope::widgets {

class ViewState;

/// What there is for the choice of a generation: open models, computed steps, what is going on.
///
/// The choice itself is in `ViewState`; the bench fills this, rooms follow it.
class GenerationState : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        Empty,   ///< no generator is chosen
        Opening, ///< it or its tokenizer is being opened
        Ready,
        Failed,  ///< `error` says why it cannot be used
        Stopped, ///< somebody stopped the opening
    };
    enum class Activity { Idle, Computing, Replaying };
    using Record = GenerationStore::Record;
    using Generator = std::shared_ptr<const runtime::GeneratorInfo>;
    using Tokenizer = std::shared_ptr<const runtime::ModelInfo>;

    explicit GenerationState(const ViewState& state, QObject* parent = nullptr);

    const GenerationChoice& choice() const;
    bool hasB() const { return !choice().b.isEmpty(); }
    Phase phase(Side side = Side::A) const { return at(side).phase; }
    const QString& busyTitle(Side side = Side::A) const { return at(side).busyTitle; }
    const Error& error(Side side = Side::A) const { return at(side).error; }
    Generator info(Side side = Side::A) const { return at(side).info; }
    Tokenizer tokenizer(Side side = Side::A) const { return at(side).tokenizer; }
    /// Steps of the generator for what is shown, else for the next settings; 0 while it is not
    /// open.
    int steps(Side side = Side::A) const;
    /// The same for any settings: they say how many steps a DiT takes.
    int stepsOf(const GenerationSettings& settings, Side side = Side::A) const;
    /// What each step of A writes; a DiT's steps count as one token each.
    std::vector<runtime::StepInfo> layout() const;
    bool isDenoiser(Side side = Side::A) const;

    /// The branch that is shown, null for none.
    const Branch* branch() const;
    /// The branches of generator A, parents before their children.
    std::vector<const Branch*> branches() const;
    /// How many steps of a branch are there.
    int done(const Branch& branch) const;
    /// One step of a branch, null where it is not there.
    Record record(const Branch& branch, int step) const;
    /// All codes of a branch through a step.
    std::vector<std::int64_t> codes(const Branch& branch, int step) const;

    /// The step under the cursor, from 0; -1 without any.
    int step() const;
    /// The step of B beside it: the same number, and its newest beside A's last.
    int stepOfB() const;
    /// Whether every step of the shown branch is there.
    bool isFinished() const;
    Record recordOfB(int step) const;
    int doneOfB() const;

    /// What a cell of the grid asks for: the next settings with a seed of its own.
    GenerationSettings settingsOfSeed(int index) const;
    Record recordOfSeed(int index, int step) const;
    int doneOfSeed(int index) const;

    /// Which run the shown branch, B or a cell of the grid is.
    RunKey keyOf(const Branch& branch) const;
    RunKey keyOfB() const;
    RunKey keyOfSeed(int index) const;
    const GenerationStore::Records& records(const RunKey& key) const { return m_store.find(key); }

    Activity activity() const { return m_activity; }
    bool isLooping() const { return m_isLooping; }
    /// Why the last piece of work ended early; nothing after a stop.
    const std::optional<Error>& failure() const { return m_failure; }
    /// The scale of every step for the next settings, or why there is none.
    const Result<std::vector<double>>& guidance() const { return m_guidance; }
    /// How much of a DiT's map is noise, before each step and behind the last one, for the next
    /// settings; or why there is none.
    const Result<std::vector<double>>& noise() const { return m_noise; }
    const std::vector<std::string>& schedules() const { return m_schedules; }

    void setEmpty(Side side);
    void setOpening(Side side, const QString& title);
    void setStopped(Side side);
    void setFailed(Side side, const Error& error);
    void setReady(Side side, Generator info, Tokenizer tokenizer);
    void addStep(const RunKey& key, const Record& record);
    void setActivity(Activity activity);
    void setLooping(bool isLooping);
    void setFailure(const std::optional<Error>& failure);
    void setGuidance(Result<std::vector<double>> guidance, Result<std::vector<double>> noise);
    void setSchedules(std::vector<std::string> names) { m_schedules = std::move(names); }

Q_SIGNALS:
    void phaseChanged(hierascope::widgets::Side side);
    void stepAdded();
    void activityChanged();
    void loopingChanged(bool isLooping);
    void failureChanged();
    void guidanceChanged();

private:
    /// What there is for one side.
    struct Engine {
        Phase phase = Phase::Empty;
        QString busyTitle;
        Error error;
        Generator info;
        Tokenizer tokenizer;
    };

    Engine& at(Side side) { return m_engines[std::size_t(side)]; }
    const Engine& at(Side side) const { return m_engines[std::size_t(side)]; }
    QString stamp(Side side) const;
    void setPhase(Side side, Engine engine);

    const ViewState& m_state;
    std::array<Engine, kSides.size()> m_engines;
    mutable GenerationStore m_store; ///< a look keeps a run from being dropped
    Activity m_activity = Activity::Idle;
    bool m_isLooping = false;
    std::optional<Error> m_failure;
    Result<std::vector<double>> m_guidance;
    Result<std::vector<double>> m_noise;
    std::vector<std::string> m_schedules;
};

} // namespace hierascope::widgets
