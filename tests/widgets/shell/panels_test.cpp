// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_content.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/common/vector_bars.h"
#include "widgets/shell/cursor_bar.h"
#include "widgets/shell/facts_table.h"
#include "widgets/shell/inspector_panel.h"
#include "widgets/shell/level_slider.h"
#include "widgets/shell/posterior_panel.h"
#include "widgets/shell/recent_files.h"
#include "widgets/shell/token_panel.h"
#include "widgets/state/checkpoint_finder.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;

class PanelsTest : public ::testing::Test {
protected:
    PanelsTest()
        : m_inspector(m_theme, m_state), m_generation(m_state),
          m_cursors(m_theme, m_state, m_generation) {
        ViewChoice choice;
        choice.a = {QStringLiteral("model"), QStringLiteral("a.png")};
        m_state.choose(choice, ViewState::Change::Subject, {});
        m_state.setContent(Side::A, choice.a, testing::fakeContent());
        m_inspector.resize(300, 900);
        m_inspector.show();
        m_cursors.show();
    }

    static QString valueOf(const FactsTable* table, const QString& label) {
        for (const FactsTable::Row& row : table->rows())
            if (row.label == label)
                return row.value;
        return QStringLiteral("no such row");
    }

    Theme m_theme;
    ViewState m_state;
    InspectorPanel m_inspector;
    GenerationState m_generation;
    CursorBar m_cursors;
};

TEST_F(PanelsTest, ShowsTheVectorOfTheSelectedToken) {
    TokenPanel* tokens = m_inspector.tokenPanel();
    EXPECT_FALSE(tokens->isVisible());
    m_state.setLevel(3);
    m_state.selectTokens(Side::A, {20}, SelectionMode::Replace);
    EXPECT_TRUE(tokens->isVisible());
    EXPECT_EQ(valueOf(tokens->table(), QStringLiteral("Scale 8\u00a0×\u00a08")),
              QStringLiteral("row\u00a02, column\u00a04"));
    EXPECT_TRUE(tokens->bars(Side::A)->isVisible());
    EXPECT_FALSE(tokens->bars(Side::B)->isVisible());
    m_state.selectTokens(Side::A, {21}, SelectionMode::Add);
    EXPECT_EQ(valueOf(tokens->table(), QStringLiteral("Tokens")), QStringLiteral("2"));
}

TEST_F(PanelsTest, PutsTheFiguresOfBBesideThoseOfA) {
    const auto rows = [this] { return m_inspector.levelTable()->rows(); };
    EXPECT_TRUE(rows().back().valueB.isEmpty() || !m_state.hasB());
    m_state.compareWith({QStringLiteral("other"), {}});
    m_state.setContent(Side::B, m_state.choice().resolved(Side::B), testing::fakeContent());
    ASSERT_FALSE(rows().empty());
    EXPECT_EQ(rows()[1].value, rows()[1].valueB);
    EXPECT_EQ(rows()[1].difference, QStringLiteral("+0.00"));
    EXPECT_EQ(m_inspector.levelTable()->text().header.size(), 4);
}

TEST_F(PanelsTest, SaysWhatIsUnderTheMouse) {
    EXPECT_FALSE(m_inspector.pixelTable()->isVisible());
    m_state.setHover(QPointF(0.5, 0.25));
    EXPECT_EQ(valueOf(m_inspector.pixelTable(), QStringLiteral("Place")),
              QStringLiteral("x\u00a064, y\u00a032"));
    m_state.setPicture(Picture::AbsoluteError);
    m_state.setHover(QPointF(0.5, 0.5));
    EXPECT_NE(valueOf(m_inspector.pixelTable(), QStringLiteral("Value")),
              QStringLiteral("no such row"));
    m_state.setHover(std::nullopt);
    EXPECT_TRUE(m_inspector.pixelTable()->rows().empty());
}

TEST_F(PanelsTest, ChoosesASampleOfThePosteriorAndItsSeed) {
    PosteriorPanel* posterior = m_inspector.posteriorPanel();
    Q_EMIT posterior->kinds()->chosen(1);
    EXPECT_TRUE(m_state.choice().sampling.isSample);
    posterior->seed()->setValue(42);
    EXPECT_EQ(m_state.choice().sampling.seed, 42U);
    m_state.setSampling({});
    EXPECT_EQ(posterior->kinds()->current(), 0);
    EXPECT_EQ(posterior->seed()->value(), 0);
}

TEST_F(PanelsTest, PlaysTheLevelsFromCoarseToFine) {
    QSignalSpy playing(&m_cursors, &CursorBar::playingChanged);
    m_state.setLevel(4);
    m_cursors.setPlaying(true);
    EXPECT_TRUE(m_cursors.isPlaying());
    EXPECT_TRUE(waitUntil([&] { return m_state.level() == 0; })) << "after the finest";
    EXPECT_TRUE(waitUntil([&] { return m_state.level() == 1; }));
    m_cursors.setPlaying(false);
    EXPECT_EQ(playing.count(), 2);
}

TEST_F(PanelsTest, MovesAlongTheCheckpointsOfARun) {
    const testing::TempFolder run;
    QStringList steps;
    for (const char* name : {"step-100", "step-200", "step-300"}) {
        std::filesystem::create_directories(run / "checkpoints" / name);
        steps << QString::fromStdString((run / "checkpoints" / name).string());
    }
    TaskRunner runner;
    const CheckpointFinder finder(m_state, runner);
    EXPECT_FALSE(m_cursors.checkpointSlider()->isVisible());
    m_state.setModel(Side::A, steps[2]);
    ASSERT_TRUE(waitUntil([&] { return m_state.checkpoint(Side::A) == 2; }));
    EXPECT_TRUE(m_cursors.checkpointSlider()->isVisible());
    const int rows = m_state.models().rowCount();
    m_state.stepCheckpoint(Side::A, -1);
    EXPECT_EQ(m_state.choice().a.model, steps[1]);
    m_cursors.checkpointSlider()->setValue(0);
    EXPECT_EQ(m_state.choice().a.model, steps[0]);
    EXPECT_LE(m_state.models().rowCount(), rows + 1) << "a run does not fill the library";
    m_state.stepCheckpoint(Side::A, -1);
    EXPECT_EQ(m_state.choice().a.model, steps[0]) << "there is none before";
    // A checkpoint that was shown leaves its picture in the strip.
    EXPECT_FALSE(m_cursors.checkpointSlider()->hasThumbnails());
    m_state.setContent(Side::A, m_state.choice().a, testing::fakeContent());
    EXPECT_TRUE(m_cursors.checkpointSlider()->hasThumbnails());
    m_cursors.setPlayingCheckpoints(true);
    EXPECT_TRUE(waitUntil([&] { return m_state.checkpoint(Side::A) == 1; }));
    m_state.setBusy(Side::A, {});
    QTest::qWait(900);
    EXPECT_EQ(m_state.checkpoint(Side::A), 1) << "it waits for the picture";
    m_cursors.setPlayingCheckpoints(false);
}

TEST_F(PanelsTest, ShowsThumbnailsOfLevelsWhereTheViewHasNone) {
    const int low = m_cursors.levelSlider()->sizeHint().height();
    m_cursors.setThumbnails(true, true);
    EXPECT_TRUE(m_cursors.levelSlider()->hasThumbnails());
    EXPECT_GT(m_cursors.levelSlider()->sizeHint().height(), low);
    EXPECT_FALSE(m_cursors.stepSlider()->isVisible()) << "nothing is generated";
    m_cursors.setThumbnails(false, true);
    EXPECT_FALSE(m_cursors.levelSlider()->hasThumbnails());
    EXPECT_EQ(m_cursors.levelSlider()->sizeHint().height(), low);
}

TEST(RecentFiles, KeepsTheLatestFirstAndEachOnce) {
    QMenu menu;
    RecentFiles recent(menu);
    EXPECT_FALSE(menu.isEnabled());
    recent.add({QStringLiteral("/a/one.png")});
    recent.add({QStringLiteral("/a/two.png")});
    recent.add({QStringLiteral("/a/one.png")});
    EXPECT_EQ(recent.paths(),
              (QStringList{QStringLiteral("/a/one.png"), QStringLiteral("/a/two.png")}));
    QSignalSpy chosen(&recent, &RecentFiles::chosen);
    menu.actions().at(1)->trigger();
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toStringList(), QStringList{QStringLiteral("/a/two.png")});
    menu.actions().last()->trigger();
    EXPECT_TRUE(recent.paths().isEmpty());
}

} // namespace
} // namespace hierascope::widgets
