// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <set>

#include "core/base/atomic_file.h"
#include "core/io/png_writer.h"
#include "core/runtime/pictures.h"

namespace hierascope {

using nlohmann::json;
using testing::expectOneSentence;

namespace {

const std::set<std::string> kFiles{
    "level-00_1x1.png",    "level-01_2x2.png",    "level-02_4x4.png",    "level-03_8x8.png",
    "residual-01_2x2.png", "residual-02_4x4.png", "residual-03_8x8.png", "metrics.json"};

} // namespace

class Reconstruct : public testing::CliTest {
protected:
    std::set<std::string> namesIn(const std::string& folder) const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder / folder))
            names.insert(entry.path().filename().string());
        return names;
    }
};

TEST_F(Reconstruct, WritesAPictureAndAResidualPerLevel) {
    ASSERT_EQ(run({"reconstruct", "m", "photo.png", "--out", "r"}).exitCode, 0);
    EXPECT_EQ(namesIn("r"), kFiles);
    const std::vector<std::string> levels{"level-00_1x1", "level-01_2x2", "level-02_4x4",
                                          "level-03_8x8"};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto picture = runtime::readPicture(m_folder / ("r/" + levels[i] + ".png"));
        ASSERT_TRUE(picture);
        EXPECT_EQ(picture->width, 4 << i);
        EXPECT_EQ(picture->height, 4 << i);
    }
}

TEST_F(Reconstruct, PrintsWhatMetricsJsonHolds) {
    const auto run = this->run({"reconstruct", "m", "photo.png", "--out", "r", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const json printed = run.json();
    EXPECT_EQ(printed, json::parse(bytesOf("r/metrics.json")));
    ASSERT_EQ(printed["images"].size(), 1U);
    EXPECT_EQ(printed["images"][0]["path"], "photo.png");
    const json& levels = printed["images"][0]["levels"];
    ASSERT_EQ(levels.size(), 4U);
    const std::vector<int> values{4, 20, 84, 340};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(levels[i]["width"], 4 << i);
        EXPECT_EQ(levels[i]["height"], 4 << i);
        EXPECT_TRUE(levels[i]["psnr"].is_number());
        EXPECT_TRUE(levels[i]["psnr_full"].is_number());
        EXPECT_EQ(levels[i]["ssim"].is_null(), i < 2) << "undefined below 11 pixels";
        EXPECT_TRUE(levels[i]["ssim_full"].is_number());
        EXPECT_TRUE(levels[i]["lpips"].is_null());
        EXPECT_EQ(levels[i]["values"], values[i]);
        EXPECT_EQ(levels[i]["bits"].is_number(), i == 3);
    }
    EXPECT_EQ(levels[0]["name"], "1x1");
}

TEST_F(Reconstruct, IsTheSameByteForByteTwice) {
    for (const char* folder : {"a", "b"})
        ASSERT_EQ(run({"reconstruct", "m", "photo.png", "--out", folder}).exitCode, 0);
    for (const std::string& name : kFiles)
        EXPECT_EQ(bytesOf("a/" + name), bytesOf("b/" + name)) << name;
}

TEST_F(Reconstruct, PutsTheRecipeIntoEachPicture) {
    ASSERT_EQ(run({"reconstruct", "m", "photo.png", "--out", "r", "--seed", "5", "--sample",
                   "--set", "attention=full"})
                  .exitCode,
              0);
    const auto texts = io::readPngTexts(m_folder / "r/residual-02_4x4.png");
    ASSERT_TRUE(texts);
    const json recipe = json::parse(texts->at("hierascope-recipe"));
    EXPECT_EQ(recipe["command"], "reconstruct");
    EXPECT_EQ(recipe["model"]["sha256"], *runtime::hashOfFile(m_folder / "m/model.safetensors"));
    EXPECT_EQ(recipe["input"]["sha256"], *runtime::hashOfFile(m_folder / "photo.png"));
    EXPECT_EQ(recipe["seed"], 5);
    EXPECT_EQ(recipe["options"]["level"], 2);
    EXPECT_EQ(recipe["options"]["shows"], "residual");
    EXPECT_EQ(recipe["options"]["sample"], true);
    EXPECT_EQ(recipe["options"]["set"], json::array({"attention=full"}));
}

TEST_F(Reconstruct, GoesOnAfterABadImage) {
    ASSERT_TRUE(writeFileAtomically(m_folder / "bad.png", "no picture"));
    ASSERT_TRUE(runtime::savePicture(m_folder / "an other.png", testing::smoothPicture(33, 64, 1)));
    const auto run = this->run({"reconstruct", "m", "photo.png", "bad.png", "missing.png",
                                "an other.png", "--out", "r", "--json"});
    EXPECT_EQ(run.exitCode, 65); // of the first that failed
    EXPECT_THAT(run.errors, ::testing::HasSubstr("bad.png"));
    EXPECT_THAT(run.errors, ::testing::HasSubstr("missing.png"));
    EXPECT_THAT(run.errors, ::testing::HasSubstr("2 of 4 images failed"));
    EXPECT_EQ(namesIn("r"), (std::set<std::string>{"photo", "an other", "metrics.json"}));
    EXPECT_EQ(namesIn("r/photo"), kFiles);
    EXPECT_EQ(namesIn("r/an other"), kFiles);
    EXPECT_EQ(run.json()["images"].size(), 2U);
    EXPECT_EQ(run.json(), json::parse(bytesOf("r/metrics.json")));
}

TEST_F(Reconstruct, SaysAtMostTwelveLinesHoweverManyImagesFail) {
    std::vector<std::string> arguments{"reconstruct", "m"};
    for (int i = 0; i < 30; ++i)
        arguments.push_back("missing-" + std::to_string(i) + ".png");
    arguments.insert(arguments.end(), {"--out", "r"});
    const auto run = this->run(arguments);
    EXPECT_EQ(run.exitCode, 66);
    EXPECT_LE(run.errorLines(), 12);
    EXPECT_GE(run.errorLines(), 5);
}

TEST_F(Reconstruct, NamesAFolderThatCannotBeMade) {
    expectOneSentence(run({"reconstruct", "m", "photo.png", "--out", "photo.png/r"}), 73,
                      {"photo.png/r"});
}

TEST_F(Reconstruct, PrintsATableForPeople) {
    const auto run = this->run({"reconstruct", "m", "photo.png", "--out", "r"});
    EXPECT_THAT(run.output, ::testing::HasSubstr("PSNR"));
    EXPECT_THAT(run.output, ::testing::HasSubstr("8x8"));
    EXPECT_EQ(std::count(run.output.begin(), run.output.end(), '\n'), 6);
}

} // namespace hierascope
