// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/stop_ladder.h"

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

using Rung = StopLadder::Rung;

const QString kPath = QStringLiteral("/runs/one");

std::vector<RunSnapshot> runIn(runs::RunState state, std::int64_t process = 7) {
    RunSnapshot run;
    run.path = kPath;
    run.status.state = state;
    run.status.process = process;
    return {run};
}

class StopLadderTest : public ::testing::Test {
protected:
    QStringList climb(const std::vector<RunSnapshot>& runs, bool isStarting = false) {
        return m_ladder.climb(runs, [isStarting](const QString&) { return isStarting; });
    }
    StopLadder m_ladder;
};

TEST_F(StopLadderTest, GoesFromTheCommandToTheSignalAndOffersTheRest) {
    m_ladder.setPatience(StopLadder::Milliseconds(0), StopLadder::Milliseconds(0));
    m_ladder.begin(kPath, 7);
    EXPECT_EQ(m_ladder.rung(kPath), Rung::Asked);
    EXPECT_EQ(climb(runIn(runs::RunState::Training)), QStringList{kPath});
    EXPECT_EQ(m_ladder.rung(kPath), Rung::Signalled);
    EXPECT_EQ(climb(runIn(runs::RunState::Training)), QStringList()) << "one signal saves";
    EXPECT_EQ(m_ladder.rung(kPath), Rung::Stuck);
    EXPECT_EQ(climb(runIn(runs::RunState::Training)), QStringList());
    EXPECT_EQ(climb(runIn(runs::RunState::Lost)), QStringList());
    EXPECT_FALSE(m_ladder.isStopping(kPath));
}

TEST_F(StopLadderTest, WaitsForARunThatSaves) {
    m_ladder.setPatience(StopLadder::Milliseconds(0), StopLadder::Milliseconds(0));
    m_ladder.begin(kPath, 7);
    m_ladder.setPatience(StopLadder::Milliseconds(100'000), StopLadder::Milliseconds(0));
    EXPECT_EQ(climb(runIn(runs::RunState::Saving)), QStringList());
    EXPECT_EQ(climb(runIn(runs::RunState::Stopped)), QStringList());
    EXPECT_FALSE(m_ladder.isStopping(kPath));
}

TEST_F(StopLadderTest, KnowsARunBeforeItsFirstWord) {
    m_ladder.begin(kPath, 0);
    climb(runIn(runs::RunState::Waiting, 0), true);
    EXPECT_TRUE(m_ladder.isStopping(kPath));
    climb(runIn(runs::RunState::Training, 9));
    EXPECT_TRUE(m_ladder.isStopping(kPath));
    climb(runIn(runs::RunState::Training, 11));
    EXPECT_FALSE(m_ladder.isStopping(kPath)) << "another process is another training";
}

} // namespace
} // namespace hierascope::widgets
