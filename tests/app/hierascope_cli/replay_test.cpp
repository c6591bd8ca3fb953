// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <fstream>

#include "core/runs/view_recipe.h"
#include "core/runtime/pictures.h"

namespace hierascope {

using testing::expectOneSentence;

class Replay : public testing::CliTest {
protected:
    void expectSamePixels(const std::string& name, const std::vector<std::string>& more = {}) {
        std::vector<std::string> arguments{"replay", name, "--out", "again.png", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto run = this->run(arguments);
        ASSERT_EQ(run.exitCode, 0) << run.errors;
        EXPECT_EQ(run.json()["different_pixels"], 0) << name;
        EXPECT_EQ(*runtime::readPicture(m_folder / name),
                  *runtime::readPicture(m_folder / "again.png"));
    }
};

TEST_F(Replay, MakesThePicturesOfReconstructAgain) {
    ASSERT_EQ(run({"reconstruct", "m", "photo.png", "--out", "r", "--sample", "--seed", "5",
                   "--set", "attention=full"})
                  .exitCode,
              0);
    for (const char* name : {"r/level-00_1x1.png", "r/level-03_8x8.png", "r/residual-02_4x4.png"})
        expectSamePixels(name);
}

TEST_F(Replay, MakesThePicturesOfAttentionAndDecodeAgain) {
    ASSERT_EQ(run({"attention", "m", "photo.png", "--part", "decoder", "--layer", "0", "--head",
                   "0", "--out", "a.png"})
                  .exitCode,
              0);
    expectSamePixels("a.png");
    ASSERT_EQ(run({"encode", "m", "photo.png", "--tensors", "t.safetensors"}).exitCode, 0);
    ASSERT_EQ(
        run({"decode", "m", "t.safetensors", "--keep-levels", "2", "--out", "d.png"}).exitCode, 0);
    expectSamePixels("d.png");
}

TEST_F(Replay, FindsFilesByTheirHashAndSaysWhatIsMissing) {
    ASSERT_EQ(run({"reconstruct", "m", "photo.png", "--out", "r"}).exitCode, 0);
    std::filesystem::create_directories(m_folder / "new");
    std::filesystem::rename(m_folder / "m", m_folder / "new/other");
    std::filesystem::rename(m_folder / "photo.png", m_folder / "new/photo.png");
    expectOneSentence(run({"replay", "r/level-01_2x2.png"}), 66, {"model 'm'", "sha256", "--find"});
    expectSamePixels("r/level-01_2x2.png", {"--find", "new"});
    ASSERT_TRUE(
        runtime::savePicture(m_folder / "new/photo.png", testing::smoothPicture(50, 40, 3)));
    const auto changed = run({"replay", "r/level-01_2x2.png", "--find", "new"});
    EXPECT_EQ(changed.exitCode, 0);
    EXPECT_THAT(changed.errors, ::testing::HasSubstr("another image"));
    EXPECT_THAT(changed.output, ::testing::HasSubstr("pixels differ"));
}

TEST_F(Replay, RefusesWhatItCannotReadInOneSentence) {
    expectOneSentence(run({"replay", "photo.png"}), 65, {"photo.png", "no recipe"});
    expectOneSentence(run({"replay", "none.png"}), 66, {"none.png"});
    const auto write = [this](const std::string& text) {
        std::ofstream(m_folder / "x.json") << text;
    };
    write(R"({"hierascope_recipe": 2})");
    expectOneSentence(run({"replay", "x.json"}), 65, {"x.json", "is 2", "newer version"});
    write(R"({"format": 2, "command": "reconstruct"})");
    expectOneSentence(run({"replay", "x.json"}), 65, {"x.json", "newer version"});
    write(R"({"format": 1, "command": "train", "model": {"name": "m", "sha256": ""}, "seed": 0,
              "options": {"dtype": "float32"}})");
    expectOneSentence(run({"replay", "x.json"}), 65, {"'command'", "train"});
    write(R"({"format": 1)");
    expectOneSentence(run({"replay", "x.json"}), 65, {"x.json", "JSON"});
    runs::ViewRecipe view;
    view.room = "attention";
    write(runs::toJson(view));
    expectOneSentence(run({"replay", "x.json"}), 2, {"only the window", "attention"});
}

} // namespace hierascope
