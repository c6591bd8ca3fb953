// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_control.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_status.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runs {
namespace {

using ::testing::HasSubstr;

TEST(RunControl, BringsCommandsInTheOrderInWhichTheyWereSent) {
    const testing::TempFolder run;
    EXPECT_TRUE(waitingCommands(run.path()).empty());
    ASSERT_TRUE(sendCommand(run.path(), PauseCommand{}));
    ASSERT_TRUE(sendCommand(run.path(), ExtendCommand{500}));
    ASSERT_TRUE(sendCommand(run.path(), LearningRateCommand{1e-5}));
    ASSERT_TRUE(sendCommand(run.path(), StopCommand{}));
    const auto waiting = waitingCommands(run.path());
    ASSERT_EQ(waiting.size(), 4U);
    EXPECT_TRUE(std::holds_alternative<PauseCommand>(*waiting[0].command));
    EXPECT_EQ(std::get<ExtendCommand>(*waiting[1].command).steps, 500);
    EXPECT_EQ(std::get<LearningRateCommand>(*waiting[2].command).value, 1e-5);
    EXPECT_TRUE(std::holds_alternative<StopCommand>(*waiting[3].command));
    for (const ReceivedCommand& received : waiting)
        EXPECT_TRUE(dismissCommand(received));
    EXPECT_TRUE(waitingCommands(run.path()).empty());
}

TEST(RunControl, NamesABrokenCommandAndTheFieldThatIsWrong) {
    const testing::TempFolder run;
    std::filesystem::create_directory(run / "control");
    const auto said = [&](const std::string& text) {
        std::ofstream(run / "control" / "1.json") << text;
        const auto waiting = waitingCommands(run.path());
        EXPECT_EQ(waiting.size(), 1U);
        EXPECT_FALSE(waiting.front().command);
        return waiting.front().command.error().message;
    };
    EXPECT_THAT(said("{"), HasSubstr("not JSON"));
    EXPECT_THAT(said("[]"), HasSubstr("'command' is missing"));
    EXPECT_THAT(said(R"({"command": "explode"})"), HasSubstr("no command 'explode'"));
    EXPECT_THAT(said(R"({"command": "extend", "steps": -3})"), HasSubstr("'steps'"));
    EXPECT_THAT(said(R"({"command": "learning_rate", "value": "x"})"), HasSubstr("'value'"));
    EXPECT_THAT(said(std::string(10'000, ' ')), HasSubstr("1.json"));
}

TEST(RunStatus, ComesBackAsItWasWritten) {
    const testing::TempFolder run;
    RunStatus status;
    status.state = RunState::Paused;
    status.process = ::getpid();
    status.host = hostName();
    status.step = 12;
    status.steps = 40;
    status.secondsPerStep = 0.5;
    status.message = "why";
    ASSERT_TRUE(writeStatus(run.path(), status));
    const auto read = readStatus(run.path());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->state, RunState::Paused);
    EXPECT_EQ(read->step, 12);
    EXPECT_EQ(read->steps, 40);
    EXPECT_EQ(read->secondsPerStep, 0.5);
    EXPECT_EQ(read->message, "why");
}

TEST(RunStatus, IsLostWhereTheProcessIsGone) {
    const testing::TempFolder run;
    RunStatus status;
    status.state = RunState::Training;
    status.process = 0x3FFFFFFF;
    status.host = hostName();
    ASSERT_TRUE(writeStatus(run.path(), status));
    EXPECT_EQ(readStatus(run.path())->state, RunState::Lost);
    status.host = "another-host";
    ASSERT_TRUE(writeStatus(run.path(), status));
    EXPECT_EQ(readStatus(run.path())->state, RunState::Training);
}

TEST(RunStatus, NamesAFileThatIsNone) {
    const testing::TempFolder run;
    std::ofstream(run / "status.json") << R"({"state": "dancing"})";
    const auto read = readStatus(run.path());
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message, HasSubstr("dancing"));
}

TEST(RunLock, KeepsASecondHolderOut) {
    const testing::TempFolder run;
    {
        const auto first = RunLock::take(run.path());
        ASSERT_TRUE(first);
        const auto second = RunLock::take(run.path());
        ASSERT_FALSE(second);
        EXPECT_THAT(second.error().message,
                    HasSubstr("in use by process " + std::to_string(::getpid())));
    }
    EXPECT_TRUE(RunLock::take(run.path()));
}

} // namespace
} // namespace hierascope::runs
