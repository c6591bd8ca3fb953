// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/listing.h"

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

/// A file with one tensor of [2, 3] float16.
std::string weightsOf(const std::string& tensor) {
    const std::string header =
        "{\"" + tensor + R"(":{"dtype":"F16","shape":[2,3],"data_offsets":[0,12]}})";
    return std::string(1, static_cast<char>(header.size())) + std::string(7, '\0') + header +
           std::string(12, '\0');
}

} // namespace

class ListCheckpointTest : public ::testing::Test {
protected:
    void write(const std::string& name, const std::string& content) {
        ASSERT_TRUE(writeFileAtomically(m_folder / name, content));
    }

    runtime::CheckpointListing list(const std::filesystem::path& model) {
        const auto listing = runtime::listCheckpoint(model);
        EXPECT_TRUE(listing) << listing.error().message;
        return listing ? *listing : runtime::CheckpointListing();
    }

    testing::TempFolder m_folder;
};

TEST_F(ListCheckpointTest, NamesAFamilyThatThisProgramDoesNotKnow) {
    write("config.json", R"({"family": "restok", "anything": [1, 2]})");
    write("model.safetensors", weightsOf("encoder.w"));
    write("notes.txt", "no part of it");
    for (const char* name : {"", "config.json", "model.safetensors"}) {
        const auto listing = list(m_folder / name);
        EXPECT_EQ(listing.family, "restok");
        EXPECT_THAT(listing.files, ElementsAre("config.json", "model.safetensors"));
        ASSERT_EQ(listing.tensors.size(), 1U);
        EXPECT_EQ(listing.tensors[0].name, "encoder.w");
        EXPECT_EQ(listing.tensors[0].dtype, "float16");
        EXPECT_THAT(listing.tensors[0].shape, ElementsAre(2, 3));
        EXPECT_EQ(listing.values, 6);
        EXPECT_THAT(listing.complaints, IsEmpty());
    }
}

TEST_F(ListCheckpointTest, CountsTheValuesOfAWholeModel) {
    testing::writeSmallModel(m_folder / "m");
    const auto listing = list(m_folder / "m");
    const auto inspection = runtime::inspectModel(m_folder / "m");
    ASSERT_TRUE(inspection);
    EXPECT_EQ(listing.family, "hieratok");
    EXPECT_EQ(listing.values, inspection->parameters);
    EXPECT_EQ(listing.tensors.size(), inspection->tensors.size());
}

TEST_F(ListCheckpointTest, ListsWeightsBesideAConfigThatIsBroken) {
    write("model.safetensors", weightsOf("w"));
    for (const char* config : {"{\"family\": ", "[1]", R"({"family": 7})"}) {
        write("config.json", config);
        const auto listing = list(m_folder.path());
        EXPECT_EQ(listing.family, "");
        EXPECT_EQ(listing.values, 6);
        EXPECT_THAT(listing.complaints, ElementsAre(HasSubstr("config.json'"))) << config;
    }
}

TEST_F(ListCheckpointTest, ListsWeightsWithoutAConfig) {
    write("model.safetensors", weightsOf("w"));
    const auto listing = list(m_folder.path());
    EXPECT_EQ(listing.family, "");
    EXPECT_EQ(listing.values, 6);
    EXPECT_THAT(listing.complaints, IsEmpty());
}

TEST_F(ListCheckpointTest, ComplainsAboutEveryLengthOfATruncatedFileAndListsTheOther) {
    write("whole.safetensors", weightsOf("w"));
    const std::string cut = weightsOf("x");
    for (std::size_t length = 0; length < cut.size(); ++length) {
        write("cut.safetensors", cut.substr(0, length));
        const auto listing = list(m_folder.path());
        EXPECT_EQ(listing.values, 6);
        EXPECT_THAT(listing.complaints, ElementsAre(HasSubstr("cut.safetensors'"))) << length;
    }
}

TEST_F(ListCheckpointTest, ListsOneFileAloneWhateverLiesBesideIt) {
    write("config.json", R"({"family": "restok"})");
    write("a.safetensors", weightsOf("a"));
    write("b.safetensors", weightsOf("b"));
    const auto listing = list(m_folder / "b.safetensors");
    EXPECT_EQ(listing.family, "");
    EXPECT_THAT(listing.files, ElementsAre("b.safetensors"));
    ASSERT_EQ(listing.tensors.size(), 1U);
    EXPECT_EQ(listing.tensors[0].name, "b");
}

TEST_F(ListCheckpointTest, FollowsAnIndexToItsShards) {
    write("x.safetensors", weightsOf("a"));
    write("other.safetensors.index.json",
          R"({"weight_map": {"a": "x.safetensors", "b": "gone.safetensors"}})");
    for (const char* name : {"", "other.safetensors.index.json"}) {
        const auto listing = list(m_folder / name);
        EXPECT_EQ(listing.values, 6);
        EXPECT_EQ(listing.tensors.size(), 1U);
        EXPECT_THAT(listing.complaints, ElementsAre(HasSubstr("gone.safetensors'")));
    }
}

TEST_F(ListCheckpointTest, FollowsNoIndexOutOfItsFolder) {
    write("model.safetensors.index.json", R"({"weight_map": {"a": "../x.safetensors"}})");
    const auto listing = list(m_folder.path());
    EXPECT_THAT(listing.files, ElementsAre("model.safetensors.index.json"));
    EXPECT_THAT(listing.complaints, ElementsAre(HasSubstr("same folder")));
}

TEST(ListCheckpoint, ListsWhatTorchSaved) {
    const auto listing =
        runtime::listCheckpoint(HIERASCOPE_TEST_DATA "/official/dit_tiny_8x8x4/0000010.pt");
    ASSERT_TRUE(listing);
    EXPECT_GT(listing->tensors.size(), 100U);
    EXPECT_TRUE(listing->tensors.front().name.starts_with("model."));
    EXPECT_THAT(listing->complaints, ::testing::IsEmpty());
}

TEST_F(ListCheckpointTest, SaysWhichPickledWeightsAreNone) {
    write("pytorch_model.bin", "anything");
    const auto listing = list(m_folder.path());
    EXPECT_THAT(listing.files, ElementsAre("pytorch_model.bin"));
    EXPECT_THAT(listing.complaints,
                ElementsAre(AllOf(HasSubstr("pytorch_model.bin'"), HasSubstr("PyTorch"))));
}

TEST_F(ListCheckpointTest, FindsNothingInAnEmptyFolderOrAtNoPlace) {
    for (const auto& path : {m_folder.path(), m_folder / "nowhere"}) {
        const auto listing = runtime::listCheckpoint(path);
        ASSERT_FALSE(listing);
        EXPECT_EQ(listing.error().code, ErrorCode::NoInput);
        EXPECT_THAT(listing.error().message, HasSubstr(path.string()));
    }
}

} // namespace hierascope
