// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/segments.h"

#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

namespace hierascope::widgets {
namespace {

class SegmentsTest : public ::testing::Test {
protected:
    SegmentsTest()
        : m_segments(QStringLiteral("Compare"), {{QStringLiteral("A"), QStringLiteral("Only A")},
                                                 {QStringLiteral("Wipe"), QStringLiteral("Both")},
                                                 {QStringLiteral("Flip"), QStringLiteral("B")}}),
          m_buttons(m_segments.findChildren<QAbstractButton*>()),
          m_chosen(&m_segments, &Segments::chosen) {
        m_segments.show();
    }

    Segments m_segments;
    QList<QAbstractButton*> m_buttons;
    QSignalSpy m_chosen;
};

TEST_F(SegmentsTest, AsksAndLetsTheOwnerDecide) {
    ASSERT_EQ(m_buttons.size(), 3);
    QTest::mouseClick(m_buttons[1], Qt::LeftButton);
    ASSERT_EQ(m_chosen.count(), 1);
    EXPECT_EQ(m_chosen.at(0).at(0).toInt(), 1);
    EXPECT_EQ(m_segments.current(), 0);
    EXPECT_TRUE(m_buttons[0]->isChecked());
    m_segments.setCurrent(1);
    EXPECT_TRUE(m_buttons[1]->isChecked());
    EXPECT_FALSE(m_buttons[0]->isChecked());
    EXPECT_EQ(m_chosen.count(), 1); // only a hand asks
}

TEST_F(SegmentsTest, IsSilentAboutTheOneThatIsShown) {
    QTest::mouseClick(m_buttons[0], Qt::LeftButton);
    EXPECT_TRUE(m_chosen.isEmpty());
    EXPECT_TRUE(m_buttons[0]->isChecked());
}

TEST_F(SegmentsTest, AsksWithTheKeyboard) {
    m_buttons[2]->setFocus();
    QTest::keyClick(m_buttons[2], Qt::Key_Space);
    ASSERT_EQ(m_chosen.count(), 1);
    EXPECT_EQ(m_chosen.at(0).at(0).toInt(), 2);
}

TEST_F(SegmentsTest, RefusesWhatIsNotPossible) {
    m_segments.setChoiceEnabled(1, false);
    QTest::mouseClick(m_buttons[1], Qt::LeftButton);
    EXPECT_TRUE(m_chosen.isEmpty());
    m_segments.setChoiceEnabled(1, true);
    QTest::mouseClick(m_buttons[1], Qt::LeftButton);
    EXPECT_EQ(m_chosen.count(), 1);
}

TEST_F(SegmentsTest, HasANameAndATipForEveryButton) {
    EXPECT_EQ(m_segments.accessibleName(), QStringLiteral("Compare"));
    for (const QAbstractButton* button : m_buttons) {
        EXPECT_TRUE(button->accessibleName().startsWith(QStringLiteral("Compare: ")));
        EXPECT_FALSE(button->toolTip().isEmpty());
    }
}

} // namespace
} // namespace hierascope::widgets
