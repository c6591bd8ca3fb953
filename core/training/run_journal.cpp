// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_journal.h"

#include <utility>

namespace hierascope::training {

namespace {

constexpr double kProgressSeconds = 2.0; // who watches sees it move at least so often

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

RunJournal::RunJournal(runs::RunFolder folder, const EventSink& sink)
    : m_folder(std::move(folder)), m_sink(sink) {}

void RunJournal::resumeFrom(std::int64_t step, double elapsedSeconds) {
    m_stepBefore = step;
    m_elapsedBefore = elapsedSeconds;
}

Result<void> RunJournal::tell(const runs::Event& event) {
    auto appended = m_folder.append(event);
    if (appended && m_sink)
        m_sink(event);
    return appended;
}

Result<void> RunJournal::tellProgress(std::int64_t step, std::int64_t steps) {
    m_toldProgress = Clock::now();
    return tell(runs::ProgressEvent{step, steps, elapsedSeconds(),
                                    static_cast<double>(steps - step) * secondsPerStep(step)});
}

bool RunJournal::isProgressDue() const {
    return secondsSince(m_toldProgress) >= kProgressSeconds;
}

double RunJournal::elapsedSeconds() const {
    return m_elapsedBefore + secondsSince(m_started);
}

double RunJournal::secondsPerStep(std::int64_t step) const {
    const auto done = static_cast<double>(step - m_stepBefore);
    return done > 0.0 ? secondsSince(m_started) / done : 0.0;
}

} // namespace hierascope::training
