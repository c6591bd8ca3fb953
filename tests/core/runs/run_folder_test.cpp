// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"

#include <fstream>
#include <limits>

#include <gmock/gmock.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/runs/run_lock.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runs {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

RunFolder makeRun(const std::filesystem::path& path) {
    auto run = RunFolder::create(path);
    EXPECT_TRUE(run);
    EXPECT_TRUE(writeFileAtomically(path / "config.json", "{}"));
    return *run;
}

TEST(RunFolder, IsNotMadeOverAnother) {
    const testing::TempFolder folder;
    makeRun(folder / "a");
    const auto second = RunFolder::create(folder / "a");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::CannotCreate);
    EXPECT_TRUE(RunFolder::open(folder / "a"));
}

TEST(RunFolder, NamesAFolderWithoutARun) {
    const testing::TempFolder folder;
    const auto run = RunFolder::open(folder.path());
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, ErrorCode::NoInput);
    EXPECT_THAT(run.error().message, HasSubstr("config.json"));
}

TEST(RunFolder, ListsWholeCheckpointsByStep) {
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    for (const char* name : {"step-100", "step-20", ".step-300.part", "step-x", "other"})
        std::filesystem::create_directories(run.path() / "checkpoints" / name);
    EXPECT_THAT(run.checkpointSteps(), ElementsAre(20, 100));
}

TEST(RunFolder, ReadsBackItsEventsWithoutTheUnfinishedLine) {
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    ASSERT_TRUE(run.append(HelloEvent{1, "a", 0, 10}));
    ASSERT_TRUE(run.append(MetricEvent{1, {{"loss", 2.0}}}));
    std::ofstream(run.path() / "events.jsonl", std::ios::app) << R"({"type":"fin)";
    const auto events = run.events();
    ASSERT_TRUE(events);
    EXPECT_THAT(*events, ElementsAre(Event(HelloEvent{1, "a", 0, 10}),
                                     Event(MetricEvent{1, {{"loss", 2.0}}})));
}

TEST(RunFolder, TakesOffTheLineThatAKilledProcessLeft) {
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    ASSERT_TRUE(run.dropUnfinishedLine());
    ASSERT_TRUE(run.append(StageEvent{"train"}));
    ASSERT_TRUE(run.dropUnfinishedLine());
    std::ofstream(run.path() / "events.jsonl", std::ios::app) << R"({"type":"fin)";
    ASSERT_TRUE(run.dropUnfinishedLine());
    ASSERT_TRUE(run.append(FinishedEvent{1, "done"}));
    const auto events = run.events();
    ASSERT_TRUE(events) << events.error().message;
    EXPECT_THAT(*events, ElementsAre(Event(StageEvent{"train"}), Event(FinishedEvent{1, "done"})));
}

TEST(RunFolder, ReadsBackWhatWasNotFiniteWithoutIt) {
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    const double infinite = std::numeric_limits<double>::infinity();
    ASSERT_TRUE(run.append(MetricEvent{1, {{"loss", 2.0}, {"psnr", infinite}}}));
    const auto events = run.events();
    ASSERT_TRUE(events) << events.error().message;
    EXPECT_THAT(*events, ElementsAre(Event(MetricEvent{1, {{"loss", 2.0}}})));
}

TEST(RunFolder, NamesTheBrokenLine) {
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    ASSERT_TRUE(run.append(StageEvent{"train"}));
    std::ofstream(run.path() / "events.jsonl", std::ios::app) << "nonsense\n";
    const auto events = run.events();
    ASSERT_FALSE(events);
    EXPECT_THAT(events.error().message, HasSubstr("line 2"));
}

TEST(RunFolder, TakesBackTheMetricsThatAResumeTellsAgain) {
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    for (std::int64_t step = 1; step <= 3; ++step)
        ASSERT_TRUE(run.append(MetricEvent{step, {{"loss", 1e-7 / static_cast<double>(step)}}}));
    std::ofstream(run.path() / "metrics.csv", std::ios::app) << "2,half a ro";
    ASSERT_TRUE(run.dropMetricsAfter(2));
    std::ifstream in(run.path() / "metrics.csv");
    std::string lines;
    for (std::string line; std::getline(in, line);)
        lines += line + "|";
    EXPECT_EQ(lines, "step,name,value|1,loss,1e-07|2,loss,5e-08|");
}

TEST(RunFolder, SaysThatAFolderMayNotBeRead) {
    const bool isRoot = ::geteuid() == 0; // who may read everything
    if (isRoot && ::seteuid(65534) != 0)
        GTEST_SKIP() << "this process cannot be anybody else";
    const testing::TempFolder folder;
    const RunFolder run = makeRun(folder / "a");
    std::filesystem::permissions(run.path(), std::filesystem::perms::none);
    const auto opened = RunFolder::open(run.path());
    std::filesystem::permissions(run.path(), std::filesystem::perms::owner_all);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::NoInput);
    EXPECT_THAT(opened.error().message, HasSubstr("cannot be read: Permission denied."));

    std::filesystem::permissions(run.path(), std::filesystem::perms::owner_read |
                                                 std::filesystem::perms::owner_exec);
    const auto told = run.append(StageEvent{"train"});
    const auto lock = RunLock::take(run.path());
    std::filesystem::permissions(run.path(), std::filesystem::perms::owner_all);
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, ErrorCode::CannotCreate);
    EXPECT_THAT(told.error().message, HasSubstr("events.jsonl': Permission denied."));
    ASSERT_FALSE(lock);
    EXPECT_THAT(lock.error().message, HasSubstr(".lock' cannot be opened: Permission denied."));
    if (isRoot) {
        ASSERT_EQ(::seteuid(0), 0);
    }
}

} // namespace
} // namespace hierascope::runs
