// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_bench.h"

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"

namespace hierascope::widgets {
namespace {

using testing::FakeGenerator;
using testing::waitUntil;
using Activity = GenerationState::Activity;
using Phase = GenerationState::Phase;

class GenerationBenchTest : public ::testing::Test {
protected:
    explicit GenerationBenchTest(const Services& services = testing::fakeServices())
        : m_generation(m_state), m_workbench(services, m_state, m_runner),
          m_bench(services, m_state, m_generation, m_workbench.models(), m_runner) {
        m_models = testing::makeGeneratorFolders(m_folder.path());
    }
    ~GenerationBenchTest() override { m_runner.shutdown(); }

    void open() {
        m_workbench.open({m_models.at(0)});
        ASSERT_TRUE(waitUntil([this] { return m_generation.phase() == Phase::Ready; }));
    }

    bool isIdle() { return m_generation.activity() == Activity::Idle && m_runner.tasks().empty(); }

    void generate() {
        m_bench.generate();
        ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); },
                              testing::kManyTasks));
    }

    int done() const { return m_generation.done(*m_generation.branch()); }
    std::vector<std::int64_t> codes() const {
        return m_generation.codes(*m_generation.branch(), m_generation.steps() - 1);
    }

    testing::TempFolder m_folder;
    QStringList m_models;
    ViewState m_state;
    GenerationState m_generation;
    TaskRunner m_runner;
    Workbench m_workbench;
    GenerationBench m_bench;
};

TEST_F(GenerationBenchTest, OpensAGeneratorWithTheTokenizerThatItNames) {
    open();
    EXPECT_EQ(m_generation.info()->variant, "har");
    EXPECT_EQ(m_generation.tokenizer()->name, "codes");
    EXPECT_EQ(m_generation.steps(), 9);
    EXPECT_EQ(m_state.models().rowCount(), 2) << "the tokenizer joins the library";
    EXPECT_TRUE(m_state.models().item(0).isGenerator);
    EXPECT_FALSE(m_state.models().item(1).isGenerator);
    EXPECT_TRUE(m_state.choice().a.model.isEmpty()) << "it is nothing that encodes";
}

TEST_F(GenerationBenchTest, ComputesEveryStepOnceAndShowsItBeforeTheNextStarts) {
    open();
    std::vector<std::size_t> running;
    QObject::connect(&m_generation, &GenerationState::stepAdded, &m_generation, [this, &running] {
        running.push_back(m_runner.tasks().size());
        EXPECT_EQ(m_generation.step(), done() - 1) << "the cursor is on the newest step";
        EXPECT_FALSE(m_generation.record(*m_generation.branch(), done() - 1)->picture.isNull());
    });
    const int before = FakeGenerator::computedSteps();
    generate();
    EXPECT_EQ(FakeGenerator::computedSteps() - before, 9);
    EXPECT_EQ(running, std::vector<std::size_t>(9, 0)) << "no task runs while a step is shown";
    EXPECT_EQ(codes().size(), 128U);
}

TEST_F(GenerationBenchTest, ComputesStepByStep) {
    open();
    m_bench.stepOn();
    ASSERT_TRUE(waitUntil([this] { return isIdle(); }));
    EXPECT_EQ(done(), 1);
    m_bench.stepOn();
    ASSERT_TRUE(waitUntil([this] { return isIdle(); }));
    EXPECT_EQ(done(), 2);
    setStep(m_state, m_generation, 0);
    m_bench.stepOn();
    EXPECT_TRUE(isIdle()) << "the next step is there";
    EXPECT_EQ(m_generation.step(), 1);
    m_bench.play();
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    const auto inSteps = codes();
    m_state.undoStack().setIndex(0);
    open();
    generate();
    EXPECT_EQ(codes(), inSteps) << "going on is as having gone through";
}

TEST_F(GenerationBenchTest, BranchesWithAnotherSeedAndKeepsTheParent) {
    open();
    generate();
    const auto first = codes();
    setStep(m_state, m_generation, 3);
    const int before = FakeGenerator::computedSteps();
    m_bench.branch();
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    EXPECT_EQ(FakeGenerator::computedSteps() - before, 5) << "steps 5 to 9";
    EXPECT_EQ(m_generation.branches().size(), 2U);
    EXPECT_EQ(m_generation.branch()->settings.sampling.seed, 1U);
    const auto second = codes();
    EXPECT_TRUE(std::equal(first.begin(), first.begin() + 4, second.begin()));
    EXPECT_NE(first, second);
    showBranch(m_state, 0);
    EXPECT_EQ(codes(), first);
    EXPECT_EQ(FakeGenerator::computedSteps() - before, 5) << "nothing is computed again";
}

TEST_F(GenerationBenchTest, ReplacesATokenAndGoesOnBehindItsStep) {
    open();
    generate();
    const auto first = codes();
    m_bench.replaceToken(6, 88);
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    const auto second = codes();
    EXPECT_EQ(second.at(6), 88);
    EXPECT_EQ(second.at(5), first.at(5)) << "of the same step";
    EXPECT_NE(std::vector(first.begin() + 8, first.end()),
              std::vector(second.begin() + 8, second.end()));
    EXPECT_TRUE(m_generation.record(*m_generation.branch(), 4)->isGiven);
    EXPECT_FALSE(m_generation.record(*m_generation.branch(), 5)->isGiven);
    EXPECT_EQ(m_generation.branch()->kept, 4);
}

TEST_F(GenerationBenchTest, TakesABranchAwayWithItsChildrenAndBringsItBack) {
    open();
    generate();
    setStep(m_state, m_generation, 3);
    m_bench.branch();
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    setStep(m_state, m_generation, 5);
    m_bench.branch();
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    ASSERT_EQ(m_generation.branches().size(), 3U);
    removeBranch(m_state, 1);
    EXPECT_EQ(m_generation.branches().size(), 1U);
    EXPECT_EQ(m_generation.branch()->id, 0);
    const int before = FakeGenerator::computedSteps();
    m_state.undoStack().undo();
    EXPECT_EQ(m_generation.branches().size(), 3U);
    EXPECT_EQ(m_generation.branch()->id, 2);
    EXPECT_TRUE(m_generation.isFinished());
    EXPECT_EQ(FakeGenerator::computedSteps(), before);
}

TEST_F(GenerationBenchTest, RunsASecondGeneratorInLockStep) {
    open();
    setGenerator(m_state, Side::B, m_models.at(1));
    ASSERT_TRUE(waitUntil([this] { return m_generation.phase(Side::B) == Phase::Ready; }));
    bool isInStep = true;
    QObject::connect(&m_generation, &GenerationState::stepAdded, &m_generation, [this, &isInStep] {
        if (done() < 9)
            isInStep = isInStep && std::abs(done() - m_generation.doneOfB()) <= 1;
    });
    generate();
    EXPECT_TRUE(isInStep);
    EXPECT_EQ(m_generation.doneOfB(), 128);
    setStep(m_state, m_generation, 2);
    EXPECT_EQ(m_generation.stepOfB(), 2);
    setStep(m_state, m_generation, 8);
    EXPECT_EQ(m_generation.stepOfB(), 127);
}

TEST_F(GenerationBenchTest, FillsAGridOfSeedsWhoseCellsAreGenerations) {
    open();
    setSeeds(m_state, 4);
    m_bench.fillGrid();
    ASSERT_TRUE(waitUntil([this] { return m_generation.doneOfSeed(3) == 9 && isIdle(); },
                          testing::kManyTasks));
    const int before = FakeGenerator::computedSteps();
    m_bench.showSeed(2);
    EXPECT_EQ(m_generation.branch()->settings.sampling.seed, 2U);
    EXPECT_TRUE(m_generation.isFinished());
    EXPECT_EQ(FakeGenerator::computedSteps(), before);
}

TEST_F(GenerationBenchTest, ReplaysWithoutComputing) {
    open();
    generate();
    const int before = FakeGenerator::computedSteps();
    m_bench.play();
    EXPECT_EQ(m_generation.activity(), Activity::Replaying);
    EXPECT_EQ(m_generation.step(), 0) << "from the start, since the cursor was at the end";
    m_bench.stop();
    setStep(m_state, m_generation, 7);
    m_bench.play();
    EXPECT_TRUE(waitUntil([this] { return isIdle(); }));
    EXPECT_EQ(m_generation.step(), 8);
    m_generation.setLooping(true);
    setStep(m_state, m_generation, 7);
    m_bench.play();
    EXPECT_TRUE(waitUntil([this] { return m_generation.step() == 1; })) << "it begins again";
    m_bench.playOrStop();
    EXPECT_TRUE(isIdle());
    EXPECT_EQ(FakeGenerator::computedSteps(), before);
}

TEST_F(GenerationBenchTest, SaysWhatAGeneratorCannotDoAndGoesOnAfterwards) {
    open();
    GenerationSettings settings;
    settings.label = 77;
    setSettings(m_state, settings, QStringLiteral("Class"));
    m_bench.generate();
    ASSERT_TRUE(waitUntil([this] { return m_generation.failure().has_value(); }));
    EXPECT_THAT(m_generation.failure()->message, ::testing::HasSubstr("class 77"));
    settings.label = 3;
    setSettings(m_state, settings, QStringLiteral("Class"));
    EXPECT_FALSE(m_generation.failure().has_value());
    generate();
}

TEST_F(GenerationBenchTest, SaysWhyAGeneratorCannotBeOpened) {
    std::filesystem::create_directories(m_folder / "broken");
    std::ofstream(m_folder / "broken" / "config.json") << R"({"family": "gpt"})";
    m_workbench.open({QString::fromStdString((m_folder / "broken").string())});
    ASSERT_TRUE(waitUntil([this] { return m_generation.phase() == Phase::Failed; }));
    EXPECT_THAT(m_generation.error().message, ::testing::HasSubstr("vocab_size"));
    EXPECT_TRUE(m_state.models().item(0).hasError);
    m_bench.generate();
    EXPECT_EQ(m_generation.activity(), Activity::Idle);
}

/// The steps take their time.
class SlowGenerationTest : public GenerationBenchTest {
protected:
    SlowGenerationTest() : GenerationBenchTest(services()) {}

    static Services services() {
        Services services = testing::fakeServices();
        services.openGenerator = [](const std::filesystem::path& path,
                                    const TaskContext&) -> Result<Services::Generator> {
            return std::make_shared<FakeGenerator>(path, true, std::chrono::milliseconds(100));
        };
        return services;
    }
};

TEST_F(SlowGenerationTest, StopsAtOnceAndKeepsWhatIsThere) {
    open();
    m_bench.generate();
    ASSERT_TRUE(waitUntil([this] { return done() == 2; }));
    QTest::qWait(20); // the third is on its way
    m_bench.stop();
    EXPECT_EQ(m_generation.activity(), Activity::Idle);
    ASSERT_TRUE(waitUntil([this] { return isIdle(); }));
    EXPECT_EQ(done(), 2);
    EXPECT_FALSE(m_generation.failure().has_value()) << "a stop is no error";
    m_bench.play();
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    const auto stopped = codes();
    m_state.undoStack().setIndex(m_state.undoStack().index() - 1);
    EXPECT_EQ(stopped.size(), 128U);
}

TEST_F(SlowGenerationTest, TheLatestRequestWins) {
    open();
    m_bench.generate();
    QTest::qWait(30);
    GenerationSettings settings;
    settings.sampling.seed = 5;
    setSettings(m_state, settings, QStringLiteral("Seed"));
    m_bench.generate();
    ASSERT_TRUE(waitUntil([this] { return m_generation.isFinished() && isIdle(); }));
    EXPECT_EQ(m_generation.branch()->settings.sampling.seed, 5U);
    EXPECT_EQ(m_generation.done(*m_generation.choice().find(0)), 0) << "it was stopped";
}

TEST_F(SlowGenerationTest, StopsWhenItsBranchIsTakenAway) {
    open();
    m_bench.generate();
    ASSERT_TRUE(waitUntil([this] { return done() == 1; }));
    m_state.undoStack().undo();
    EXPECT_EQ(m_generation.branch(), nullptr);
    EXPECT_EQ(m_generation.activity(), Activity::Idle);
    EXPECT_TRUE(waitUntil([this] { return isIdle(); }));
}

} // namespace
} // namespace hierascope::widgets
