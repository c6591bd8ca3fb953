// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention_bench.h"

#include <chrono>
#include <thread>

#include "tests/support/fake_attention.h"
#include "tests/widgets/support/attention_window.h"

namespace hierascope::widgets {
namespace {

using Phase = AttentionState::Phase;
using Part = runtime::AttentionRequest::Part;

class AttentionBenchTest : public testing::AttentionWindowTest {};

TEST_F(AttentionBenchTest, WorksOnlyWhileTheViewIsSeen) {
    m_window.showRoom(Room::Pyramid);
    EXPECT_FALSE(m_window.attentionBench().isActive());
    const auto before = attention().at(Side::A).weights;
    state().selectTokens(Side::A, {7}, SelectionMode::Replace);
    EXPECT_TRUE(m_window.runner().tasks().empty());
    m_window.showRoom(Room::Attention);
    ASSERT_TRUE(reach());
    EXPECT_NE(attention().at(Side::A).weights, before);
}

TEST_F(AttentionBenchTest, ComputesNothingTwice) {
    const auto outline = attention().at(Side::A).outline;
    const auto weights = attention().at(Side::A).weights;
    ASSERT_TRUE(weights);
    setAttentionPart(state(), Part::Encoder);
    ASSERT_TRUE(reach());
    EXPECT_NE(attention().at(Side::A).outline, outline);
    setAttentionPart(state(), Part::Decoder);
    EXPECT_EQ(attention().at(Side::A).outline, outline) << "shown again at once";
    EXPECT_EQ(attention().at(Side::A).weights, weights);
    ASSERT_TRUE(reach());
}

TEST_F(AttentionBenchTest, ReadsTheTokenInBothDirections) {
    state().setLevel(0);
    state().selectTokens(Side::A, {0}, SelectionMode::Replace);
    ASSERT_TRUE(reach());
    const auto reads = attention().at(Side::A).weights;
    ASSERT_EQ(reads->layers.size(), 3U);
    ASSERT_EQ(reads->layers[0].size(), 4U * 341U);
    EXPECT_FLOAT_EQ(reads->layers[0][0], 1.0F) << "the coarsest token reads itself alone";
    setAttentionDirection(state(), true);
    ASSERT_TRUE(reach());
    const auto isRead = attention().at(Side::A).weights;
    EXPECT_GT(isRead->layers[0][340], 0.0F) << "the finest reads it";
}

TEST_F(AttentionBenchTest, SaysThatSomebodyStoppedItAndGoesOn) {
    TaskHandle hold = m_window.runner().start(
        &m_window, QStringLiteral("hold"),
        [](const TaskContext& context) -> Result<void> {
            while (!context.stopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return cancelled();
        },
        [](const Result<void>&) {});
    setAttentionPart(state(), Part::Encoder);
    EXPECT_EQ(attention().at(Side::A).phase, Phase::Busy);
    m_window.attentionBench().stop();
    hold.cancel();
    ASSERT_TRUE(reach());
    EXPECT_EQ(attention().at(Side::A).phase, Phase::Stopped);
    m_window.attentionBench().retry();
    ASSERT_TRUE(reach());
    EXPECT_TRUE(attention().isReady());
}

TEST(AttentionStore, KeepsTwoRecordsAndDropsTheOldest) {
    AttentionStore store;
    const auto keep = [&](const char* key, std::int64_t bytes) {
        auto outline = std::make_shared<AttentionOutline>();
        outline->layers = 1;
        outline->bytes = bytes;
        store.keep(QString::fromLatin1(key),
                   testing::makeFakeAttention({{"1x1", 1, 1, 8, 8}}, Part::Decoder),
                   std::move(outline));
    };
    keep("a", 100'000'000);
    keep("b", 100'000'000);
    EXPECT_EQ(store.records(), 2);
    keep("c", 100'000'000);
    EXPECT_EQ(store.records(), 2);
    EXPECT_FALSE(store.find(QStringLiteral("a"))->record);
    EXPECT_TRUE(store.find(QStringLiteral("a"))->outline) << "what is small stays";
    keep("d", 250'000'000);
    EXPECT_EQ(store.records(), 1) << "over the budget";
    EXPECT_EQ(store.bytes(), 250'000'000);
    keep("e", 400'000'000);
    EXPECT_EQ(store.records(), 1) << "the newest stays even where it is too large";
}

TEST(AskingToken, IsFoundAtTheSamePlaceInAnotherGrid) {
    const std::vector<runtime::TokenBlock> blocks = {{"image 4x4", 0, 4, 4},
                                                     {"image 8x8", 16, 8, 8},
                                                     {"1", 80, 1, 1, 0, false},
                                                     {"2", 81, 1, 2, 1, false}};
    ViewChoice choice;
    EXPECT_EQ(askingToken(choice, blocks), (BlockToken{1, 36})) << "the middle";
    choice.selection = {TokenRef{1, 1, 2, 1}};
    EXPECT_EQ(askingToken(choice, blocks), (BlockToken{3, 1}));
    choice.selection = {TokenRef{3, 16, 16, 0}};
    EXPECT_EQ(askingToken(choice, blocks), (BlockToken{1, 0})) << "no level has this grid";
    choice.attention.imageToken = ImageTokenRef{4, 4, 15};
    EXPECT_EQ(askingToken(choice, blocks), (BlockToken{0, 15}));
    EXPECT_FALSE(levelTokenOf(blocks, {0, 15}));
    EXPECT_EQ(levelTokenOf(blocks, {3, 1}), (TokenRef{1, 1, 2, 1}));
}

} // namespace
} // namespace hierascope::widgets
