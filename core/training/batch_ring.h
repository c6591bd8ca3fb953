// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace hierascope::training {

/// Makes batches in threads of its own, some steps ahead of who takes them.
///
/// What a batch holds follows from its step alone, so how many threads make it changes nothing.
class BatchRing {
public:
    /// Called from several threads at once.
    using Make = std::function<Result<at::Tensor>(std::int64_t step)>;

    /// @param threads 0: batches are made where and when they are taken
    BatchRing(Make make, int threads);
    ~BatchRing();
    BatchRing(const BatchRing&) = delete;
    BatchRing& operator=(const BatchRing&) = delete;

    /// The batch of a step; waits where it is not ready. Another step than the one after the last
    /// throws away what was made ahead.
    Result<at::Tensor> take(std::int64_t step);

private:
    void work(const std::stop_token& stop);
    /// The first step within reach that nobody makes yet.
    std::optional<std::int64_t> nextToMake() const;

    Make m_make;
    std::int64_t m_ahead;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::int64_t m_next = -1; ///< the step that is taken next; -1: nobody has asked yet
    std::map<std::int64_t, std::optional<Result<at::Tensor>>> m_batches; ///< empty: in the making
    std::uint64_t m_jumps = 0; ///< what was begun before a jump is not wanted any more
    std::vector<std::jthread> m_threads;
};

} // namespace hierascope::training
