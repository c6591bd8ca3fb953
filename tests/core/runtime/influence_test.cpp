// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/influence.h"

#include <gmock/gmock.h>

#include "core/runtime/mask_audit.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::HasSubstr;

namespace {

/// Passes on to a model, but its coarsest picture sees what the finest token holds.
class LeakingTokenizer : public Tokenizer {
public:
    explicit LeakingTokenizer(std::shared_ptr<Tokenizer> model) : m_model(std::move(model)) {}

    const ModelInfo& info() const override { return m_model->info(); }
    ImageRgb8 preprocess(const ImageRgb8& image) const override {
        return m_model->preprocess(image);
    }
    Result<TokenPyramid> encode(const ImageRgb8& image, const EncodeOptions& options,
                                const TaskContext& context) override {
        return m_model->encode(image, options, context);
    }
    Result<ImageRgbF32> decode(const std::vector<float>& latents, const DecodeOptions& options,
                               const TaskContext& context) override {
        return m_model->decode(latents, options, context);
    }
    Result<Reconstruction> reconstruct(const ImageRgb8& image, const EncodeOptions& options,
                                       const TaskContext& context) override {
        return m_model->reconstruct(image, options, context);
    }
    Result<std::vector<ImageRgbF32>> decodeTokens(const TokenSequence& sequence,
                                                  const SequenceOptions& options,
                                                  const TaskContext& context) override {
        auto pictures = m_model->decodeTokens(sequence, options, context);
        if (pictures)
            pictures->front().planes.front() += 1e-4F * sequence.levels.back().vectors.back();
        return pictures;
    }
    std::vector<std::uint8_t> declaredDependency() const override {
        return m_model->declaredDependency();
    }

private:
    std::shared_ptr<Tokenizer> m_model;
};

} // namespace

class InfluenceTest : public ::testing::Test {
protected:
    void open(const std::string& attention = "scale_causal") {
        testing::SmallModel small;
        small.options["attention"] = attention;
        testing::writeSmallModel(m_folder / attention, small);
        auto model = openTokenizer(m_folder / attention, {"cpu", 1, "float32", {}, {}}, {});
        ASSERT_TRUE(model) << model.error().message;
        m_model = *model;
        auto pyramid = m_model->encode(testing::smoothPicture(32, 32), {}, {});
        ASSERT_TRUE(pyramid);
        m_sequence.levels = pyramid->levels;
    }

    testing::TempFolder m_folder;
    std::shared_ptr<Tokenizer> m_model;
    TokenSequence m_sequence;
};

TEST_F(InfluenceTest, UndisturbedTokensGiveTheReconstructionBitForBit) {
    open();
    const auto wanted = m_model->reconstruct(testing::smoothPicture(32, 32), {}, {});
    const auto found = m_model->decodeTokens(m_sequence, {true, {}}, {});
    ASSERT_TRUE(wanted && found);
    for (std::size_t level = 0; level < found->size(); ++level)
        EXPECT_EQ((*found)[level], wanted->levels[level].picture) << level;
    const auto finest = m_model->decodeTokens(m_sequence, {}, {});
    ASSERT_TRUE(finest);
    EXPECT_EQ(finest->front(), found->back());
}

TEST_F(InfluenceTest, AnEditAndItsUndoGiveTheFirstPictureBitForBit) {
    open();
    const auto first = m_model->decodeTokens(m_sequence, {}, {});
    TokenSequence edited = m_sequence;
    const std::int64_t token = 5;
    disturb(edited, 3, std::span(&token, 1), Disturbance::Noise, 1);
    EXPECT_NE(m_model->decodeTokens(edited, {}, {})->front(), first->front());
    edited.levels[3] = m_sequence.levels[3];
    EXPECT_EQ(m_model->decodeTokens(edited, {}, {})->front(), first->front());
}

TEST_F(InfluenceTest, ATokenMovesWhatMayDependOnItAndNothingElse) {
    open();
    const auto influence = measureInfluence(*m_model, m_sequence, 1, 2, Disturbance::Zero, 0, {});
    ASSERT_TRUE(influence) << influence.error().message;
    ASSERT_EQ(influence->changes.size(), 4U);
    const auto isStill = [](const ImageRgbF32& change) {
        return std::ranges::all_of(change.planes, [](float value) { return value == 0.0F; });
    };
    EXPECT_TRUE(isStill(influence->changes[0]));
    EXPECT_FALSE(isStill(influence->changes[1]));
    EXPECT_FALSE(isStill(influence->changes[3]));
}

TEST_F(InfluenceTest, CellsOfAGridMoveByTheRootMeanSquare) {
    ImageRgbF32 change(4, 2);
    for (int plane = 0; plane < 3; ++plane)
        change.planes[std::size_t(plane * 8)] = 0.5F; // the pixel at the top left
    EXPECT_THAT(movedCells(change, 1, 2), ::testing::ElementsAre(0.25F, 0.0F));
    EXPECT_THAT(movedCells(change, 2, 4), ::testing::ElementsAre(0.5F, 0, 0, 0, 0, 0, 0, 0));
}

TEST_F(InfluenceTest, FindsNoLeakWhereThereIsNone) {
    for (const char* attention : {"full", "scale_independent", "scale_causal"}) {
        open(attention);
        const auto audit = auditMask(*m_model, m_sequence, 1, {});
        ASSERT_TRUE(audit) << audit.error().message;
        EXPECT_EQ(audit->leaks(), 0) << attention;
        for (std::size_t level = 0; level < 4; ++level)
            EXPECT_FALSE(audit->isUnused(level, level)) << attention << level;
    }
}

TEST_F(InfluenceTest, FindsAPlantedLeak) {
    open();
    LeakingTokenizer leaking(m_model);
    const auto audit = auditMask(leaking, m_sequence, 1, {});
    ASSERT_TRUE(audit);
    EXPECT_EQ(audit->leaks(), 1);
    EXPECT_TRUE(audit->isLeak(0, 3));
}

TEST_F(InfluenceTest, RefusesTokensThatDoNotFit) {
    open();
    TokenSequence fewer = m_sequence;
    fewer.levels.pop_back();
    EXPECT_THAT(m_model->decodeTokens(fewer, {}, {}).error().message, HasSubstr("3 levels"));
    TokenSequence cut = m_sequence;
    cut.levels[1].vectors.pop_back();
    EXPECT_THAT(m_model->decodeTokens(cut, {}, {}).error().message, HasSubstr("'2x2'"));
    const std::int64_t token = 0;
    TokenSequence masked = m_sequence;
    disturb(masked, 0, std::span(&token, 1), Disturbance::Mask, 0);
    EXPECT_THAT(m_model->decodeTokens(masked, {}, {}).error().message, HasSubstr("no mask token"));
    TokenSequence infinite = m_sequence;
    infinite.levels[2].vectors[0] = INFINITY;
    EXPECT_THAT(m_model->decodeTokens(infinite, {}, {}).error().message, HasSubstr("not finite"));
}

} // namespace hierascope::runtime
