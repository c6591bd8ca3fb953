// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_bench.h"

#include <random>

#include <gmock/gmock.h>

#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/latent_study.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = LatentState::Phase;

class LatentBenchTest : public ::testing::Test {
protected:
    explicit LatentBenchTest(const Services& services = testing::fakeServices())
        : m_latents(m_state), m_workbench(services, m_state, m_runner),
          m_bench(services, m_state, m_latents, m_workbench.models(), m_runner),
          m_study(services, m_state, m_workbench.models(), m_runner) {
        m_state.setModel(Side::A, QStringLiteral("model"));
        LatentQuestion question = m_latents.choice().question;
        question.data = QStringList{QStringLiteral("photos")};
        setQuestion(m_state, question, {});
        m_state.undoStack().clear();
    }
    ~LatentBenchTest() override { m_runner.shutdown(); }

    Phase phase(Side side = Side::A) const { return m_latents.at(side).phase; }
    bool isQuiet() { return m_runner.tasks().empty(); }
    void finish() {
        m_bench.start();
        ASSERT_TRUE(reachEnd());
    }
    bool reachEnd() {
        return waitUntil([this] { return phase() == Phase::Finished && isQuiet(); });
    }
    void lay(const std::function<void(LatentMapping&)>& edit) {
        LatentMapping mapping = m_latents.choice().mapping;
        edit(mapping);
        setMapping(m_state, mapping, QStringLiteral("Mapping"));
    }
    void compare() {
        m_state.compareWith({QStringLiteral("other"), {}});
        setMapCompare(m_state, MapCompare::SideBySide);
    }

    ViewState m_state;
    LatentState m_latents;
    TaskRunner m_runner;
    Workbench m_workbench;
    LatentBench m_bench;
    LatentStudy m_study;
};

TEST_F(LatentBenchTest, ComputesNothingBeforeItIsAsked) {
    ASSERT_TRUE(waitUntil([this] { return m_state.modelInfo() && isQuiet(); }));
    EXPECT_EQ(phase(), Phase::Empty);
    EXPECT_FALSE(m_latents.hasMap());
}

TEST_F(LatentBenchTest, GathersLaysOutAndMeasures) {
    finish();
    EXPECT_EQ(m_latents.at(Side::A).points->count(), 11 * 256) << "one of twelve is broken";
    EXPECT_EQ(m_latents.at(Side::A).points->skipped.size(), 1U);
    EXPECT_EQ(m_latents.at(Side::A).frame->iteration, 1000);
    ASSERT_TRUE(waitUntil([this] { return m_latents.at(Side::A).trust != nullptr; }));
    EXPECT_EQ(m_latents.at(Side::A).uniformity->density.size(), 11U * 256U);
}

TEST_F(LatentBenchTest, DecodesTheImagesWhereTheirQualityIsAskedFor) {
    finish();
    const auto frame = m_latents.at(Side::A).frame;
    EXPECT_LT(m_latents.at(Side::A).points->images.front().psnr, 0.0);
    setMapColor(m_state, MapColor::Psnr);
    ASSERT_TRUE(waitUntil([this] {
        const auto& points = m_latents.at(Side::A).points;
        return points && points->images.front().psnr > 0.0 && isQuiet();
    }));
    EXPECT_EQ(m_latents.at(Side::A).frame, frame) << "the map stays";
    setMapColor(m_state, MapColor::Class);
    setMapColor(m_state, MapColor::Psnr);
    EXPECT_TRUE(isQuiet()) << "once is enough";
}

TEST_F(LatentBenchTest, ColoursLevelsWhereTheyAreAskedFor) {
    LatentQuestion question = m_latents.choice().question;
    question.source = LatentSource::Levels;
    setQuestion(m_state, question, {});
    EXPECT_EQ(m_latents.choice().color, MapColor::Level);
    setMapColor(m_state, MapColor::Code);
    question.source = LatentSource::BaseMap;
    setQuestion(m_state, question, {});
    EXPECT_EQ(m_latents.choice().color, MapColor::Code) << "what somebody chose stays";
}

TEST_F(LatentBenchTest, ShowsTheMapBeforeItIsFinished) {
    std::vector<std::int64_t> seen;
    QObject::connect(&m_latents, &LatentState::frameChanged, &m_latents, [&](Side side) {
        if (m_latents.at(side).frame)
            seen.push_back(m_latents.at(side).frame->iteration);
    });
    finish();
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.front(), 0) << "where it begins";
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST_F(LatentBenchTest, PausesAndGoesOn) {
    lay([](LatentMapping& mapping) { mapping.iterations = 1'000'000'000; });
    m_bench.start();
    ASSERT_TRUE(waitUntil([this] {
        return m_latents.at(Side::A).frame && m_latents.at(Side::A).frame->iteration > 0;
    }));
    m_bench.pause();
    EXPECT_EQ(phase(), Phase::Paused) << "at once";
    ASSERT_TRUE(waitUntil([this] { return isQuiet(); }));
    QTest::qWait(20);
    const std::int64_t before = m_latents.at(Side::A).frame->iteration;
    QTest::qWait(50);
    EXPECT_EQ(m_latents.at(Side::A).frame->iteration, before);
    m_bench.resume();
    ASSERT_TRUE(waitUntil([&] { return m_latents.at(Side::A).frame->iteration > before; }));
}

TEST_F(LatentBenchTest, BeginsAgainWithTheNextSeedAndTheSameNeighbours) {
    finish();
    const int begun = testing::fakeMapsBegun();
    const auto first = m_latents.at(Side::A).frame;
    m_bench.restart();
    EXPECT_EQ(m_latents.choice().mapping.seed, 43U);
    ASSERT_TRUE(reachEnd());
    EXPECT_NE(m_latents.at(Side::A).frame->coordinates, first->coordinates);
    EXPECT_EQ(testing::fakeMapsBegun(), begun);
    const std::int64_t made = testing::fakeIterations();
    m_state.undoStack().undo();
    EXPECT_EQ(m_latents.at(Side::A).frame, first) << "going back computes nothing";
    ASSERT_TRUE(reachEnd());
    EXPECT_EQ(testing::fakeIterations(), made);
}

TEST_F(LatentBenchTest, GoesOnBeyondTheEnd) {
    finish();
    const std::int64_t made = testing::fakeIterations();
    m_bench.extend(500);
    ASSERT_TRUE(waitUntil([this] { return m_latents.at(Side::A).frame->iteration == 1500; }));
    EXPECT_EQ(testing::fakeIterations() - made, 500);
}

TEST_F(LatentBenchTest, SaysWhyThereIsNoMap) {
    lay([](LatentMapping& mapping) { mapping.perplexity = 2000.0; });
    m_bench.start();
    ASSERT_TRUE(waitUntil([this] { return phase() == Phase::Failed && isQuiet(); }));
    EXPECT_THAT(m_latents.at(Side::A).error.message, ::testing::HasSubstr("perplexity"));
    lay([](LatentMapping& mapping) { mapping.perplexity = 30.0; });
    ASSERT_TRUE(reachEnd()) << "what was mended goes on by itself";
}

TEST_F(LatentBenchTest, StopsAndGoesOn) {
    m_bench.start();
    m_bench.stop();
    ASSERT_TRUE(waitUntil([this] { return isQuiet(); }));
    EXPECT_EQ(phase(), Phase::Stopped);
    finish();
}

TEST_F(LatentBenchTest, MapsBothModelsAndTurnsTheSecond) {
    compare();
    m_bench.start();
    ASSERT_TRUE(waitUntil([this] {
        return phase(Side::A) == Phase::Finished && phase(Side::B) == Phase::Finished && isQuiet();
    }));
    EXPECT_TRUE(m_latents.hasSamePoints());
    EXPECT_EQ(m_latents.at(Side::B).points->count(), m_latents.at(Side::A).points->count());
}

TEST_F(LatentBenchTest, LinksTheSelectionWithThePyramid) {
    m_workbench.open({QStringLiteral("photos/0.png")});
    LatentQuestion question = m_latents.choice().question;
    question.data = QStringList{QStringLiteral("photos")};
    finish();
    m_state.setImage(Side::A, QStringLiteral("photos/0.png"));
    selectPoints(m_state, m_latents, PointSet({3, 17, 300}), PointsMode::Replace);
    EXPECT_EQ(m_state.choice().selection.size(), 2U) << "point 300 is of another image";
    EXPECT_TRUE(m_state.choice().selection.contains(TokenRef{4, 16, 16, 17}));
    EXPECT_EQ(m_latents.lit().indices(), (PointSet::Indices{3, 17}));
    selectPoints(m_state, m_latents, PointSet({17}), PointsMode::Subtract);
    EXPECT_EQ(m_state.choice().latents.selection.indices(), (PointSet::Indices{3, 300}));
    invertPoints(m_state, m_latents);
    EXPECT_EQ(m_state.choice().latents.selection.indices().size(), 11U * 256U - 2U);
    m_state.undoStack().undo();
    EXPECT_EQ(m_state.choice().latents.selection.indices(), (PointSet::Indices{3, 300}));
    EXPECT_TRUE(pickPoint(m_state, m_latents, {Side::A, 300}));
    EXPECT_EQ(m_state.choice().a.image, QStringLiteral("photos/2.png"));
    clearPoints(m_state);
    EXPECT_TRUE(m_state.choice().latents.selection.isEmpty());
    m_state.setLevel(4);
    ASSERT_TRUE(waitUntil([this] { return m_state.level() == 4 && isQuiet(); }));
    m_state.selectTokens(Side::A, {44}, SelectionMode::Replace);
    EXPECT_EQ(m_latents.lit().indices(), (PointSet::Indices{300})) << "from the pyramid";
}

TEST_F(LatentBenchTest, FindsTheNeighboursOfTheOnePointThatIsSelected) {
    finish();
    selectPoints(m_state, m_latents, PointSet({40}), PointsMode::Replace);
    ASSERT_TRUE(waitUntil([this] { return !m_latents.neighbours().empty() && isQuiet(); }));
    EXPECT_EQ(m_latents.neighbours(), (PointSet::Indices{39}));
    selectPoints(m_state, m_latents, PointSet({40, 41}), PointsMode::Replace);
    EXPECT_TRUE(m_latents.neighbours().empty());
    ASSERT_TRUE(waitUntil([this] { return isQuiet(); }));
}

TEST_F(LatentBenchTest, MeasuresOverSeedsWithTheDifference) {
    compare();
    ASSERT_TRUE(waitUntil([this] { return m_state.modelInfo(Side::B) && isQuiet(); }));
    m_study.start();
    ASSERT_TRUE(waitUntil([this] { return !m_study.isRunning(); }, testing::kManyTasks));
    ASSERT_EQ(m_study.sides().size(), 2U);
    EXPECT_FALSE(m_study.failure());
    for (const LatentStudy::Measured& side : m_study.sides()) {
        EXPECT_EQ(side.result.seeds, (std::vector<std::uint64_t>{42, 43, 44, 45, 46}));
        EXPECT_EQ(side.result.cv.values.size(), 5U);
        EXPECT_GT(side.result.cv.deviation, 0.0);
    }
    EXPECT_TRUE(m_study.difference(&runtime::UniformityResult::cv));
}

/// Whatever is pressed in whatever order: it ends quiet, with the map of the last choice.
TEST_F(LatentBenchTest, SurvivesThreeHundredRandomActions) {
    std::mt19937 random(7);
    const auto below = [&random](int limit) { return int(random() % unsigned(limit)); };
    m_state.compareWith({QStringLiteral("other"), {}});
    for (int i = 0; i < 300; ++i) {
        switch (below(14)) {
        case 0:
            m_bench.start();
            break;
        case 1:
            m_bench.pause();
            break;
        case 2:
            m_bench.resume();
            break;
        case 3:
            m_bench.restart();
            break;
        case 4:
            m_bench.extend(below(300));
            break;
        case 5:
            m_bench.stop();
            break;
        case 6:
            lay([&](LatentMapping& mapping) { mapping.perplexity = 5.0 + below(2000); });
            break;
        case 7:
            lay([&](LatentMapping& mapping) { mapping.dimensions = 2 + below(2); });
            break;
        case 8: {
            LatentQuestion question = m_latents.choice().question;
            question.source = LatentSource(below(3));
            setQuestion(m_state, question, {});
            break;
        }
        case 9:
            setMapCompare(m_state, MapCompare(below(3)));
            break;
        case 10:
            setMapLook(m_state, MapLook(below(3)));
            break;
        case 11:
            m_state.undoStack().undo();
            break;
        case 12:
            selectPoints(m_state, m_latents, PointSet({below(500)}), PointsMode(below(3)));
            break;
        default:
            m_state.setModel(Side::A, below(4) == 0 ? QString() : QStringLiteral("model"));
            break;
        }
        QTest::qWait(below(4));
    }
    m_state.setModel(Side::A, QStringLiteral("model"));
    LatentChoice calm;
    calm.question.data = QStringList{QStringLiteral("photos")};
    ViewChoice last = m_state.choice();
    last.latents = calm;
    m_state.choose(last, ViewState::Change::Latents, {});
    finish();
    EXPECT_EQ(m_latents.at(Side::A).frame->iteration, 1000);
}

} // namespace
} // namespace hierascope::widgets
