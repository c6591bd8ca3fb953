// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/view_state.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/fake_content.h"

#include <QSignalSpy>

namespace hierascope::widgets {
namespace {

class ViewStateTest : public ::testing::Test {
protected:
    ViewStateTest() {
        for (const char* name : {"a.png", "b.png", "c.png"})
            m_state.images().add(QString::fromLatin1(name));
    }

    void show(const std::shared_ptr<const PyramidContent>& content) {
        m_state.setContent(Side::A, m_state.choice().a, content);
    }

    ViewState m_state;
};

TEST_F(ViewStateTest, StartsAtTheFinestLevelAndThenKeepsTheCursor) {
    show(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 4);
    m_state.setLevel(1);
    show(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 1);
}

TEST_F(ViewStateTest, ComesBackToTheChosenLevelAfterAModelWithFewer) {
    auto single = std::make_shared<PyramidContent>(*testing::fakeContent());
    single->levels.resize(1);
    single->levelInfos.resize(1);
    single->reconstruction.levels.resize(1);
    show(testing::fakeContent());
    show(single);
    EXPECT_EQ(m_state.level(), 0);
    show(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 4) << "the finest stays the finest";
    m_state.setLevel(2);
    show(single);
    show(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 2);
}

TEST_F(ViewStateTest, KeepsTheLevelInsideThePyramid) {
    QSignalSpy changed(&m_state, &ViewState::levelChanged);
    m_state.stepLevel(1);
    EXPECT_EQ(changed.count(), 0) << "there is no pyramid yet";
    show(testing::fakeContent());
    m_state.stepLevel(1);
    m_state.setLevel(-5);
    EXPECT_EQ(m_state.level(), 0);
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(ViewStateTest, StepsThroughTheImagesAndStopsAtTheEnds) {
    m_state.setCurrentImage(1);
    m_state.stepImage(1);
    m_state.stepImage(1);
    EXPECT_EQ(m_state.currentImage(), 2);
    m_state.stepImage(-9);
    EXPECT_EQ(m_state.currentImage(), 0);
    m_state.setCurrentImage(17);
    EXPECT_EQ(m_state.currentImage(), 0);
}

TEST_F(ViewStateTest, ChoosesTheNextImageWhenTheCurrentOneIsRemoved) {
    m_state.setCurrentImage(1);
    QSignalSpy changed(&m_state, &ViewState::choiceChanged);
    m_state.removeImage(0);
    EXPECT_EQ(m_state.currentImage(), 0);
    EXPECT_EQ(changed.count(), 0) << "the same image, one row higher";
    m_state.removeImage(0);
    EXPECT_EQ(m_state.images().item(m_state.currentImage()).name, QStringLiteral("c.png"));
    m_state.removeImage(0);
    EXPECT_EQ(m_state.currentImage(), -1);
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(ViewStateTest, ForgetsTheContentWhenItFails) {
    show(testing::fakeContent());
    m_state.setFailed(Side::A, {ErrorCode::BadData, "File 'a' is broken."});
    EXPECT_EQ(m_state.phase(), ViewState::Phase::Failed);
    EXPECT_EQ(m_state.content(), nullptr);
    EXPECT_EQ(m_state.error().message, "File 'a' is broken.");
}

TEST_F(ViewStateTest, UndoesAndRedoesEveryChangeOfTheChoice) {
    m_state.setCurrentImage(1);
    show(testing::fakeContent());
    const ViewChoice start = m_state.choice();
    m_state.compareWith({QStringLiteral("other"), QString()});
    m_state.setCompare(Compare::Wipe);
    m_state.setPicture(Picture::Original);
    m_state.setOverlay(TokenOverlay::Grid);
    m_state.selectTokens(Side::A, {5, 6}, SelectionMode::Replace);
    m_state.swapSubjects();
    const ViewChoice end = m_state.choice();
    EXPECT_EQ(end.a.model, QStringLiteral("other"));
    const int steps = m_state.undoStack().count();
    EXPECT_EQ(steps, 7);
    while (m_state.undoStack().index() > 1)
        m_state.undoStack().undo();
    EXPECT_EQ(m_state.choice(), start);
    while (m_state.undoStack().canRedo())
        m_state.undoStack().redo();
    EXPECT_EQ(m_state.choice(), end);
}

TEST_F(ViewStateTest, UndoesAQuickRunOfLevelsInOneStep) {
    show(testing::fakeContent());
    for (int i = 0; i < 3; ++i)
        m_state.stepLevel(-1);
    EXPECT_EQ(m_state.level(), 1);
    EXPECT_EQ(m_state.undoStack().count(), 1);
    m_state.undoStack().undo();
    EXPECT_EQ(m_state.level(), 4);
}

TEST_F(ViewStateTest, ShowsTheLevelOfBThatIsNearestInSize) {
    auto fewer = std::make_shared<PyramidContent>(*testing::fakeContent());
    fewer->levelInfos = {fewer->levelInfos[0], fewer->levelInfos[2], fewer->levelInfos[4]};
    show(testing::fakeContent());
    m_state.compareWith({QStringLiteral("other"), QString()});
    m_state.setContent(Side::B, m_state.choice().resolved(Side::B), fewer);
    const int expected[] = {0, 1, 1, 2, 2};
    for (int level = 0; level < 5; ++level) {
        m_state.setLevel(level);
        EXPECT_EQ(m_state.level(Side::B), expected[level]) << level;
    }
}

TEST_F(ViewStateTest, ComparesOnlyWithAB) {
    m_state.setCompare(Compare::Wipe);
    EXPECT_EQ(m_state.choice().compare, Compare::OnlyA);
    m_state.setFlipped(true);
    EXPECT_FALSE(m_state.isFlipped());
    m_state.compareWith({QString(), QStringLiteral("b.png")});
    EXPECT_EQ(m_state.choice().compare, Compare::SideBySide);
    m_state.removeImage(1);
    EXPECT_FALSE(m_state.hasB());
    EXPECT_EQ(m_state.choice().compare, Compare::OnlyA);
}

TEST_F(ViewStateTest, SelectsAddsAndTakesBackTokensOfALevel) {
    show(testing::fakeContent());
    m_state.setLevel(2); // 4 x 4
    m_state.selectTokens(Side::A, {5, 6}, SelectionMode::Replace);
    m_state.selectTokens(Side::A, {6, 7}, SelectionMode::Add);
    m_state.selectTokens(Side::A, {5}, SelectionMode::Toggle);
    m_state.setLevel(0);
    m_state.selectTokens(Side::A, {0}, SelectionMode::Add);
    EXPECT_EQ(m_state.choice().selection, (Selection{{2, 4, 4, 6}, {2, 4, 4, 7}, {0, 1, 1, 0}}));
    m_state.selectTokens(Side::A, {-1, 1}, SelectionMode::Add);
    EXPECT_EQ(m_state.choice().selection.size(), 3U) << "the level has one token";
    const TokenRef sixth{2, 4, 4, 6};
    EXPECT_EQ(sixth.share(), QRectF(0.5, 0.25, 0.25, 0.25));
    m_state.setCurrentImage(2);
    EXPECT_EQ(m_state.choice().selection.size(), 3U) << "the place is kept for the next image";
    m_state.clearSelection();
    EXPECT_TRUE(m_state.choice().selection.empty());
}

TEST_F(ViewStateTest, StepsThroughTheImagesInTheShownOrder) {
    m_state.setCurrentImage(0);
    m_state.images().setPsnr(0, 30.0);
    m_state.images().setPsnr(1, 20.0);
    m_state.images().setPsnr(2, 25.0);
    m_state.images().setOrder(LibraryModel::Order::Psnr);
    EXPECT_EQ(m_state.currentImage(), 2) << "the same image, another row";
    m_state.stepImage(-1);
    EXPECT_EQ(m_state.choice().a.image, QStringLiteral("c.png"));
    m_state.images().setOrder(LibraryModel::Order::Opened);
    EXPECT_EQ(m_state.currentImage(), 2);
}

} // namespace
} // namespace hierascope::widgets
