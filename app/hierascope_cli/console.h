// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <string_view>

#include "core/base/log.h"
#include "core/base/task_context.h"

namespace hierascope::cli {

/// Standard error: log lines, errors, and a progress bar where it is a terminal.
///
/// Never more than twelve lines: a program that calls this one must be able to show them.
class Console {
public:
    Console();

    /// Silences everything but errors.
    void setQuiet(bool quiet) { m_quiet = quiet; }

    void log(log::Level level, std::string_view message);
    void error(std::string_view message);

    /// Draws the bar at most 20 times a second, and always when the work is done.
    void progress(const Progress& progress);

    /// Removes the bar and says how many lines were left out.
    void finish();

private:
    void printLine(std::string_view prefix, std::string_view message);
    void clearBar();

    std::mutex m_mutex;
    bool m_isTerminal = false;
    bool m_quiet = false;
    bool m_isBarShown = false;
    int m_logLines = 0;
    int m_errorLines = 0;
    int m_leftOut = 0;
    std::chrono::steady_clock::time_point m_lastBar;
};

} // namespace hierascope::cli
