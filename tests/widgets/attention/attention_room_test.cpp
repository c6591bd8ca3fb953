// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_room.h"

#include <cmath>

#include "tests/widgets/support/attention_window.h"
#include "widgets/attention/attention_bar.h"
#include "widgets/attention/attention_panel.h"
#include "widgets/attention/audit_page.h"
#include "widgets/attention/block_map_view.h"
#include "widgets/attention/grid_table.h"
#include "widgets/attention/head_grid.h"
#include "widgets/attention/heads_page.h"
#include "widgets/attention/influence_page.h"
#include "widgets/attention/influence_row.h"
#include "widgets/attention/maps_page.h"
#include "widgets/attention/mask_page.h"
#include "widgets/attention/matrix_view.h"
#include "widgets/attention/summary_page.h"
#include "widgets/common/segments.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QSlider>
#include <QTest>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = AttentionState::Phase;
using Part = runtime::AttentionRequest::Part;

class AttentionRoomTest : public testing::AttentionWindowTest {
protected:
    BlockMapView* map(Side side = Side::A) { return room().maps()->map(side); }
    static void click(QWidget* widget, const QRectF& where) {
        QTest::mouseClick(widget, Qt::LeftButton, {}, where.center().toPoint());
    }
};

TEST_F(AttentionRoomTest, LetsTheMiddleOfTheFinestLevelAskWhereNothingIsSelected) {
    ASSERT_TRUE(attention().isReady());
    const auto asking = map()->scene().asking;
    ASSERT_TRUE(asking);
    EXPECT_EQ(asking->block, 4U);
    EXPECT_EQ(asking->token, 8 * 16 + 8);
    EXPECT_EQ(map()->scene().weights.size(), 341U);
    float total = 0.0F;
    for (const float weight : map()->scene().weights)
        total += weight;
    EXPECT_NEAR(total, 1.0F, 1e-4F);
    EXPECT_EQ(room().messagePanel(), nullptr);
    EXPECT_FALSE(room().picture().isNull());
}

TEST_F(AttentionRoomTest, SelectsThePyramidsTokenWithAClickInABlock) {
    click(map(), map()->tokenRect({3, 20}));
    ASSERT_TRUE(reach());
    EXPECT_EQ(state().choice().selection, (Selection{TokenRef{3, 8, 8, 20}}));
    EXPECT_EQ(map()->scene().asking, (BlockToken{3, 20}));
    EXPECT_FLOAT_EQ(map()->scene().weights.back(), 0.0F) << "a coarse token reads no finer one";
    m_window.actions().undo->trigger();
    EXPECT_TRUE(state().choice().selection.empty());
}

TEST_F(AttentionRoomTest, FollowsASelectionThatWasMadeElsewhere) {
    setAttentionPart(state(), Part::Encoder);
    ASSERT_TRUE(reach());
    ASSERT_EQ(map()->scene().blocks.size(), 1U);
    click(map(), map()->tokenRect({0, 3}));
    ASSERT_TRUE(reach());
    ASSERT_TRUE(state().choice().attention.imageToken);
    EXPECT_EQ(map()->scene().asking, (BlockToken{0, 3}));
    state().setLevel(3);
    state().selectTokens(Side::A, {0}, SelectionMode::Replace);
    ASSERT_TRUE(reach());
    EXPECT_FALSE(state().choice().attention.imageToken);
    EXPECT_EQ(map()->scene().asking, (BlockToken{0, 17})) << "the same place in the image";
}

TEST_F(AttentionRoomTest, FollowsTheKeys) {
    QTest::keyClick(&m_window, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(attention().layer(), 1);
    QTest::keyClick(&m_window, Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(attention().head(), 0);
    QTest::keyClick(&m_window, Qt::Key_R);
    EXPECT_TRUE(attention().choice().isRead);
    QTest::keyClick(&m_window, Qt::Key_E);
    EXPECT_EQ(attention().choice().part, Part::Encoder);
    ASSERT_TRUE(reach());
    QTest::keyClick(&m_window, Qt::Key_O);
    EXPECT_EQ(attention().choice().order, HeadOrder::Entropy);
    const std::pair<Qt::Key, AttentionLook> looks[] = {
        {Qt::Key_H, AttentionLook::Heads},   {Qt::Key_K, AttentionLook::Mask},
        {Qt::Key_S, AttentionLook::Summary}, {Qt::Key_I, AttentionLook::Influence},
        {Qt::Key_A, AttentionLook::Audit},   {Qt::Key_M, AttentionLook::Maps}};
    for (const auto& [key, look] : looks) {
        QTest::keyClick(&m_window, key);
        EXPECT_EQ(attention().choice().look, look);
    }
    ASSERT_TRUE(reach());
    QTest::keyClick(&m_window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&m_window, Qt::Key_R);
    EXPECT_EQ(state().choice().picture, Picture::Reconstruction);
    EXPECT_TRUE(attention().choice().isRead) << "the key of the other view";
    QTest::keyClick(&m_window, Qt::Key_3, Qt::ControlModifier);
    EXPECT_EQ(m_window.currentRoom(), Room::Attention);
}

TEST_F(AttentionRoomTest, MovesTheTokenThatAsksWithAltAndTheArrows) {
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(map()->scene().asking, (BlockToken{4, 8 * 16 + 7}));
    QTest::keyClick(map(), Qt::Key_Home, Qt::AltModifier);
    EXPECT_EQ(map()->scene().asking, (BlockToken{3, 4 * 8 + 3}));
    ASSERT_TRUE(reach());
}

TEST_F(AttentionRoomTest, ChoosesAHeadAmongAllAndSortsThem) {
    look(AttentionLook::Heads);
    HeadGrid* grid = room().heads()->grid(Side::A);
    ASSERT_EQ(grid->cells().size(), 12U);
    for (const HeadGrid::Cell& cell : grid->cells()) {
        EXPECT_TRUE(cell.figures);
        EXPECT_FALSE(cell.heat.isNull());
    }
    click(grid, grid->cellRect(5));
    EXPECT_EQ(attention().layer(), 1);
    EXPECT_EQ(attention().head(), 1);
    setHeadOrder(state(), HeadOrder::Entropy);
    EXPECT_EQ(grid->cells().front().head, 3) << "the lowest entropy first";
    EXPECT_EQ(grid->cells().front().layer, 2);
    setHeadOrder(state(), HeadOrder::Distance);
    EXPECT_EQ(grid->cells().front().head, 0) << "the farthest first";
    EXPECT_EQ(room().table().rows.size(), 12U);
}

TEST_F(AttentionRoomTest, ShowsTheMaskAndNamesBothTokensOfACell) {
    look(AttentionLook::Mask);
    MatrixView* mask = room().mask()->mask(Side::A);
    ASSERT_EQ(mask->image().size(), QSize(341, 341));
    EXPECT_NE(mask->image().pixel(0, 5), mask->image().pixel(5, 0));
    EXPECT_EQ(mask->pairText({5, 0}), QStringLiteral("1 × 1, row 1, column 1 may not read "
                                                     "4 × 4, row 1, column 1"));
    EXPECT_TRUE(
        room().mask()->weights(Side::A)->pairText({0, 5}).contains(QStringLiteral("reads 1 × 1")));
    mask->zoomAround({100, 100}, 64.0 * mask->devicePixelRatioF());
    EXPECT_FALSE(mask->showsValues()) << "a pair has one value, not three";
    EXPECT_EQ(room().mask()->weights(Side::A)->viewport(), mask->viewport());
    m_window.actions().fit->trigger();
    EXPECT_TRUE(mask->isFitted());
}

TEST_F(AttentionRoomTest, SumsUpFromLevelToLevelAndSubtracts) {
    look(AttentionLook::Summary);
    GridTable* first = room().summary()->grid(0, 0);
    ASSERT_EQ(first->content().rows.size(), 5);
    EXPECT_EQ(first->cell(0, 0).text, QLocale().toString(1.0, 'f', 2));
    EXPECT_EQ(first->cell(0, 4).text, QStringLiteral("·"));
    EXPECT_TRUE(room().summary()->grid(0, 1)->isHidden());
    compare(1);
    EXPECT_TRUE(room().summary()->grid(2, 2)->isVisible()) << "the same blocks: a difference";
    EXPECT_EQ(room().summary()->grid(2, 2)->cell(3, 3).text, QStringLiteral("·"));
    m_window.actions().copyAttention->trigger();
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("| Model | Layer |")));
}

TEST_F(AttentionRoomTest, MeasuresWhatATokenMoves) {
    state().setLevel(3);
    state().selectTokens(Side::A, {20}, SelectionMode::Replace);
    look(AttentionLook::Influence);
    const auto influence = attention().at(Side::A).influence;
    ASSERT_TRUE(influence);
    EXPECT_EQ(influence->token, (TokenRef{3, 8, 8, 20}));
    EXPECT_EQ(influence->levels[2].largest, 0.0F) << "no coarser picture depends on it";
    EXPECT_GT(influence->levels[3].largest, 0.0F);
    const Agreement agreement = agreementOf(attention(), Side::A, 3);
    EXPECT_EQ(agreement.attention.size(), 64U);
    EXPECT_GT(agreement.score, 0.1) << "the cell that moves reads the token most";
    EXPECT_TRUE(room().influence()->row(Side::A)->sentence().contains(QStringLiteral("agreement")));
    state().setLevel(0);
    EXPECT_TRUE(std::isnan(agreementOf(attention(), Side::A, 0).score));
    setDisturbance(state(), runtime::Disturbance::Mask);
    ASSERT_TRUE(reach());
    ASSERT_TRUE(attention().at(Side::A).problem);
    EXPECT_TRUE(
        room().influence()->row(Side::A)->sentence().contains(QStringLiteral("no mask token")));
    EXPECT_EQ(room().messagePanel(), nullptr) << "the rest can still be looked at";
}

TEST_F(AttentionRoomTest, AuditsTheMaskAndFindsThePlantedLeak) {
    look(AttentionLook::Audit);
    EXPECT_TRUE(room().audit()->verdict(Side::A).startsWith(QStringLiteral("No leak")));
    EXPECT_FALSE(room().audit()->grid(Side::A)->cell(0, 4).isLeak);
    compare(2);
    GridTable* leaking = room().audit()->grid(Side::B);
    EXPECT_TRUE(leaking->cell(0, 4).isLeak);
    EXPECT_TRUE(leaking->cell(0, 4).text.contains(QStringLiteral("leak"))) << "not by colour alone";
    EXPECT_TRUE(room().audit()->verdict(Side::B).startsWith(QStringLiteral("Leaks: 1.")));
    EXPECT_TRUE(toCsv(room().table()).contains(QStringLiteral("leak")));
}

TEST_F(AttentionRoomTest, ShowsAAndBWithOneSelection) {
    compare(1);
    ASSERT_TRUE(map(Side::B)->isVisible());
    click(map(Side::B), map(Side::B)->tokenRect({2, 5}));
    ASSERT_TRUE(reach());
    EXPECT_EQ(map(Side::A)->scene().asking, (BlockToken{2, 5}));
    EXPECT_EQ(map(Side::B)->scene().asking, (BlockToken{2, 5}));
    state().setCompare(Compare::Difference);
    EXPECT_TRUE(map(Side::B)->scene().isDifference);
    for (const float weight : map(Side::B)->scene().weights)
        ASSERT_EQ(weight, 0.0F) << "the same model";
    state().setCompare(Compare::OnlyA);
    EXPECT_TRUE(map(Side::B)->isHidden());
}

TEST_F(AttentionRoomTest, SaysWhyAModelWithoutAttentionShowsNothing) {
    compare(3);
    EXPECT_EQ(attention().at(Side::B).phase, Phase::None);
    EXPECT_TRUE(map(Side::B)->scene().message.contains(QStringLiteral("no attention")));
    state().setCompare(Compare::Difference);
    EXPECT_FALSE(map(Side::B)->scene().isDifference);
    state().clearB();
    state().setModel(Side::A, m_models.at(3));
    ASSERT_TRUE(waitUntil([this] { return attention().at(Side::A).phase == Phase::None; }));
    ASSERT_NE(room().messagePanel(), nullptr);
    EXPECT_TRUE(room().messagePanel()->message().title.contains(QStringLiteral("no attention")));
}

TEST_F(AttentionRoomTest, SaysWhatIsKeptInMemory) {
    EXPECT_TRUE(
        room().panel()->memoryText().contains(QStringLiteral("1 of 2 records kept, 5.3 MB")))
        << qPrintable(room().panel()->memoryText());
    room().panel()->layerSlider()->setValue(0);
    EXPECT_EQ(attention().layer(), 0);
    room().panel()->headBox()->setCurrentIndex(3);
    Q_EMIT room().panel()->headBox()->activated(3);
    EXPECT_EQ(attention().head(), 2);
}

} // namespace
} // namespace hierascope::widgets
