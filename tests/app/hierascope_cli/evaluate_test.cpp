// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include "core/runtime/pictures.h"
#include "tests/app/hierascope_cli/cli_fixture.h"

namespace hierascope {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Six pictures in `data` beside the small model.
class Evaluate : public testing::CliTest {
protected:
    void SetUp() override {
        testing::CliTest::SetUp();
        std::filesystem::create_directory(m_folder / "data");
        for (int i = 0; i < 6; ++i)
            ASSERT_TRUE(runtime::savePicture(m_folder / "data" / (std::to_string(i) + ".png"),
                                             testing::smoothPicture(40, 40, i)));
    }
    /// Adds what makes it quick, and keeps it from what a person has installed.
    static std::vector<std::string> quick(std::vector<std::string> arguments) {
        for (const char* more : {"--metrics", "psnr,ssim,psnr_full,ms_ssim,codebook_usage",
                                 "--threads", "1", "--resamples", "100", "--quiet"})
            arguments.emplace_back(more);
        return arguments;
    }
};

TEST_F(Evaluate, PrintsEveryFigureWithItsRecipe) {
    const auto run = this->run(quick({"evaluate", "m", "--data", "data", "--json"}));
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto json = run.json();
    EXPECT_EQ(json["images"], 6);
    EXPECT_EQ(json["complete"], true);
    const auto& psnr = json["figures"]["psnr"];
    EXPECT_GT(psnr["value"], 0.0);
    EXPECT_LT(psnr["low"], psnr["value"]);
    const auto& recipe = psnr["recipe"];
    for (const char* key : {"crop", "resize", "value_range", "dtype", "data", "images", "model",
                            "formula", "interval", "program", "device"})
        EXPECT_TRUE(recipe.contains(key)) << key;
    EXPECT_EQ(recipe["data"]["sha256"].get<std::string>().size(), 64U);
    EXPECT_EQ(json["levels"].size(), 4U);
    EXPECT_EQ(json["per_image"].size(), 6U);
    EXPECT_TRUE(json["figures"]["ms_ssim"]["value"].is_null());
    EXPECT_THAT(json["figures"]["ms_ssim"]["reason"].get<std::string>(), HasSubstr("160"));
    const auto text = this->run(quick({"evaluate", "m", "--data", "data"}));
    for (const char* word : {"m: 6 images", "PSNR full", "95 % interval", "8x8", "no codebook"})
        EXPECT_THAT(text.output, HasSubstr(word));
}

TEST_F(Evaluate, GivesTheSameNumbersAgain) {
    const auto arguments = quick({"evaluate", "m", "--data", "data", "--limit", "3", "--json"});
    const auto first = run(arguments);
    EXPECT_EQ(first.json()["images"], 3);
    EXPECT_EQ(first.output, run(arguments).output);
}

TEST_F(Evaluate, WritesTablesAndSaysWhyTwoDiffer) {
    ASSERT_EQ(run(quick({"evaluate", "m", "--data", "data", "--out", "a"})).exitCode, 0);
    ASSERT_EQ(run(quick({"evaluate", "m", "--data", "data", "--out", "t.csv"})).exitCode, 0);
    ASSERT_EQ(
        run(quick({"evaluate", "m", "--data", "data", "--limit", "2", "--out", "b"})).exitCode, 0);
    EXPECT_THAT(bytesOf("t.csv"), StartsWith("# hierascope-recipe {"));
    EXPECT_EQ(bytesOf("t.csv"), bytesOf("a/images.csv"));
    EXPECT_THAT(bytesOf("a/levels.csv"), HasSubstr("psnr low"));
    const auto diff = run({"evaluate", "--diff", "a/evaluation.json", "b", "--json"});
    ASSERT_EQ(diff.exitCode, 0) << diff.errors;
    const auto text = run({"evaluate", "--diff", "a", "b"});
    EXPECT_THAT(text.output, HasSubstr("images: 6 against 2"));
    expectOneSentence(run({"evaluate", "--diff", "a", "m/config.json"}), 65, {"no evaluation"});
}

TEST_F(Evaluate, RefusesWhatMakesNoSense) {
    expectOneSentence(run({"evaluate"}), 2, {"MODEL"});
    expectOneSentence(run(quick({"evaluate", "m"})), 2, {"--data"});
    expectOneSentence(run(quick({"evaluate", "m", "--data", "nowhere"})), 66, {"nowhere"});
    expectOneSentence(run({"evaluate", "m", "--data", "data", "--metrics", "fid"}), 2,
                      {"'fid'", "expected psnr"});
    expectOneSentence(
        run({"evaluate", "m", "--data", "data", "--inception", "m/model.safetensors"}), 65,
        {"no Inception", "tensors"});
    expectOneSentence(run({"evaluate", "m", "--data", "data", "--inception", "data/0.png"}), 65,
                      {"0.png"});
    expectOneSentence(run(quick({"evaluate", "m", "--data", "data", "--sort", "beauty"})), 2,
                      {"'beauty'"});
    std::filesystem::create_directory(m_folder / "empty");
    EXPECT_NE(run(quick({"evaluate", "m", "--data", "empty"})).exitCode, 0);
}

TEST_F(Evaluate, CtrlCKeepsWhatThereIs) {
    for (int i = 6; i < 3000; ++i)
        std::filesystem::copy_file(m_folder / "data/1.png",
                                   m_folder / "data" / (std::to_string(i) + ".png"));
    const pid_t process = start({"evaluate", "m", "--data", "data", "--metrics", "psnr,ssim",
                                 "--threads", "1", "--json", "--out", "o"});
    for (int i = 0; i < 100; ++i) {
        std::ifstream file("/proc/" + std::to_string(process) + "/stat");
        std::vector<std::string> words{std::istream_iterator<std::string>(file), {}};
        if (words.size() > 13 && std::stod(words[13]) > 150)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    EXPECT_EQ(::kill(process, SIGINT), 0);
    const auto run = wait(process);
    EXPECT_EQ(run.exitCode, 130) << run.errors;
    EXPECT_EQ(run.json()["complete"], false);
    EXPECT_GE(run.json()["images"], 1);
    EXPECT_LT(run.json()["images"], 3000);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "o/evaluation.json"));
}

} // namespace hierascope
