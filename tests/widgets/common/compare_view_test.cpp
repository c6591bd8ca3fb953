// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/compare_view.h"

#include <gmock/gmock.h>

#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/common/wipe_handle.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

namespace hierascope::widgets {
namespace {

constexpr QRgb kRed = 0xFFC01010;
constexpr QRgb kBlue = 0xFF1010C0;
constexpr QRgb kGreen = 0xFF20A020;

QImage plain(int side, QRgb color) {
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

CompareView::Pane paneOf(const QImage& picture, const char* caption) {
    CompareView::Pane pane;
    pane.picture = picture;
    pane.caption = QString::fromLatin1(caption);
    pane.name = pane.caption;
    return pane;
}

void moveMouse(QWidget* widget, const QPoint& to, Qt::MouseButtons buttons = Qt::NoButton) {
    QMouseEvent event(QEvent::MouseMove, QPointF(to), QPointF(widget->mapToGlobal(to)),
                      Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

class CompareViewTest : public ::testing::Test {
protected:
    CompareViewTest() : m_view(m_theme) {
        m_view.resize(648, 320);
        m_view.setHasB(true);
        m_view.setPane(Side::A, paneOf(plain(64, kRed), "Scale 8"));
        m_view.setPane(Side::B, paneOf(plain(128, kBlue), "Scale 16"));
        m_view.show();
    }

    /// The colour at a logical pixel.
    QRgb painted(int x, int y) {
        const double ratio = m_view.devicePixelRatioF();
        return m_view.grab().toImage().pixel(int(x * ratio), int(y * ratio));
    }
    ImageView* a() { return m_view.view(Side::A); }
    ImageView* b() { return m_view.view(Side::B); }

    Theme m_theme;
    CompareView m_view;
};

TEST_F(CompareViewTest, ShowsAAloneAndBInItsPlaceWhileFlipped) {
    EXPECT_EQ(painted(324, 160), kRed);
    EXPECT_TRUE(b()->isHidden());
    a()->zoomAround(QPointF(300, 100), 8.0);
    const QRectF before = a()->pictureRect();
    m_view.setFlipped(true);
    EXPECT_EQ(painted(324, 160), kBlue);
    EXPECT_EQ(a()->pictureRect(), before);
    EXPECT_EQ(m_view.picture(), plain(128, kBlue));
    EXPECT_EQ(a()->accessibleName(), QStringLiteral("Scale 16"));
    m_view.setFlipped(false);
    EXPECT_EQ(painted(324, 160), kRed);
    EXPECT_EQ(a()->pictureRect(), before);
}

TEST_F(CompareViewTest, SharesPanAndZoomSideBySideInSharesOfThePicture) {
    m_view.setCompare(Compare::SideBySide);
    EXPECT_EQ(a()->geometry(), QRect(0, 0, 320, 320));
    EXPECT_EQ(b()->geometry(), QRect(328, 0, 320, 320));
    EXPECT_EQ(painted(160, 160), kRed);
    EXPECT_EQ(painted(488, 160), kBlue);
    QSignalSpy zooms(&m_view, &CompareView::zoomChanged);
    a()->zoomAround(QPointF(40, 70), 8.0);
    ASSERT_EQ(zooms.count(), 1);
    EXPECT_DOUBLE_EQ(zooms.at(0).at(0).toDouble(), 8.0);
    EXPECT_DOUBLE_EQ(b()->zoom(), 4.0);
    EXPECT_EQ(a()->pictureRect(), b()->pictureRect());
    b()->zoomAround(QPointF(200, 200), 1.0);
    EXPECT_EQ(a()->pictureRect(), b()->pictureRect());
    m_view.showTruePixels();
    EXPECT_DOUBLE_EQ(m_view.zoom(), 1.0);
    m_view.fit();
    EXPECT_TRUE(a()->isFitted());
    EXPECT_TRUE(b()->isFitted());
}

TEST_F(CompareViewTest, PutsOneAboveTheOtherWhereItIsNarrow) {
    m_view.setCompare(Compare::SideBySide);
    m_view.resize(300, 608);
    EXPECT_EQ(a()->geometry(), QRect(0, 0, 300, 300));
    EXPECT_EQ(b()->geometry(), QRect(0, 308, 300, 300));
}

TEST_F(CompareViewTest, WipesBetweenAAndB) {
    m_view.setCompare(Compare::Wipe);
    QSignalSpy wiped(&m_view, &CompareView::wipeChanged);
    m_view.setWipe(0.25); // the picture is fitted between 176 and 472
    EXPECT_EQ(wiped.count(), 1);
    EXPECT_EQ(painted(200, 160), kBlue);
    m_view.setWipe(0.5);
    EXPECT_EQ(painted(220, 160), kRed);
    EXPECT_EQ(painted(420, 160), kBlue);
    m_view.setWipe(0.0);
    EXPECT_EQ(painted(220, 160), kBlue);
    m_view.setWipe(1.0);
    EXPECT_EQ(painted(420, 160), kRed);
    EXPECT_DOUBLE_EQ(m_view.wipe(), 1.0);
}

TEST_F(CompareViewTest, TellsSideAndPixelUnderTheMouseInAWipe) {
    m_view.setCompare(Compare::Wipe);
    QSignalSpy hovered(&m_view, &CompareView::pixelHovered);
    moveMouse(a(), {177, 13});
    ASSERT_EQ(hovered.count(), 1);
    EXPECT_EQ(hovered.at(0).at(0).value<Side>(), Side::A);
    EXPECT_EQ(hovered.at(0).at(1).toPoint(), QPoint(0, 0));
    EXPECT_EQ(hovered.at(0).at(2).value<QRgb>(), kRed);
    moveMouse(a(), {471, 307});
    ASSERT_EQ(hovered.count(), 2);
    EXPECT_EQ(hovered.at(1).at(0).value<Side>(), Side::B);
    EXPECT_EQ(hovered.at(1).at(1).toPoint(), QPoint(127, 127)); // of B, which has more pixels
    EXPECT_EQ(hovered.at(1).at(2).value<QRgb>(), kBlue);
    m_view.setFlipped(true);
    moveMouse(a(), {177, 13});
    ASSERT_EQ(hovered.count(), 3);
    EXPECT_EQ(hovered.at(2).at(0).value<Side>(), Side::B);
    QSignalSpy ended(&m_view, &CompareView::hoverEnded);
    moveMouse(a(), {20, 20});
    EXPECT_EQ(ended.count(), 1);
}

TEST_F(CompareViewTest, MovesTheBorderWithMouseAndKeys) {
    m_view.setCompare(Compare::Wipe);
    WipeHandle* handle = m_view.wipeHandle();
    EXPECT_EQ(m_view.childAt(324, 160), handle);
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(12, 100));
    moveMouse(handle, {12 + 162, 100}, Qt::LeftButton);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(12, 100));
    EXPECT_NEAR(m_view.wipe(), 0.75, 0.002);
    const double before = m_view.wipe();
    moveMouse(handle, {0, 100}); // no longer held
    EXPECT_DOUBLE_EQ(m_view.wipe(), before);
    QTest::keyClick(handle, Qt::Key_Left);
    EXPECT_NEAR(m_view.wipe(), before - 0.01, 1e-9);
    QTest::keyClick(handle, Qt::Key_End);
    EXPECT_DOUBLE_EQ(m_view.wipe(), 1.0);
    QTest::mouseDClick(handle, Qt::LeftButton);
    EXPECT_DOUBLE_EQ(m_view.wipe(), 0.5);
}

TEST_F(CompareViewTest, PutsTheBorderWhereThePicturesAreAfterSideBySide) {
    m_view.setCompare(Compare::SideBySide);
    m_view.setCompare(Compare::Wipe);
    EXPECT_EQ(m_view.wipeHandle()->geometry().center().x(), 323);
    m_view.resize(848, 320);
    EXPECT_EQ(m_view.wipeHandle()->geometry().center().x(), 423);
}

TEST_F(CompareViewTest, KeepsTheArrowKeysForTheBorderThatHasTheFocus) {
    QAction level(&m_view);
    level.setShortcut(Qt::Key_Left);
    m_view.addAction(&level);
    QSignalSpy triggered(&level, &QAction::triggered);
    m_view.setCompare(Compare::Wipe);
    m_view.activateWindow();
    m_view.wipeHandle()->setFocus();
    QTest::keyClick(m_view.windowHandle(), Qt::Key_Left);
    EXPECT_EQ(triggered.count(), 0);
    EXPECT_NEAR(m_view.wipe(), 0.49, 1e-9);
    a()->setFocus();
    QTest::keyClick(m_view.windowHandle(), Qt::Key_Left);
    EXPECT_EQ(triggered.count(), 1);
}

TEST_F(CompareViewTest, SpeaksOfTheBorderAsASlider) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(m_view.wipeHandle());
    ASSERT_NE(spoken, nullptr);
    ASSERT_NE(spoken->valueInterface(), nullptr);
    EXPECT_EQ(spoken->valueInterface()->currentValue().toInt(), 500);
    EXPECT_EQ(spoken->role(), QAccessible::Slider);
    EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty());
}

TEST_F(CompareViewTest, ShowsTheDifferenceAndBWhileFlipped) {
    m_view.setDifference(paneOf(plain(128, kGreen), "A - B"));
    m_view.setCompare(Compare::Difference);
    EXPECT_EQ(painted(324, 160), kGreen);
    EXPECT_EQ(m_view.picture(), plain(128, kGreen));
    m_view.setFlipped(true);
    EXPECT_EQ(painted(324, 160), kBlue);
}

TEST_F(CompareViewTest, ShowsOnlyAWithoutB) {
    m_view.setCompare(Compare::Wipe);
    m_view.setHasB(false);
    m_view.setFlipped(true);
    EXPECT_EQ(painted(420, 160), kRed);
    EXPECT_TRUE(m_view.wipeHandle()->isHidden());
    EXPECT_EQ(m_view.picture(), plain(64, kRed));
}

TEST_F(CompareViewTest, SaysWhyASideHasNoPictureAndKeepsItsPlace) {
    m_view.setCompare(Compare::SideBySide);
    a()->zoomAround(QPointF(160, 160), 16.0);
    CompareView::Pane waiting;
    waiting.message = QStringLiteral("Computing…");
    m_view.setPane(Side::B, waiting);
    EXPECT_TRUE(b()->image().isNull());
    EXPECT_EQ(b()->message(), QStringLiteral("Computing…"));
    EXPECT_EQ(m_view.picture(), plain(64, kRed));
    m_view.setPane(Side::A, waiting);
    m_view.setPane(Side::A, paneOf(plain(64, kRed), "Scale 8"));
    m_view.setPane(Side::B, paneOf(plain(128, kBlue), "Scale 16"));
    EXPECT_DOUBLE_EQ(a()->zoom(), 16.0);
    EXPECT_DOUBLE_EQ(b()->zoom(), 8.0);
    m_view.setCompare(Compare::Wipe);
    m_view.setPane(Side::B, waiting);
    EXPECT_TRUE(a()->caption().contains(QStringLiteral("Computing…")));
}

TEST_F(CompareViewTest, GivesWhatIsVisibleAtTruePixels) {
    m_view.setCompare(Compare::SideBySide);
    const QImage both = m_view.picture();
    EXPECT_EQ(both.size(), QSize(128 + 8 + 128, 128));
    EXPECT_EQ(both.pixel(64, 64), kRed);
    EXPECT_EQ(both.pixel(200, 64), kBlue);
    m_view.setCompare(Compare::Wipe);
    m_view.setWipe(0.25 + 176.0 / 648.0 * 0.5); // a quarter of the picture and some of the margin
    const QImage wiped = m_view.picture();
    const int border = int((m_view.wipe() * 648.0 - 176.0) / 296.0 * 128.0);
    EXPECT_EQ(wiped.size(), QSize(128, 128));
    EXPECT_EQ(wiped.pixel(border - 2, 64), kRed);
    EXPECT_EQ(wiped.pixel(border + 2, 64), kBlue);
}

TEST_F(CompareViewTest, TellsTheTokensThatAreChosenOnEachSide) {
    CompareView::Pane pane = m_view.pane(Side::B);
    pane.tokens.rows = 2;
    pane.tokens.columns = 2;
    m_view.setPane(Side::B, pane);
    m_view.setCompare(Compare::SideBySide);
    QSignalSpy chosen(&m_view, &CompareView::tokensChosen);
    QTest::mouseClick(a(), Qt::LeftButton, {}, QPoint(160, 250));
    EXPECT_TRUE(chosen.isEmpty());
    QTest::mouseClick(b(), Qt::LeftButton, {}, QPoint(250, 250));
    m_view.setFlipped(true);
    QTest::mouseClick(a(), Qt::LeftButton, {}, QPoint(50, 50));
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen.at(0).at(0).value<Side>(), Side::B);
    EXPECT_EQ(chosen.at(0).at(1).value<std::vector<std::int64_t>>(),
              (std::vector<std::int64_t>{3}));
    EXPECT_EQ(chosen.at(1).at(0).value<Side>(), Side::B);
    EXPECT_EQ(chosen.at(1).at(1).value<std::vector<std::int64_t>>(),
              (std::vector<std::int64_t>{0}));
}

} // namespace
} // namespace hierascope::widgets
