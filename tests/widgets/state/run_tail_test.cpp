// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_tail.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_runs.h"

namespace hierascope::widgets {
namespace {

using runs::HelloEvent;
using runs::MetricEvent;
using runs::ProgressEvent;
using testing::appendEvents;
using ::testing::ElementsAre;

class RunTailTest : public ::testing::Test {
protected:
    RunTailTest() : m_run(testing::FakeRuns::make(m_folder.path(), "run")), m_tail(path()) {}
    QString path() const { return QString::fromStdString(m_run.string()); }
    std::vector<double> stepsOf(const QString& metric) {
        std::vector<double> steps;
        const auto curves = m_tail.curves();
        if (const auto found = curves->find(metric); found != curves->end())
            for (const RunPoint& point : found->second)
                steps.push_back(point.step);
        return steps;
    }

    testing::TempFolder m_folder;
    std::filesystem::path m_run;
    RunTail m_tail;
};

TEST_F(RunTailTest, ReadsWhatCameSinceTheLastLook) {
    m_tail.read();
    EXPECT_TRUE(m_tail.curves()->empty());
    appendEvents(m_run, {MetricEvent{10, {{"loss", 0.5}, {"l1", 0.1}}}});
    m_tail.read();
    const auto before = m_tail.curves();
    appendEvents(m_run, {MetricEvent{20, {{"loss", 0.25}}}});
    m_tail.read();
    EXPECT_THAT(stepsOf(QStringLiteral("loss")), ElementsAre(10, 20));
    EXPECT_THAT(stepsOf(QStringLiteral("l1")), ElementsAre(10));
    EXPECT_EQ(m_tail.loss(), 0.25);
    EXPECT_EQ(before->at(QStringLiteral("loss")).size(), 1u) << "what was given out stays";
    const auto now = m_tail.curves();
    m_tail.read();
    EXPECT_EQ(m_tail.curves(), now) << "nothing new, no copy";
}

TEST_F(RunTailTest, WaitsForTheEndOfALine) {
    const std::string line = runs::lineFromEvent(MetricEvent{10, {{"loss", 0.5}}}) + "\n";
    std::ofstream out(m_run / "events.jsonl");
    out << line.substr(0, 20) << std::flush;
    m_tail.read();
    EXPECT_THAT(stepsOf(QStringLiteral("loss")), ElementsAre());
    out << line.substr(20) << std::flush;
    m_tail.read();
    EXPECT_THAT(stepsOf(QStringLiteral("loss")), ElementsAre(10));
}

TEST_F(RunTailTest, SkipsWhatItDoesNotKnow) {
    std::ofstream(m_run / "events.jsonl")
        << "broken\n{\"type\":\"later\"}\n"
        << runs::lineFromEvent(MetricEvent{1, {{"loss", 2.0}}}) << "\n";
    m_tail.read();
    EXPECT_THAT(stepsOf(QStringLiteral("loss")), ElementsAre(1));
}

TEST_F(RunTailTest, DropsWhatAResumedRunTellsAgain) {
    appendEvents(m_run, {HelloEvent{1, "run", 0, 100}, MetricEvent{10, {{"loss", 3.0}}},
                         MetricEvent{20, {{"loss", 2.0}}}, MetricEvent{30, {{"loss", 1.0}}},
                         HelloEvent{1, "run", 20, 100}, MetricEvent{30, {{"loss", 1.5}}}});
    m_tail.read();
    EXPECT_THAT(stepsOf(QStringLiteral("loss")), ElementsAre(10, 20, 30));
    EXPECT_EQ(m_tail.loss(), 1.5);
}

TEST_F(RunTailTest, KnowsWhenAStepWas) {
    appendEvents(m_run, {MetricEvent{10, {{"loss", 3.0}}}, ProgressEvent{10, 100, 5.0, 45.0},
                         ProgressEvent{20, 100, 15.0, 60.0}, MetricEvent{20, {{"loss", 2.0}}},
                         MetricEvent{30, {{"loss", 1.0}}}});
    m_tail.read();
    const std::vector<RunPoint>& points = m_tail.curves()->at(QStringLiteral("loss"));
    EXPECT_DOUBLE_EQ(points[0].seconds, 5.0);
    EXPECT_DOUBLE_EQ(points[1].seconds, 15.0);
    EXPECT_DOUBLE_EQ(points[2].seconds, 22.5);
    EXPECT_DOUBLE_EQ(m_tail.remainingSeconds(), 60.0);
}

TEST_F(RunTailTest, StartsAgainWithAFileThatWasReplaced) {
    appendEvents(m_run, {MetricEvent{10, {{"loss", 3.0}}}, MetricEvent{20, {{"loss", 3.0}}}});
    m_tail.read();
    std::filesystem::remove(m_run / "events.jsonl");
    appendEvents(m_run, {MetricEvent{5, {{"loss", 1.0}}}});
    m_tail.read();
    EXPECT_THAT(stepsOf(QStringLiteral("loss")), ElementsAre(5));
}

TEST_F(RunTailTest, FindsCheckpointsAndPicturesByStep) {
    for (const char* folder :
         {"checkpoints/step-100", "checkpoints/step-20", "samples/step-20", "samples/step-3"})
        std::filesystem::create_directories(m_run / folder);
    std::ofstream(m_run / "checkpoints/step-100/config.json") << "{}";
    std::ofstream(m_run / "checkpoints/step-20/config.json") << "{}";
    std::ofstream(m_run / "samples/step-20/b.png") << "b";
    std::ofstream(m_run / "samples/step-20/a.png") << "a";
    std::ofstream(m_run / "samples/step-3/a.png") << "a";
    const std::vector<RunMoment> moments = momentsOf(path());
    ASSERT_EQ(moments.size(), 3u);
    EXPECT_EQ(moments[0].step, 3);
    EXPECT_TRUE(moments[0].checkpoint.isEmpty());
    EXPECT_TRUE(moments[1].samples.value(0).endsWith(QStringLiteral("step-20/a.png")));
    EXPECT_TRUE(moments[1].checkpoint.endsWith(QStringLiteral("step-20")));
    EXPECT_EQ(moments[2].step, 100);
    EXPECT_TRUE(moments[2].samples.isEmpty());
}

TEST_F(RunTailTest, TellsRunsFromModels) {
    EXPECT_TRUE(isRunFolder(path()));
    const auto model = m_folder / "model";
    std::filesystem::create_directories(model);
    std::ofstream(model / "config.json") << "{}";
    EXPECT_FALSE(isRunFolder(QString::fromStdString(model.string())));
    EXPECT_FALSE(isRunFolder(QString::fromStdString(m_folder.path().string())));
}

} // namespace
} // namespace hierascope::widgets
