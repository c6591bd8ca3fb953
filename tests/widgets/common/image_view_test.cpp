// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/image_view.h"

#include <gmock/gmock.h>

#include "widgets/common/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

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
    const QImage painted = m_view.grab().toImage();
    const QRectF picture = m_view.pictureRect();
    const int left = int(picture.left());
    const int top = int(picture.top());
    for (int x = 0; x < 30; ++x)
        EXPECT_EQ(painted.pixel(left + x, top), m_view.image().pixel(x / 3, 0)) << "column " << x;
}

TEST_F(ImageViewTest, WritesValuesIntoLargePixels) {
    EXPECT_FALSE(m_view.showsValues());
    m_view.zoomAround(m_view.rect().center(), 64.0);
    EXPECT_TRUE(m_view.showsValues());
    const auto pixel = m_view.pixelAt(m_view.rect().center());
    ASSERT_TRUE(pixel);
    const QImage painted = m_view.grab().toImage();
    int inked = 0;
    for (int y = 0; y < painted.height(); ++y)
        for (int x = 0; x < painted.width(); ++x)
            inked += painted.pixel(x, y) == qRgb(255, 255, 255) ? 1 : 0;
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

} // namespace
} // namespace hierascope::widgets
