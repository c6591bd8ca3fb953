// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/attention.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "core/runtime/tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using Part = AttentionRequest::Part;
using Direction = AttentionRecord::Direction;

class AttentionRecordTest : public ::testing::TestWithParam<const char*> {
protected:
    std::shared_ptr<Tokenizer> open(const char* attention) {
        testing::SmallModel small;
        small.options["attention"] = attention;
        testing::writeSmallModel(m_folder / attention, small);
        auto model = openTokenizer(m_folder / attention, {"cpu", 1, "float32", {}, {}}, {});
        EXPECT_TRUE(model) << model.error().message;
        return *model;
    }

    testing::TempFolder m_folder;
    ImageRgb8 m_picture = testing::smoothPicture(40, 32);
};

TEST_P(AttentionRecordTest, GivesWhatAForwardPassGives) {
    const auto model = open(GetParam());
    for (const AttentionPart& part : model->attentionParts()) {
        const auto record = model->recordAttention(m_picture, part.part, {});
        ASSERT_TRUE(record) << record.error().message;
        EXPECT_EQ((*record)->layers(), part.layers);
        EXPECT_EQ((*record)->heads(), part.heads);
        for (std::int64_t layer = 0; layer < part.layers; ++layer) {
            const auto wanted = model->attend(m_picture, {part.part, layer, {}}, {});
            const auto found = (*record)->map(layer, {});
            ASSERT_TRUE(wanted && found);
            ASSERT_EQ(found->weights.size(), wanted->weights.size());
            for (std::size_t i = 0; i < found->weights.size(); ++i)
                ASSERT_NEAR(found->weights[i], wanted->weights[i], 1e-6F) << i;
            EXPECT_EQ((*record)->tokens(layer), wanted->tokens);
        }
    }
}

TEST_P(AttentionRecordTest, ATokensWeightsAreARowOrAColumn) {
    const auto model = open(GetParam());
    const auto record = model->recordAttention(m_picture, Part::Decoder, {});
    ASSERT_TRUE(record) << record.error().message;
    const auto whole = (*record)->map(0, {});
    const auto count = static_cast<std::size_t>((*record)->tokens(0));
    const std::size_t token = 7;
    const auto reads = (*record)->weightsOf(0, token, Direction::Reads);
    const auto isRead = (*record)->weightsOf(0, token, Direction::IsRead);
    ASSERT_TRUE(whole && reads && isRead);
    for (std::size_t head = 0; head < static_cast<std::size_t>((*record)->heads()); ++head)
        for (std::size_t other = 0; other < count; ++other) {
            const float* map = whole->weights.data() + head * count * count;
            EXPECT_NEAR((*reads)[head * count + other], map[token * count + other], 1e-6F);
            EXPECT_NEAR((*isRead)[head * count + other], map[other * count + token], 1e-6F);
        }
}

TEST_P(AttentionRecordTest, NothingIsReadThroughTheMask) {
    const auto model = open(GetParam());
    const auto record = model->recordAttention(m_picture, Part::Decoder, {});
    ASSERT_TRUE(record) << record.error().message;
    const auto mask = (*record)->mask(0);
    const auto map = (*record)->map(0, 0);
    ASSERT_TRUE(map);
    ASSERT_EQ(mask.size(), map->weights.size());
    for (std::size_t i = 0; i < mask.size(); ++i)
        EXPECT_EQ(map->weights[i] > 0.0F, mask[i] == 1) << i;
    const auto summary = (*record)->summary(0, {});
    ASSERT_TRUE(summary);
    const std::size_t blocks = (*record)->blocks(0).size();
    for (std::size_t row = 0; row < summary->shares.size() / blocks; ++row)
        EXPECT_NEAR(std::accumulate(summary->shares.begin() + std::ptrdiff_t(row * blocks),
                                    summary->shares.begin() + std::ptrdiff_t((row + 1) * blocks),
                                    0.0),
                    1.0, 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Attention, AttentionRecordTest,
                         ::testing::Values("full", "scale_independent", "scale_causal"),
                         [](const auto& info) { return std::string(info.param); });

TEST_F(AttentionRecordTest, AHeadThatLooksEverywhereHasAllTheBits) {
    testing::SmallModel small;
    testing::writeSmallModel(m_folder / "m", small);
    // Queries of zero ask everybody alike.
    testing::spoilTensor(m_folder / "m", "dec.blocks.0.norm1.weight", "zero");
    testing::spoilTensor(m_folder / "m", "dec.blocks.0.norm1.bias", "zero");
    const auto model = openTokenizer(m_folder / "m", {"cpu", 1, "float32", {}, {}}, {});
    ASSERT_TRUE(model) << model.error().message;
    const auto record = (*model)->recordAttention(m_picture, Part::Decoder, {});
    ASSERT_TRUE(record) << record.error().message;
    const auto summary = (*record)->summary(0, {});
    ASSERT_TRUE(summary);
    // Scale-causal over 1, 4, 16, 64 tokens: a token of scale s sees all up to it.
    const double bits =
        (1 * std::log2(1) + 4 * std::log2(5) + 16 * std::log2(21) + 64 * std::log2(85)) / 85;
    for (const HeadFigures& head : summary->heads)
        EXPECT_NEAR(head.entropy, bits, 1e-4);
    EXPECT_NEAR(summary->shares[4 + 0], 1.0 / 5.0, 1e-6); // scale 1 reads scale 0
    EXPECT_NEAR(summary->shares[12 + 3], 64.0 / 85.0, 1e-6);
}

} // namespace hierascope::runtime
