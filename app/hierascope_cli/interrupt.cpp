// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/interrupt.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include <unistd.h>

namespace hierascope::cli {

namespace {

constexpr int kInterruptedExit = 130;
constexpr char kSignal = 's';
constexpr char kQuit = 'q';

std::array<int, 2> pipeEnds{-1, -1};
std::atomic<int> signalsSeen{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler uses it");

/// Only what POSIX allows in a handler: request_stop is not among it, so a thread makes the call.
void handleSignal(int) {
    const int saved = errno;
    if (signalsSeen.fetch_add(1) > 0)
        ::_exit(kInterruptedExit);
    if (::write(pipeEnds[1], &kSignal, 1) < 0)
        ::_exit(kInterruptedExit);
    errno = saved;
}

void watch(std::stop_source stop) {
    char byte = 0;
    for (;;) {
        const ssize_t count = ::read(pipeEnds[0], &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count != 1 || byte == kQuit)
            return;
        stop.request_stop();
    }
}

void setHandler(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace

Interrupt::Interrupt() {
    if (::pipe(pipeEnds.data()) != 0)
        return; // without a pipe, signals keep ending the process
    m_watcher = std::thread(watch, m_stop);
    setHandler(handleSignal);
}

Interrupt::~Interrupt() {
    if (!m_watcher.joinable())
        return;
    setHandler(SIG_DFL);
    if (::write(pipeEnds[1], &kQuit, 1) == 1)
        m_watcher.join();
    else
        m_watcher.detach();
}

} // namespace hierascope::cli
