// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_view.h"

#include <gmock/gmock.h>

#include "widgets/common/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace hierascope::widgets {
namespace {

using Indices = PointSet::Indices;

/// Nine points in a square of 3 x 3, of one image each.
class MapViewTest : public ::testing::Test {
protected:
    MapViewTest() : m_view(m_theme) {
        auto points = std::make_shared<runtime::LatentPoints>();
        auto places = std::make_shared<std::vector<float>>();
        auto coloring = std::make_shared<MapColoring>();
        for (int i = 0; i < 9; ++i) {
            points->points.push_back({i, -1, 0, -1, 0});
            points->images.push_back({"image", {}, 0, -1.0, ImageRgb8(8, 8)});
            places->push_back(float(i % 3));
            places->push_back(float(i / 3));
            coloring->indices.push_back(1);
        }
        points->mapRows = points->mapColumns = 4;
        coloring->palette = {0xFF888888U, 0xFFE69F00U};
        m_view.resize(640, 480);
        m_view.show();
        m_view.setScene({points, places, coloring, MapLook::Points, true});
        m_view.fit();
        QObject::connect(&m_view, &MapView::chosen, &m_view,
                         [this](const PointSet& points_, PointsMode mode) {
                             m_chosen = points_.indices();
                             m_mode = mode;
                         });
    }

    QPoint at(int index) const { return m_view.screenOf(index).toPoint(); }
    void drag(const QList<QPoint>& way, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        QTest::mousePress(&m_view, Qt::LeftButton, keys, way.front());
        for (const QPoint& place : way) {
            QMouseEvent move(QEvent::MouseMove, place, m_view.mapToGlobal(place), Qt::NoButton,
                             Qt::LeftButton, keys);
            QApplication::sendEvent(&m_view, &move);
        }
        QTest::mouseRelease(&m_view, Qt::LeftButton, keys, way.back());
    }

    Theme m_theme;
    MapView m_view;
    Indices m_chosen;
    PointsMode m_mode = PointsMode::Replace;
};

TEST_F(MapViewTest, FitsAllPoints) {
    for (int i = 0; i < 9; ++i)
        EXPECT_TRUE(m_view.rect().contains(at(i)));
    EXPECT_TRUE(m_view.camera().isFitted);
}

TEST_F(MapViewTest, ZoomsAroundTheMouse) {
    const QPointF before = m_view.screenOf(4) + QPointF(30, 20);
    const QPointF place = m_view.camera().toMap(before, m_view.size());
    m_view.zoomAround(before, 3.0);
    const QPointF after = m_view.camera().toScreen(place, m_view.size());
    EXPECT_NEAR(after.x(), before.x(), 1e-6);
    EXPECT_NEAR(after.y(), before.y(), 1e-6);
    EXPECT_FALSE(m_view.camera().isFitted);
}

TEST_F(MapViewTest, MovesWithADrag) {
    const QPoint before = at(4);
    drag({{100, 100}, {150, 120}});
    EXPECT_EQ(at(4), before + QPoint(50, 20));
}

TEST_F(MapViewTest, NamesThePointUnderTheMouse) {
    QSignalSpy hovered(&m_view, &MapView::hovered);
    QTest::mouseMove(&m_view, at(5) + QPoint(2, 2));
    ASSERT_FALSE(hovered.isEmpty());
    EXPECT_EQ(hovered.last().at(0).toInt(), 5);
}

TEST_F(MapViewTest, ClicksAPointAndAddsWithShift) {
    QSignalSpy clicked(&m_view, &MapView::clicked);
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(3));
    ASSERT_EQ(clicked.count(), 1);
    EXPECT_EQ(clicked.at(0).at(0).toInt(), 3);
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::ShiftModifier, at(7));
    EXPECT_EQ(m_chosen, (Indices{7}));
    EXPECT_EQ(m_mode, PointsMode::Add);
}

TEST_F(MapViewTest, SelectsWithARectangle) {
    m_view.setTool(MapTool::Rectangle);
    drag({at(0) - QPoint(10, 10), at(4) + QPoint(10, 10)}, Qt::ControlModifier);
    EXPECT_EQ(m_chosen, (Indices{0, 1, 3, 4}));
    EXPECT_EQ(m_mode, PointsMode::Subtract);
}

TEST_F(MapViewTest, SelectsWithALasso) {
    m_view.setTool(MapTool::Lasso);
    drag({at(0) - QPoint(10, 10), at(2) + QPoint(10, -10), at(6) + QPoint(-10, 10)});
    EXPECT_THAT(m_chosen, ::testing::IsSupersetOf({0, 1, 3}));
    EXPECT_THAT(m_chosen, ::testing::Not(::testing::Contains(8)));
}

TEST_F(MapViewTest, SelectsWithABrush) {
    m_view.setTool(MapTool::Brush);
    drag({at(0), at(1), at(2)});
    EXPECT_THAT(m_chosen, ::testing::IsSupersetOf({0, 2}));
    EXPECT_THAT(m_chosen, ::testing::Not(::testing::Contains(7)));
}

TEST_F(MapViewTest, PaintsInEveryLookAndSelection) {
    MapView::Scene scene = m_view.scene();
    for (const MapLook look : {MapLook::Points, MapLook::Pictures, MapLook::Density}) {
        scene.look = look;
        m_view.setScene(scene);
        m_view.setSelection({1, 2}, {2});
        m_view.setBadge(QStringLiteral("A"), Qt::blue, QStringLiteral("9 of 9"));
        m_view.setHover(2, {QStringLiteral("image"), QStringLiteral("row 1")});
        const QImage picture = m_view.grab().toImage();
        EXPECT_EQ(picture.size(), m_view.size() * m_view.devicePixelRatioF());
    }
}

} // namespace
} // namespace hierascope::widgets
