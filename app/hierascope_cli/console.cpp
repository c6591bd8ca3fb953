// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/console.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include <unistd.h>

namespace hierascope::cli {

namespace {

constexpr int kMaxLogLines = 4;
constexpr int kMaxErrorLines = 7;
constexpr int kBarWidth = 30;
constexpr auto kBarInterval = std::chrono::milliseconds(50);

} // namespace

Console::Console() : m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

void Console::log(log::Level level, std::string_view message) {
    if (m_quiet || level == log::Level::Debug)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_logLines++ >= kMaxLogLines)
        ++m_leftOut;
    else
        printLine(level == log::Level::Info ? "" : "warning: ", message);
}

void Console::error(std::string_view message) {
    const std::lock_guard lock(m_mutex);
    if (m_errorLines++ >= kMaxErrorLines)
        ++m_leftOut;
    else
        printLine("error: ", message);
}

void Console::progress(const Progress& progress) {
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    const bool isDone = progress.total > 0 && progress.done >= progress.total;
    if (m_quiet || !m_isTerminal || (!isDone && now - m_lastBar < kBarInterval))
        return;
    m_lastBar = now;
    std::string bar;
    if (progress.total > 0) {
        const auto filled =
            std::clamp<std::int64_t>(kBarWidth * progress.done / progress.total, 0, kBarWidth);
        bar = "[" + std::string(static_cast<std::size_t>(filled), '#') +
              std::string(static_cast<std::size_t>(kBarWidth - filled), '.') + "] ";
    }
    std::fprintf(stderr, "\r\033[K%s%s", bar.c_str(), progress.stage.c_str());
    std::fflush(stderr);
    m_isBarShown = true;
}

void Console::finish() {
    const std::lock_guard lock(m_mutex);
    clearBar();
    if (m_leftOut > 0)
        printLine("", "... and " + std::to_string(m_leftOut) + " more messages.");
    m_leftOut = 0;
}

void Console::printLine(std::string_view prefix, std::string_view message) {
    clearBar();
    std::string line(prefix);
    line += message;
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::fprintf(stderr, "%s\n", line.c_str());
}

void Console::clearBar() {
    if (m_isBarShown)
        std::fputs("\r\033[K", stderr);
    m_isBarShown = false;
}

} // namespace hierascope::cli
