// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_process.h"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/runs/run_lock.h"
#include "core/runs/run_status.h"

namespace hierascope::runs {

namespace {

/// A file descriptor that is closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

// The system's header of these two is written for C only.
int openProcess(std::int64_t process) {
    return static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(process), 0U));
}

int sendSignal(int process, int signal) {
    return static_cast<int>(::syscall(SYS_pidfd_send_signal, process, signal, nullptr, 0U));
}

/// Whether a process holds the run's lock and says in it that it is this one.
bool isHolder(const std::filesystem::path& run, std::int64_t process) {
    const std::filesystem::path file = run / ".lock";
    const Descriptor lock(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (lock.number() < 0 || ::flock(lock.number(), LOCK_SH | LOCK_NB) == 0)
        return false; // nobody trains here, whoever has that number now
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str() == lockText(process);
}

tl::unexpected<Error> nobody(const std::filesystem::path& run, const std::string& why) {
    return failure(ErrorCode::Failed,
                   "The process of run '" + run.string() + "' gets no signal: " + why + ".");
}

} // namespace

std::chrono::system_clock::time_point processStart() {
    constexpr int kFieldsBeforeStart = 19; // after the name in brackets: proc(5), starttime
    const auto now = std::chrono::system_clock::now();
    std::ifstream stat("/proc/self/stat");
    std::ifstream uptime("/proc/uptime");
    std::string line;
    double up = 0.0;
    if (!std::getline(stat, line) || !(uptime >> up))
        return now;
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string field;
    for (int i = 0; i < kFieldsBeforeStart; ++i)
        fields >> field;
    double ticks = 0.0;
    if (!(fields >> ticks))
        return now;
    const std::chrono::duration<double> age(up -
                                            ticks / static_cast<double>(::sysconf(_SC_CLK_TCK)));
    return now - std::chrono::duration_cast<std::chrono::system_clock::duration>(age);
}

Result<void> signalRun(const std::filesystem::path& run, EndSignal signal) {
    const auto status = readStatus(run);
    if (!status)
        return failure(status);
    if (status->host != hostName())
        return nobody(run, "it runs on host '" + status->host + "'");
    // Held from before the check on, so that its number cannot become another process's.
    const Descriptor process(openProcess(status->process));
    if (status->process <= 0 || process.number() < 0)
        return nobody(run, "it is gone");
    if (!isHolder(run, status->process))
        return nobody(run, "process " + std::to_string(status->process) +
                               " does not hold the run's lock");
    const int number = signal == EndSignal::Kill ? SIGKILL : SIGTERM;
    if (sendSignal(process.number(), number) != 0)
        return nobody(run, std::generic_category().message(errno));
    return {};
}

} // namespace hierascope::runs
