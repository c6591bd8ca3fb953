// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/main_window.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/compare_bar.h"
#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/pyramid_bar.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/command_palette.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSet>
#include <QToolButton>
#include <QUrl>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

class MainWindowTest : public ::testing::Test {
protected:
    MainWindowTest() : m_window(m_theme, {testing::openFakeTokenizer, testing::readFakeImage}) {
        for (const char* name : {"model", "broken-model"})
            std::filesystem::create_directories(m_folder / name);
        m_window.resize(1200, 800);
        m_window.show();
    }

    void drop(const std::vector<const char*>& names) {
        QMimeData data;
        QList<QUrl> urls;
        for (const char* name : names)
            urls << QUrl::fromLocalFile(QString::fromStdString((m_folder / name).string()));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(600, 400), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(&m_window, &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(600, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_window, &event);
    }

    bool reach(Phase phase) {
        return waitUntil([&] { return m_window.state().phase() == phase; });
    }

    void showDemo() {
        drop({"model", "a.png", "b.png"});
        ASSERT_TRUE(reach(Phase::Ready));
        m_window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    }

    testing::TempFolder m_folder;
    Theme m_theme;
    MainWindow m_window;
};

TEST_F(MainWindowTest, SaysWhatIsMissingAtFirst) {
    ASSERT_NE(m_window.room()->messagePanel(), nullptr);
    EXPECT_EQ(m_window.room()->messagePanel()->message().title, QStringLiteral("No model is open"));
}

TEST_F(MainWindowTest, MovesTheLevelWithTheArrowKeys) {
    showDemo();
    EXPECT_EQ(m_window.state().level(), 4);
    QTest::keyClick(&m_window, Qt::Key_Left);
    QTest::keyClick(&m_window, Qt::Key_Left);
    EXPECT_EQ(m_window.state().level(), 2);
    EXPECT_EQ(m_window.room()->view()->view(Side::A)->image().width(), 32);
    QTest::keyClick(&m_window, Qt::Key_Right);
    EXPECT_EQ(m_window.state().level(), 3);
}

TEST_F(MainWindowTest, ZoomsWithKeys) {
    showDemo();
    QTest::keyClick(&m_window, Qt::Key_1);
    EXPECT_DOUBLE_EQ(m_window.room()->view()->view(Side::A)->zoom(), 1.0);
    QTest::keyClick(&m_window, Qt::Key_Plus);
    EXPECT_DOUBLE_EQ(m_window.room()->view()->view(Side::A)->zoom(), 2.0);
    QTest::keyClick(&m_window, Qt::Key_Minus);
    EXPECT_DOUBLE_EQ(m_window.room()->view()->view(Side::A)->zoom(), 1.0);
    QTest::keyClick(&m_window, Qt::Key_F);
    EXPECT_TRUE(m_window.room()->view()->view(Side::A)->isFitted());
}

TEST_F(MainWindowTest, StepsThroughTheImagesWithPageKeys) {
    showDemo();
    QTest::keyClick(&m_window, Qt::Key_PageDown);
    EXPECT_EQ(m_window.state().currentImage(), 1);
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(m_window.room()->view()->view(Side::A)->accessibleName(),
              QStringLiteral("Scale 16 × 16 of b.png"));
    QTest::keyClick(&m_window, Qt::Key_PageUp);
    EXPECT_EQ(m_window.state().currentImage(), 0);
}

TEST_F(MainWindowTest, SaysWhereTheImageWouldBeThatADroppedOneIsBroken) {
    showDemo();
    drop({"broken.png"});
    ASSERT_TRUE(reach(Phase::Failed));
    ASSERT_NE(m_window.room()->messagePanel(), nullptr);
    const MessagePanel::Message& message = m_window.room()->messagePanel()->message();
    EXPECT_TRUE(message.isError);
    EXPECT_TRUE(message.text.contains(QStringLiteral("broken.png': the file ends after 24 bytes")));
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
}

TEST_F(MainWindowTest, SaysFileFieldAndValueOfABrokenModel) {
    drop({"broken-model"});
    ASSERT_TRUE(reach(Phase::Failed));
    const QString text = m_window.room()->messagePanel()->message().text;
    EXPECT_TRUE(text.contains(QStringLiteral("config.json")));
    EXPECT_TRUE(text.contains(QStringLiteral("'patch_size' is 0")));
}

TEST_F(MainWindowTest, ComparesWithTheOtherModelInOneClickAndFlipsWhileBIsHeld) {
    std::filesystem::create_directories(m_folder / "other");
    std::ofstream(m_folder / "other" / "config.json") << "{}";
    drop({"model", "other", "a.png"});
    ASSERT_TRUE(reach(Phase::Ready));
    m_window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    m_window.room()->bar()->compareBar()->chooser()->click();
    EXPECT_EQ(m_window.state().choice().compare, Compare::SideBySide);
    ASSERT_TRUE(waitUntil([&] { return m_window.state().phase(Side::B) == Phase::Ready; }));
    QTest::keyPress(&m_window, Qt::Key_B);
    EXPECT_TRUE(m_window.state().isFlipped());
    QTest::keyRelease(&m_window, Qt::Key_B);
    EXPECT_FALSE(m_window.state().isFlipped());
    QTest::keyClick(&m_window, Qt::Key_4, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([&] { return m_window.state().difference() != nullptr; }));
    QTest::keyClick(&m_window, Qt::Key_X);
    EXPECT_TRUE(m_window.state().choice().a.model.endsWith(QStringLiteral("other")));
}

TEST_F(MainWindowTest, UndoesWithoutComputingAgain) {
    showDemo();
    const auto content = m_window.state().content();
    QTest::keyClick(&m_window, Qt::Key_PageDown);
    ASSERT_TRUE(waitUntil([&] {
        return m_window.state().phase() == Phase::Ready && m_window.state().content() != content;
    }));
    QTest::keyClick(&m_window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_window.state().phase(), Phase::Ready);
    EXPECT_EQ(m_window.state().content(), content);
}

TEST_F(MainWindowTest, FindsEveryActionInThePaletteAndGivesEachAName) {
    QSet<QString> names;
    for (const QAction* action : m_window.actions().all()) {
        EXPECT_FALSE(action->objectName().isEmpty()) << qPrintable(action->text());
        EXPECT_FALSE(names.contains(action->objectName())) << qPrintable(action->objectName());
        EXPECT_FALSE(action->toolTip().isEmpty());
        names << action->objectName();
    }
    showDemo();
    QTest::keyClick(&m_window, Qt::Key_K, Qt::ControlModifier);
    EXPECT_TRUE(m_window.commandPalette()->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("coarser"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_FALSE(m_window.commandPalette()->isVisible());
    EXPECT_EQ(m_window.state().level(), 3);
}

TEST_F(MainWindowTest, PutsItsPanelsBack) {
    QDockWidget* library = m_window.docks().library();
    library->setFloating(true);
    m_window.docks().inspector()->hide();
    const QByteArray layout = m_window.docks().save();
    m_window.actions().resetLayout->trigger();
    EXPECT_FALSE(library->isFloating());
    EXPECT_TRUE(m_window.docks().inspector()->isVisible());
    m_window.docks().restore(layout);
    EXPECT_TRUE(library->isFloating());
    EXPECT_FALSE(m_window.docks().inspector()->isVisible());
    m_window.docks().restore(QByteArray("no layout"));
    EXPECT_FALSE(library->isFloating()) << "what cannot be restored is reset";
}

TEST_F(MainWindowTest, GivesTheViewTheRoomOfANarrowWindow) {
    m_window.resize(900, 600);
    EXPECT_EQ(m_window.size(), QSize(900, 600));
    EXPECT_FALSE(m_window.docks().inspector()->isVisible());
    EXPECT_TRUE(m_window.docks().library()->isVisible());
    m_window.resize(780, 600);
    EXPECT_FALSE(m_window.docks().library()->isVisible());
    m_window.resize(1400, 900);
    EXPECT_TRUE(m_window.docks().inspector()->isVisible());
    EXPECT_TRUE(m_window.docks().library()->isVisible());
    m_window.docks().inspector()->hide();
    m_window.resize(900, 600);
    m_window.resize(1400, 900);
    EXPECT_FALSE(m_window.docks().inspector()->isVisible()) << "a person hid it";
}

TEST_F(MainWindowTest, CopiesThePictureAtItsOwnPixels) {
    showDemo();
    QTest::keyClick(&m_window, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->image().size(), QSize(128, 128));
}

TEST_F(MainWindowTest, NamesEveryControl) {
    showDemo();
    const auto buttons = m_window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* control : buttons)
        if (control->isVisible()) {
            EXPECT_FALSE(control->accessibleName().isEmpty()) << qPrintable(control->text());
            EXPECT_FALSE(control->toolTip().isEmpty()) << qPrintable(control->text());
        }
    const auto sliders = m_window.findChildren<QAbstractSlider*>(QStringLiteral("level"));
    ASSERT_EQ(sliders.size(), 1);
    EXPECT_EQ(sliders.front()->accessibleName(), QStringLiteral("Level"));
    sliders.front()->setValue(1);
    EXPECT_EQ(m_window.state().level(), 1);
}

} // namespace
} // namespace hierascope::widgets
