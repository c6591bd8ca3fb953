// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>

namespace hierascope {

/// How far a piece of work is; `total` 0 means unknown.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string stage;
};

/// What long-running work knows about its caller: whether to stop, and whom to tell.
///
/// Core code sees this and no threads. A default-made context never stops and tells nobody.
class TaskContext {
public:
    using Report = std::function<void(const Progress&)>;

    TaskContext() = default;
    explicit TaskContext(std::stop_token stop, Report report = {})
        : m_stop(std::move(stop)), m_report(std::move(report)) {}

    bool stopRequested() const { return m_stop.stop_requested(); }

    void report(const Progress& progress) const {
        if (m_report)
            m_report(progress);
    }

    /// The same wish to stop, and somebody else to tell: for the parts of one piece of work.
    TaskContext reportingTo(Report report) const { return TaskContext(m_stop, std::move(report)); }

    /// The same wish to stop, and nobody to tell.
    TaskContext silent() const { return reportingTo({}); }

private:
    std::stop_token m_stop;
    Report m_report;
};

} // namespace hierascope
