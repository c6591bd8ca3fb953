// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/compare_view.h"

#include <gmock/gmock.h>

#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/common/wipe_handle.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace hierascope::widgets {
namespace {

constexpr QRgb kRed = 0xFFC01010;
constexpr QRgb kBlue = 0xFF1010C0;

QImage plain(int side, QRgb color) {
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

class CompareViewTest : public ::testing::Test {
protected:
    CompareViewTest() : m_view(m_theme) {
        m_view.resize(648, 320);
        m_view.setPicture(Side::A, plain(64, kRed), QStringLiteral("Scale 8"));
        m_view.setPicture(Side::B, plain(128, kBlue), QStringLiteral("Scale 16"));
        m_view.show();
    }

    QRgb painted(int x, int y) { return m_view.grab().toImage().pixel(x, y); }
    /// Where the picture of a side is in the coordinates of the whole.
    QRectF placeOf(Side side) const {
        const ImageView* view = m_view.view(side);
        return view->pictureRect().translated(view->pos());
    }
    WipeHandle* handle() { return m_view.findChild<WipeHandle*>(); }

    Theme m_theme;
    CompareView m_view;
};

TEST_F(CompareViewTest, ShowsAAloneAndBInItsPlaceWhileFlipped) {
    EXPECT_EQ(painted(324, 160), kRed);
    EXPECT_TRUE(m_view.view(Side::B)->isHidden());
    const QRectF before = placeOf(Side::A);
    m_view.setFlipped(true);
    EXPECT_EQ(painted(324, 160), kBlue);
    EXPECT_EQ(placeOf(Side::B), before);
    EXPECT_EQ(m_view.view(Side::B)->caption().badge, QStringLiteral("B"));
    EXPECT_EQ(m_view.view(Side::B)->caption().badgeColor, m_theme.color(ColorRole::B));
    EXPECT_EQ(m_view.picture(), plain(128, kBlue));
    m_view.setFlipped(false);
    EXPECT_EQ(painted(324, 160), kRed);
}

TEST_F(CompareViewTest, SharesPanAndZoomSideBySideInSharesOfThePicture) {
    m_view.setCompare(Compare::SideBySide);
    EXPECT_EQ(m_view.view(Side::A)->geometry(), QRect(0, 0, 320, 320));
    EXPECT_EQ(m_view.view(Side::B)->geometry(), QRect(328, 0, 320, 320));
    EXPECT_EQ(painted(160, 160), kRed);
    EXPECT_EQ(painted(488, 160), kBlue);
    QSignalSpy zooms(&m_view, &CompareView::zoomChanged);
    m_view.view(Side::A)->zoomAround(QPointF(40, 70), 8.0);
    ASSERT_EQ(zooms.count(), 1);
    EXPECT_DOUBLE_EQ(zooms.at(0).at(0).toDouble(), 8.0);
    EXPECT_DOUBLE_EQ(m_view.view(Side::B)->zoom(), 4.0);
    EXPECT_EQ(m_view.view(Side::A)->pictureRect(), m_view.view(Side::B)->pictureRect());
    m_view.showTruePixels();
    EXPECT_DOUBLE_EQ(m_view.zoom(), 1.0);
    EXPECT_FALSE(m_view.isFitted());
    m_view.fit();
    EXPECT_TRUE(m_view.isFitted());
}

TEST_F(CompareViewTest, PutsOneAboveTheOtherWhereItIsNarrow) {
    m_view.setCompare(Compare::SideBySide);
    m_view.resize(300, 608);
    EXPECT_EQ(m_view.view(Side::A)->geometry(), QRect(0, 0, 300, 300));
    EXPECT_EQ(m_view.view(Side::B)->geometry(), QRect(0, 308, 300, 300));
}

TEST_F(CompareViewTest, ChangesPlacesSideBySideWhileFlipped) {
    m_view.setCompare(Compare::SideBySide);
    m_view.setFlipped(true);
    EXPECT_EQ(painted(160, 160), kBlue);
    EXPECT_EQ(painted(488, 160), kRed);
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

TEST_F(CompareViewTest, TellsTheSideUnderTheMouseInAWipe) {
    m_view.setCompare(Compare::Wipe);
    QSignalSpy hovered(&m_view, &CompareView::pixelHovered);
    QTest::mouseMove(m_view.view(Side::A), QPoint(220, 160));
    QTest::qWait(1);
    ASSERT_FALSE(hovered.isEmpty());
    EXPECT_EQ(hovered.last().at(0).value<Side>(), Side::A);
    EXPECT_EQ(m_view.childAt(220, 160), m_view.view(Side::A));
    EXPECT_EQ(m_view.childAt(420, 160), m_view.view(Side::B));
    EXPECT_EQ(m_view.childAt(324, 160), handle());
}

TEST_F(CompareViewTest, MovesTheBorderWithMouseAndKeys) {
    m_view.setCompare(Compare::Wipe);
    QTest::mousePress(handle(), Qt::LeftButton, {}, QPoint(10, 100));
    QTest::mouseMove(handle(), QPoint(10 + 162, 100));
    QTest::mouseRelease(handle(), Qt::LeftButton, {}, QPoint(10, 100));
    EXPECT_NEAR(m_view.wipe(), 0.75, 0.002);
    QTest::mouseMove(handle(), QPoint(0, 100)); // no longer held
    EXPECT_NEAR(m_view.wipe(), 0.75, 0.002);
    const double before = m_view.wipe();
    QTest::keyClick(handle(), Qt::Key_Left);
    EXPECT_NEAR(m_view.wipe(), before - 0.01, 1e-9);
    QTest::keyClick(handle(), Qt::Key_End);
    EXPECT_DOUBLE_EQ(m_view.wipe(), 1.0);
    QTest::mouseDClick(handle(), Qt::LeftButton);
    EXPECT_DOUBLE_EQ(m_view.wipe(), 0.5);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(handle());
    ASSERT_NE(spoken->valueInterface(), nullptr);
    EXPECT_EQ(spoken->valueInterface()->currentValue().toInt(), 500);
    EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty());
}

TEST_F(CompareViewTest, ShowsTheDifferenceAndBWhileFlipped) {
    m_view.setDifference(plain(128, 0xFF20A020), QStringLiteral("A − B"));
    m_view.setCompare(Compare::Difference);
    EXPECT_EQ(painted(324, 160), 0xFF20A020);
    EXPECT_EQ(m_view.picture(), plain(128, 0xFF20A020));
    m_view.setFlipped(true);
    EXPECT_EQ(painted(324, 160), kBlue);
}

TEST_F(CompareViewTest, SaysWhyASideHasNoPicture) {
    m_view.setCompare(Compare::SideBySide);
    m_view.view(Side::A)->zoomAround(QPointF(160, 160), 16.0);
    m_view.setMessage(Side::B, QStringLiteral("Computing…"), true);
    EXPECT_TRUE(m_view.view(Side::B)->image().isNull());
    EXPECT_EQ(m_view.view(Side::B)->message(), QStringLiteral("Computing…"));
    EXPECT_TRUE(m_view.view(Side::B)->accessibleName().contains(QStringLiteral("Computing…")));
    EXPECT_EQ(m_view.picture(), plain(64, kRed));
    m_view.setPicture(Side::B, plain(128, kBlue), {});
    EXPECT_TRUE(m_view.view(Side::B)->message().isEmpty());
    EXPECT_DOUBLE_EQ(m_view.view(Side::B)->zoom(), 8.0);
}

TEST_F(CompareViewTest, GivesWhatIsVisibleAtTruePixels) {
    m_view.setCompare(Compare::SideBySide);
    const QImage both = m_view.picture();
    EXPECT_EQ(both.size(), QSize(128 + 8 + 128, 128));
    EXPECT_EQ(both.pixel(64, 64), kRed);
    EXPECT_EQ(both.pixel(200, 64), kBlue);
    m_view.setCompare(Compare::Wipe);
    m_view.setWipe(0.5);
    const QImage wiped = m_view.picture();
    EXPECT_EQ(wiped.size(), QSize(128, 128));
    EXPECT_EQ(wiped.pixel(62, 64), kRed);
    EXPECT_EQ(wiped.pixel(65, 64), kBlue);
    m_view.setMessage(Side::A, {}, false);
    m_view.setMessage(Side::B, {}, false);
    EXPECT_TRUE(m_view.picture().isNull());
}

TEST_F(CompareViewTest, TellsTheTokensThatAreChosenOnEachSide) {
    TokenLayer layer;
    layer.rows = 2;
    layer.columns = 2;
    m_view.setTokens(Side::B, layer);
    m_view.setCompare(Compare::SideBySide);
    QSignalSpy chosen(&m_view, &CompareView::tokensChosen);
    QTest::mouseClick(m_view.view(Side::A), Qt::LeftButton, {}, QPoint(160, 250));
    EXPECT_TRUE(chosen.isEmpty());
    QTest::mouseClick(m_view.view(Side::B), Qt::LeftButton, {}, QPoint(250, 250));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(0).value<Side>(), Side::B);
    EXPECT_EQ(chosen.at(0).at(1).value<std::vector<qint64>>(), (std::vector<qint64>{3}));
    EXPECT_EQ(chosen.at(0).at(2).value<SelectionMode>(), SelectionMode::Replace);
}

} // namespace
} // namespace hierascope::widgets
