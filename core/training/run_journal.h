// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "core/base/result.h"
#include "core/runs/events.h"
#include "core/runs/run_folder.h"
#include "core/runs/tensorboard_writer.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// Called for every event after it is in the run folder.
using EventSink = std::function<void(const runs::Event&)>;

/// What a run tells, in its folder and to whoever listens, and the time that it took.
class RunJournal {
public:
    /// @param sink may be empty; outlives the journal
    RunJournal(runs::RunFolder folder, const EventSink& sink);

    /// Counts on from a checkpoint.
    void resumeFrom(std::int64_t step, double elapsedSeconds);

    /// Tells it in the folder, in TensorBoard's file too, and to who listens. Only the folder's own
    /// files must not fail: a training does not end for TensorBoard's sake.
    Result<void> tell(const runs::Event& event);
    /// @param memoryBytes on the device; 0: not known
    Result<void> tellProgress(std::int64_t step, const runs::TrainingOptions& plan,
                              std::int64_t memoryBytes);
    /// Whether nobody who watches has seen the run move for two seconds.
    bool isProgressDue() const;

    /// Takes time that went by in a pause out of every figure.
    void leaveOut(std::chrono::steady_clock::duration pause) { m_started += pause; }

    /// Of all starts together.
    double elapsedSeconds() const;
    /// Since this start; 0 where it has done no step.
    double secondsPerStep(std::int64_t step) const;

private:
    using Clock = std::chrono::steady_clock;

    Result<void> tellTensorboard(const runs::Event& event);
    Result<void> startTensorboard(std::int64_t step);
    Result<void> tellPictures(const runs::SampleEvent& event);

    runs::RunFolder m_folder;
    std::optional<runs::TensorboardWriter> m_tensorboard;
    bool m_hasComplained = false;
    const EventSink& m_sink;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_toldProgress = Clock::now();
    double m_elapsedBefore = 0.0;
    std::int64_t m_stepBefore = 0;
};

} // namespace hierascope::training
