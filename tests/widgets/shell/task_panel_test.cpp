// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/task_panel.h"

#include <thread>

#include <gmock/gmock.h>

#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/tasks/task_list_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;

class TaskPanelTest : public ::testing::Test {
protected:
    void startTask(const QString& title) {
        m_runner.start(
            &m_owner, title,
            [](TaskContext& context) -> Result<void> {
                context.report({1, 4, "decoding"});
                while (!context.stopRequested())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return cancelled();
            },
            [](const Result<void>&) {});
    }

    QList<QToolButton*> buttons() {
        QList<QToolButton*> shown = m_panel.findChildren<QToolButton*>();
        shown.removeIf([](const QToolButton* button) { return !button->isVisible(); });
        return shown;
    }

    bool says(const QString& text) {
        for (const QLabel* label : m_panel.findChildren<QLabel*>())
            if (label->text() == text && label->isVisible())
                return true;
        return false;
    }

    Theme m_theme;
    TaskRunner m_runner;
    QObject m_owner;
    TaskListModel m_tasks{m_runner};
    const QAbstractItemModelTester m_tester{&m_tasks,
                                            QAbstractItemModelTester::FailureReportingMode::Fatal};
    TaskPanel m_panel{m_theme, m_tasks};
};

TEST_F(TaskPanelTest, SaysThatNothingRuns) {
    m_panel.show();
    EXPECT_TRUE(says(QStringLiteral("Nothing is running.")));
    EXPECT_FALSE(m_panel.isCounting());
}

TEST_F(TaskPanelTest, ShowsEveryTaskAndStopsOne) {
    m_panel.show();
    startTask(QStringLiteral("first"));
    startTask(QStringLiteral("second"));
    EXPECT_FALSE(says(QStringLiteral("Nothing is running.")));
    EXPECT_TRUE(waitUntil([this] { return says(QStringLiteral("decoding")); }));
    EXPECT_TRUE(says(QStringLiteral("first")));
    EXPECT_TRUE(says(QStringLiteral("0:00")));
    EXPECT_EQ(m_panel.findChild<QProgressBar*>()->value(), 250);
    ASSERT_EQ(buttons().size(), 2);
    EXPECT_EQ(buttons()[1]->accessibleName(), QStringLiteral("Stop second"));
    EXPECT_EQ(buttons()[1]->focusPolicy(), Qt::StrongFocus);
    QTest::keyClick(buttons()[0], Qt::Key_Space);
    EXPECT_TRUE(waitUntil([this] { return m_tasks.rowCount() == 1; }));
    EXPECT_TRUE(waitUntil([this] { return buttons().size() == 1; }));
    EXPECT_TRUE(says(QStringLiteral("second")));
    EXPECT_FALSE(says(QStringLiteral("first")));
    m_tasks.cancel(0);
    EXPECT_TRUE(waitUntil([this] { return says(QStringLiteral("Nothing is running.")); }));
}

TEST_F(TaskPanelTest, CountsOnlyWhileItIsSeenAndTasksRun) {
    startTask(QStringLiteral("first"));
    EXPECT_FALSE(m_panel.isCounting()) << "nobody sees it";
    m_panel.show();
    EXPECT_TRUE(m_panel.isCounting());
    m_panel.hide();
    EXPECT_FALSE(m_panel.isCounting());
    m_panel.show();
    m_tasks.cancel(0);
    EXPECT_TRUE(waitUntil([this] { return !m_panel.isCounting(); }));
}

} // namespace
} // namespace hierascope::widgets
