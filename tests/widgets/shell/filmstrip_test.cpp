// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/filmstrip.h"

#include <gmock/gmock.h>

#include "widgets/common/theme.h"
#include "widgets/shell/filmstrip_delegate.h"
#include "widgets/state/view_state.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace hierascope::widgets {
namespace {

class FilmstripTest : public ::testing::Test {
protected:
    FilmstripTest() {
        for (int i = 0; i < 20; ++i)
            m_state.images().add(QStringLiteral("/photos/%1.png").arg(i));
        m_state.setCurrentImage(2);
        m_strip.resize(300, m_strip.height());
        m_strip.show();
    }

    QPoint placeOf(int row) { return m_strip.visualRect(m_strip.model()->index(row, 0)).center(); }

    Theme m_theme;
    ViewState m_state;
    const QAbstractItemModelTester m_tester{&m_state.images(),
                                            QAbstractItemModelTester::FailureReportingMode::Fatal};
    Filmstrip m_strip{m_theme, m_state};
};

TEST_F(FilmstripTest, FollowsTheChoiceWithoutAskingBack) {
    QSignalSpy changed(&m_state, &ViewState::choiceChanged);
    m_state.setCurrentImage(7);
    EXPECT_EQ(m_strip.currentIndex().row(), 7);
    EXPECT_EQ(changed.count(), 1);
    m_state.undoStack().undo();
    EXPECT_EQ(m_strip.currentIndex().row(), m_state.currentImage());
}

TEST_F(FilmstripTest, ChoosesWithAClickAndLeavesTheFocus) {
    QTest::mouseClick(m_strip.viewport(), Qt::LeftButton, {}, placeOf(1));
    EXPECT_EQ(m_state.currentImage(), 1);
    EXPECT_FALSE(m_strip.focusPolicy() & Qt::ClickFocus);
}

TEST_F(FilmstripTest, ChoosesWithTheKeyboard) {
    QTest::keyClick(&m_strip, Qt::Key_Right);
    EXPECT_EQ(m_state.currentImage(), 3);
    QTest::keyClick(&m_strip, Qt::Key_Left);
    QTest::keyClick(&m_strip, Qt::Key_Left);
    EXPECT_EQ(m_state.currentImage(), 1);
    QKeyEvent left(QEvent::ShortcutOverride, Qt::Key_Left, Qt::NoModifier);
    left.ignore();
    QCoreApplication::sendEvent(&m_strip, &left);
    EXPECT_TRUE(left.isAccepted()) << "else the window takes the key";
}

TEST_F(FilmstripTest, LeavesOneUndoStepWhenTheCurrentImageIsRemoved) {
    const int before = m_state.undoStack().count();
    m_state.removeImage(2);
    EXPECT_EQ(m_state.undoStack().count(), before + 1);
    EXPECT_EQ(m_strip.currentIndex().row(), m_state.currentImage());
}

TEST_F(FilmstripTest, ScrollsSidewaysWithTheWheel) {
    ASSERT_GT(m_strip.horizontalScrollBar()->maximum(), 0);
    m_strip.horizontalScrollBar()->setValue(0);
    QWheelEvent wheel({20, 20}, m_strip.mapToGlobal(QPointF(20, 20)), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_strip.viewport(), &wheel);
    EXPECT_EQ(m_strip.horizontalScrollBar()->value(), 120);
}

TEST_F(FilmstripTest, FramesBothSidesInTheirColours) {
    const auto hasColor = [this](int row, ColorRole role) {
        const QRect place = m_strip.visualRect(m_strip.model()->index(row, 0));
        const QImage cell = m_strip.viewport()->grab(place).toImage();
        const int middle = cell.width() / 2;
        for (int y = 0; y < middle; ++y)
            if (cell.pixelColor(middle, y) == m_theme.color(role))
                return true;
        return false;
    };
    EXPECT_TRUE(hasColor(2, ColorRole::A));
    m_state.setImage(Side::B, QStringLiteral("/photos/3.png"));
    EXPECT_TRUE(hasColor(2, ColorRole::A));
    EXPECT_TRUE(hasColor(3, ColorRole::B));
    m_state.clearB();
    EXPECT_FALSE(hasColor(3, ColorRole::B));
}

TEST_F(FilmstripTest, TellsTheNameAndWhatIsWrong) {
    const QModelIndex first = m_strip.model()->index(0, 0);
    EXPECT_EQ(FilmstripDelegate::tipOf(first), QStringLiteral("0.png"));
    m_state.images().setMissing(0, true);
    EXPECT_TRUE(FilmstripDelegate::tipOf(first).contains(QStringLiteral("not there")));
    m_state.images().setError(0, QStringLiteral("It ends after 24 bytes."));
    EXPECT_TRUE(FilmstripDelegate::tipOf(first).endsWith(QStringLiteral("24 bytes.")));
}

} // namespace
} // namespace hierascope::widgets
