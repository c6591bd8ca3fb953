// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasks/latest_task.h"

#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "tests/widgets/support/waiting.h"

namespace hierascope::widgets {
namespace {

using ::testing::ElementsAre;
using testing::waitUntil;

/// Waits for a stop; a stopped task still returns a value, as one does that came too late.
auto slowValue(int value) {
    return [value](TaskContext& context) -> Result<int> {
        for (int i = 0; i < 200 && !context.stopRequested(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return value;
    };
}

TEST(LatestTask, DeliversOnlyTheNewestResult) {
    TaskRunner runner;
    QObject owner;
    LatestTask latest;
    std::vector<int> delivered;
    for (int i = 0; i < 5; ++i)
        latest.start(runner, &owner, {}, slowValue(i),
                     [&delivered](const Result<int>& result) { delivered.push_back(*result); });
    ASSERT_TRUE(waitUntil([&] { return runner.tasks().empty() && !delivered.empty(); }));
    EXPECT_THAT(delivered, ElementsAre(4));
}

TEST(LatestTask, TellsOfACancelButNotOfADrop) {
    TaskRunner runner;
    QObject owner;
    LatestTask latest;
    int delivered = 0;
    const auto count = [&delivered](const Result<int>&) { ++delivered; };
    latest.start(runner, &owner, {}, slowValue(1), count);
    latest.cancel();
    ASSERT_TRUE(waitUntil([&] { return delivered == 1; }));
    latest.start(runner, &owner, {}, slowValue(2), count);
    latest.drop();
    ASSERT_TRUE(waitUntil([&] { return runner.tasks().empty(); }));
    QTest::qWait(10);
    EXPECT_EQ(delivered, 1);
}

} // namespace
} // namespace hierascope::widgets
