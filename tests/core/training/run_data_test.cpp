// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_data.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

TEST(RunData, SaysWhatChangedAndForgetsWhatWasMadeOfIt) {
    const testing::TempFolder folder;
    for (const char* name : {"run/cache", "a", "b"})
        std::filesystem::create_directories(folder / name);
    std::ofstream(folder / "a" / "1.png") << "one";
    std::ofstream(folder / "b" / "1.png") << "two";
    std::ofstream(folder / "run" / "cache" / "codes") << "old";
    runs::TrainConfig config;
    config.trainData = folder / "a";
    ASSERT_TRUE(checkRunData(folder / "run", config, false));
    config.heldOutData = folder / "b"; // what is new is no change
    ASSERT_TRUE(checkRunData(folder / "run", config, false));
    ASSERT_TRUE(checkRunData(folder / "run", config, false));
    std::ofstream(folder / "b" / "2.png") << "more";
    const auto checked = checkRunData(folder / "run", config, false);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::BadData);
    EXPECT_THAT(checked.error().message,
                ::testing::AllOf(::testing::HasSubstr("(data.held_out)"),
                                 ::testing::HasSubstr("1 files of 3 bytes then"),
                                 ::testing::HasSubstr("now 2 files of 7 bytes"),
                                 ::testing::HasSubstr("--accept-data")));
    EXPECT_TRUE(std::filesystem::exists(folder / "run" / "cache" / "codes"));
    ASSERT_TRUE(checkRunData(folder / "run", config, true));
    EXPECT_FALSE(std::filesystem::exists(folder / "run" / "cache"));
    ASSERT_TRUE(checkRunData(folder / "run", config, false));
}

} // namespace
} // namespace hierascope::training
