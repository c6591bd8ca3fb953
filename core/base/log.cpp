// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <mutex>
#include <utility>

namespace hierascope::log {

namespace {

std::mutex g_mutex;
Sink g_sink;

void write(Level level, std::string_view area, std::string_view message) {
    const std::lock_guard lock(g_mutex);
    if (g_sink)
        g_sink(level, area, message);
}

} // namespace

void setSink(Sink sink) {
    const std::lock_guard lock(g_mutex);
    g_sink = std::move(sink);
}

void debug(std::string_view area, std::string_view message) {
    write(Level::Debug, area, message);
}

void info(std::string_view area, std::string_view message) {
    write(Level::Info, area, message);
}

void warning(std::string_view area, std::string_view message) {
    write(Level::Warning, area, message);
}

void error(std::string_view area, std::string_view message) {
    write(Level::Error, area, message);
}

} // namespace hierascope::log
