// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope {
namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t filesIn(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

TEST(AtomicFile, ReplacesTheOldFileOnCommit) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.txt", "old"));
    ASSERT_TRUE(writeFileAtomically(folder / "a.txt", "new"));
    EXPECT_EQ(contentOf(folder / "a.txt"), "new");
    EXPECT_EQ(filesIn(folder.path()), 1);
}

TEST(AtomicFile, KeepsTheOldFileAndLeavesNoTemporaryWithoutCommit) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.txt", "old"));
    {
        auto file = AtomicFile::create(folder / "a.txt");
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write(std::string_view("half")));
    }
    EXPECT_EQ(contentOf(folder / "a.txt"), "old");
    EXPECT_EQ(filesIn(folder.path()), 1);
}

TEST(AtomicFile, NamesTheFileWhenTheFolderIsMissing) {
    const auto result = writeFileAtomically("/nonexistent/folder/a.txt", "x");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::CannotCreate);
    EXPECT_THAT(result.error().message, ::testing::HasSubstr("/nonexistent/folder/a.txt"));
}

TEST(AtomicFile, RefusesToWriteThroughAMovedFromObject) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.txt", "old"));
    auto file = AtomicFile::create(folder / "a.txt");
    ASSERT_TRUE(file);
    AtomicFile moved = std::move(*file);
    EXPECT_FALSE(file->write(std::string_view("x")).has_value());
    ASSERT_TRUE(moved.write(std::string_view("new")));
    ASSERT_TRUE(moved.commit());
    EXPECT_EQ(contentOf(folder / "a.txt"), "new");
}

} // namespace
} // namespace hierascope
