// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint.h"

#include <fstream>

#include <ATen/ops/full.h>
#include <gmock/gmock.h>

#include "tests/core/training/tiny_data.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using ::testing::HasSubstr;

TrainerState someState(double value) {
    TrainerState state;
    state.step = 12;
    state.elapsedSeconds = 3.5;
    state.learningRate = 2e-3;
    state.weights["w"] = at::full({2, 3}, value);
    state.average["w"] = at::full({2, 3}, value / 2.0);
    state.optimizer["first.w"] = at::full({2, 3}, value / 4.0);
    return state;
}

TEST(Checkpoint, ReadsBackWhatItWrote) {
    const testing::TempFolder folder;
    const auto place = folder / "step-12";
    ASSERT_TRUE(saveCheckpoint(place, someState(1.0), tinyModelConfig()));
    ASSERT_TRUE(saveCheckpoint(place, someState(8.0), tinyModelConfig()));
    const auto state = loadCheckpoint(place);
    ASSERT_TRUE(state) << state.error().message;
    EXPECT_EQ(state->step, 12);
    EXPECT_DOUBLE_EQ(state->elapsedSeconds, 3.5);
    EXPECT_DOUBLE_EQ(state->weights.at("w")[1][2].item<double>(), 8.0);
    EXPECT_DOUBLE_EQ(state->average.at("w")[1][2].item<double>(), 4.0);
    EXPECT_DOUBLE_EQ(state->optimizer.at("first.w")[1][2].item<double>(), 2.0);
    EXPECT_FALSE(std::filesystem::exists(folder / ".step-12.part"));
    EXPECT_DOUBLE_EQ(state->learningRate, 2e-3);
}

TEST(Checkpoint, NamesTheDamagedFile) {
    const testing::TempFolder folder;
    const auto place = folder / "step-12";
    for (const char* file :
         {"model.safetensors", "weights.safetensors", "optimizer.safetensors", "trainer.json"}) {
        ASSERT_TRUE(saveCheckpoint(place, someState(1.0), tinyModelConfig()));
        std::ofstream(place / file, std::ios::app) << "x";
        const auto state = loadCheckpoint(place);
        ASSERT_FALSE(state) << file;
        EXPECT_EQ(state.error().code, ErrorCode::BadData);
        EXPECT_THAT(state.error().message, HasSubstr(file));
    }
}

TEST(Checkpoint, IsNotThereWithoutItsManifest) {
    const testing::TempFolder folder;
    const auto place = folder / "step-12";
    ASSERT_TRUE(saveCheckpoint(place, someState(1.0), tinyModelConfig()));
    std::filesystem::remove(place / "manifest.json");
    EXPECT_FALSE(loadCheckpoint(place));
}

} // namespace
} // namespace hierascope::training
