// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/runs/events.h"
#include "core/runs/run_folder.h"
#include "widgets/state/services.h"

namespace hierascope::testing {

/// Trainings without processes: what a trainer would do at each tick, and what was asked of it.
class FakeRuns {
public:
    using Path = std::filesystem::path;

    /// Puts the fakes in the place of all that trainings need.
    static std::shared_ptr<FakeRuns> addTo(widgets::Services& services) {
        auto fake = std::make_shared<FakeRuns>();
        services.readRunStatus = [fake](const Path& run) { return fake->read(run); };
        services.sendCommand = [fake](const Path& run, const runs::Command& command) {
            return fake->send(run, command);
        };
        services.startTrainer = [fake](const Path& run, const std::string&) {
            return fake->start(run);
        };
        services.isProcessAlive = [fake](std::int64_t process) { return fake->isAlive(process); };
        services.openFolder = [fake](const QString&) { ++fake->m_foldersOpened; };
        return fake;
    }

    /// Makes a run's folder with a config and a plan.
    static Path make(const Path& folder, const std::string& name) {
        const Path run = folder / name;
        std::filesystem::create_directories(run / "checkpoints");
        std::ofstream(run / "config.json") << R"({"data": {"train": "images"}, "training": {
            "steps": 100, "batch_size": 2, "learning_rate": 0.001, "loss": {"l1": 1.0}}})";
        return run;
    }

    /// Every process does a bit of its work.
    void tick() {
        const std::lock_guard lock(m_mutex);
        for (auto& [process, run] : m_processes) {
            runs::RunStatus& status = m_status[run];
            if (status.process != process)
                continue;
            if (status.state == runs::RunState::Starting)
                status.state = runs::RunState::Training;
            else if (status.state == runs::RunState::Training)
                status.step = std::min(status.step + 10, status.steps);
            if (status.step >= status.steps)
                status.state = runs::RunState::Finished;
        }
        std::erase_if(m_processes, [this](const auto& entry) {
            return m_status[entry.second].state == runs::RunState::Finished ||
                   m_status[entry.second].process != entry.first;
        });
    }

    /// The process of a run is gone without a word.
    void kill(const Path& run) {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_processes, [&run](const auto& entry) { return entry.second == run; });
        m_status[run].state = runs::RunState::Lost;
    }

    void setStatus(const Path& run, const runs::RunStatus& status) {
        const std::lock_guard lock(m_mutex);
        m_status[run] = status;
    }

    runs::RunStatus status(const Path& run) {
        const std::lock_guard lock(m_mutex);
        return m_status[run];
    }

    /// The runs that have a process, one for each process.
    std::vector<Path> trained() {
        const std::lock_guard lock(m_mutex);
        std::vector<Path> found;
        for (const auto& [process, run] : m_processes)
            found.push_back(run);
        return found;
    }
    int starts() const { return m_starts; }
    int foldersOpened() const { return m_foldersOpened; }
    std::vector<std::string> commands() const { return m_commands; }
    void refuseStarts() { m_isRefusing = true; }

private:
    Result<runs::RunStatus> read(const Path& run) {
        const std::lock_guard lock(m_mutex);
        return m_status[run];
    }

    Result<std::int64_t> start(const Path& run) {
        if (m_isRefusing)
            return failure(ErrorCode::Failed, "No process may be started today.");
        const std::lock_guard lock(m_mutex);
        ++m_starts;
        m_processes[++m_last] = run;
        runs::RunStatus& status = m_status[run];
        status.process = m_last;
        status.state = runs::RunState::Starting;
        status.steps = std::max<std::int64_t>(status.steps, 100);
        return m_last;
    }

    Result<void> send(const Path& run, const runs::Command& command) {
        const std::lock_guard lock(m_mutex);
        runs::RunStatus& status = m_status[run];
        const bool isAlive = std::ranges::any_of(
            m_processes, [&run](const auto& entry) { return entry.second == run; });
        std::visit(
            [&](const auto& what) {
                using What = std::decay_t<decltype(what)>;
                if constexpr (std::is_same_v<What, runs::StopCommand>) {
                    m_commands.push_back("stop");
                    if (isAlive)
                        status.state = runs::RunState::Stopped;
                    std::erase_if(m_processes,
                                  [&run](const auto& entry) { return entry.second == run; });
                } else if constexpr (std::is_same_v<What, runs::PauseCommand>) {
                    m_commands.push_back("pause");
                    if (isAlive)
                        status.state = runs::RunState::Paused;
                } else if constexpr (std::is_same_v<What, runs::ResumeCommand>) {
                    m_commands.push_back("resume");
                    if (isAlive)
                        status.state = runs::RunState::Training;
                } else if constexpr (std::is_same_v<What, runs::ExtendCommand>) {
                    m_commands.push_back("extend " + std::to_string(what.steps));
                    status.steps = what.steps;
                } else if constexpr (std::is_same_v<What, runs::SaveCommand>) {
                    m_commands.push_back("save");
                } else {
                    m_commands.push_back("sample");
                }
            },
            command);
        return {};
    }

    bool isAlive(std::int64_t process) {
        const std::lock_guard lock(m_mutex);
        return m_processes.contains(process);
    }

    std::mutex m_mutex;
    std::map<Path, runs::RunStatus> m_status;
    std::map<std::int64_t, Path> m_processes;
    std::vector<std::string> m_commands;
    std::int64_t m_last = 1000;
    int m_starts = 0;
    int m_foldersOpened = 0;
    bool m_isRefusing = false;
};

/// Writes events as a trainer would.
inline void appendEvents(const std::filesystem::path& run, const std::vector<runs::Event>& events) {
    std::ofstream out(run / "events.jsonl", std::ios::app);
    for (const runs::Event& event : events)
        out << runs::lineFromEvent(event) << '\n';
}

} // namespace hierascope::testing
