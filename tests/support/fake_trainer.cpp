// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A trainer without a model: `fake_trainer train RUN ...` keeps a run's folder as the real one
// does, step after step. A file RUN/deaf makes it ignore commands and the signal that saves.
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/runs/run_control.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_process.h"
#include "core/runs/run_status.h"

namespace {

using namespace hierascope;
using runs::RunState;

volatile std::sig_atomic_t g_isTold = 0;

class FakeTrainer {
public:
    explicit FakeTrainer(runs::RunFolder folder)
        : m_folder(std::move(folder)), m_isDeaf(std::filesystem::exists(path() / "deaf")) {
        const auto checkpoints = m_folder.checkpointSteps();
        m_step = checkpoints.empty() ? 0 : checkpoints.back();
        const auto config = nlohmann::json::parse(std::ifstream(m_folder.config()), nullptr, false);
        if (config.is_object() && config.contains("training"))
            m_steps = config["training"].value("steps", m_steps);
    }

    int run() {
        tell(RunState::Starting);
        (void)m_folder.append(runs::HelloEvent{runs::kProtocol, "run", m_step, m_steps});
        while (m_isDeaf || (!m_isStopping && g_isTold == 0 && m_step < m_steps)) {
            obey();
            if (!m_isPaused && m_step < m_steps)
                ++m_step;
            tell(m_isPaused ? RunState::Paused : RunState::Training);
            (void)m_folder.append(runs::MetricEvent{m_step, {{"loss", 1.0 / double(m_step + 1)}}});
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        save();
        const bool isDone = m_step >= m_steps;
        (void)m_folder.append(runs::FinishedEvent{m_step, isDone ? "done" : "stopped"});
        tell(isDone ? RunState::Finished : RunState::Stopped);
        return 0;
    }

private:
    const std::filesystem::path& path() const { return m_folder.path(); }

    void obey() {
        for (const runs::ReceivedCommand& received : runs::waitingCommands(path())) {
            const bool isForOther = received.sent < m_start;
            if (received.command && !m_isDeaf)
                obey(*received.command, isForOther);
            (void)runs::dismissCommand(received);
        }
    }

    void obey(const runs::Command& command, bool isForOther) {
        if (const auto* plan = std::get_if<runs::ExtendCommand>(&command))
            m_steps = std::max(plan->steps, m_step);
        else if (std::holds_alternative<runs::SaveCommand>(command))
            save();
        else if (isForOther)
            return;
        else if (std::holds_alternative<runs::StopCommand>(command))
            m_isStopping = true;
        else if (std::holds_alternative<runs::PauseCommand>(command))
            m_isPaused = true;
        else if (std::holds_alternative<runs::ResumeCommand>(command))
            m_isPaused = false;
    }

    void save() {
        tell(RunState::Saving);
        const auto folder = m_folder.checkpoint(m_step);
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "config.json") << "{}";
        std::ofstream(folder / "model.safetensors") << "";
    }

    void tell(RunState state) {
        runs::RunStatus status;
        status.state = state;
        status.process = ::getpid();
        status.host = runs::hostName();
        status.step = m_step;
        status.steps = m_steps;
        status.secondsPerStep = 0.005;
        status.heartbeat = std::chrono::duration_cast<std::chrono::seconds>(
                               std::chrono::system_clock::now().time_since_epoch())
                               .count();
        (void)runs::writeStatus(path(), status);
    }

    runs::RunFolder m_folder;
    std::chrono::system_clock::time_point m_start = runs::processStart();
    bool m_isDeaf;
    bool m_isPaused = false;
    bool m_isStopping = false;
    std::int64_t m_step = 0;
    std::int64_t m_steps = 100;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 3 || std::string(argv[1]) != "train")
        return 2;
    std::signal(SIGTERM, [](int) { g_isTold = 1; });
    auto folder = runs::RunFolder::open(argv[2]);
    if (!folder)
        return 66;
    for (int look = 0; look < 200; ++look) { // one that has ended may be on its way out
        if (const auto lock = runs::RunLock::take(argv[2]))
            return FakeTrainer(*folder).run();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return 1;
}
