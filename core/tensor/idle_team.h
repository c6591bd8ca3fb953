// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace hierascope::tensor {

/// Keeps a second team of OpenMP threads that never works.
///
/// libgomp lets threads that wait for each other spin for milliseconds, unless there are more
/// threads than processors; then they soon sleep. Beside another busy program the spinning makes
/// each parallel operator wait for the scheduler: a small generator took 60 times as long. Its
/// switches for this are environment variables that it reads before `main`. The idle team makes
/// it count more threads than processors.
class IdleTeam {
public:
    explicit IdleTeam(int threads);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_never;
    std::jthread m_thread; ///< the last member: ends first
};

} // namespace hierascope::tensor
