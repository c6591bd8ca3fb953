// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/surgery_panel.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/color_key.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/pyramid/pyramid_bar.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/pyramid/surgery_history.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Act = SurgeryAct;

/// The window with the Pyramid view in front, a model of codes, and the panel open.
class SurgeryPanelTest : public testing::CodebookWindowTest {
protected:
    SurgeryPanelTest() {
        m_window.showRoom(Room::Pyramid);
        m_window.actions().editTokens->trigger();
        state().setLevel(5);
        state().selectTokens(Side::A, {3}, SelectionMode::Replace);
        EXPECT_TRUE(isThere());
    }
    bool isThere() {
        return waitUntil([this] {
            const auto content = state().content();
            return state().phase() == ViewState::Phase::Ready && content &&
                   content->edits == state().choice().edits(Side::A) &&
                   m_window.runner().tasks().empty();
        });
    }
    SurgeryPanel& panel() { return *m_window.surgeryPanel(); }
    PyramidRoom& pyramid() { return *m_window.room(); }
    void click(Act act) {
        ASSERT_TRUE(panel().button(act)->isEnabled()) << qPrintable(panel().button(act)->toolTip());
        panel().button(act)->click();
        ASSERT_TRUE(isThere());
    }
};

TEST_F(SurgeryPanelTest, OpensAndClosesBesideThePicture) {
    EXPECT_TRUE(panel().isVisible());
    EXPECT_TRUE(m_window.actions().editTokens->isChecked());
    m_window.actions().editTokens->trigger();
    EXPECT_FALSE(panel().isVisible());
    m_window.showRoom(Room::Codebook);
    EXPECT_FALSE(m_window.actions().editTokens->isEnabled());
}

TEST_F(SurgeryPanelTest, EditsByButtonAndShowsWhatMoved) {
    const QImage before = pyramid().view()->view(Side::A)->image();
    click(Act::Zero);
    EXPECT_NE(pyramid().view()->view(Side::A)->image(), before);
    EXPECT_TRUE(pyramid().view()->pane(Side::A).caption.contains(QStringLiteral("edited")));
    EXPECT_TRUE(panel().summary().contains(QStringLiteral("1 token is edited")))
        << qPrintable(panel().summary());
    EXPECT_TRUE(panel().summary().contains(QStringLiteral("RMS")));
    state().setPicture(Picture::Moved);
    EXPECT_FALSE(pyramid().view()->view(Side::A)->image().isNull());
    EXPECT_TRUE(pyramid().bar()->key()->isVisible());
    click(Act::Restore);
    state().setPicture(Picture::Reconstruction);
    EXPECT_EQ(pyramid().view()->view(Side::A)->image(), before);
}

TEST_F(SurgeryPanelTest, SaysThatNothingMovedWithoutEdits) {
    state().setPicture(Picture::Moved);
    EXPECT_TRUE(pyramid().view()->pane(Side::A).message.contains(QStringLiteral("No token")));
}

TEST_F(SurgeryPanelTest, KeepsTheHistoryAndGoesThroughIt) {
    SurgeryHistory& history = *panel().history();
    EXPECT_EQ(history.count(), 1);
    click(Act::Zero);
    click(Act::Mask);
    ASSERT_EQ(history.count(), 3);
    EXPECT_EQ(history.currentRow(), 2);
    EXPECT_TRUE(history.item(1)->text().contains(QStringLiteral("Zero"))) << "labelled";
    EXPECT_FALSE(history.item(1)->icon().isNull());
    const auto masked = state().content();
    history.setFocus();
    QTest::keyClick(&history, Qt::Key_Left);
    EXPECT_EQ(state().choice().surgery()->applied, 1);
    QTest::mouseClick(history.viewport(), Qt::LeftButton, {},
                      history.visualItemRect(history.item(0)).center());
    EXPECT_EQ(state().choice().surgery()->applied, 0);
    EXPECT_EQ(history.count(), 3);
    m_window.actions().surgery.at(int(Act::Later))->trigger();
    m_window.actions().surgery.at(int(Act::Later))->trigger();
    EXPECT_EQ(state().content(), masked);
    EXPECT_EQ(history.currentRow(), 2);
}

TEST_F(SurgeryPanelTest, OffersTheNearestCodes) {
    ASSERT_TRUE(waitUntil([this] { return !m_window.surgery().nearCodes(1).empty(); }));
    const auto near = m_window.surgery().nearCodes(3);
    QMenu* menu = panel().button(Act::NearCode)->menu();
    Q_EMIT menu->aboutToShow();
    ASSERT_GE(menu->actions().size(), 3);
    EXPECT_TRUE(menu->actions().at(1)->text().contains(QString::number(near[1].code)));
    menu->actions().at(1)->trigger();
    ASSERT_TRUE(isThere());
    EXPECT_EQ(state().content()->reconstruction.pyramid.levels[5].codes[3], near[1].code);
}

TEST_F(SurgeryPanelTest, PutsACodeByNumberAndMixesByShare) {
    panel().code()->setValue(400);
    click(Act::Code);
    EXPECT_EQ(state().content()->reconstruction.pyramid.levels[5].codes[3], 400);
    const int row = panel().source()->findText(QStringLiteral("b.png"));
    EXPECT_LT(row, 0);
    state().images().add(m_images.back());
    const int last = panel().source()->count() - 1;
    panel().source()->setCurrentIndex(last);
    Q_EMIT panel().source()->activated(last);
    panel().share()->setValue(75);
    click(Act::Interpolate);
    ASSERT_TRUE(waitUntil([this] { return state().choice().surgery()->steps.size() == 2; }));
    ASSERT_TRUE(isThere());
    EXPECT_DOUBLE_EQ(state().choice().surgery()->steps.back().edit->strength, 0.75);
}

TEST_F(SurgeryPanelTest, DisablesWithAReason) {
    state().clearSelection();
    EXPECT_FALSE(panel().button(Act::Zero)->isEnabled());
    EXPECT_TRUE(panel().button(Act::Zero)->toolTip().contains(QStringLiteral("Select a token")));
    EXPECT_TRUE(panel().summary().contains(QStringLiteral("Select tokens")));
    EXPECT_FALSE(m_window.actions().surgery.at(int(Act::Zero))->isEnabled());
    EXPECT_TRUE(panel().button(Act::TakeLevel)->toolTip().contains(QStringLiteral("no B")));
}

TEST_F(SurgeryPanelTest, EveryActIsAnActionWithAKey) {
    ASSERT_EQ(m_window.actions().surgery.size(), kSurgeryActs);
    for (const QAction* action : m_window.actions().surgery) {
        EXPECT_FALSE(action->shortcut().isEmpty()) << qPrintable(action->text());
        EXPECT_FALSE(action->toolTip().isEmpty());
    }
    m_window.actions().editTokens->trigger(); // closed
    m_window.actions().surgery.at(int(Act::Zero))->trigger();
    EXPECT_TRUE(panel().isVisible()) << "what happens is seen";
    EXPECT_TRUE(isThere());
    EXPECT_EQ(panel().history()->count(), 2);
}

} // namespace
} // namespace hierascope::widgets
