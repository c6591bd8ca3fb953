// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/ladder_view.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/fake_content.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/level_card.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace hierascope::widgets {
namespace {

class LadderViewTest : public ::testing::Test {
protected:
    LadderViewTest() : m_ladder(m_theme) {
        m_ladder.resize(1000, m_ladder.sizeHint().height());
        m_ladder.setContent(testing::fakeContent(), nullptr, Side::A);
    }

    Theme m_theme;
    LadderView m_ladder;
};

TEST_F(LadderViewTest, HasACardForEachLevel) {
    ASSERT_EQ(m_ladder.levels(), 5);
    EXPECT_EQ(m_ladder.card(3)->accessibleName(), QStringLiteral("Scale 8 × 8"));
    EXPECT_TRUE(m_ladder.card(3)->accessibleDescription().contains(QStringLiteral("64 tokens")));
}

TEST_F(LadderViewTest, FramesTheCurrentLevelAlone) {
    m_ladder.setLevel(2);
    for (int level = 0; level < m_ladder.levels(); ++level)
        EXPECT_EQ(m_ladder.card(level)->isChecked(), level == 2) << level;
}

TEST_F(LadderViewTest, AsksForTheLevelThatIsClickedAndWaitsForTheState) {
    m_ladder.setLevel(4);
    QSignalSpy chosen(&m_ladder, &LadderView::levelChosen);
    QTest::mouseClick(m_ladder.card(1), Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toInt(), 1);
    EXPECT_TRUE(m_ladder.card(4)->isChecked());
    EXPECT_FALSE(m_ladder.card(1)->isChecked());
}

TEST_F(LadderViewTest, FollowsAModelWithFewerLevels) {
    PyramidContent single = *testing::fakeContent();
    single.levels.erase(single.levels.begin(), single.levels.end() - 1);
    single.reconstruction.levels.erase(single.reconstruction.levels.begin(),
                                       single.reconstruction.levels.end() - 1);
    m_ladder.setContent(std::make_shared<const PyramidContent>(single), nullptr, Side::A);
    ASSERT_EQ(m_ladder.levels(), 1);
    EXPECT_EQ(m_ladder.card(0)->accessibleName(), QStringLiteral("Scale 16 × 16"));
}

TEST_F(LadderViewTest, TellsTheFiguresOfBWhereItHasTheLevel) {
    PyramidContent single = *testing::fakeContent();
    single.levels.erase(single.levels.begin(), single.levels.end() - 1);
    single.reconstruction.levels.erase(single.reconstruction.levels.begin(),
                                       single.reconstruction.levels.end() - 1);
    single.reconstruction.levels.front().psnrFull = 33.21;
    const int height = m_ladder.card(4)->sizeHint().height();
    m_ladder.setContent(testing::fakeContent(), std::make_shared<const PyramidContent>(single),
                        Side::A);
    EXPECT_TRUE(m_ladder.card(4)->accessibleDescription().contains(QStringLiteral("33.21 dB")));
    EXPECT_FALSE(m_ladder.card(3)->accessibleDescription().contains(QStringLiteral("33.21 dB")));
    EXPECT_GT(m_ladder.card(4)->sizeHint().height(), height) << "a line more";
}

TEST_F(LadderViewTest, IsAButtonForScreenReaders) {
    QAccessibleInterface* card = QAccessible::queryAccessibleInterface(m_ladder.card(0));
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->text(QAccessible::Name), QStringLiteral("Scale 1 × 1"));
    EXPECT_TRUE(card->state().checkable);
}

TEST(PyramidContent, SaysWhatIsNotDefinedWithADash) {
    EXPECT_EQ(ssimText(std::nullopt, 2), QStringLiteral("–"));
    EXPECT_EQ(ssimText(0.714, 2), QStringLiteral("0.71"));
    EXPECT_EQ(decibelText(22.981), QStringLiteral("22.98 dB"));
    EXPECT_EQ(tokensText({"1x1", 1, 1, 8, 8}), QStringLiteral("1 token"));
}

TEST(PyramidContent, HasNoResidualAtTheCoarsestLevel) {
    const auto content = testing::fakeContent();
    EXPECT_TRUE(content->levels.front().residual.isNull());
    for (std::size_t level = 1; level < content->levels.size(); ++level)
        EXPECT_EQ(content->levels[level].residual.size(), content->levels[level].picture.size());
}

} // namespace
} // namespace hierascope::widgets
