// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/workers.h"

#include <optional>
#include <thread>

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

namespace hierascope::analysis {

struct Workers::Arena {
    explicit Arena(int threads) {
        // More threads than processors are a wish of tests; oneTBB would print a warning.
        if (threads > tbb::info::default_concurrency())
            limit.emplace(tbb::global_control::max_allowed_parallelism,
                          static_cast<std::size_t>(threads));
        arena.initialize(threads);
    }

    std::optional<tbb::global_control> limit;
    tbb::task_arena arena;
};

Workers::Workers(int threads)
    : m_threads(threads > 0 ? threads
                            : std::max(1, static_cast<int>(std::thread::hardware_concurrency()))) {
    if (m_threads > 1)
        m_arena = std::make_unique<Arena>(m_threads);
}

Workers::~Workers() = default;

void Workers::each(std::int64_t parts, const std::function<void(std::int64_t)>& work) const {
    if (m_threads == 1 || parts <= 1) {
        for (std::int64_t part = 0; part < parts; ++part)
            work(part);
        return;
    }
    m_arena->arena.execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::int64_t>(0, parts, 1),
            [&](const tbb::blocked_range<std::int64_t>& range) {
                for (std::int64_t part = range.begin(); part < range.end(); ++part)
                    work(part);
            },
            tbb::simple_partitioner());
    });
}

} // namespace hierascope::analysis
