// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/code_atlas.h"

#include <fstream>
#include <map>
#include <numeric>

#include <gmock/gmock.h>

#include "core/runtime/influence.h"
#include "core/runtime/pictures.h"
#include "tests/support/fake_tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// The small official ResTok, five pictures and a broken one.
class CodeAtlasTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(m_folder / "data");
        for (int i = 0; i < 5; ++i)
            ASSERT_TRUE(savePicture(m_folder / "data" / (std::to_string(i) + ".png"),
                                    testing::smoothPicture(40 + i, 48, i)));
        std::ofstream(m_folder / "data" / "2b.png") << "no picture";
        OpenOptions options;
        options.device = "cpu";
        options.threads = 1;
        const auto folder = std::filesystem::path(HIERASCOPE_TEST_DATA) / "official" /
                            "restok_micro" / "checkpoint-10";
        auto model = openTokenizer(folder, options, {});
        ASSERT_TRUE(model) << model.error().message;
        m_model = *model;
    }

    CodeAtlas atlas(const CodeAtlasRequest& request = {}) {
        auto pass = startCodeAtlas(m_model, {m_folder / "data"}, request);
        EXPECT_TRUE(pass) << pass.error().message;
        while (!(*pass)->isFinished())
            EXPECT_TRUE((*pass)->next(2, {}));
        auto atlas = (*pass)->atlas();
        EXPECT_TRUE(atlas) << atlas.error().message;
        return *atlas;
    }
    TokenSequence sequence() {
        auto pyramid = m_model->encode(testing::smoothPicture(40, 48, 3), {}, {});
        EXPECT_TRUE(pyramid);
        return {pyramid->levels, {}};
    }

    testing::TempFolder m_folder;
    std::shared_ptr<Tokenizer> m_model;
};

TEST_F(CodeAtlasTest, CountsAsTheCommandLineDoes) {
    const CodeAtlas found = atlas();
    const auto wanted = measureCodebook(*m_model, m_folder / "data", 0, {});
    ASSERT_TRUE(wanted);
    EXPECT_EQ(found.statistics.all.counts, wanted->all.counts);
    EXPECT_EQ(found.statistics.all.used, wanted->all.used);
    EXPECT_EQ(found.statistics.all.entropyBits, wanted->all.entropyBits);
    for (std::size_t level = 0; level < wanted->levels.size(); ++level)
        EXPECT_EQ(found.statistics.levels[level].counts, wanted->levels[level].counts);
    EXPECT_EQ(found.images.size(), 5U);
    ASSERT_EQ(found.skipped.size(), 1U);
    EXPECT_EQ(found.skipped[0].name, "2b.png");
}

TEST_F(CodeAtlasTest, PlacesHoldTheirCode) {
    const CodeAtlas found = atlas({0, 2, 16});
    std::size_t places = 0;
    for (std::size_t code = 0; code < found.places.size(); ++code) {
        std::map<std::int32_t, int> ofLevel;
        for (const CodePlace& place : found.places[code]) {
            const LatentImage& image = found.images[std::size_t(place.image)];
            EXPECT_LE(image.thumbnail.width, 16);
            const auto pyramid = m_model->encode(*readPicture(image.path), {}, {});
            ASSERT_TRUE(pyramid);
            EXPECT_EQ(pyramid->levels[std::size_t(place.level)].codes[std::size_t(place.token)],
                      std::int64_t(code));
            EXPECT_LE(++ofLevel[place.level], 2);
            ++places;
        }
    }
    EXPECT_GT(places, 0U);
}

TEST(CodeCompany, IsMeasuredByLift) {
    CodeAtlas atlas;
    atlas.codesOfImage = {{1, 2, 9}, {1, 2, 9}, {3, 9}, {3, 9}, {1, 9}};
    const auto company = companyOf(atlas, 1, 5);
    ASSERT_EQ(company.size(), 2U) << "once is chance";
    EXPECT_EQ(company[0].code, 2);
    EXPECT_EQ(company[0].images, 2);
    EXPECT_DOUBLE_EQ(company[0].lift, 2.0 * 5.0 / (3.0 * 2.0));
    EXPECT_EQ(company[1].code, 9);
    EXPECT_DOUBLE_EQ(company[1].lift, 1.0) << "it stands everywhere";
}

TEST(NearestCodes, AreSortedByDistance) {
    const std::vector<float> vectors = {0, 0, 3, 4, 1, 0, 0, -2};
    const auto near = nearestCodes(vectors, 2, 0, 2);
    ASSERT_EQ(near.size(), 2U);
    EXPECT_EQ(near[0].code, 2);
    EXPECT_EQ(near[1].code, 3);
    EXPECT_DOUBLE_EQ(near[1].distance, 2.0);
}

TEST_F(CodeAtlasTest, MaskedTokensAreThoseOfAPrefix) {
    // A prefix is a mask from some token on.
    TokenSequence tokens = sequence();
    const auto wanted = m_model->decodeTokens(tokens, {false, 2}, {});
    for (std::size_t level = 2; level < tokens.levels.size(); ++level) {
        std::vector<std::int64_t> all(std::size_t(tokens.levels[level].level.tokens()));
        std::iota(all.begin(), all.end(), std::int64_t{0});
        disturb(tokens, int(level), all, Disturbance::Mask, 0);
    }
    const auto found = m_model->decodeTokens(tokens, {}, {});
    ASSERT_TRUE(wanted && found);
    EXPECT_EQ(found->front(), wanted->front());
}

TEST_F(CodeAtlasTest, ATokenPaintsWhatIsMissingWithoutIt) {
    const TokenSequence tokens = sequence();
    const auto paint = paintOf(*m_model, tokens, 1, 0, {});
    ASSERT_TRUE(paint) << paint.error().message;
    const auto with = m_model->decodeTokens(tokens, {}, {});
    TokenSequence masked = tokens;
    const std::int64_t token = 0;
    disturb(masked, 1, std::span(&token, 1), Disturbance::Mask, 0);
    const auto without = m_model->decodeTokens(masked, {}, {});
    ASSERT_TRUE(with && without);
    for (std::size_t i = 0; i < paint->inPlace.planes.size(); ++i)
        ASSERT_EQ(paint->inPlace.planes[i], with->front().planes[i] - without->front().planes[i]);
    EXPECT_NE(paint->alone, with->front());
}

TEST_F(CodeAtlasTest, NeedsACodebook) {
    const auto model = std::make_shared<testing::FakeTokenizer>(m_folder / "a");
    const auto pass = startCodeAtlas(model, {m_folder / "data"}, {});
    ASSERT_FALSE(pass);
    EXPECT_THAT(pass.error().message, HasSubstr("no codebook"));
}

} // namespace hierascope::runtime
