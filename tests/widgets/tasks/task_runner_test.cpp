// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasks/task_runner.h"

#include <atomic>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>

#include "tests/widgets/support/waiting.h"

#include <QSignalSpy>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using namespace std::chrono_literals;

/// Runs until somebody asks for a stop.
Result<int> runUntilStopped(const TaskContext& context) {
    while (!context.stopRequested())
        std::this_thread::sleep_for(1ms);
    return cancelled();
}

class TaskRunnerTest : public ::testing::Test {
protected:
    template <typename Work>
    Result<int> finish(Work work) {
        std::optional<Result<int>> outcome;
        m_runner.start(&m_owner, QStringLiteral("task"), work,
                       [&outcome](const Result<int>& result) { outcome = result; });
        EXPECT_TRUE(waitUntil([&] { return outcome.has_value(); }));
        return outcome.value_or(failure(ErrorCode::Failed, "It never finished."));
    }

    TaskRunner m_runner;
    QObject m_owner;
};

TEST_F(TaskRunnerTest, BringsTheValueToTheGuiThread) {
    std::thread::id worker;
    std::thread::id finisher;
    std::optional<int> value;
    m_runner.start(
        &m_owner, {},
        [&worker](TaskContext&) -> Result<int> {
            worker = std::this_thread::get_id();
            return 7;
        },
        [&](const Result<int>& result) {
            finisher = std::this_thread::get_id();
            value = *result;
        });
    ASSERT_TRUE(waitUntil([&] { return value.has_value(); }));
    EXPECT_EQ(value, 7);
    EXPECT_NE(worker, finisher);
    EXPECT_EQ(finisher, std::this_thread::get_id());
}

TEST_F(TaskRunnerTest, BringsAnError) {
    const auto result = finish([](TaskContext&) -> Result<int> {
        return failure(ErrorCode::BadData, "File 'a': field 'b' is 3.");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::BadData);
    EXPECT_EQ(result.error().message, "File 'a': field 'b' is 3.");
}

TEST_F(TaskRunnerTest, TurnsAnExceptionIntoAnError) {
    const auto result =
        finish([](TaskContext&) -> Result<int> { throw std::runtime_error("no memory left"); });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Failed);
    EXPECT_EQ(result.error().message, "no memory left");
}

TEST_F(TaskRunnerTest, CancelsARunningTask) {
    std::optional<Result<int>> outcome;
    TaskHandle handle = m_runner.start(&m_owner, {}, runUntilStopped,
                                       [&outcome](const Result<int>& result) { outcome = result; });
    EXPECT_TRUE(handle.isRunning());
    handle.cancel();
    EXPECT_TRUE(m_runner.task(handle.id())->isStopping);
    ASSERT_TRUE(waitUntil([&] { return outcome.has_value(); }));
    EXPECT_EQ(outcome->error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(handle.isRunning());
}

TEST_F(TaskRunnerTest, NeverStartsWorkThatWasCancelledWhileItWaited) {
    TaskHandle first = m_runner.start(&m_owner, {}, runUntilStopped, [](const Result<int>&) {});
    bool hasRun = false;
    std::optional<Result<int>> outcome;
    TaskHandle second = m_runner.start(
        &m_owner, {},
        [&hasRun](TaskContext&) -> Result<int> {
            hasRun = true;
            return 1;
        },
        [&outcome](const Result<int>& result) { outcome = result; });
    second.cancel();
    first.cancel();
    ASSERT_TRUE(waitUntil([&] { return outcome.has_value(); }));
    EXPECT_EQ(outcome->error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(hasRun);
}

TEST_F(TaskRunnerTest, RunsModelCallsOneAtATimeOnOneThread) {
    std::atomic<int> running = 0;
    std::atomic<bool> overlapped = false;
    std::set<std::thread::id> threads;
    int finished = 0;
    for (int i = 0; i < 8; ++i)
        m_runner.start(
            &m_owner, {},
            [&](TaskContext&) -> Result<int> {
                if (++running > 1)
                    overlapped = true;
                threads.insert(std::this_thread::get_id());
                std::this_thread::sleep_for(2ms);
                --running;
                return 0;
            },
            [&finished](const Result<int>&) { ++finished; });
    ASSERT_TRUE(waitUntil([&] { return finished == 8; }));
    EXPECT_FALSE(overlapped);
    EXPECT_EQ(threads.size(), 1U);
}

TEST_F(TaskRunnerTest, StopsTheTaskOfADestroyedOwnerAndCallsNobody) {
    auto owner = std::make_unique<QObject>();
    bool isCalled = false;
    TaskHandle handle = m_runner.start(owner.get(), {}, runUntilStopped,
                                       [&isCalled](const Result<int>&) { isCalled = true; });
    owner.reset();
    ASSERT_TRUE(waitUntil([&] { return !handle.isRunning(); }));
    QTest::qWait(10);
    EXPECT_FALSE(isCalled);
    EXPECT_TRUE(m_runner.tasks().empty());
}

TEST_F(TaskRunnerTest, ReportsProgressAtTwentyHertzAndTheLastValueAlways) {
    int changes = 0;
    std::int64_t last = -1;
    bool isFinished = false;
    QObject::connect(&m_runner, &TaskRunner::taskChanged, &m_owner, [&](TaskId id) {
        ++changes;
        last = m_runner.task(id)->progress.done;
    });
    const auto start = std::chrono::steady_clock::now();
    m_runner.start(
        &m_owner, {},
        [](TaskContext& context) -> Result<int> {
            for (std::int64_t i = 1; i <= 2000; ++i) {
                context.report({i, 2000, {}});
                std::this_thread::sleep_for(100us);
            }
            return 0;
        },
        [&](const Result<int>&) {
            isFinished = true;
            EXPECT_EQ(last, 2000) << "the last value comes before the result";
        });
    ASSERT_TRUE(waitUntil([&] { return isFinished; }));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_GE(changes, 2);
    EXPECT_LE(changes, int(seconds.count() * 20.0) + 3);
}

TEST_F(TaskRunnerTest, AsksAllTasksToStopAtShutdown) {
    for (int i = 0; i < 3; ++i)
        m_runner.start(&m_owner, {}, runUntilStopped, [](const Result<int>&) {});
    m_runner.shutdown();
    const auto late = finish([](TaskContext&) -> Result<int> { return 1; });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::Cancelled);
}

TEST(TaskRunnerOwner, IsNotCalledWhileItIsDestroyed) {
    TaskRunner runner;
    auto owner = std::make_unique<QObject>();
    QSignalSpy changed(&runner, &TaskRunner::taskChanged);
    runner.start(
        owner.get(), QStringLiteral("Wait"),
        [](TaskContext& context) -> Result<void> {
            while (!context.stopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return cancelled();
        },
        [](const Result<void>&) {});
    owner.reset();
    EXPECT_EQ(changed.count(), 0) << "it is told in a later turn of the event loop";
    EXPECT_TRUE(QTest::qWaitFor([&] { return runner.tasks().empty(); }));
}

} // namespace
} // namespace hierascope::widgets
