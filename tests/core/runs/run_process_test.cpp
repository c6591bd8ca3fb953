// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_process.h"

#include <csignal>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_status.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runs {
namespace {

using ::testing::HasSubstr;

class RunProcessTest : public ::testing::Test {
protected:
    RunProcessTest() {
        std::filesystem::create_directories(m_run);
        std::ofstream(m_run / "config.json") << "{}";
    }
    ~RunProcessTest() override {
        if (m_child > 0) {
            ::kill(m_child, SIGKILL);
            ::waitpid(m_child, nullptr, 0);
        }
    }

    /// A process that holds the run's lock, or not, and waits for a signal.
    void startChild(bool isHolder) {
        int ready[2];
        ASSERT_EQ(::pipe(ready), 0);
        m_child = ::fork();
        if (m_child == 0) {
            const auto lock = isHolder ? RunLock::take(m_run)
                                       : Result<RunLock>(failure(ErrorCode::Failed, "none"));
            (void)::write(ready[1], "x", 1);
            for (;;)
                ::pause();
        }
        char byte = 0;
        ASSERT_EQ(::read(ready[0], &byte, 1), 1);
        ::close(ready[0]);
        ::close(ready[1]);
        tell(hostName());
    }
    void tell(const std::string& host) {
        RunStatus status;
        status.state = RunState::Training;
        status.process = m_child;
        status.host = host;
        ASSERT_TRUE(writeStatus(m_run, status));
    }
    int endSignal() {
        int status = 0;
        ::waitpid(m_child, &status, 0);
        m_child = 0;
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }

    testing::TempFolder m_folder;
    std::filesystem::path m_run = m_folder / "run";
    pid_t m_child = 0;
};

TEST_F(RunProcessTest, SignalsTheProcessThatHoldsTheRun) {
    startChild(true);
    ASSERT_TRUE(signalRun(m_run, EndSignal::Terminate));
    EXPECT_EQ(endSignal(), SIGTERM);
    startChild(true);
    ASSERT_TRUE(signalRun(m_run, EndSignal::Kill));
    EXPECT_EQ(endSignal(), SIGKILL);
}

TEST_F(RunProcessTest, LeavesAProcessAloneThatOnlyHasTheNumber) {
    startChild(false);
    const auto sent = signalRun(m_run, EndSignal::Kill);
    ASSERT_FALSE(sent);
    EXPECT_THAT(sent.error().message, HasSubstr("does not hold the run's lock"));
    EXPECT_TRUE(isProcessAlive(m_child));
}

TEST_F(RunProcessTest, LeavesProcessesOfOtherComputersAlone) {
    startChild(true);
    tell("elsewhere");
    const auto sent = signalRun(m_run, EndSignal::Kill);
    ASSERT_FALSE(sent);
    EXPECT_THAT(sent.error().message, HasSubstr("'elsewhere'"));
    EXPECT_TRUE(isProcessAlive(m_child));
}

TEST_F(RunProcessTest, SaysThatAProcessIsGone) {
    startChild(true);
    ::kill(m_child, SIGKILL);
    EXPECT_EQ(endSignal(), SIGKILL);
    EXPECT_FALSE(signalRun(m_run, EndSignal::Terminate));
}

TEST(ProcessStart, IsBeforeNowAndNotLongAgo) {
    const auto now = std::chrono::system_clock::now();
    EXPECT_LE(processStart(), now + std::chrono::milliseconds(10)) << "the system counts in ticks";
    EXPECT_GT(processStart(), now - std::chrono::minutes(10));
}

} // namespace
} // namespace hierascope::runs
