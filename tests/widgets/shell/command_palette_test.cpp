// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/command_palette.h"

#include <memory>

#include <gmock/gmock.h>

#include "widgets/common/theme.h"
#include "widgets/shell/command_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

namespace hierascope::widgets {
namespace {

class CommandPaletteTest : public ::testing::Test {
protected:
    CommandPaletteTest() {
        QMenu* file = m_window.menuBar()->addMenu(QStringLiteral("&File"));
        m_open = file->addAction(QStringLiteral("&Open Images…"));
        m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
        m_off = file->addAction(QStringLiteral("Open &Model…"));
        m_off->setEnabled(false);
        m_grid = file->addAction(QStringLiteral("Show && Hide the &Grid"));
        m_grid->setCheckable(true);
        m_grid->setShortcut(QKeySequence(Qt::Key_PageDown));
        file->addSeparator();
        m_window.setCentralWidget(new QLineEdit(&m_window));
        m_window.resize(800, 600);
        m_palette.setActions(file->actions());
        m_window.show();
        m_window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_window));
        m_window.centralWidget()->setFocus();
        m_palette.open();
    }

    void type(const char* text) { QTest::keyClicks(m_line, QString::fromLatin1(text)); }
    QString current() const { return m_list->currentIndex().data().toString(); }

    Theme m_theme;
    QMainWindow m_window;
    QAction* m_open;
    QAction* m_off;
    QAction* m_grid;
    CommandPalette m_palette{m_theme, m_window};
    QLineEdit* m_line = m_palette.findChild<QLineEdit*>();
    QListView* m_list = m_palette.findChild<QListView*>();
    QSignalSpy m_closed{&m_palette, &CommandPalette::closed};
};

TEST_F(CommandPaletteTest, ShowsTextMenuKeyAndCheck) {
    const QAbstractItemModel* model = m_list->model();
    ASSERT_EQ(model->rowCount(), 3) << "a separator is no action";
    EXPECT_EQ(model->index(0, 0).data().toString(), QStringLiteral("Open Images…"));
    EXPECT_EQ(model->index(0, 0).data(CommandModel::MenuRole).toString(), QStringLiteral("File"));
    EXPECT_EQ(model->index(0, 0).data(CommandModel::KeysRole).toString(), QStringLiteral("Ctrl+O"));
    EXPECT_FALSE(model->index(0, 0).data(CommandModel::CheckedRole).isValid());
    EXPECT_EQ(model->index(2, 0).data().toString(), QStringLiteral("Show & Hide the Grid"));
    m_grid->setChecked(true);
    EXPECT_TRUE(model->index(2, 0).data(CommandModel::CheckedRole).toBool());
}

TEST_F(CommandPaletteTest, FiltersAndSaysWhenNothingMatches) {
    type("shg");
    EXPECT_EQ(m_list->model()->rowCount(), 1);
    EXPECT_EQ(current(), QStringLiteral("Show & Hide the Grid"));
    type("zz");
    EXPECT_EQ(m_list->model()->rowCount(), 0);
    EXPECT_FALSE(m_list->isVisible());
    EXPECT_TRUE(m_palette.findChild<QLabel*>()->isVisible());
    QTest::keyClick(m_line, Qt::Key_Return);
    EXPECT_TRUE(m_palette.isVisible());
}

TEST_F(CommandPaletteTest, MovesOverWhatIsAvailableAndKeepsTheFocusInTheLine) {
    QSignalSpy page(m_grid, &QAction::triggered);
    QTest::keyClick(m_line, Qt::Key_Down);
    EXPECT_EQ(current(), QStringLiteral("Show & Hide the Grid"));
    QTest::keyClick(m_line, Qt::Key_Up);
    EXPECT_EQ(current(), QStringLiteral("Open Images…"));
    QTest::keyClick(m_line, Qt::Key_PageDown);
    EXPECT_EQ(current(), QStringLiteral("Show & Hide the Grid"));
    EXPECT_EQ(page.count(), 0) << "the key of a shortcut moves here";
    QTest::keyClick(m_line, Qt::Key_PageUp);
    EXPECT_EQ(current(), QStringLiteral("Open Images…"));
    EXPECT_TRUE(m_line->hasFocus());
}

TEST_F(CommandPaletteTest, ClosesBeforeItTriggers) {
    bool wasVisible = true;
    QObject::connect(m_open, &QAction::triggered, &m_window,
                     [&] { wasVisible = m_palette.isVisible(); });
    type("open");
    QTest::keyClick(m_line, Qt::Key_Return);
    EXPECT_FALSE(wasVisible);
    EXPECT_EQ(m_closed.count(), 1);
    EXPECT_TRUE(m_window.centralWidget()->hasFocus());
}

TEST_F(CommandPaletteTest, TriggersByAClickButNotWhatIsOff) {
    QSignalSpy opened(m_open, &QAction::triggered);
    QSignalSpy off(m_off, &QAction::triggered);
    const auto click = [this](int row) {
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                          m_list->visualRect(m_list->model()->index(row, 0)).center());
    };
    click(1);
    EXPECT_TRUE(m_palette.isVisible());
    click(0);
    EXPECT_EQ(off.count(), 0);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_FALSE(m_palette.isVisible());
}

TEST_F(CommandPaletteTest, ClosesByEscapeAndByLosingTheFocus) {
    QTest::keyClick(m_line, Qt::Key_Escape);
    EXPECT_FALSE(m_palette.isVisible());
    EXPECT_TRUE(m_window.centralWidget()->hasFocus());
    m_palette.open();
    EXPECT_TRUE(m_line->hasFocus());
    m_window.centralWidget()->setFocus();
    EXPECT_FALSE(m_palette.isVisible());
    EXPECT_EQ(m_closed.count(), 2);
}

TEST_F(CommandPaletteTest, FitsANarrowWindow) {
    EXPECT_EQ(m_palette.width(), 520);
    m_window.resize(400, 300);
    QCoreApplication::sendPostedEvents();
    EXPECT_LE(m_palette.geometry().right(), m_window.width());
}

TEST(CommandModel, ForgetsActionsThatAreDestroyed) {
    CommandModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto action = std::make_unique<QAction>(QStringLiteral("Copy"));
    QAction other(QStringLiteral("Cut"));
    model.setActions({action.get(), &other});
    model.setFilter(QStringLiteral("c"));
    EXPECT_EQ(model.rowCount(), 2);
    action.reset();
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.actionAt(0), &other);
    other.setText(QStringLiteral("Paste"));
    other.setEnabled(false);
    EXPECT_FALSE(model.flags(model.index(0)).testFlag(Qt::ItemIsEnabled));
}

} // namespace
} // namespace hierascope::widgets
