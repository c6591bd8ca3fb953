// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace hierascope::cli {

/// Turns Ctrl+C (SIGINT) and SIGTERM into a stop request; the second one ends the process at once.
///
/// One at a time: the signal handler reaches it through a static pipe.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::thread m_watcher;
};

} // namespace hierascope::cli
