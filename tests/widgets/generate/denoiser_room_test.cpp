// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/generate_window.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/generate/branch_tree.h"
#include "widgets/generate/candidate_panel.h"
#include "widgets/generate/clean_levels.h"
#include "widgets/generate/denoising_form.h"
#include "widgets/generate/generate_bar.h"
#include "widgets/generate/generate_room.h"
#include "widgets/generate/guidance_curve.h"
#include "widgets/generate/settings_panel.h"
#include "widgets/generate/step_strip.h"
#include "widgets/generate/token_rows.h"
#include "widgets/shell/level_slider.h"
#include "widgets/state/generation_edit.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

namespace hierascope::widgets {
namespace {

using testing::FakeGenerator;
using testing::waitUntil;
using Phase = GenerationState::Phase;

/// The Generate view with a DiT of the fake tokenizer's maps.
class DenoiserRoomTest : public testing::GenerateWindowTest {
protected:
    void openDit(const char* name = "dit") {
        const QString path = testing::makeDenoiserFolder(m_folder.path(), name);
        m_window.workbench().open({path});
        ASSERT_TRUE(waitUntil([this] { return generation().phase() == Phase::Ready && isIdle(); }));
    }
    void generateAll(int steps = 6) {
        room().settings()->denoising()->stepsBox()->setValue(steps);
        m_window.generationBench().generate();
        ASSERT_TRUE(waitUntil([this] { return generation().isFinished() && isIdle(); },
                              testing::kManyTasks));
    }
    const QImage& image(Side side = Side::A) { return room().view()->view(side)->image(); }
};

TEST_F(DenoiserRoomTest, ShowsTheStepsAndTheCleanPictureAtEveryLevel) {
    openDit();
    EXPECT_FALSE(room().settings()->candidates()->isVisible());
    EXPECT_FALSE(room().tokens()->isVisible());
    EXPECT_TRUE(room().levels()->isVisible());
    EXPECT_TRUE(room().settings()->denoising()->isVisible());
    generateAll();
    EXPECT_EQ(room().strip()->steps().rowCount(), 6);
    EXPECT_EQ(room().strip()->steps().index(3, 0).data(StepModel::TokensRole),
              QStringLiteral("noise 50 %"));
    const auto& levels = room().levels()->pictures();
    ASSERT_EQ(levels.size(), 5U);
    EXPECT_EQ(levels.front().size(), QSize(8, 8));
    EXPECT_EQ(levels.back().size(), QSize(128, 128));
    EXPECT_EQ(image(), levels.back());
    EXPECT_TRUE(room().view()->pane(Side::A).caption.startsWith(
        QStringLiteral("after step 6 of 6 · noise 17 % before it")))
        << qPrintable(room().view()->pane(Side::A).caption);
    EXPECT_EQ(room().settings()->denoising()->curve()->scales().size(), 7U);
}

TEST_F(DenoiserRoomTest, TheLevelCursorPicksTheLevelOfEveryPicture) {
    openDit();
    generateAll();
    const QImage finest = image();
    const int before = FakeGenerator::computedSteps();
    QTest::mouseClick(room().levels(), Qt::LeftButton, Qt::NoModifier,
                      room().levels()->placeOf(1).center().toPoint());
    EXPECT_EQ(generation().choice().level, 1);
    EXPECT_EQ(image().size(), finest.size()) << "so that pan and zoom stay";
    EXPECT_NE(image(), finest);
    EXPECT_EQ(room().strip()->steps().index(5, 0).data(StepModel::PictureRole).value<QImage>(),
              image());
    QTest::keyClick(room().levels(), Qt::Key_Left);
    EXPECT_EQ(generation().choice().level, 0);
    QTest::keyClick(room().levels(), Qt::Key_End);
    EXPECT_EQ(image(), finest);
    EXPECT_EQ(FakeGenerator::computedSteps(), before);
    state().undoStack().undo();
    EXPECT_EQ(generation().choice().level, kFinestPicture) << "quick steps are undone in one";
}

TEST_F(DenoiserRoomTest, ScrubsAndBranchesFromAStep) {
    openDit();
    generateAll();
    const QImage end = image();
    const int root = generation().branch()->id;
    m_window.findChild<LevelSlider*>(QStringLiteral("step"))->setValue(2);
    EXPECT_EQ(generation().step(), 2);
    room().bar()->classBox()->setCurrentIndex(5);
    Q_EMIT room().bar()->classBox()->activated(5);
    const int before = FakeGenerator::computedSteps();
    m_window.generationBench().branch();
    ASSERT_TRUE(
        waitUntil([this] { return generation().isFinished() && isIdle(); }, testing::kManyTasks));
    EXPECT_EQ(FakeGenerator::computedSteps(), before + 3) << "the kept steps are not computed";
    EXPECT_EQ(generation().branch()->kept, 3);
    EXPECT_EQ(generation().branch()->parent, root);
    EXPECT_FALSE(generation().branch()->from.values.empty());
    EXPECT_NE(image(), end);
    showBranch(state(), root);
    EXPECT_EQ(image(), end);
    setStep(state(), generation(), 2);
    m_window.generationBench().branch();
    EXPECT_EQ(generation().branch()->settings.sampling.seed, 1U) << "the same would come again";
}

TEST_F(DenoiserRoomTest, StepsAreASettingAndBranchesKeepThose) {
    openDit();
    EXPECT_EQ(generation().steps(), int(GenerationSettings::kDenoisingSteps));
    generateAll(4);
    EXPECT_EQ(generation().steps(), 4);
    room().settings()->denoising()->stepsBox()->setValue(9);
    EXPECT_EQ(generation().steps(), 4) << "of what is shown";
    setStep(state(), generation(), 1);
    m_window.generationBench().branch();
    ASSERT_TRUE(
        waitUntil([this] { return generation().isFinished() && isIdle(); }, testing::kManyTasks));
    EXPECT_EQ(generation().branch()->settings.sampling.denoising.steps, 4);
    room().settings()->denoising()->stepsBox()->setValue(9);
    m_window.generationBench().generate();
    ASSERT_TRUE(
        waitUntil([this] { return generation().isFinished() && isIdle(); }, testing::kManyTasks));
    EXPECT_EQ(generation().steps(), 9);
    EXPECT_EQ(room().strip()->steps().rowCount(), 9);
}

TEST_F(DenoiserRoomTest, RunsAFlowBesideADiffusion) {
    openDit("dit");
    testing::makeDenoiserFolder(m_folder.path(), "dit-flow");
    QComboBox* sampler = room().settings()->denoising()->samplerBox();
    EXPECT_EQ(sampler->itemText(1), QStringLiteral("ddim"));
    Q_EMIT sampler->activated(0);
    setGenerator(state(), Side::B, QString::fromStdString((m_folder / "dit-flow").string()));
    ASSERT_TRUE(
        waitUntil([this] { return generation().phase(Side::B) == Phase::Ready && isIdle(); }));
    generateAll(4);
    EXPECT_EQ(generation().doneOfB(), 4);
    EXPECT_FALSE(image(Side::B).isNull());
    setGenerator(state(), Side::B, {});
    setGenerator(state(), Side::A, QString::fromStdString((m_folder / "dit-flow").string()));
    ASSERT_TRUE(waitUntil([this] { return generation().phase() == Phase::Ready && isIdle(); }));
    EXPECT_EQ(sampler->itemText(0), QStringLiteral("euler"));
}

TEST_F(DenoiserRoomTest, FillsAGridOfSeeds) {
    openDit();
    room().settings()->denoising()->stepsBox()->setValue(3);
    setSeeds(state(), 4);
    m_window.generationBench().generate();
    ASSERT_TRUE(waitUntil([this] { return generation().doneOfSeed(3) == 3 && isIdle(); },
                          testing::kManyTasks));
    EXPECT_FALSE(room().picture().isNull());
}

} // namespace
} // namespace hierascope::widgets
