// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/heartbeat.h"

#include <utility>

#include "core/base/log.h"

namespace hierascope::training {

namespace {

constexpr std::chrono::milliseconds kPeriod{1800}; // a reader may count on two seconds

} // namespace

Heartbeat::Heartbeat(std::filesystem::path run)
    : m_run(std::move(run)), m_thread([this](const std::stop_token& stop) { beat(stop); }) {}

Heartbeat::~Heartbeat() {
    m_thread.request_stop();
}

void Heartbeat::tell(const runs::RunStatus& status) {
    const std::lock_guard guard(m_mutex);
    const bool isNew =
        !m_isTold || status.state != m_status.state || status.message != m_status.message;
    m_status = status;
    m_isTold = true;
    if (isNew)
        write();
}

void Heartbeat::beat(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait_for(lock, stop, kPeriod, [] { return false; });
        if (!stop.stop_requested() && m_isTold && runs::isLive(m_status.state))
            write();
    }
}

void Heartbeat::write() {
    m_status.heartbeat = std::chrono::duration_cast<std::chrono::seconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count();
    // A full disk must not end a training for a heartbeat's sake; saying so once is enough.
    if (const auto written = runs::writeStatus(m_run, m_status); !written && !m_hasComplained) {
        m_hasComplained = true;
        log::warning("training", written.error().message);
    }
}

} // namespace hierascope::training
