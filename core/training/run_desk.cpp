// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_desk.h"

#include <utility>

#include <unistd.h>

#include "core/base/log.h"

namespace hierascope::training {

namespace {

constexpr std::chrono::seconds kHeartbeat{2};
constexpr std::chrono::milliseconds kLook{200};

/// A stop or pause that was left for a process that is gone is not meant for this one.
void dismissLate(const std::filesystem::path& run) {
    for (const runs::ReceivedCommand& received : runs::waitingCommands(run)) {
        const bool isLate =
            received.command && (std::holds_alternative<runs::StopCommand>(*received.command) ||
                                 std::holds_alternative<runs::PauseCommand>(*received.command) ||
                                 std::holds_alternative<runs::ResumeCommand>(*received.command));
        if (!isLate)
            continue;
        if (const auto dismissed = runs::dismissCommand(received); !dismissed)
            log::warning("training", dismissed.error().message);
    }
}

} // namespace

RunDesk::RunDesk(std::filesystem::path run, runs::RunLock lock)
    : m_run(std::move(run)), m_lock(std::move(lock)) {
    m_status.process = ::getpid();
    m_status.host = runs::hostName();
}

Result<RunDesk> RunDesk::open(const std::filesystem::path& run) {
    auto lock = runs::RunLock::take(run);
    if (!lock)
        return failure(lock);
    dismissLate(run);
    return RunDesk(run, *std::move(lock));
}

void RunDesk::tell(runs::RunState state, std::int64_t step, double secondsPerStep,
                   const std::string& message) {
    const Clock::time_point now = Clock::now();
    if (state == m_status.state && message == m_status.message && now - m_told < kHeartbeat)
        return;
    m_status.state = state;
    m_status.step = step;
    m_status.secondsPerStep = secondsPerStep;
    m_status.message = message;
    m_status.heartbeat = std::chrono::duration_cast<std::chrono::seconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count();
    m_told = now;
    // A full disk must not end a training for a heartbeat's sake; saying so once is enough.
    if (const auto written = runs::writeStatus(m_run, m_status); !written && !m_hasComplained) {
        m_hasComplained = true;
        log::warning("training", written.error().message);
    }
}

std::vector<runs::Command> RunDesk::takeCommands() {
    const Clock::time_point now = Clock::now();
    if (now - m_looked < kLook)
        return {};
    m_looked = now;
    std::vector<runs::Command> commands;
    for (const runs::ReceivedCommand& received : runs::waitingCommands(m_run)) {
        if (received.command)
            commands.push_back(*received.command);
        else
            log::warning("training", received.command.error().message);
        if (const auto dismissed = runs::dismissCommand(received); !dismissed)
            log::warning("training", dismissed.error().message);
    }
    return commands;
}

} // namespace hierascope::training
