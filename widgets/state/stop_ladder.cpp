// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/stop_ladder.h"

#include <algorithm>

namespace hierascope::widgets {

namespace {

constexpr int kSavingFactor = 10; // a large model on a slow disk

} // namespace

void StopLadder::begin(const QString& path, std::int64_t process) {
    m_stops.try_emplace(path, Stop{process, Clock::now(), Rung::Asked});
}

StopLadder::Rung StopLadder::rung(const QString& path) const {
    const auto found = m_stops.find(path);
    return found == m_stops.end() ? Rung::None : found->second.rung;
}

void StopLadder::setPatience(Milliseconds command, Milliseconds signal) {
    m_command = command;
    m_signal = signal;
}

bool StopLadder::isOver(const Stop& stop, bool isSaving) const {
    const Milliseconds patience = stop.rung == Rung::Asked ? m_command : m_signal;
    return Clock::now() - stop.since >= patience * (isSaving ? kSavingFactor : 1);
}

QStringList StopLadder::climb(const std::vector<RunSnapshot>& runs,
                              const std::function<bool(const QString&)>& isStarting) {
    QStringList signalled;
    for (auto entry = m_stops.begin(); entry != m_stops.end();) {
        auto& [path, stop] = *entry;
        const auto run = std::ranges::find(runs, path, &RunSnapshot::path);
        const bool isThere = run != runs.end() && run->isAlive();
        if (isThere && stop.process == 0)
            stop.process = run->status.process;
        const bool isSame = isThere && run->status.process == stop.process;
        if (!isSame && !isStarting(path)) {
            entry = m_stops.erase(entry);
            continue;
        }
        const bool isSaving = isThere && run->status.state == runs::RunState::Saving;
        if (stop.rung != Rung::Stuck && isOver(stop, isSaving)) {
            const bool isAsked = stop.rung == Rung::Asked;
            stop.rung = isAsked ? Rung::Signalled : Rung::Stuck;
            stop.since = Clock::now();
            if (isAsked)
                signalled << path;
        }
        ++entry;
    }
    return signalled;
}

} // namespace hierascope::widgets
