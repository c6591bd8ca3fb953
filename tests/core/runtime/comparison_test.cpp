// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/comparison.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "core/runtime/comparison_files.h"
#include "core/runtime/pictures.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Two small models of one size, one of another size, and six pictures.
class ComparisonTest : public ::testing::Test {
protected:
    void SetUp() override {
        testing::writeSmallModel(m_folder / "a");
        testing::SmallModel other;
        other.seed = 4;
        testing::writeSmallModel(m_folder / "b", other);
        testing::SmallModel small;
        small.options = {{"image_size", 16}, {"scales", {1, 2, 4}}};
        testing::writeSmallModel(m_folder / "c", small);
        std::filesystem::create_directory(m_folder / "data");
        for (int i = 0; i < 6; ++i)
            ASSERT_TRUE(savePicture(m_folder / "data" / (std::to_string(i) + ".png"),
                                    testing::smoothPicture(40, 36, i)));
    }
    Result<Comparison> compare(const std::vector<std::string>& names,
                               const TaskContext& context = {}) {
        m_request.evaluation.maps = 0;
        m_request.evaluation.resamples = 50;
        m_request.permutations = 200;
        m_request.images = 3;
        const auto open = [&](std::size_t i) {
            OpenOptions options;
            options.device = "cpu";
            options.threads = 1;
            return openTokenizer(m_folder / names[i], options, {});
        };
        return compareModels(names.size(), open, {m_folder / "data"}, m_request, context);
    }
    std::string bytesOf(const std::string& name) const {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    testing::TempFolder m_folder;
    ComparisonRequest m_request;
};

TEST_F(ComparisonTest, PairsTheSameImages) {
    const auto found = compare({"a", "b"});
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found->models.size(), 2U);
    const auto& [a, b] = std::tie(found->models[0], found->models[1]);
    const PairedFigure& psnr = b.set.at("psnr");
    EXPECT_NEAR(*psnr.difference,
                *b.evaluation.set.at("psnr").value - *a.evaluation.set.at("psnr").value, 1e-9);
    EXPECT_EQ(psnr.count, 6);
    EXPECT_LT(*psnr.low, *psnr.difference);
    EXPECT_GT(*psnr.p, 0.0);
    EXPECT_LE(*psnr.p, 1.0);
    EXPECT_EQ(b.levels.size(), 4U);
    EXPECT_TRUE(b.levels[0].at("psnr").difference);
    EXPECT_FALSE(b.set.at("rfid").difference);
    EXPECT_THAT(b.set.at("rfid").reason, HasSubstr("Inception"));
    ASSERT_TRUE(b.likeness) << b.likenessReason;
    EXPECT_LT(*b.likeness, 1.0);
    EXPECT_EQ(found->chosen.size(), 3U);
    EXPECT_EQ(a.pictures.size(), 3U);
    EXPECT_EQ(b.pictures[0].levels.size(), 4U);
    EXPECT_EQ(b.pictures[0].original, a.pictures[0].original);
}

TEST_F(ComparisonTest, OfAModelWithItselfIsNothing) {
    const auto found = compare({"a", "a"});
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(*found->models[1].set.at("psnr").difference, 0.0);
    EXPECT_EQ(*found->models[1].set.at("psnr").p, 1.0);
    EXPECT_NEAR(*found->models[1].likeness, 1.0, 1e-9);
}

TEST_F(ComparisonTest, OtherSizesAndFamiliesCompareWhatTheyCan) {
    const auto found = compare({"a", "c"});
    ASSERT_TRUE(found) << found.error().message;
    const ComparedModel& c = found->models[1];
    EXPECT_FALSE(c.set.at("psnr").difference);
    EXPECT_EQ(c.set.at("psnr").reason, "A sees 32 pixels, this model 16.");
    EXPECT_TRUE(c.evaluation.set.at("psnr").value);
    EXPECT_TRUE(c.likeness) << c.likenessReason;
    EXPECT_THAT(comparisonTable(*found)[1][3], "-");
    EXPECT_TRUE(comparisonSheet(*found, 1.0));
}

TEST_F(ComparisonTest, WritesSheetsAndTablesWithTheirRecipe) {
    const auto found = compare({"a", "b"});
    ASSERT_TRUE(found);
    for (const char* name : {"s.png", "s.pdf", "s.csv", "s.md", "s.tex", "s.json"})
        ASSERT_TRUE(saveComparison(m_folder / name, *found)) << name;
    const auto text = readPictureText(m_folder / "s.png", "hierascope-recipe");
    ASSERT_TRUE(text && *text);
    EXPECT_EQ(nlohmann::json::parse(**text)["command"], "compare");
    EXPECT_THAT(bytesOf("s.pdf"), StartsWith("%PDF-"));
    EXPECT_THAT(bytesOf("s.csv"), StartsWith("# hierascope-recipe {"));
    EXPECT_THAT(bytesOf("s.csv"), HasSubstr("\nb,set,psnr,"));
    EXPECT_THAT(bytesOf("s.md"), HasSubstr("| --- | ---: | ---: | ---: |\n| PSNR (dB)"));
    EXPECT_THAT(bytesOf("s.tex"), HasSubstr("\\begin{tabular}{lrrr}"));
    EXPECT_EQ(nlohmann::json::parse(bytesOf("s.json"))["models"][1]["paired"]["with"], "A");
    EXPECT_THAT(saveComparison(m_folder / "s.gif", *found).error().message, HasSubstr(".tex"));
}

TEST_F(ComparisonTest, AStopKeepsTheModelsThatAreDone) {
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&](const Progress& progress) {
        if (progress.stage.starts_with("Model 2") && progress.done >= 2)
            stop.request_stop();
    });
    const auto found = compare({"a", "b"}, context);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_FALSE(found->isComplete);
    ASSERT_EQ(found->models.size(), 2U);
    EXPECT_EQ(found->models[1].set.at("psnr").count, 2);
    EXPECT_FALSE(compare({"a"}));
}

} // namespace hierascope::runtime
