// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/idle_team.h"

#include <cstdint>

#include <ATen/Parallel.h>

namespace hierascope::tensor {

IdleTeam::IdleTeam(int threads) {
    if (threads < 2)
        return;
    std::condition_variable_any isReady;
    bool hasTeam = false;
    m_thread = std::jthread([&, this, threads](const std::stop_token& stop) {
        at::parallel_for(0, threads, 1, [](std::int64_t, std::int64_t) {});
        std::unique_lock lock(m_mutex);
        hasTeam = true;
        isReady.notify_all();
        m_never.wait(lock, stop, [] { return false; });
    });
    std::unique_lock lock(m_mutex);
    isReady.wait(lock, [&] { return hasTeam; });
}

} // namespace hierascope::tensor
