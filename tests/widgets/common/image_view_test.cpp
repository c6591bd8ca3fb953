// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/image_view.h"

#include <gmock/gmock.h>

#include "widgets/common/theme.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

namespace hierascope::widgets {
namespace {

QImage checkered(int side) {
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y, (x + y) % 2 == 0 ? qRgb(250, 10, 10) : qRgb(10, 10, 250));
    return image;
}

class ImageViewTest : public ::testing::Test {
protected:
    ImageViewTest() : m_view(m_theme) {
        m_view.resize(424, 324);
        m_view.setImage(checkered(100));
        m_view.show();
    }

    void turnWheel(const QPointF& at, int delta) {
        QWheelEvent event(at, at, {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&m_view, &event);
    }

    Theme m_theme;
    ImageView m_view;
};

TEST_F(ImageViewTest, FitsThePictureIntoTheSmallerSide) {
    EXPECT_TRUE(m_view.isFitted());
    EXPECT_DOUBLE_EQ(m_view.zoom(), 3.0);
    EXPECT_EQ(m_view.pictureRect(), QRectF(62, 12, 300, 300));
    m_view.resize(224, 324);
    EXPECT_DOUBLE_EQ(m_view.zoom(), 2.0);
}

TEST_F(ImageViewTest, ZoomsAroundTheCursor) {
    const QPointF cursor(200, 100);
    const auto before = m_view.pixelAt(cursor);
    ASSERT_TRUE(before);
    turnWheel(cursor, 120);
    EXPECT_DOUBLE_EQ(m_view.zoom(), 4.0);
    EXPECT_EQ(m_view.pixelAt(cursor), before);
    turnWheel(cursor, -120);
    turnWheel(cursor, -120);
    EXPECT_DOUBLE_EQ(m_view.zoom(), 2.0);
    EXPECT_EQ(m_view.pixelAt(cursor), before);
}

TEST_F(ImageViewTest, MovesWithADrag) {
    m_view.showTruePixels();
    const QRectF before = m_view.pictureRect();
    QTest::mousePress(&m_view, Qt::LeftButton, {}, QPoint(200, 150));
    QMouseEvent move(QEvent::MouseMove, QPointF(210, 130), m_view.mapToGlobal(QPointF(210, 130)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_view, &move);
    QTest::mouseRelease(&m_view, Qt::LeftButton, {}, QPoint(210, 130));
    EXPECT_EQ(m_view.pictureRect().topLeft() - before.topLeft(), QPointF(10, -20));
    EXPECT_FALSE(m_view.isFitted());
}

TEST_F(ImageViewTest, ShowsTruePixelsAndFitsAgain) {
    QSignalSpy zooms(&m_view, &ImageView::zoomChanged);
    m_view.showTruePixels();
    EXPECT_DOUBLE_EQ(m_view.zoom(), 1.0);
    EXPECT_EQ(m_view.pictureRect().size(), QSizeF(100, 100));
    m_view.fit();
    EXPECT_DOUBLE_EQ(m_view.zoom(), 3.0);
    EXPECT_EQ(zooms.count(), 2);
}

TEST_F(ImageViewTest, PaintsSharpSquaresAtIntegerZoom) {
    m_view.zoomAround(QPointF(62, 12), 3.0);
    const QImage painted = m_view.grab().toImage();
    const QPointF corner = m_view.pictureRect().topLeft() * m_view.devicePixelRatioF();
    for (int x = 0; x < 30; ++x)
        EXPECT_EQ(painted.pixel(qRound(corner.x()) + x, qRound(corner.y())),
                  m_view.image().pixel(x / 3, 0))
            << "column " << x;
}

TEST_F(ImageViewTest, WritesValuesIntoLargePixels) {
    EXPECT_FALSE(m_view.showsValues());
    m_view.zoomAround(m_view.rect().center(), 64.0 * m_view.devicePixelRatioF());
    EXPECT_TRUE(m_view.showsValues());
    const auto pixel = m_view.pixelAt(m_view.rect().center());
    ASSERT_TRUE(pixel);
    const QImage painted = m_view.grab().toImage();
    constexpr QRgb kBlack = 0xFF000000;
    constexpr QRgb kWhite = 0xFFFFFFFF;
    int inked = 0;
    for (int y = 0; y < painted.height(); ++y)
        for (int x = 0; x < painted.width(); ++x)
            inked += painted.pixel(x, y) == kWhite || painted.pixel(x, y) == kBlack ? 1 : 0;
    EXPECT_GT(inked, 50);
}

TEST_F(ImageViewTest, KeepsThePartInSightWhenTheLevelChanges) {
    m_view.zoomAround(QPointF(212, 162), 8.0);
    const QRectF before = m_view.pictureRect();
    m_view.setImage(checkered(50));
    EXPECT_DOUBLE_EQ(m_view.zoom(), 16.0);
    EXPECT_EQ(m_view.pictureRect(), before);
}

TEST_F(ImageViewTest, TellsThePixelUnderTheMouse) {
    QSignalSpy hovered(&m_view, &ImageView::pixelHovered);
    QSignalSpy ended(&m_view, &ImageView::hoverEnded);
    QMouseEvent inside(QEvent::MouseMove, QPointF(66, 13), m_view.mapToGlobal(QPointF(66, 13)),
                       Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&m_view, &inside);
    ASSERT_FALSE(hovered.isEmpty());
    EXPECT_EQ(hovered.last().at(0).toPoint(), QPoint(1, 0));
    EXPECT_EQ(hovered.last().at(1).value<QRgb>(), qRgb(10, 10, 250));
    QMouseEvent outside(QEvent::MouseMove, QPointF(2, 2), m_view.mapToGlobal(QPointF(2, 2)),
                        Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&m_view, &outside);
    EXPECT_FALSE(ended.isEmpty());
}

TEST_F(ImageViewTest, StandsAnEmptyPicture) {
    m_view.setImage({});
    m_view.zoomIn();
    m_view.fit();
    m_view.showTruePixels();
    EXPECT_FALSE(m_view.pixelAt(QPointF(10, 10)));
    EXPECT_FALSE(m_view.grab().isNull());
}

class TokenSelectionTest : public ImageViewTest {
protected:
    using Tokens = std::vector<std::int64_t>;

    TokenSelectionTest() : m_chosen(&m_view, &ImageView::tokensChosen) {
        TokenLayer layer; // over the picture from (62, 12) to (362, 312)
        layer.rows = 3;
        layer.columns = 3;
        m_view.setTokens(layer);
    }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {},
              Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(&m_view, button, keys, from);
        QMouseEvent move(QEvent::MouseMove, QPointF(to), QPointF(m_view.mapToGlobal(to)),
                         Qt::NoButton, button, keys);
        QApplication::sendEvent(&m_view, &move);
        QTest::mouseRelease(&m_view, button, keys, to);
    }
    Tokens tokens(int index) { return m_chosen.at(index).at(0).value<Tokens>(); }
    SelectionMode mode(int index) { return m_chosen.at(index).at(1).value<SelectionMode>(); }

    QSignalSpy m_chosen;
};

TEST_F(TokenSelectionTest, ChoosesWithAClickAndItsKeys) {
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, QPoint(170, 20));
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::ShiftModifier, QPoint(350, 300));
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::ControlModifier, QPoint(70, 300));
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, QPoint(10, 10)); // beside the picture
    ASSERT_EQ(m_chosen.count(), 4);
    EXPECT_EQ(tokens(0), Tokens{1});
    EXPECT_EQ(mode(0), SelectionMode::Replace);
    EXPECT_EQ(tokens(1), Tokens{8});
    EXPECT_EQ(mode(1), SelectionMode::Add);
    EXPECT_EQ(tokens(2), Tokens{6});
    EXPECT_EQ(mode(2), SelectionMode::Toggle);
    EXPECT_EQ(tokens(3), Tokens{});
    EXPECT_EQ(mode(3), SelectionMode::Replace);
}

TEST_F(TokenSelectionTest, ChoosesARectangleAndMovesOtherwise) {
    drag({80, 20}, {200, 200}, Qt::ShiftModifier);
    drag({200, 200}, {80, 20}, Qt::ControlModifier);
    ASSERT_EQ(m_chosen.count(), 2);
    EXPECT_EQ(tokens(0), (Tokens{0, 1, 3, 4}));
    EXPECT_EQ(mode(0), SelectionMode::Add);
    EXPECT_EQ(tokens(1), (Tokens{0, 1, 3, 4}));
    EXPECT_EQ(mode(1), SelectionMode::Toggle);
    EXPECT_TRUE(m_view.isFitted());
    drag({80, 20}, {100, 20});
    EXPECT_EQ(m_chosen.count(), 2);
    EXPECT_FALSE(m_view.isFitted());
}

TEST_F(TokenSelectionTest, ChoosesWithAPlainDragWhileTheToolIsOn) {
    m_view.setRectangleTool(true);
    drag({80, 20}, {200, 90});
    ASSERT_EQ(m_chosen.count(), 1);
    EXPECT_EQ(tokens(0), (Tokens{0, 1}));
    EXPECT_EQ(mode(0), SelectionMode::Replace);
    EXPECT_EQ(m_view.cursor().shape(), Qt::CrossCursor);
    const QRectF before = m_view.pictureRect();
    drag({80, 20}, {90, 20}, {}, Qt::MiddleButton); // the middle button always moves
    EXPECT_EQ(m_view.pictureRect().left() - before.left(), 10);
    EXPECT_EQ(m_chosen.count(), 1);
}

TEST_F(TokenSelectionTest, ChoosesWithTheKeyboardBeforeShortcutsOfTheWindow) {
    QAction play(&m_view);
    play.setShortcuts({Qt::Key_Space, QKeySequence(Qt::ALT | Qt::Key_Right)});
    m_view.addAction(&play);
    QSignalSpy played(&play, &QAction::triggered);
    m_view.activateWindow();
    m_view.setFocus();
    QWindow* window = m_view.windowHandle();
    QTest::keyClick(window, Qt::Key_Right, Qt::AltModifier); // appears at the first token
    QTest::keyClick(window, Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(window, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(window, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(window, Qt::Key_Up, Qt::AltModifier); // stays at the edge
    QTest::keyClick(window, Qt::Key_Space);
    QTest::keyClick(window, Qt::Key_Space, Qt::ShiftModifier);
    ASSERT_EQ(m_chosen.count(), 2);
    EXPECT_EQ(tokens(0), Tokens{1});
    EXPECT_EQ(mode(0), SelectionMode::Replace);
    EXPECT_EQ(mode(1), SelectionMode::Add);
    EXPECT_EQ(played.count(), 0);
    m_view.setTokens({}); // without tokens the keys are the window's
    QTest::keyClick(window, Qt::Key_Space);
    EXPECT_EQ(played.count(), 1);
}

TEST_F(TokenSelectionTest, KeepsTheTokenUnderTheKeyboardInSight) {
    m_view.zoomAround(QPointF(62, 12), 20.0);
    m_view.setFocus();
    QTest::keyClick(&m_view, Qt::Key_Right, Qt::AltModifier);
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(&m_view, Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(&m_view, Qt::Key_Down, Qt::AltModifier);
    }
    EXPECT_EQ(m_view.tokenAt(m_view.rect().center()), 8);
}

TEST_F(TokenSelectionTest, FitsWithADoubleClick) {
    m_view.showTruePixels();
    QTest::mouseDClick(&m_view, Qt::LeftButton, Qt::ControlModifier, QPoint(212, 162));
    EXPECT_FALSE(m_view.isFitted()); // two quick clicks that toggle
    QTest::mouseDClick(&m_view, Qt::LeftButton, {}, QPoint(212, 162));
    EXPECT_TRUE(m_view.isFitted());
}

TEST_F(ImageViewTest, KeepsThePartInSightWhileThereIsNoPicture) {
    m_view.zoomAround(QPointF(212, 162), 8.0);
    const QRectF before = m_view.pictureRect();
    m_view.setImage({});
    m_view.setImage(checkered(2)); // larger than the largest zoom allows by itself
    EXPECT_EQ(m_view.pictureRect().size(), before.size());
    m_view.setImage(checkered(100));
    EXPECT_EQ(m_view.pictureRect(), before);
}

} // namespace
} // namespace hierascope::widgets
