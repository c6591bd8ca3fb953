// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>

namespace hierascope::analysis {

/// A stated number of threads that share the parts of one computation.
///
/// Results must not depend on which thread does which part: everything here hands out parts whose
/// limits depend on the work alone, so that the number of threads changes no bit of a result.
class Workers {
public:
    /// @param threads 0: as many as the machine has cores
    explicit Workers(int threads = 0);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    int threads() const { return m_threads; }

    /// Calls `work(part)` for each part in [0, parts), in any order, and waits for all.
    void each(std::int64_t parts, const std::function<void(std::int64_t)>& work) const;

    /// Calls `work(first, last)` for consecutive ranges of `grain` elements.
    template <typename Work>
    void ranges(std::int64_t count, std::int64_t grain, const Work& work) const {
        each((count + grain - 1) / grain,
             [&](std::int64_t part) { work(part * grain, std::min(count, (part + 1) * grain)); });
    }

private:
    struct Arena;
    std::unique_ptr<Arena> m_arena;
    int m_threads = 1;
};

} // namespace hierascope::analysis
