// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_desk.h"

#include <thread>
#include <utility>

#include <unistd.h>

#include "core/base/log.h"

namespace hierascope::training {

namespace {

constexpr std::chrono::milliseconds kLook{200};
constexpr int kLooksAtLock = 25; // five seconds

bool hasEnded(const std::filesystem::path& run) {
    using State = runs::RunState;
    const auto status = runs::readStatus(run);
    return status && (status->state == State::Stopped || status->state == State::Finished ||
                      status->state == State::Failed);
}

/// A stop or pause that was left for a process that is gone is not meant for this one.
void dismissLate(const std::filesystem::path& run, std::chrono::system_clock::time_point since) {
    for (const runs::ReceivedCommand& received : runs::waitingCommands(run)) {
        const bool isLate = received.command && received.sent < since &&
                            (std::holds_alternative<runs::StopCommand>(*received.command) ||
                             std::holds_alternative<runs::PauseCommand>(*received.command) ||
                             std::holds_alternative<runs::ResumeCommand>(*received.command));
        if (!isLate)
            continue;
        if (const auto dismissed = runs::dismissCommand(received); !dismissed)
            log::warning("training", dismissed.error().message);
    }
}

/// What a killed sender has left; one that was begun a moment ago may still be at it.
void removeLitter(const std::filesystem::path& run) {
    constexpr std::chrono::minutes kBegun{1};
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(run / "control", error)) {
        const auto age = std::filesystem::file_time_type::clock::now() -
                         std::filesystem::last_write_time(entry.path(), error);
        if (!error && entry.path().filename().string().front() == '.' && age > kBegun)
            std::filesystem::remove(entry.path(), error);
    }
}

} // namespace

RunDesk::RunDesk(std::filesystem::path run, runs::RunLock lock)
    : m_run(std::move(run)), m_lock(std::move(lock)),
      m_heartbeat(std::make_unique<Heartbeat>(m_run)) {
    m_status.process = ::getpid();
    m_status.host = runs::hostName();
}

Result<RunDesk> RunDesk::open(const std::filesystem::path& run,
                              std::chrono::system_clock::time_point since) {
    auto lock = runs::RunLock::take(run);
    // One that has said its last word may still be on its way out.
    for (int look = 0; !lock && look < kLooksAtLock && hasEnded(run); ++look) {
        std::this_thread::sleep_for(kLook);
        lock = runs::RunLock::take(run);
    }
    if (!lock)
        return failure(lock);
    dismissLate(run, since);
    removeLitter(run);
    return RunDesk(run, *std::move(lock));
}

void RunDesk::tell(runs::RunState state, std::int64_t step, double secondsPerStep,
                   const std::string& message) {
    m_status.state = state;
    m_status.step = step;
    m_status.secondsPerStep = secondsPerStep;
    m_status.message = message;
    m_heartbeat->tell(m_status);
}

std::vector<runs::ReceivedCommand> RunDesk::waitingCommands() {
    const Clock::time_point now = Clock::now();
    if (now - m_looked < kLook)
        return {};
    m_looked = now;
    std::vector<runs::ReceivedCommand> commands;
    for (runs::ReceivedCommand& received : runs::waitingCommands(m_run)) {
        if (m_undismissed.contains(received.file))
            continue;
        if (received.command) {
            commands.push_back(std::move(received));
        } else {
            log::warning("training", received.command.error().message);
            dismiss(received);
        }
    }
    return commands;
}

void RunDesk::dismiss(const runs::ReceivedCommand& obeyed) {
    if (const auto dismissed = runs::dismissCommand(obeyed); !dismissed) {
        log::warning("training", dismissed.error().message);
        m_undismissed.insert(obeyed.file);
    }
}

} // namespace hierascope::training
