// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/token_edits.h"

#include <limits>

#include <gmock/gmock.h>

#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::Each;
using ::testing::HasSubstr;

/// A small HieraTok with random weights and the small official ResTok.
class TokenEditsTest : public ::testing::Test {
protected:
    using Kind = TokenEdit::Kind;

    void openHieraTok(const std::string& attention = "scale_causal") {
        testing::SmallModel small;
        small.options["attention"] = attention;
        testing::writeSmallModel(m_folder / attention, small);
        open(m_folder / attention);
    }
    void openResTok() {
        open(std::filesystem::path(HIERASCOPE_TEST_DATA) / "official" / "restok_micro" /
             "checkpoint-10");
    }

    Reconstruction edited(const std::vector<TokenEdit>& edits) {
        auto result = reconstructEdited(*m_model, m_base, edits, {});
        EXPECT_TRUE(result) << result.error().message;
        return result ? *result : Reconstruction();
    }
    std::string complaint(const std::vector<TokenEdit>& edits) {
        const auto result = reconstructEdited(*m_model, m_base, edits, {});
        return result ? std::string() : result.error().message;
    }
    static void expectSame(const Reconstruction& found, const Reconstruction& wanted) {
        ASSERT_EQ(found.levels.size(), wanted.levels.size());
        for (std::size_t i = 0; i < found.levels.size(); ++i) {
            EXPECT_EQ(found.levels[i].picture, wanted.levels[i].picture) << i;
            EXPECT_EQ(found.levels[i].residual, wanted.levels[i].residual) << i;
            EXPECT_EQ(found.levels[i].error, wanted.levels[i].error) << i;
            EXPECT_EQ(found.levels[i].psnrFull, wanted.levels[i].psnrFull) << i;
            EXPECT_EQ(found.levels[i].values, wanted.levels[i].values) << i;
            EXPECT_EQ(found.pyramid.levels[i].vectors, wanted.pyramid.levels[i].vectors) << i;
            EXPECT_EQ(found.pyramid.levels[i].codes, wanted.pyramid.levels[i].codes) << i;
        }
        EXPECT_EQ(found.pyramid.masked, wanted.pyramid.masked);
        EXPECT_EQ(found.pyramid.latents, wanted.pyramid.latents);
    }
    std::vector<TokenAt> levelOf(int level) const {
        std::vector<TokenAt> tokens;
        for (std::int64_t i = 0; i < m_base.levels[std::size_t(level)].level.tokens(); ++i)
            tokens.push_back({level, i});
        return tokens;
    }
    int levels() const { return int(m_base.levels.size()); }

    testing::TempFolder m_folder;
    std::shared_ptr<Tokenizer> m_model;
    Reconstruction m_base;

private:
    void open(const std::filesystem::path& folder) {
        auto model = openTokenizer(folder, {"cpu", 1, "float32", {}, {}}, {});
        ASSERT_TRUE(model) << model.error().message;
        m_model = *model;
        auto base = m_model->reconstruct(testing::smoothPicture(40, 48, 3), {}, {});
        ASSERT_TRUE(base) << base.error().message;
        m_base = *base;
    }
};

TEST_F(TokenEditsTest, WithoutEditsItIsTheReconstructionBitForBit) {
    for (const char* attention : {"full", "scale_independent", "scale_causal"}) {
        openHieraTok(attention);
        expectSame(edited({}), m_base);
    }
    openResTok();
    expectSame(edited({}), m_base);
    EXPECT_EQ(edited({}).levels.back().bits, m_base.levels.back().bits);
}

TEST_F(TokenEditsTest, EveryEditAndItsRestoringGiveTheFirstPicturesBitForBit) {
    const auto roundTrip = [this](TokenEdit edit) {
        TokenEdit restore{Kind::Restore, edit.tokens, {}, {}, 1.0, 0};
        const Reconstruction changed = edited({edit});
        EXPECT_NE(changed.levels.back().picture, m_base.levels.back().picture) << int(edit.kind);
        expectSame(edited({edit, restore}), m_base);
    };
    openHieraTok();
    const std::vector<TokenAt> tokens{{1, 2}, {3, 5}};
    std::vector<float> ones(
        std::size_t(m_base.pyramid.levels[1].vectorWidth + m_base.pyramid.levels[3].vectorWidth),
        1.0F);
    roundTrip({Kind::Zero, tokens, {}, {}, 1.0, 0});
    roundTrip({Kind::Noise, tokens, {}, {}, 0.5, 7});
    roundTrip({Kind::Copy, tokens, {}, ones, 1.0, 0});
    roundTrip({Kind::Blend, tokens, {}, ones, 0.25, 0});
    openResTok();
    const std::vector<TokenAt> some{{0, 0}, {levels() - 1, 1}};
    roundTrip({Kind::Zero, some, {}, {}, 1.0, 0});
    roundTrip({Kind::Mask, some, {}, {}, 1.0, 0});
    roundTrip({Kind::Noise, some, {}, {}, 2.0, 7});
    const auto codes = codesAt(m_base.pyramid.levels, some);
    const std::int64_t count = m_model->info().codebookSize;
    roundTrip({Kind::Codes, some, {(codes[0] + 1) % count, (codes[1] + 2) % count}, {}, 1.0, 0});
}

TEST_F(TokenEditsTest, ZeroingAFineTokenLeavesCoarserLevelsAsTheyAre) {
    openHieraTok("scale_causal");
    const Reconstruction zeroed = edited({{Kind::Zero, {{2, 3}}, {}, {}, 1.0, 0}});
    for (std::size_t level = 0; level < 2; ++level)
        EXPECT_EQ(zeroed.levels[level].picture, m_base.levels[level].picture) << level;
    for (std::size_t level = 2; level < 4; ++level)
        EXPECT_NE(zeroed.levels[level].picture, m_base.levels[level].picture) << level;
    const LevelTokens& level = zeroed.pyramid.levels[2];
    for (int i = 0; i < level.vectorWidth; ++i)
        EXPECT_EQ(level.vectors[std::size_t(3 * level.vectorWidth + i)], 0.0F);
    EXPECT_EQ(zeroed.levels.back().bits, std::nullopt) << "the posterior knows of no edit";
}

TEST_F(TokenEditsTest, CodesTakeTheVectorsOfTheCodebook) {
    openResTok();
    const auto codebook = m_model->codebookVectors({});
    ASSERT_TRUE(codebook);
    const auto sequence = applyEdits(
        m_base.pyramid, {{Kind::Codes, {{0, 0}, {1, 0}}, {3, 5}, {}, 1.0, 0}}, *codebook);
    ASSERT_TRUE(sequence) << sequence.error().message;
    EXPECT_EQ(sequence->levels[0].codes[0], 3);
    EXPECT_EQ(sequence->levels[1].codes[0], 5);
    const int width = sequence->levels[1].vectorWidth;
    for (int i = 0; i < width; ++i)
        EXPECT_EQ(sequence->levels[1].vectors[std::size_t(i)],
                  (*codebook)[std::size_t(5 * width + i)]);
    EXPECT_EQ(codesAt(sequence->levels, {{0, 0}, {1, 0}}), (std::vector<std::int64_t>{3, 5}));
}

TEST_F(TokenEditsTest, AVectorThatNoCodeHasIsSaidToHaveNone) {
    openResTok();
    const Reconstruction noisy = edited({{Kind::Noise, {{0, 0}}, {}, {}, 1.0, 1}});
    EXPECT_EQ(noisy.pyramid.levels[0].codes[0], kNoCode);
    EXPECT_THAT(codesAt(noisy.pyramid.levels, {{0, 0}}), ::testing::IsEmpty());
    EXPECT_EQ(noisy.pyramid.latents.front(), noisy.pyramid.levels[0].vectors.front());
}

TEST_F(TokenEditsTest, AWholeLevelComesFromAnotherImage) {
    openHieraTok();
    const auto other = m_model->reconstruct(testing::smoothPicture(40, 48, 9), {}, {});
    ASSERT_TRUE(other);
    std::vector<TokenEdit> edits;
    for (int level = 0; level < levels(); ++level) {
        const auto vectors = vectorsAt(other->pyramid.levels, levelOf(level));
        ASSERT_TRUE(vectors);
        edits.push_back({Kind::Copy, levelOf(level), {}, *vectors, 1.0, 0});
    }
    const Reconstruction coarse = edited({edits.front()});
    EXPECT_EQ(coarse.levels.front().picture, other->levels.front().picture);
    EXPECT_NE(coarse.levels.back().picture, other->levels.back().picture);
    const Reconstruction all = edited(edits);
    for (std::size_t level = 0; level < all.levels.size(); ++level)
        EXPECT_EQ(all.levels[level].picture, other->levels[level].picture) << level;
}

TEST_F(TokenEditsTest, ABlendLiesBetween) {
    openHieraTok();
    const int width = m_base.pyramid.levels[0].vectorWidth;
    const std::vector<float> twos(std::size_t(width), 2.0F);
    const auto half = applyEdits(
        m_base.pyramid,
        {{Kind::Zero, {{0, 0}}, {}, {}, 1.0, 0}, {Kind::Blend, {{0, 0}}, {}, twos, 0.25, 0}}, {});
    ASSERT_TRUE(half);
    EXPECT_THAT(half->levels[0].vectors, Each(0.5F));
}

TEST_F(TokenEditsTest, NoiseIsTheSameForTheSameSeed) {
    openHieraTok();
    const auto noise = [this](std::uint64_t seed) {
        return applyEdits(m_base.pyramid, {{Kind::Noise, {{2, 1}}, {}, {}, 1.0, seed}}, {})
            ->levels[2]
            .vectors;
    };
    EXPECT_EQ(noise(3), noise(3));
    EXPECT_NE(noise(3), noise(4));
}

TEST_F(TokenEditsTest, SaysWhatDoesNotFit) {
    openHieraTok();
    EXPECT_THAT(complaint({{Kind::Zero, {{9, 0}}, {}, {}, 1.0, 0}}), HasSubstr("level 9"));
    EXPECT_THAT(complaint({{Kind::Zero, {{1, 4}}, {}, {}, 1.0, 0}}), HasSubstr("4 tokens"));
    EXPECT_THAT(complaint({{Kind::Zero, {{1, -1}}, {}, {}, 1.0, 0}}), HasSubstr("Token -1"));
    EXPECT_THAT(complaint({{Kind::Copy, {{1, 1}}, {}, {1.0F}, 1.0, 0}}), HasSubstr("1 numbers"));
    EXPECT_THAT(complaint({{Kind::Mask, {{1, 1}}, {}, {}, 1.0, 0}}), HasSubstr("no mask token"));
    EXPECT_THAT(complaint({{Kind::Codes, {{1, 1}}, {0}, {}, 1.0, 0}}), HasSubstr("no codebook"));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(complaint({{Kind::Noise, {{1, 1}}, {}, {}, nan, 0}}), HasSubstr("not finite"));
    openResTok();
    EXPECT_THAT(complaint({{Kind::Codes, {{0, 0}}, {1 << 30}, {}, 1.0, 0}}),
                HasSubstr("outside of the codebook"));
    EXPECT_THAT(complaint({{Kind::Codes, {{0, 0}}, {}, {}, 1.0, 0}}), HasSubstr("0 codes"));
}

TEST_F(TokenEditsTest, StopsWhenItIsAskedTo) {
    openHieraTok();
    std::stop_source source;
    source.request_stop();
    const auto result =
        reconstructEdited(*m_model, m_base, {}, TaskContext(source.get_token(), {}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

} // namespace hierascope::runtime
