// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/train_bench.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/train_window.h"

#include <QSignalSpy>

namespace hierascope::widgets {
namespace {

using State = runs::RunState;
using ::testing::ElementsAre;

class TrainBenchTest : public testing::TrainWindowTest {};

TEST_F(TrainBenchTest, StartsARunAndSeesItToItsEnd) {
    const QSignalSpy ended(&bench(), &TrainBench::ended);
    bench().act(RunAct::Start);
    EXPECT_EQ(stateOf("one"), State::Starting) << "before its folder says so";
    bench().act(RunAct::Start);
    EXPECT_EQ(m_fakes->starts(), 1) << "a run has one process";
    for (int i = 0; i < 12; ++i)
        tick();
    EXPECT_EQ(stateOf("one"), State::Finished);
    ASSERT_EQ(ended.count(), 1);
    EXPECT_EQ(ended.at(0).at(1).value<State>(), State::Finished);
    EXPECT_FALSE(bench().obstacle(RunAct::Start).isEmpty());
    bench().extend(150);
    EXPECT_EQ(m_fakes->starts(), 2) << "a finished run is extended by a process";
    EXPECT_THAT(m_fakes->commands(), ElementsAre("extend 150"));
    EXPECT_TRUE(m_fakes->trained().size() == 1);
}

TEST_F(TrainBenchTest, SendsWhatARunIsAsked) {
    bench().act(RunAct::Start);
    tick();
    bench().act(RunAct::Pause);
    look();
    EXPECT_EQ(stateOf("one"), State::Paused);
    bench().act(RunAct::Save);
    bench().act(RunAct::Start);
    look();
    bench().act(RunAct::Sample);
    bench().extend(300);
    bench().act(RunAct::Stop);
    look();
    EXPECT_EQ(stateOf("one"), State::Stopped);
    EXPECT_THAT(m_fakes->commands(),
                ElementsAre("pause", "save", "resume", "sample", "extend 300", "stop"));
    EXPECT_EQ(m_fakes->starts(), 1) << "a paused run goes on in its process";
}

TEST_F(TrainBenchTest, SaysWhyNotAndDoesNothing) {
    for (const RunAct act : {RunAct::Pause, RunAct::Stop, RunAct::Sample, RunAct::Save}) {
        EXPECT_FALSE(bench().obstacle(act).isEmpty());
        bench().act(act);
    }
    EXPECT_THAT(m_fakes->commands(), ElementsAre());
    bench().setCurrent(QStringLiteral("nowhere"));
    for (int act = 0; act < kRunActs; ++act) {
        EXPECT_FALSE(bench().obstacle(RunAct(act)).isEmpty());
        bench().act(RunAct(act));
    }
    bench().extend(5);
    EXPECT_EQ(m_fakes->starts(), 0);
}

TEST_F(TrainBenchTest, LetsRunsWaitForEachOther) {
    bench().queue().setOn(true);
    bench().act(RunAct::Start);
    tick();
    choose("two");
    bench().act(RunAct::Start);
    EXPECT_TRUE(bench().isQueued(text(run("two"))));
    EXPECT_EQ(m_fakes->starts(), 1);
    m_window.showRoom(Room::Pyramid); // it is watched all the same
    for (int i = 0; i < 12; ++i)
        tick();
    EXPECT_EQ(m_fakes->starts(), 2);
    EXPECT_THAT(m_fakes->trained(), ElementsAre(run("two")));
    EXPECT_FALSE(bench().isQueued(text(run("two"))));
}

TEST_F(TrainBenchTest, TakesARunOutOfTheQueueByStop) {
    bench().queue().setOn(true);
    bench().act(RunAct::Start);
    choose("two");
    bench().act(RunAct::Start);
    bench().act(RunAct::Stop);
    EXPECT_FALSE(bench().isQueued(text(run("two"))));
    EXPECT_THAT(m_fakes->commands(), ElementsAre());
}

TEST_F(TrainBenchTest, TellsOfAProcessThatIsGone) {
    bench().act(RunAct::Start);
    tick();
    m_fakes->kill(run("one"));
    look();
    EXPECT_EQ(stateOf("one"), State::Lost);
    EXPECT_TRUE(bench().obstacle(RunAct::Start).isEmpty()) << "it can be resumed";
}

TEST_F(TrainBenchTest, TellsWhenNothingCanBeStarted) {
    const QSignalSpy failed(&bench(), &TrainBench::failed);
    m_fakes->refuseStarts();
    bench().act(RunAct::Start);
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(stateOf("one"), State::Waiting);
}

TEST_F(TrainBenchTest, FindsRunsFromElsewhere) {
    testing::FakeRuns::make(m_folder.path() / "other", "three");
    bench().watch().add(text(m_folder / "other/three"));
    look();
    EXPECT_EQ(bench().watch().runs().size(), 3u);
    bench().watch().setAdded({});
    look();
    EXPECT_EQ(bench().watch().runs().size(), 2u);
}

} // namespace
} // namespace hierascope::widgets
