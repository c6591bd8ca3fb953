// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasks/task_list_model.h"

#include <atomic>
#include <thread>

#include <gmock/gmock.h>

#include "tests/widgets/support/waiting.h"

#include <QAbstractItemModelTester>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;

TEST(TaskListModel, ListsTasksWithTheirProgressAndStopsThem) {
    TaskRunner runner;
    QObject owner;
    TaskListModel model(runner);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i < 2; ++i)
        runner.start(
            &owner, QStringLiteral("task %1").arg(i),
            [](TaskContext& context) -> Result<void> {
                context.report({1, 4, "decoding"});
                while (!context.stopRequested())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return cancelled();
            },
            [](const Result<void>&) {});
    ASSERT_EQ(model.rowCount(), 2);
    const QModelIndex first = model.index(0);
    EXPECT_EQ(first.data(TaskListModel::TitleRole).toString(), QStringLiteral("task 0"));
    ASSERT_TRUE(waitUntil([&] { return first.data(TaskListModel::FractionRole) == 0.25; }));
    EXPECT_EQ(first.data(TaskListModel::StageRole).toString(), QStringLiteral("decoding"));
    EXPECT_EQ(model.index(1).data(TaskListModel::FractionRole).toDouble(), -1.0);

    model.cancel(0);
    EXPECT_EQ(model.index(0).data(TaskListModel::StageRole).toString(), QStringLiteral("stopping"));
    ASSERT_TRUE(waitUntil([&] { return model.rowCount() == 1; }));
    EXPECT_EQ(model.index(0).data(TaskListModel::TitleRole).toString(), QStringLiteral("task 1"));
    model.cancel(0);
    ASSERT_TRUE(waitUntil([&] { return model.rowCount() == 0; }));
}

} // namespace
} // namespace hierascope::widgets
