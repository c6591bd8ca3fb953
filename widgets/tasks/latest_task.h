// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "widgets/tasks/task_runner.h"

namespace hierascope::widgets {

/// Keeps at most one wanted task: a new start stops the one before and drops its result.
class LatestTask {
public:
    /// As `TaskRunner::start`; `finish` is called only while no newer start or drop came.
    template <typename Work, typename Finish>
    void start(TaskRunner& runner, QObject* owner, const QString& title, Work work, Finish finish,
               Lane lane = Lane::Engine) {
        drop();
        auto keepNewest = [generation = *m_generation, newest = m_generation,
                           finish = std::move(finish)](auto result) mutable {
            if (generation == *newest)
                finish(std::move(result));
        };
        m_handle = runner.start(owner, title, std::move(work), std::move(keepNewest), lane);
    }

    /// Asks the task to stop; its finish callback tells of it.
    void cancel() { m_handle.cancel(); }

    /// Asks the task to stop and forgets it; its finish callback is not called.
    void drop() {
        m_handle.cancel();
        ++*m_generation;
    }

    bool isRunning() const { return m_handle.isRunning(); }
    TaskId id() const { return m_handle.id(); }

private:
    TaskHandle m_handle;
    std::shared_ptr<std::uint64_t> m_generation = std::make_shared<std::uint64_t>(0);
};

} // namespace hierascope::widgets
