// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "widgets/state/generation_opener.h"
#include "widgets/state/generation_store.h"

#include <QTimer>

namespace hierascope::widgets {

/// Computes the steps of what is chosen, one task for each, and plays them again.
///
/// The picture of a step is shown before the next step starts. A stop is answered at once, and
/// what is there stays. Where a second generator runs beside, the two take turns.
class GenerationBench : public QObject {
    Q_OBJECT

public:
    GenerationBench(Services services, ViewState& state, GenerationState& generation,
                    ModelShelf& tokenizers, TaskRunner& runner, QObject* parent = nullptr);

    GenerationOpener& opener() { return m_opener; }

public Q_SLOTS:
    /// Begins with the next settings and goes on to the last step.
    void generate();
    /// Moves the cursor one step on; computes the step where it is not there.
    void stepOn();
    /// Computes the steps that are missing; where none is, goes through them again.
    void play();
    void stop();
    void playOrStop();
    /// Goes on behind the step under the cursor with the next settings.
    void branch();
    void replaceToken(std::int64_t position, std::int64_t code);
    /// Computes the grid; its first cell is the next generation.
    void fillGrid();
    /// Makes a cell of the grid the generation that is shown.
    void showSeed(int index);
    /// As `play`, as soon as the models are open: both where there is a B.
    ///
    /// @param step where the cursor goes afterwards
    void playWhenReady(int step = kNewestStep);

private:
    enum class Goal { None, OneStep, Rest, Grid };
    /// One step that is missing.
    struct Job {
        Side side = Side::A;
        RunKey key;
        int step = 0;
    };
    /// A generation under way, so that the next step need not begin from the prefix.
    struct Live {
        RunKey key;
        std::size_t codes = 0; ///< so far; of a DiT, steps
        std::shared_ptr<runtime::Generation> generation;
    };
    struct Work;
    struct Outcome;

    void follow(const ViewChoice& before);
    void followPhase();
    void showGuidance();
    void setGoal(Goal goal);
    void advance();
    std::optional<Job> nextJob() const;
    std::optional<Job> nextOfGrid() const;
    bool isWanted(const RunKey& key) const;
    Work workFor(const Job& job) const;
    void addNoised(const Job& job, Work& work) const;
    void giveStep(const Job& job, const runtime::StepInfo& info, Work& work) const;
    void start(const Job& job);
    void finish(const Job& job, const Result<Outcome>& outcome);
    void replay();
    static Result<void> decodeLevels(const Work& work, StepRecord& record,
                                     const TaskContext& context);
    static Result<Outcome> compute(Work& work, const TaskContext& context);

    Services m_services;
    ViewState& m_state;
    GenerationState& m_generation;
    TaskRunner& m_runner;
    GenerationOpener m_opener;
    Goal m_goal = Goal::None;
    int m_branch = kNoBranch;                       ///< that the goal is about
    std::array<int, kSides.size()> m_left = {0, 0}; ///< of `Goal::OneStep`
    bool m_isWorking = false;
    bool m_isStopping = false; ///< asked by `stop`, not from the list of tasks
    bool m_isAwaited = false;  ///< `playWhenReady`
    int m_stepAfter = kNewestStep;
    RunKey m_working;
    TaskHandle m_task;
    std::array<Live, kSides.size()> m_live;
    QTimer m_replay;
};

} // namespace hierascope::widgets
