// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_folder.h"

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "core/io/json_file.h"
#include "core/io/sha256.h"
#include "tests/support/hostile_files.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

namespace fs = std::filesystem;

class ModelFolderTest : public ::testing::Test {
protected:
    void SetUp() override {
        const nlohmann::json config = {
            {"format", 1},
            {"family", "hieratok"},
            {"options", {{"scales", {1, 2}}}},
            {"preprocess", {{"size", 16}, {"range", {-1, 1}}, {"filter", "bicubic"}}},
            {"classes", {"cat", "dog"}},
            {"origin", {{"run", "demo"}, {"step", 7}}}};
        ASSERT_TRUE(writeJsonFile(m_folder / "config.json", config));
    }
    void addWeights(const char* name) const {
        ASSERT_TRUE(writeFileAtomically(m_folder / name, hierascope::testing::goodTensorFile()));
    }

    hierascope::testing::TempFolder m_folder;
};

TEST_F(ModelFolderTest, OpensByFolderConfigOrWeights) {
    addWeights("model.safetensors");
    for (const fs::path& path :
         {m_folder.path(), m_folder / "config.json", m_folder / "model.safetensors"}) {
        const auto model = openModelFolder(path);
        ASSERT_TRUE(model) << model.error().message;
        EXPECT_EQ(model->folder, m_folder.path());
        EXPECT_EQ(model->weights, m_folder / "model.safetensors");
        EXPECT_EQ(model->config["origin"]["step"], 7);
    }
}

TEST_F(ModelFolderTest, FallsBackToTheIndexOfShards) {
    addWeights("model.safetensors.index.json");
    const auto model = openModelFolder(m_folder.path());
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->weights, m_folder / "model.safetensors.index.json");
}

TEST_F(ModelFolderTest, DoesNotMindTheTrainerFilesOfACheckpoint) {
    addWeights("model.safetensors");
    addWeights("optimizer.safetensors");
    ASSERT_TRUE(writeFileAtomically(m_folder / "manifest.json", "{}"));
    EXPECT_TRUE(openModelFolder(m_folder.path()));
}

TEST(JsonFile, GivesBackWhatWasWritten) {
    const hierascope::testing::TempFolder folder;
    const nlohmann::json value = {{"a", {1, -2, 0.5}}, {"b", {{"c", nullptr}}}, {"d", "é\n"}};
    ASSERT_TRUE(writeJsonFile(folder / "a.json", value));
    const auto read = readJsonFile(folder / "a.json");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, value);
}

TEST(JsonFile, WritesTwoSpacesAndANewlineAtTheEnd) {
    const hierascope::testing::TempFolder folder;
    ASSERT_TRUE(writeJsonFile(folder / "a.json", {{"a", 1}}));
    EXPECT_TRUE(writeFileAtomically(folder / "b.json", "{\n  \"a\": 1\n}\n"));
    EXPECT_EQ(sha256OfFile(folder / "a.json").value(), sha256OfFile(folder / "b.json").value());
}

TEST(Sha256, EqualsThePublishedDigests) {
    const hierascope::testing::TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a", "abc"));
    EXPECT_EQ(sha256OfFile(folder / "a").value(),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ASSERT_TRUE(writeFileAtomically(folder / "a", std::string(3'000'000, 'a')));
    EXPECT_EQ(sha256OfFile(folder / "a").value(),
              "2a152c894398719c0570f83fac34ac03a0f6e8e474b995c2403aa5434f7b9dd4");
    EXPECT_EQ(sha256OfFile(folder / "b").error().code, ErrorCode::NoInput);
}

} // namespace
} // namespace hierascope::io
