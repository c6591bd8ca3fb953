// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/flow_layout.h"

#include <gmock/gmock.h>

#include <QWidget>

namespace hierascope::widgets {
namespace {

class FlowLayoutTest : public ::testing::Test {
protected:
    FlowLayoutTest() : m_layout(new FlowLayout(&m_bar)) {
        m_layout->setContentsMargins(5, 5, 5, 5);
        m_layout->setSpacing(10);
    }

    QWidget* add(int width, int height) {
        auto* widget = new QWidget(&m_bar);
        widget->setFixedSize(width, height);
        m_layout->addWidget(widget);
        return widget;
    }
    void showAt(int width) {
        m_bar.resize(width, m_layout->heightForWidth(width));
        m_bar.show();
        m_layout->activate();
    }

    QWidget m_bar;
    FlowLayout* m_layout;
};

TEST_F(FlowLayoutTest, BeginsARowWhereTheWidthEnds) {
    QWidget* first = add(100, 20);
    QWidget* second = add(100, 30);
    QWidget* third = add(100, 20);
    showAt(330);                            // 3 * 100, two spaces and the margins
    EXPECT_EQ(first->pos(), QPoint(5, 10)); // in the middle of the row
    EXPECT_EQ(second->pos(), QPoint(115, 5));
    EXPECT_EQ(third->pos(), QPoint(225, 10));
    EXPECT_EQ(m_bar.height(), 40);
    showAt(329);
    EXPECT_EQ(third->pos(), QPoint(5, 45));
    EXPECT_EQ(m_bar.height(), 70);
}

TEST_F(FlowLayoutTest, PushesWhatFollowsTheGapToTheRight) {
    QWidget* first = add(50, 20);
    m_layout->addGap();
    QWidget* second = add(50, 20);
    QWidget* third = add(50, 20);
    showAt(400);
    EXPECT_EQ(first->x(), 5);
    EXPECT_EQ(third->x() + 50, 395);
    EXPECT_EQ(second->x() + 50 + 10, third->x());
}

TEST_F(FlowLayoutTest, LeavesNoRoomForWhatIsHidden) {
    add(50, 20);
    QWidget* hidden = add(50, 20);
    QWidget* last = add(50, 20);
    hidden->hide();
    showAt(400);
    EXPECT_EQ(last->x(), 65);
}

TEST_F(FlowLayoutTest, AsksForOneRowAndNeedsTheWidestWidget) {
    add(50, 20);
    add(80, 30);
    EXPECT_EQ(m_layout->sizeHint(), QSize(150, 40));
    EXPECT_EQ(m_layout->minimumSize(), QSize(90, 40));
    delete m_layout->takeAt(0);
    EXPECT_EQ(m_layout->count(), 1);
    EXPECT_EQ(m_layout->takeAt(7), nullptr);
    EXPECT_EQ(m_layout->itemAt(1), nullptr);
}

} // namespace
} // namespace hierascope::widgets
