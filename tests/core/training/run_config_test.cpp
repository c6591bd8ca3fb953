// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_config.h"

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/training/run_environment.h"
#include "core/training/trainer.h"
#include "tests/core/training/tiny_data.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using ::testing::HasSubstr;

TEST(RunConfig, SaysThatARunIsOfANewerVersion) {
    const testing::TempFolder folder;
    nlohmann::json config = tinyModelConfig();
    config["format"] = 2;
    config["what_version_2_has"] = true;
    ASSERT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto read = readRunConfig(folder / "config.json");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::BadData);
    EXPECT_THAT(read.error().message,
                HasSubstr("is of a newer version: field 'format' is 2, this program knows 1."));
    const auto trained = train(folder.path(), {"cpu", 1}, {}, {});
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().message, read.error().message);
}

TEST(RunEnvironment, TellsOfTheFirstStart) {
    const testing::TempFolder folder;
    ASSERT_TRUE(noteEnvironment(folder.path(), at::kCPU));
    const auto noted = io::readJsonFile(folder / "environment.json");
    ASSERT_TRUE(noted);
    EXPECT_EQ(noted->at("device"), "cpu");
    EXPECT_TRUE(noted->contains("torch"));
    ASSERT_TRUE(noteEnvironment(folder.path(), at::Device("cuda:1")));
    EXPECT_EQ(io::readJsonFile(folder / "environment.json").value(), *noted);
}

} // namespace
} // namespace hierascope::training
