// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/estimate.h"

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "tests/core/training/tiny_data.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

TEST(Estimate, CountsAndTimesAConfigWithoutItsData) {
    const testing::TempFolder folder;
    nlohmann::json config = tinyModelConfig();
    config["data"] = {{"train", "nowhere"}};
    config["training"] = {{"batch_size", 8}};
    ASSERT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto estimate = estimateTraining(folder / "config.json", {"cpu", 1});
    ASSERT_TRUE(estimate) << estimate.error().message;
    EXPECT_GT(estimate->parameters, 1000);
    EXPECT_GT(estimate->secondsPerStep, 0.0);
    EXPECT_GE(estimate->memoryBytes, estimate->parameters * 20);

    config["training"]["batch_size"] = 16;
    ASSERT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto twice = estimateTraining(folder / "config.json", {"cpu", 1});
    ASSERT_TRUE(twice);
    EXPECT_DOUBLE_EQ(twice->flopsPerStep, 2.0 * estimate->flopsPerStep);
}

TEST(Estimate, NamesTheConfigThatIsWrong) {
    const testing::TempFolder folder;
    const auto estimate = estimateTraining(folder / "none.json", {"cpu", 1});
    ASSERT_FALSE(estimate);
    EXPECT_EQ(estimate.error().code, ErrorCode::NoInput);
    EXPECT_THAT(estimate.error().message, ::testing::HasSubstr("none.json"));
}

} // namespace
} // namespace hierascope::training
