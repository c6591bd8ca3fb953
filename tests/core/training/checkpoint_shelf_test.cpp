// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint_shelf.h"

#include <fstream>
#include <limits>

#include <ATen/ops/full.h>
#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "tests/core/training/tiny_data.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using ::testing::ElementsAre;

class CheckpointShelfTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(runs::RunFolder::create(m_path));
        ASSERT_TRUE(writeFileAtomically(m_path / "config.json", "{}"));
    }
    runs::RunFolder run() const { return *runs::RunFolder::open(m_path); }
    Result<void> save(CheckpointShelf& shelf, std::int64_t step) const {
        TrainerState state;
        state.step = step;
        state.weights["w"] = state.average["w"] = at::full({2}, static_cast<double>(step));
        state.optimizer["w"] = at::full({2}, 0.5);
        return shelf.save(state, tinyModelConfig());
    }

    testing::TempFolder m_folder;
    std::filesystem::path m_path = m_folder / "run";
};

TEST_F(CheckpointShelfTest, KeepsTheNewestAndTheBest) {
    CheckpointShelf shelf(run(), 2);
    EXPECT_EQ(shelf.newestName(), "none");
    for (const std::int64_t step : {10, 20, 30, 40}) {
        ASSERT_TRUE(save(shelf, step));
        const double quality = step == 20 ? 25.0 : 21.0;
        if (shelf.isBest(quality)) {
            ASSERT_TRUE(shelf.keepAsBest(step, quality));
        }
    }
    EXPECT_THAT(run().checkpointSteps(), ElementsAre(20, 30, 40));
    EXPECT_EQ(shelf.newestName(), "that of step 40");

    CheckpointShelf later(run(), 2); // another start knows it, too
    EXPECT_FALSE(later.isBest(24.0));
    EXPECT_FALSE(later.isBest(std::numeric_limits<double>::quiet_NaN()));
    ASSERT_TRUE(save(later, 50));
    EXPECT_THAT(run().checkpointSteps(), ElementsAre(20, 40, 50));
    ASSERT_TRUE(later.isBest(26.0));
    ASSERT_TRUE(later.keepAsBest(50, 26.0));
    EXPECT_THAT(run().checkpointSteps(), ElementsAre(40, 50));
}

TEST_F(CheckpointShelfTest, FallsBackToWhatIsIntact) {
    CheckpointShelf shelf(run(), 2);
    const auto none = shelf.newest();
    ASSERT_TRUE(none);
    EXPECT_FALSE(*none);
    ASSERT_TRUE(save(shelf, 10));
    ASSERT_TRUE(save(shelf, 20));
    std::ofstream(m_path / "checkpoints" / "step-20" / "weights.safetensors", std::ios::app) << "x";
    const auto state = shelf.newest();
    ASSERT_TRUE(state);
    EXPECT_EQ((*state)->step, 10);
    std::filesystem::remove(m_path / "checkpoints" / "step-10" / "manifest.json");
    EXPECT_FALSE(shelf.newest());
}

TEST_F(CheckpointShelfTest, PutsBackWhatAKilledProcessLaidAside) {
    const auto checkpoints = m_path / "checkpoints";
    {
        CheckpointShelf shelf(run(), 2);
        ASSERT_TRUE(save(shelf, 10));
        ASSERT_TRUE(save(shelf, 20));
    }
    std::filesystem::rename(checkpoints / "step-20", checkpoints / ".step-20.old");
    std::filesystem::create_directories(checkpoints / ".step-20.part");
    std::filesystem::create_directories(checkpoints / ".step-10.old");
    const CheckpointShelf shelf(run(), 2);
    const auto state = shelf.newest();
    ASSERT_TRUE(state);
    EXPECT_EQ((*state)->step, 20);
    for (const char* name : {".step-20.old", ".step-20.part", ".step-10.old"})
        EXPECT_FALSE(std::filesystem::exists(checkpoints / name)) << name;
}

TEST_F(CheckpointShelfTest, RemovesWhatAKilledProcessLeft) {
    const auto checkpoints = m_path / "checkpoints";
    std::filesystem::create_directories(checkpoints / ".step-7.part");
    std::ofstream(checkpoints / ".step-7.part" / "weights.safetensors") << "half";
    std::ofstream(checkpoints / ".best.json.a8Xz01") << "half";
    std::ofstream(m_path / ".status.json.b8Xz01") << "half";
    std::ofstream(m_path / ".lock") << "mine";
    std::ofstream(checkpoints / "best.json") << "[]";
    const CheckpointShelf shelf(run(), 2);
    EXPECT_FALSE(std::filesystem::exists(checkpoints / ".step-7.part"));
    EXPECT_FALSE(std::filesystem::exists(checkpoints / ".best.json.a8Xz01"));
    EXPECT_FALSE(std::filesystem::exists(m_path / ".status.json.b8Xz01"));
    EXPECT_TRUE(std::filesystem::exists(m_path / ".lock"));
    EXPECT_TRUE(shelf.isBest(0.0));
}

} // namespace
} // namespace hierascope::training
