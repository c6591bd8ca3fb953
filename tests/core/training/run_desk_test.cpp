// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_desk.h"

#include <fstream>
#include <thread>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(RunDesk, KeepsACommandUntilItIsObeyed) {
    const testing::TempFolder folder;
    ASSERT_TRUE(runs::sendCommand(folder.path(), runs::ExtendCommand{7}));
    std::ofstream(folder / "control" / "0.json") << "broken";
    {
        auto desk = RunDesk::open(folder.path(), std::chrono::system_clock::now());
        ASSERT_TRUE(desk);
        ASSERT_THAT(desk->waitingCommands(), SizeIs(1)); // and is killed before it obeys
    }
    EXPECT_THAT(runs::waitingCommands(folder.path()), SizeIs(1));
    auto desk = RunDesk::open(folder.path(), std::chrono::system_clock::now());
    ASSERT_TRUE(desk);
    const auto again = desk->waitingCommands();
    ASSERT_THAT(again, SizeIs(1));
    desk->dismiss(again[0]);
    EXPECT_THAT(runs::waitingCommands(folder.path()), IsEmpty());
}

TEST(RunDesk, BeatsWhileNobodyTellsAnything) {
    const testing::TempFolder folder;
    auto desk = RunDesk::open(folder.path(), std::chrono::system_clock::now());
    ASSERT_TRUE(desk);
    desk->tell(runs::RunState::Saving, 3);
    const auto before = runs::readStatus(folder.path());
    ASSERT_TRUE(before);
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    const auto later = runs::readStatus(folder.path());
    ASSERT_TRUE(later);
    EXPECT_EQ(later->state, runs::RunState::Saving);
    EXPECT_EQ(later->step, 3);
    EXPECT_GT(later->heartbeat, before->heartbeat);

    desk->tell(runs::RunState::Finished, 4);
    const auto end = std::filesystem::last_write_time(folder / "status.json");
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    EXPECT_EQ(std::filesystem::last_write_time(folder / "status.json"), end);
}

} // namespace
} // namespace hierascope::training
