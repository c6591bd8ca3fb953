// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_room.h"

#include <fstream>
#include <sstream>

#include "tests/widgets/support/latent_window.h"
#include "widgets/common/segments.h"
#include "widgets/latents/latent_bar.h"
#include "widgets/latents/latent_panel.h"
#include "widgets/latents/latent_text.h"
#include "widgets/latents/numbers_panel.h"
#include "widgets/latents/points_panel.h"
#include "widgets/latents/selection_panel.h"
#include "widgets/shell/latent_exporter.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = LatentState::Phase;

class LatentRoomTest : public testing::LatentWindowTest {};

TEST_F(LatentRoomTest, OffersTheDemoAndMapsItInOneClick) {
    ASSERT_NE(room().messagePanel(), nullptr);
    EXPECT_EQ(room().messagePanel()->message().action, QStringLiteral("Map the demo's images"));
    room().messagePanel()->findChild<QAbstractButton*>()->click();
    ASSERT_TRUE(reach(Side::A));
    EXPECT_EQ(room().messagePanel(), nullptr);
    EXPECT_FALSE(room().picture().isNull());
}

TEST_F(LatentRoomTest, SaysHonestlyWhatTheMapIs) {
    map();
    const QString badge = room().map()->badge();
    for (const char* part : {"2,816 of 2,816 tokens", "perplexity 30", "seed 42",
                             "iteration 1,000 of 1,000", "KL 1.000", "images skipped: 1"})
        EXPECT_TRUE(badge.contains(QString::fromLatin1(part))) << qPrintable(badge);
}

TEST_F(LatentRoomTest, FollowsTheKeys) {
    map();
    QTest::keyClick(&m_window, Qt::Key_D);
    EXPECT_EQ(latents().choice().look, MapLook::Density);
    ASSERT_TRUE(waitUntil([this] { return latents().at(Side::A).density != nullptr; }));
    QTest::keyClick(&m_window, Qt::Key_I);
    EXPECT_EQ(latents().choice().look, MapLook::Pictures);
    QTest::keyClick(&m_window, Qt::Key_L);
    EXPECT_EQ(room().map()->tool(), MapTool::Lasso);
    QTest::keyClick(&m_window, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(latents().choice().selection.indices().size(), 2816U);
    QTest::keyClick(&m_window, Qt::Key_D, Qt::ControlModifier);
    EXPECT_TRUE(latents().choice().selection.isEmpty());
    QTest::keyClick(&m_window, Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(m_window.currentRoom(), Room::Pyramid);
    QTest::keyClick(&m_window, Qt::Key_D);
    EXPECT_EQ(state().choice().picture, Picture::Residual) << "the key of the other view";
}

TEST_F(LatentRoomTest, ChangesTheMapFromThePanel) {
    map();
    PointsPanel* points = room().panel()->points();
    points->seedBox()->setValue(7);
    EXPECT_EQ(latents().choice().mapping.seed, 7U);
    ASSERT_TRUE(reach(Side::A));
    points->sourceBox()->setCurrentIndex(int(LatentSource::RandomVectors));
    Q_EMIT points->sourceBox()->activated(int(LatentSource::RandomVectors));
    ASSERT_TRUE(waitUntil([this] { return latents().at(Side::A).phase == Phase::Failed; }))
        << "eleven points are too few for the perplexity";
    EXPECT_EQ(room().messagePanel()->message().isError, true);
    m_window.actions().undo->trigger();
    ASSERT_TRUE(reach(Side::A));
    EXPECT_EQ(room().messagePanel(), nullptr);
}

TEST_F(LatentRoomTest, ShowsTwoMapsWithOneCameraAndOneSelection) {
    map();
    compare(MapCompare::SideBySide);
    MapView* a = room().map(Side::A);
    MapView* b = room().map(Side::B);
    ASSERT_TRUE(b->isVisible());
    a->zoomAround({100, 100}, 2.0);
    EXPECT_EQ(b->camera(), a->camera());
    selectPoints(state(), latents(), PointSet({4, 9}), PointsMode::Replace);
    EXPECT_EQ(selectedPoints(latents(), Side::B), (PointSet::Indices{4, 9}));
    latents().setHover({Side::A, 9});
    EXPECT_EQ(b->hover(), 9);
    EXPECT_GT(room().picture().width(), a->width());
}

TEST_F(LatentRoomTest, MorphsFromAToB) {
    map();
    compare(MapCompare::Morph);
    ASSERT_TRUE(room().bar()->morphSlider()->isVisible());
    const auto places = [this] { return *room().map()->scene().places; };
    const auto before = places();
    room().bar()->morphSlider()->setValue(100);
    EXPECT_EQ(places(), latents().at(Side::B).frame->coordinates);
    room().bar()->morphSlider()->setValue(0);
    EXPECT_EQ(places(), before);
}

TEST_F(LatentRoomTest, TurnsInSpaceOrSaysWhyNot) {
    map();
    m_window.actions().mapInSpace->trigger();
    ASSERT_TRUE(reach(Side::A));
    CloudView* cloud = room().stage()->cloud();
    ASSERT_TRUE(cloud->isVisible());
    const QImage picture = cloud->picture();
    EXPECT_FALSE(picture.isNull());
    if (!cloud->problem().isEmpty())
        GTEST_SKIP() << qPrintable(cloud->problem());
    const QPoint at = cloud->screenOf(100).toPoint();
    const QRgb background = m_theme.color(ColorRole::Canvas).rgb();
    int lit = 0;
    for (int y = -3; y <= 3; ++y)
        for (int x = -3; x <= 3; ++x)
            lit += picture.pixel(at + QPoint(x, y)) != background ? 1 : 0;
    EXPECT_GT(lit, 0) << "the point is drawn where a click would find it";
    const CloudCamera before = cloud->camera();
    QTest::mousePress(cloud, Qt::LeftButton, {}, {200, 200});
    QTest::mouseMove(cloud, {260, 220});
    QTest::mouseRelease(cloud, Qt::LeftButton, {}, {260, 220});
    EXPECT_NE(cloud->camera(), before);
}

TEST_F(LatentRoomTest, KeepsSubsetsByName) {
    map();
    SelectionPanel* panel = room().panel()->selection();
    selectPoints(state(), latents(), PointSet({1, 2, 3}), PointsMode::Replace);
    panel->saveSubset();
    ASSERT_EQ(panel->list()->count(), 1);
    panel->list()->item(0)->setText(QStringLiteral("eyes"));
    EXPECT_EQ(m_window.latentSubsets().all().front().name, QStringLiteral("eyes"));
    clearPoints(state());
    Q_EMIT panel->list()->itemActivated(panel->list()->item(0));
    EXPECT_EQ(latents().choice().selection.indices(), (PointSet::Indices{1, 2, 3}));
    LatentSubsets other;
    other.restore(m_window.latentSubsets().toSettings());
    EXPECT_EQ(other.find(0, *latents().at(Side::A).points).indices(), (PointSet::Indices{1, 2, 3}));
    m_window.latentSubsets().remove(0);
    EXPECT_EQ(panel->list()->count(), 0);
}

TEST_F(LatentRoomTest, ShowsTheNumbersAndCopiesThem) {
    map();
    NumbersPanel* numbers = room().panel()->numbers();
    EXPECT_EQ(numbers->table().rows.size(), 1U);
    compare(MapCompare::SideBySide);
    numbers->seedsButton()->click();
    ASSERT_TRUE(
        waitUntil([this] { return !m_window.latentStudy().isRunning(); }, testing::kManyTasks));
    const TextTable table = numbers->table();
    EXPECT_EQ(table.rows.size(), 5U) << "two maps, two models, their difference";
    EXPECT_TRUE(table.rows[2][1].contains(QStringLiteral("±")));
    EXPECT_TRUE(numbers->recipe().contains(QStringLiteral("seeds 42, 43, 44, 45, 46")));
}

TEST_F(LatentRoomTest, SavesTheSelectedPoints) {
    map();
    selectPoints(state(), latents(), PointSet({1, 2, 300}), PointsMode::Replace);
    LatentExporter exporter(testing::fakeServices(), latents(), m_window.runner());
    QSignalSpy saved(&exporter, &LatentExporter::saved);
    QSignalSpy failed(&exporter, &LatentExporter::failed);
    const auto path = m_folder / "points.csv";
    exporter.save(QString::fromStdString(path.string()));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    EXPECT_THAT(text.str(), ::testing::StartsWith("3 6 3\n"));
    EXPECT_THAT(text.str(), ::testing::HasSubstr("\"perplexity\":30"));
    exporter.save(QStringLiteral("full.npz"));
    ASSERT_TRUE(waitUntil([&] { return failed.count() == 1; }));
}

TEST_F(LatentRoomTest, SaysWhatAPointIs) {
    map();
    const QStringList lines = pointLines(latents().at(Side::A), 17);
    EXPECT_EQ(lines.value(0), QStringLiteral("0.png"));
    EXPECT_EQ(lines.value(1), QStringLiteral("Base map, row 2, column 2"));
    EXPECT_TRUE(lines.last().contains(QStringLiteral("trust")));
}

} // namespace
} // namespace hierascope::widgets
