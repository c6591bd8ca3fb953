// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/view_state.h"

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

    ViewState m_state;
};

TEST_F(ViewStateTest, StartsAtTheFinestLevelAndThenKeepsTheCursor) {
    m_state.setContent(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 4);
    m_state.setLevel(1);
    m_state.setContent(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 1);
}

TEST_F(ViewStateTest, ComesBackToTheChosenLevelAfterAModelWithFewer) {
    auto single = std::make_shared<PyramidContent>(*testing::fakeContent());
    single->levels.resize(1);
    single->reconstruction.levels.resize(1);
    m_state.setContent(testing::fakeContent());
    m_state.setContent(single);
    EXPECT_EQ(m_state.level(), 0);
    m_state.setContent(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 4) << "the finest stays the finest";
    m_state.setLevel(2);
    m_state.setContent(single);
    m_state.setContent(testing::fakeContent());
    EXPECT_EQ(m_state.level(), 2);
}

TEST_F(ViewStateTest, KeepsTheLevelInsideThePyramid) {
    QSignalSpy changed(&m_state, &ViewState::levelChanged);
    m_state.stepLevel(1);
    EXPECT_EQ(changed.count(), 0) << "there is no pyramid yet";
    m_state.setContent(testing::fakeContent());
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
    QSignalSpy changed(&m_state, &ViewState::currentImageChanged);
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
    m_state.setContent(testing::fakeContent());
    m_state.setFailed({ErrorCode::BadData, "File 'a' is broken."});
    EXPECT_EQ(m_state.phase(), ViewState::Phase::Failed);
    EXPECT_EQ(m_state.content(), nullptr);
    EXPECT_EQ(m_state.error().message, "File 'a' is broken.");
}

} // namespace
} // namespace hierascope::widgets
