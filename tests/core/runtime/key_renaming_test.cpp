// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/key_renaming.h"

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {
namespace {

class KeyRenamingTest : public ::testing::Test {
protected:
    Result<KeyRenaming> read(const std::string& text) {
        EXPECT_TRUE(writeFileAtomically(m_folder / "map.json", text));
        return KeyRenaming::read(m_folder / "map.json");
    }
    testing::TempFolder m_folder;
};

TEST_F(KeyRenamingTest, PutsWhatEachStarStoodForInItsPlace) {
    const auto renaming =
        read(R"({"backbone.*.attention.*": "encoder.blocks.*.attn.*", "head": "quantize"})");
    ASSERT_TRUE(renaming);
    EXPECT_EQ(renaming->apply("backbone.11.attention.qkv.weight"),
              "encoder.blocks.11.attn.qkv.weight");
    EXPECT_EQ(renaming->apply("head"), "quantize");
    EXPECT_EQ(renaming->apply("head.weight"), "head.weight");
    EXPECT_EQ(renaming->apply("backbone.attention."), "backbone.attention.");
}

TEST_F(KeyRenamingTest, IsEmptyWithoutAFile) {
    EXPECT_TRUE(KeyRenaming().isEmpty());
    EXPECT_EQ(KeyRenaming().apply("a.b"), "a.b");
}

TEST_F(KeyRenamingTest, NamesWhatMakesNoSense) {
    for (const auto& [text, mention] :
         {std::pair{R"({"a.*": "b"})", "different numbers of '*'"},
          std::pair{R"({"a": 3})", "becomes 3"}, std::pair{R"([1])", "expected an object"}}) {
        const auto renaming = read(text);
        ASSERT_FALSE(renaming) << text;
        EXPECT_EQ(renaming.error().code, ErrorCode::BadData);
        EXPECT_THAT(renaming.error().message, ::testing::HasSubstr(mention));
        EXPECT_THAT(renaming.error().message, ::testing::HasSubstr("map.json"));
    }
}

} // namespace
} // namespace hierascope::runtime
