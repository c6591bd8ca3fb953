// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/picture_paint.h"

#include <cmath>
#include <cstdlib>

#include <gmock/gmock.h>

#include "widgets/common/theme.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace hierascope::widgets {
namespace {

/// Every pixel another colour, so that a shift shows.
QImage ramp(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 7 % 256, y * 11 % 256, (x + y) % 2 * 200));
    return image;
}

QColor over(const QColor& strip, const QColor& picture) {
    const auto mix = [&](float top, float bottom) {
        return top * strip.alphaF() + bottom * (1.0F - strip.alphaF());
    };
    return QColor::fromRgbF(mix(strip.redF(), picture.redF()),
                            mix(strip.greenF(), picture.greenF()),
                            mix(strip.blueF(), picture.blueF()));
}

TEST(PicturePaint, PaintsEverySquareAtIntegerZoomOnEveryDisplay) {
    const QImage image = ramp(40, 30);
    for (const double ratio : {1.0, 1.5, 2.0}) {
        for (const int zoom : {1, 2, 3, 8}) {
            QImage canvas(120, 90, QImage::Format_RGB32);
            canvas.setDevicePixelRatio(ratio);
            canvas.fill(Qt::black);
            PicturePainter picture;
            picture.setImage(image);
            QPainter painter(&canvas);
            const QPointF corner(-5 / ratio, 2 / ratio);
            picture.paint(painter, {corner, QSizeF(image.size()) * zoom / ratio},
                          {0, 0, 120 / ratio, 90 / ratio});
            painter.end();
            for (int y = 2; y < std::min(90, 2 + 30 * zoom); ++y)
                for (int x = 0; x < std::min(120, 40 * zoom - 5); ++x)
                    ASSERT_EQ(canvas.pixel(x, y), image.pixel((x + 5) / zoom, (y - 2) / zoom))
                        << x << ' ' << y << " zoom " << zoom << " ratio " << ratio;
        }
    }
}

TEST(PicturePaint, PaintsTheRightPartFarIntoALargePicture) {
    const QImage image = ramp(6000, 40);
    QImage canvas(64, 64, QImage::Format_RGB32);
    PicturePainter picture;
    picture.setImage(image);
    QPainter painter(&canvas);
    picture.paint(painter, {-5990.0 * 32, 0, 6000.0 * 32, 40.0 * 32}, {0, 0, 64, 64});
    painter.end();
    EXPECT_EQ(canvas.pixel(0, 0), image.pixel(5990, 0));
    EXPECT_EQ(canvas.pixel(63, 63), image.pixel(5991, 1));
}

TEST(PicturePaint, PaintsALargePictureSmallFromItsHalves) {
    QImage stripes(2048, 512, QImage::Format_RGB32); // the mean of each pair is 100
    for (int y = 0; y < stripes.height(); ++y)
        for (int x = 0; x < stripes.width(); ++x)
            stripes.setPixel(x, y, x % 2 == 0 ? 0xFF000000 : 0xFFC8C8C8);
    PicturePainter picture;
    picture.setImage(stripes);
    QSignalSpy halved(&picture.halves(), &PictureHalves::halved);
    const auto paint = [&picture] {
        QImage canvas(205, 51, QImage::Format_RGB32);
        QPainter painter(&canvas);
        picture.paint(painter, {0, 0, 204.8, 51.2}, {0, 0, 205, 51});
        return canvas;
    };
    paint();
    ASSERT_TRUE(QTest::qWaitFor([&halved] { return halved.count() == 3; }));
    const QImage canvas = paint();
    for (int x = 1; x < 200; ++x)
        EXPECT_NEAR(qRed(canvas.pixel(x, 20)), 100, 1) << x;
    QTest::qWait(5);
    EXPECT_EQ(halved.count(), 3); // and no more than the zoom needs
    picture.setImage(ramp(2048, 512));
    picture.setImage(stripes); // flipped back: still there
    EXPECT_EQ(paint(), canvas);
}

TEST(PicturePaint, KeepsTheMeanOfAnOddPicture) {
    QImage image(5, 3, QImage::Format_RGB888);
    image.fill(QColor(10, 20, 250));
    PictureHalves halves;
    halves.setImage(image);
    QSignalSpy halved(&halves, &PictureHalves::halved);
    halves.forZoom(0.5);
    ASSERT_TRUE(QTest::qWaitFor([&halved] { return halved.count() == 1; }));
    const QImage& half = halves.forZoom(0.5);
    ASSERT_EQ(half.size(), QSize(3, 2));
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 3; ++x)
            EXPECT_EQ(half.pixel(x, y), qRgb(10, 20, 250));
}

TEST(PicturePaint, WritesReadablyOnAnyColour) {
    for (int red = 0; red < 256; red += 15)
        for (int green = 0; green < 256; green += 15)
            for (int blue = 0; blue < 256; blue += 15) {
                const QColor color(red, green, blue);
                EXPECT_GE(Theme::contrast(inkOn(color), color), 4.5) << qPrintable(color.name());
            }
}

TEST(PicturePaint, WritesReadablyOverAnyPictureInBothThemes) {
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        const Theme theme(mode);
        for (const QColor picture : {QColor(Qt::black), QColor(Qt::white), QColor(Qt::red),
                                     QColor(Qt::green), QColor(Qt::blue)})
            EXPECT_GE(
                Theme::contrast(theme.color(ColorRole::Text), over(stripColor(theme), picture)),
                4.5);
        EXPECT_GE(
            Theme::contrast(theme.color(ColorRole::Secondary), theme.color(ColorRole::Canvas)),
            4.5);
    }
}

TEST(PicturePaint, CutsALongCaptionAtTheEdge) {
    const Theme theme;
    QImage canvas(200, 40, QImage::Format_RGB32);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    paintCaption(painter, {8, 8, 150, 0}, QStringLiteral("A"), theme.color(ColorRole::A),
                 QString(100, QLatin1Char('m')), theme);
    painter.end();
    EXPECT_NE(canvas.pixel(60, 20), 0xFFFFFFFF);
    EXPECT_EQ(canvas.pixel(14, 20), theme.color(ColorRole::A).rgb());
    for (int y = 0; y < 40; ++y)
        for (int x = 159; x < 200; ++x)
            ASSERT_EQ(canvas.pixel(x, y), 0xFFFFFFFF) << x << ' ' << y;
}

} // namespace
} // namespace hierascope::widgets
