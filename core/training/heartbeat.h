// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <thread>

#include "core/runs/run_status.h"

namespace hierascope::training {

/// Writes a run's `status.json`, at least every other second while its process lives, on a thread
/// of its own.
class Heartbeat {
public:
    explicit Heartbeat(std::filesystem::path run);
    ~Heartbeat();
    Heartbeat(const Heartbeat&) = delete;
    Heartbeat& operator=(const Heartbeat&) = delete;

    /// Takes a status in; it is written before this returns where its state or message is another,
    /// else with the next beat.
    void tell(const runs::RunStatus& status);

private:
    void beat(const std::stop_token& stop);
    void write(); // with m_mutex held

    std::filesystem::path m_run;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    runs::RunStatus m_status;
    bool m_isTold = false;
    bool m_hasComplained = false;
    std::jthread m_thread; ///< last: it uses all others
};

} // namespace hierascope::training
