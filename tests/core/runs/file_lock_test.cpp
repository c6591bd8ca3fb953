// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/file_lock.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

namespace hierascope::runs {
namespace {

using ::testing::HasSubstr;

TEST(FileLock, IsHeldOnceUntilItGoes) {
    const testing::TempFolder folder;
    auto first = FileLock::take(folder / "lock");
    ASSERT_TRUE(first);
    EXPECT_FALSE(FileLock::take(folder / "lock"));
    {
        const FileLock moved = *std::move(first);
        EXPECT_FALSE(FileLock::take(folder / "lock"));
    }
    EXPECT_TRUE(FileLock::take(folder / "lock"));
}

TEST(FileLock, SaysThatTheFileIsHeld) {
    const testing::TempFolder folder;
    const auto first = FileLock::take(folder / "lock");
    ASSERT_TRUE(first);
    const auto second = FileLock::take(folder / "lock");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Failed);
    EXPECT_THAT(second.error().message, HasSubstr("'" + (folder / "lock").string() + "' is held"));
    EXPECT_TRUE(FileLock::take(folder / "other"));
}

TEST(FileLock, AssignedToAnotherIsHeldByThatOne) {
    const testing::TempFolder folder;
    auto first = FileLock::take(folder / "first");
    auto second = FileLock::take(folder / "second");
    ASSERT_TRUE(first && second);
    std::optional<FileLock> kept(*std::move(first));
    {
        FileLock passing = *std::move(second);
        *kept = std::move(passing);
    }
    EXPECT_TRUE(FileLock::take(folder / "first")); // what it held before went with the other
    EXPECT_FALSE(FileLock::take(folder / "second"));
    kept.reset();
    EXPECT_TRUE(FileLock::take(folder / "second"));
}

TEST(FileLock, IsHeldAgainstOtherProcesses) {
    const testing::TempFolder folder;
    const auto lock = FileLock::take(folder / "lock");
    ASSERT_TRUE(lock);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        ::_exit(FileLock::take(folder / "lock") ? 1 : 0);
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST(FileLock, IsNotInheritedByProgramsThatAreStarted) {
    const testing::TempFolder folder;
    std::FILE* child = nullptr;
    {
        const auto lock = FileLock::take(folder / "lock");
        ASSERT_TRUE(lock);
        child = ::popen("read line", "w"); // lives until the pipe is closed
    }
    ASSERT_NE(child, nullptr);
    EXPECT_TRUE(FileLock::take(folder / "lock"));
    ::pclose(child);
}

TEST(FileLock, LeavesWhatStandsInTheFile) {
    const testing::TempFolder folder;
    std::ofstream(folder / "lock") << "kept";
    ASSERT_TRUE(FileLock::take(folder / "lock"));
    std::ifstream file(folder / "lock");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "kept");
}

TEST(FileLock, NamesTheFileThatCannotBeOpened) {
    const testing::TempFolder folder;
    const auto file = folder / "none" / "lock";
    const auto lock = FileLock::take(file);
    ASSERT_FALSE(lock);
    EXPECT_EQ(lock.error().code, ErrorCode::CannotCreate);
    EXPECT_THAT(lock.error().message,
                HasSubstr("'" + file.string() + "' cannot be opened: No such file"));
    EXPECT_FALSE(std::filesystem::exists(folder / "none"));
    EXPECT_EQ(FileLock::take(folder.path()).error().code, ErrorCode::CannotCreate);
}

} // namespace
} // namespace hierascope::runs
