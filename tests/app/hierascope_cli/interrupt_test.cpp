// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <csignal>
#include <thread>

namespace hierascope {

class Interrupted : public testing::CliTest {
protected:
    /// Encodes one picture thousands of times, and gets `signal` after the first line of output.
    testing::ProgramRun runUntilSignal(int signal) const {
        std::vector<std::string> arguments{"encode", "m", "--json"};
        arguments.insert(arguments.end(), 20000, "photo.png");
        const pid_t process = start(arguments);
        std::error_code ignored;
        for (int i = 0; i < 1000; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            const auto size = std::filesystem::file_size(m_folder / "out", ignored);
            if (!ignored && size > 0)
                break;
        }
        EXPECT_EQ(::kill(process, signal), 0);
        return wait(process);
    }
};

TEST_F(Interrupted, EndsWith130AndOneLine) {
    for (const int signal : {SIGINT, SIGTERM}) {
        const auto run = runUntilSignal(signal);
        EXPECT_EQ(run.exitCode, 130) << run.errors;
        EXPECT_EQ(run.errorLines(), 1) << run.errors;
        EXPECT_FALSE(run.output.empty());
        EXPECT_EQ(run.output.back(), '\n');
    }
}

} // namespace hierascope
