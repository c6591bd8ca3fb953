// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/generate_room.h"

#include "tests/widgets/support/generate_window.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/generate/branch_node.h"
#include "widgets/generate/branch_tree.h"
#include "widgets/generate/candidate_panel.h"
#include "widgets/generate/candidate_row.h"
#include "widgets/generate/generate_bar.h"
#include "widgets/generate/guidance_curve.h"
#include "widgets/generate/seed_cell.h"
#include "widgets/generate/seed_grid.h"
#include "widgets/generate/settings_panel.h"
#include "widgets/generate/step_strip.h"
#include "widgets/generate/token_rows.h"
#include "widgets/shell/level_slider.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_places.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

using testing::FakeGenerator;
using testing::waitUntil;
using Phase = GenerationState::Phase;

class GenerateRoomTest : public testing::GenerateWindowTest {
protected:
    bool waitForEnd() {
        return waitUntil([this] { return generation().isFinished() && isIdle(); },
                         testing::kManyTasks);
    }
    const QImage& image(Side side = Side::A) { return room().view()->view(side)->image(); }
    QString text() { return room().view()->pane(Side::A).caption; }
    static void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }
};

TEST_F(GenerateRoomTest, SaysWhatItWouldShowAndOpensTheDemoInOneClick) {
    ASSERT_NE(room().messagePanel(), nullptr);
    EXPECT_EQ(room().messagePanel()->message().action, QStringLiteral("Open a model folder…"));
    m_window.setGeneratorDemo(m_models);
    EXPECT_EQ(room().messagePanel()->message().action, QStringLiteral("Open the generator demo"));
    click(room().findChild<MessagePanel*>()->findChild<QPushButton*>());
    EXPECT_TRUE(waitForEnd()) << "and generates the first image";
    EXPECT_EQ(room().messagePanel(), nullptr);
    EXPECT_FALSE(image().isNull());
}

TEST_F(GenerateRoomTest, SharesItsSelectionWithTheOtherViews) {
    open();
    generate();
    const std::vector<runtime::LevelInfo>& levels = generation().tokenizer()->levels;
    const std::int64_t position = levels[0].tokens() + levels[1].tokens() + 1;
    selectToken(state(), generation(), position);
    const TokenRef place{2, levels[2].rows, levels[2].columns, 1};
    EXPECT_THAT(state().choice().selection, ::testing::ElementsAre(place));
    EXPECT_THAT(positionsOf(levels, state().choice().selection), ::testing::ElementsAre(position));
    auto* rows = room().findChild<TokenRows*>();
    EXPECT_THAT(rows->marked(), ::testing::ElementsAre(position));
    ViewChoice next = state().choice(); // as another view does it
    next.selection = {{2, levels[2].rows, levels[2].columns, 0}, {2, 99, 99, 5}};
    state().choose(next, ViewState::Change::Selection, {});
    EXPECT_THAT(rows->marked(), ::testing::ElementsAre(levels[0].tokens() + levels[1].tokens()))
        << "a place of another grid is none of these tokens";
    selectToken(state(), generation(), kNoToken);
    EXPECT_TRUE(state().choice().selection.empty());
}

TEST_F(GenerateRoomTest, ShowsNineStepsOfAClassByMouse) {
    open();
    GenerateBar* bar = room().bar();
    EXPECT_EQ(bar->classBox()->count(), 11) << "ten classes and the null class";
    bar->classBox()->setCurrentIndex(3);
    Q_EMIT bar->classBox()->activated(3);
    EXPECT_EQ(state().choice().generation.settings.label, 3);
    click(bar->generateButton());
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(room().strip()->steps().rowCount(), 9);
    for (int step = 0; step < 9; ++step)
        EXPECT_FALSE(room()
                         .strip()
                         ->steps()
                         .index(step, 0)
                         .data(StepModel::PictureRole)
                         .value<QImage>()
                         .isNull());
    EXPECT_EQ(room().strip()->steps().index(5, 0).data(StepModel::TokensRole),
              QStringLiteral("tokens 8–15"));
    EXPECT_TRUE(text().startsWith(QStringLiteral("after step 9 of 9 · 128 of 128 tokens")))
        << qPrintable(text());
}

TEST_F(GenerateRoomTest, ScrubsWithoutComputing) {
    open();
    generate();
    const int before = FakeGenerator::computedSteps();
    click(room().strip()->viewport()); // the first card
    const QModelIndex third = room().strip()->steps().index(2, 0);
    QTest::mouseClick(room().strip()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      room().strip()->visualRect(third).center());
    EXPECT_EQ(generation().step(), 2);
    EXPECT_EQ(image(), third.data(StepModel::PictureRole).value<QImage>());
    EXPECT_TRUE(text().startsWith(QStringLiteral("after step 3 of 9 · 3 of 128 tokens")));
    m_window.findChild<LevelSlider*>(QStringLiteral("step"))->setValue(6);
    EXPECT_EQ(generation().step(), 6);
    EXPECT_TRUE(room().tokens()->cells().at(16).isNew);
    EXPECT_TRUE(room().tokens()->cells().at(31).isNew);
    EXPECT_FALSE(room().tokens()->cells().at(15).isNew);
    EXPECT_TRUE(room().tokens()->cells().at(15).isKnown);
    EXPECT_FALSE(room().tokens()->cells().at(32).isKnown);
    state().undoStack().undo();
    EXPECT_NE(generation().step(), 6);
    EXPECT_EQ(FakeGenerator::computedSteps(), before);
}

TEST_F(GenerateRoomTest, BranchesByMouseAndShowsTheTree) {
    open();
    generate();
    setStep(state(), generation(), 3);
    room().settings()->guidanceBox()->setValue(1.5);
    click(room().bar()->branchButton());
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(generation().branches().size(), 2U);
    const BranchNode* fork = room().tree()->node(0, 3);
    ASSERT_NE(fork, nullptr);
    EXPECT_TRUE(fork->node().isFork);
    BranchNode* newest = room().tree()->node(1, 8);
    ASSERT_NE(newest, nullptr);
    EXPECT_EQ(newest->look().title, QStringLiteral("guidance 1.5"));
    EXPECT_TRUE(newest->look().isShown);
    click(room().tree()->node(0, 8));
    EXPECT_EQ(generation().branch()->id, 0);
    EXPECT_DOUBLE_EQ(room().settings()->guidanceBox()->value(), 3.75) << "its own settings";
    EXPECT_TRUE(room().strip()->steps().index(3, 0).data(StepModel::ForkRole).toBool());
}

TEST_F(GenerateRoomTest, PutsAnotherCandidateInThePlaceOfAToken) {
    open();
    generate();
    QTest::mouseClick(room().tokens(), Qt::LeftButton, Qt::NoModifier,
                      room().tokens()->placeOf(5).center().toPoint());
    EXPECT_EQ(state().choice().generation.token, 5);
    CandidatePanel* panel = room().settings()->candidates();
    EXPECT_EQ(panel->position(), 5);
    CandidateRow* other = nullptr;
    for (CandidateRow* row : panel->rows())
        if (row->isEnabled())
            other = row;
    ASSERT_NE(other, nullptr);
    const std::int64_t code = other->code();
    click(other);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(codes().at(5), code);
    EXPECT_TRUE(room().tokens()->cells().at(5).isGiven);
    panel->codeBox()->setValue(77);
    click(panel->putButton());
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(codes().at(5), 77);
    EXPECT_EQ(generation().branches().size(), 3U);
}

TEST_F(GenerateRoomTest, ShowsHarBesideArWithStepsAndTime) {
    open();
    generate();
    EXPECT_EQ(room().bar()->besideButton()->text(), QStringLiteral("Lock step with ar"));
    click(room().bar()->besideButton());
    ASSERT_TRUE(waitUntil([this] { return generation().phase(Side::B) == Phase::Ready; }));
    ASSERT_TRUE(waitForEnd());
    EXPECT_TRUE(room().view()->view(Side::B)->isVisible());
    EXPECT_FALSE(image(Side::B).isNull());
    EXPECT_TRUE(text().startsWith(QStringLiteral("9/9 steps"))) << qPrintable(text());
    const QString b = room().view()->pane(Side::B).caption;
    EXPECT_TRUE(b.startsWith(QStringLiteral("128/128 steps"))) << qPrintable(b);
    EXPECT_TRUE(b.contains(QStringLiteral("ms"))) << qPrintable(b);
    click(room().bar()->besideButton());
    EXPECT_FALSE(room().view()->view(Side::B)->isVisible());
}

TEST_F(GenerateRoomTest, ShowsNineSeedsOfWhichEachIsOneClickAway) {
    open();
    room().bar()->seedsBox()->setValue(9);
    ASSERT_TRUE(waitUntil([this] { return generation().doneOfSeed(8) == 9 && isIdle(); },
                          testing::kManyTasks));
    ASSERT_EQ(room().grid()->cells().size(), 9U);
    EXPECT_TRUE(room().grid()->isVisible());
    const int before = FakeGenerator::computedSteps();
    click(room().grid()->cells().at(4));
    EXPECT_EQ(generation().branch()->settings.sampling.seed, 4U);
    room().bar()->seedsBox()->setValue(1);
    EXPECT_FALSE(image().isNull());
    EXPECT_EQ(FakeGenerator::computedSteps(), before);
}

TEST_F(GenerateRoomTest, DrawsTheGuidanceOverTheSteps) {
    open();
    EXPECT_EQ(room().settings()->curve()->scales(),
              (std::vector<double>{1, 1, 3.75, 3.75, 3.75, 3.75, 3.75, 3.75, 3.75}));
    room().settings()->scheduleBox()->setCurrentText(QStringLiteral("constant"));
    Q_EMIT room().settings()->scheduleBox()->activated(0);
    EXPECT_EQ(room().settings()->curve()->scales(), std::vector<double>(9, 3.75));
    state().undoStack().undo();
    EXPECT_EQ(room().settings()->curve()->scales().front(), 1.0);
}

TEST_F(GenerateRoomTest, SaysWhatIsWrongWithFieldAndValueAndKeepsTheControls) {
    open();
    GenerationSettings settings;
    settings.sampling.topP = 0.0;
    setSettings(state(), settings, QStringLiteral("Top-p"));
    m_window.generationBench().generate();
    ASSERT_TRUE(waitUntil([this] { return !room().problem().isEmpty(); }));
    EXPECT_TRUE(room().problem().contains(QStringLiteral("top_p is 0")));
    room().settings()->greedyBox();
    settings.sampling.topP = 0.9;
    setSettings(state(), settings, QStringLiteral("Top-p"));
    EXPECT_TRUE(room().problem().isEmpty());
}

TEST_F(GenerateRoomTest, SaysWhyAGeneratorCannotBeOpened) {
    std::filesystem::create_directories(m_folder / "broken");
    std::ofstream(m_folder / "broken" / "config.json") << R"({"family": "gpt"})";
    m_window.workbench().open({QString::fromStdString((m_folder / "broken").string())});
    ASSERT_TRUE(waitUntil([this] { return generation().phase() == Phase::Failed; }));
    ASSERT_NE(room().messagePanel(), nullptr);
    const QString said = room().messagePanel()->message().text;
    EXPECT_TRUE(said.contains(QStringLiteral("config.json"))) << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("vocab_size"))) << qPrintable(said);
}

TEST_F(GenerateRoomTest, SaysWhenCodesDoNotFitTheTokenizer) {
    Services services = testing::fakeServices();
    services.misfitOf = [](const auto&, const auto&) {
        return std::string("har writes 7, codes has 8.");
    };
    MainWindow window(m_theme, services);
    window.show();
    window.workbench().open({m_models.at(0)});
    ASSERT_TRUE(waitUntil([&] { return window.generation().phase() == Phase::Failed; }));
    EXPECT_EQ(window.generation().error().message, "har writes 7, codes has 8.");
}

TEST_F(GenerateRoomTest, OpensInFrontWhenAGeneratorIsChosenInTheLibrary) {
    open();
    m_window.showRoom(Room::Pyramid);
    state().setCurrentModel(state().models().rowOf(m_models.at(1)));
    EXPECT_EQ(m_window.currentRoom(), Room::Generate);
    EXPECT_TRUE(waitUntil([this] { return generation().steps() == 128; }));
}

TEST_F(GenerateRoomTest, FollowsNothingWhileHiddenAndCatchesUp) {
    open();
    m_window.showRoom(Room::Pyramid);
    generate();
    EXPECT_TRUE(image().isNull());
    m_window.showRoom(Room::Generate);
    EXPECT_FALSE(image().isNull());
}

/// The same by the keyboard alone.
class GenerateKeysTest : public GenerateRoomTest {
protected:
    void SetUp() override {
        open();
        m_window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &m_window, Qt::Key(key), modifiers);
    }
};

TEST_F(GenerateKeysTest, ChoosesAClassByAPartOfItsName) {
    QLineEdit* edit = room().bar()->classBox()->lineEdit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("sneak"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(state().choice().generation.settings.label, 7);
    EXPECT_EQ(room().bar()->classBox()->currentText(), QStringLiteral("7 · Sneaker"));
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("nothing such"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(state().choice().generation.settings.label, 7) << "the class stays";
}

TEST_F(GenerateKeysTest, GeneratesScrubsAndBranches) {
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForEnd());
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(generation().step(), 3);
    press(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(generation().step(), 4);
    press(Qt::Key_B, Qt::ControlModifier);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(generation().branches().size(), 2U);
    press(Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(generation().branch()->id, 0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(generation().branch()->id, 1);
    press(Qt::Key_Delete, Qt::ControlModifier);
    EXPECT_EQ(generation().branches().size(), 1U);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(generation().branches().size(), 2U);
}

TEST_F(GenerateKeysTest, PlaysAndStopsWithTheSpaceBarButLeavesItToButtons) {
    press(Qt::Key_Space);
    ASSERT_TRUE(waitForEnd());
    press(Qt::Key_Space);
    EXPECT_EQ(generation().activity(), GenerationState::Activity::Replaying);
    press(Qt::Key_Space);
    EXPECT_TRUE(isIdle());
    room().bar()->loopButton()->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
    EXPECT_TRUE(generation().isLooping());
    EXPECT_TRUE(isIdle()) << "the button had the key";
    press(Qt::Key_L);
    EXPECT_FALSE(generation().isLooping());
}

TEST_F(GenerateKeysTest, WalksOverTokensAndChoosesOne) {
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForEnd());
    room().tokens()->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Right);
    EXPECT_EQ(room().tokens()->shown(), 3);
    EXPECT_TRUE(room().tokens()->accessibleDescription().startsWith(QStringLiteral("Token 3")));
    press(Qt::Key_Space);
    EXPECT_EQ(state().choice().generation.token, 3);
    EXPECT_EQ(room().settings()->candidates()->position(), 3);
}

TEST_F(GenerateKeysTest, WalksOverTheTreeAndRemovesABranch) {
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForEnd());
    press(Qt::Key_Left, Qt::ShiftModifier);
    press(Qt::Key_Left, Qt::ShiftModifier);
    press(Qt::Key_B, Qt::ControlModifier);
    ASSERT_TRUE(waitForEnd());
    room().tree()->node(0, 0)->setFocus();
    press(Qt::Key_Right);
    EXPECT_TRUE(room().tree()->node(0, 6)->hasFocus());
    press(Qt::Key_Right);
    press(Qt::Key_Down);
    EXPECT_TRUE(room().tree()->node(1, 8)->hasFocus());
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    EXPECT_EQ(generation().branch()->id, 0);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    EXPECT_EQ(generation().branches().size(), 1U);
}

TEST_F(GenerateKeysTest, MovesTheStripWithTheArrows) {
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForEnd());
    room().strip()->setFocus();
    press(Qt::Key_Left);
    EXPECT_EQ(generation().step(), 7);
}

} // namespace
} // namespace hierascope::widgets
