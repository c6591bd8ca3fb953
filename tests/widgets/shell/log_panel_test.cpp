// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/log_panel.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/shell/log_model.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

namespace hierascope::widgets {
namespace {

using log::Level;
using testing::waitUntil;

LogLine line(Level level, const char* area, const QString& text) {
    return {QDateTime({2025, 1, 2}, {3, 4, 5, 678}), level, QString::fromLatin1(area), text};
}

TEST(LogModel, KeepsTheNewestLines) {
    LogModel log;
    const QAbstractItemModelTester tester(&log,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i < 20; ++i)
        log.append(line(Level::Info, "io", QString::number(i)));
    EXPECT_EQ(log.index(3).data(LogModel::LineRole).toString(),
              QStringLiteral("2025-01-02T03:04:05.678 info io: 3"));
    EXPECT_EQ(log.index(3).data(LogModel::AreaRole).toString(), QStringLiteral("io"));
    log.clear();
    EXPECT_EQ(log.rowCount(), 0);
}

TEST(LogModel, ForgetsTheOldestLinesFirst) {
    LogModel log;
    for (int i = 0; i <= LogModel::kMostLines; ++i)
        log.append(line(Level::Info, "io", QString::number(i)));
    EXPECT_LE(log.rowCount(), LogModel::kMostLines);
    EXPECT_GT(log.rowCount(), LogModel::kMostLines * 9 / 10);
    EXPECT_EQ(log.index(log.rowCount() - 1).data().toInt(), LogModel::kMostLines);
}

class LogPanelTest : public ::testing::Test {
protected:
    LogPanelTest() {
        m_panel.resize(600, 200);
        m_panel.show();
        m_log.append(line(Level::Debug, "runtime", QStringLiteral("Two threads.")));
        m_log.append(line(Level::Warning, "io", QStringLiteral("No profile.")));
        m_log.append(line(Level::Error, "io", QStringLiteral("It ends early.")));
    }

    QStringList shown() const {
        QStringList texts;
        for (int row = 0; row < m_list->model()->rowCount(); ++row)
            texts << m_list->model()->index(row, 0).data().toString();
        return texts;
    }

    void press(const char* text) {
        for (QPushButton* button : m_panel.findChildren<QPushButton*>())
            if (button->text() == QString::fromLatin1(text))
                QTest::mouseClick(button, Qt::LeftButton);
    }

    Theme m_theme;
    LogModel m_log;
    LogPanel m_panel{m_theme, m_log};
    QListView* m_list = m_panel.list();
    const QAbstractItemModelTester m_tester{m_list->model(),
                                            QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(LogPanelTest, FiltersByLevelAndText) {
    m_panel.findChild<QComboBox*>()->setCurrentIndex(2);
    EXPECT_EQ(shown(),
              QStringList({QStringLiteral("No profile."), QStringLiteral("It ends early.")}));
    m_panel.findChild<QLineEdit*>()->setText(QStringLiteral("PROFILE"));
    EXPECT_EQ(shown(), QStringList(QStringLiteral("No profile.")));
    m_panel.findChild<QComboBox*>()->setCurrentIndex(0);
    m_panel.findChild<QLineEdit*>()->setText(QStringLiteral("runtime"));
    EXPECT_EQ(shown(), QStringList(QStringLiteral("Two threads.")));
}

TEST_F(LogPanelTest, CopiesAllLinesOrTheSelectedOnes) {
    press("Copy");
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 3);
    m_list->selectionModel()->select(m_list->model()->index(1, 0), QItemSelectionModel::Select);
    QTest::keySequence(m_list, QKeySequence::Copy);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              QStringLiteral("2025-01-02T03:04:05.678 warning io: No profile.\n"));
    press("Clear");
    EXPECT_TRUE(shown().isEmpty());
}

TEST_F(LogPanelTest, FollowsTheEndUntilSomebodyScrollsUp) {
    const QScrollBar* bar = m_list->verticalScrollBar();
    const auto add = [this] {
        for (int i = 0; i < 50; ++i)
            m_log.append(line(Level::Info, "io", QString::number(i)));
    };
    const auto isAtEnd = [bar] { return bar->maximum() > 0 && bar->value() == bar->maximum(); };
    add();
    EXPECT_TRUE(waitUntil(isAtEnd));
    m_list->verticalScrollBar()->setValue(5);
    add();
    QTest::qWait(20);
    EXPECT_EQ(bar->value(), 5);
    m_list->scrollToBottom();
    const int before = bar->maximum();
    add();
    EXPECT_TRUE(waitUntil([&] { return isAtEnd() && bar->maximum() > before; }));
}

TEST(LogPanelSpeed, TakesManyLinesQuickly) {
    const Theme theme;
    LogModel log;
    LogPanel panel(theme, log);
    panel.resize(600, 200);
    panel.show();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 2 * LogModel::kMostLines; ++i)
        log.append(line(Level::Info, "io", QStringLiteral("line")));
    QTest::qWait(20);
    panel.grab();
    EXPECT_LT(timer.elapsed(), 5000) << "far more than it takes, far less than a layout each";
}

} // namespace
} // namespace hierascope::widgets
