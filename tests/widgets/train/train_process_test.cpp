// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Train view with processes: a trainer without a model keeps real run folders.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <optional>
#include <random>

#include <gmock/gmock.h>

#include "core/runs/run_control.h"
#include "core/runs/run_process.h"
#include "core/runs/run_status.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_runs.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_settings.h"
#include "widgets/state/trainer_process.h"
#include "widgets/train/run_panel.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

using State = runs::RunState;
using testing::waitUntil;
using Milliseconds = StopLadder::Milliseconds;

class TrainProcessTest : public ::testing::Test {
protected:
    TrainProcessTest() : m_settings(text(m_folder / "settings.ini"), QSettings::IniFormat) {
        for (const char* name : {"one", "two", "three"})
            testing::FakeRuns::make(m_folder.path() / "runs", name);
        m_settings.setValue(QStringLiteral("runsFolder"), text(m_folder / "runs"));
    }
    ~TrainProcessTest() override {
        m_window.reset();
        for (const std::int64_t process : m_started)
            if (runs::isProcessAlive(process))
                ::kill(static_cast<pid_t>(process), SIGKILL);
    }

    static QString text(const std::filesystem::path& path) {
        return QString::fromStdString(path.string());
    }
    std::filesystem::path run(const std::string& name) { return m_folder.path() / "runs" / name; }

    Services services() {
        Services services = testing::fakeServices();
        services.readRunStatus = runs::readStatus;
        services.sendCommand = runs::sendCommand;
        services.signalRun = runs::signalRun;
        services.isProcessAlive = runs::isProcessAlive;
        services.startTrainer = [this](const std::filesystem::path& run,
                                       const std::string& device) {
            const auto process = startTrainer(QStringLiteral(HIERASCOPE_FAKE_TRAINER), run, device);
            if (process)
                m_started.push_back(*process);
            return process;
        };
        services.keepAwake = [this](bool isAwake) { m_isAwake = isAwake; };
        return services;
    }
    void openWindow() {
        m_window.emplace(m_theme, services());
        new WindowSettings(*m_window, m_settings);
        m_window->resize(1500, 950);
        m_window->show();
        m_window->showRoom(Room::Train);
        ASSERT_TRUE(waitUntil([this] { return bench().watch().runs().size() == 3; }));
    }
    void closeWindow() {
        m_window->close();
        m_window.reset();
    }
    void choose(const std::string& name) { bench().setCurrent(text(run(name))); }
    void act(RunAct act) { m_window->trainRoom()->panel()->run()->act(act); }
    bool reaches(const std::string& name, State state) {
        return waitUntil([&] {
            const RunSnapshot* seen = bench().watch().find(text(run(name)));
            bench().watch().look();
            return seen != nullptr && bench().stateOf(*seen) == state;
        });
    }
    int alive() { return int(std::ranges::count_if(m_started, runs::isProcessAlive)); }
    /// Says for each process that lives which run of the list it belongs to.
    void expectAllListed() {
        for (const std::int64_t process : m_started) {
            if (!runs::isProcessAlive(process))
                continue;
            const auto& runs = bench().watch().runs();
            EXPECT_TRUE(std::ranges::any_of(runs,
                                            [&](const RunSnapshot& seen) {
                                                return isAliveState(bench().stateOf(seen)) &&
                                                       seen.status.process == process;
                                            }))
                << "process " << process << " is in no list";
        }
    }
    TrainBench& bench() { return m_window->train(); }

    testing::TempFolder m_folder;
    QSettings m_settings;
    Theme m_theme;
    std::optional<MainWindow> m_window;
    std::vector<std::int64_t> m_started;
    bool m_isAwake = false;
};

TEST_F(TrainProcessTest, LeavesNoProcessBehindThatNoListShows) {
    openWindow();
    std::mt19937 random(20261126);
    const auto below = [&random](int count) { return int(random() % unsigned(count)); };
    QListView* list = m_window->trainRoom()->list();
    for (int i = 0; i < 1000; ++i) {
        switch (below(12)) {
        case 0:
            m_window->trainRoom()->queueButton()->click();
            break;
        case 1:
        case 2:
            list->setCurrentIndex(list->model()->index(below(3), 0));
            break;
        case 3:
            m_window->trainRoom()->panel()->run()->extendTo()->setValue(1 + below(5000));
            break;
        default:
            act(RunAct(below(int(RunAct::Duplicate)))); // those that a process hears of
        }
        QTest::qWait(i % 5 == 0 ? 8 : 0);
    }
    EXPECT_GT(m_started.size(), 3u);
    bench().queue().setOn(false);
    // What was started last says its first word, or is on its way out.
    EXPECT_TRUE(waitUntil([this] {
        bench().watch().look();
        return std::ranges::none_of(bench().watch().runs(), [this](const RunSnapshot& seen) {
            return bench().stateOf(seen) == State::Starting;
        });
    }));
    QTest::qWait(300);
    expectAllListed();
    for (const char* name : {"one", "two", "three"}) {
        choose(name);
        act(RunAct::Stop);
    }
    EXPECT_TRUE(waitUntil([this] {
        bench().watch().look();
        return alive() == 0;
    }));
    EXPECT_TRUE(waitUntil([this] { return !m_isAwake; }));
}

TEST_F(TrainProcessTest, HearsAStopThatComesBeforeTheFirstWord) {
    openWindow();
    choose("one");
    act(RunAct::Start);
    act(RunAct::Stop);
    EXPECT_EQ(bench().obstacle(RunAct::Stop), TrainBench::tr("The run was asked to stop."));
    EXPECT_TRUE(reaches("one", State::Stopped));
    EXPECT_TRUE(waitUntil([this] { return alive() == 0; }));
}

TEST_F(TrainProcessTest, GoesDownTheLadderWithAProcessThatIsDeaf) {
    std::ofstream(run("one") / "deaf") << "";
    openWindow();
    bench().stops().setPatience(Milliseconds(50), Milliseconds(50));
    choose("one");
    act(RunAct::Start);
    ASSERT_TRUE(reaches("one", State::Training));
    act(RunAct::Stop);
    EXPECT_TRUE(waitUntil([this] {
        bench().watch().look();
        return bench().stops().rung(text(run("one"))) == StopLadder::Rung::Stuck;
    }));
    EXPECT_EQ(alive(), 1) << "only a person ends it at once";
    EXPECT_EQ(bench().obstacle(RunAct::Stop), QString());
    act(RunAct::Stop);
    EXPECT_TRUE(reaches("one", State::Lost));
    EXPECT_EQ(alive(), 0);
    EXPECT_EQ(bench().obstacle(RunAct::Start), QString()) << "it may be resumed";
}

TEST_F(TrainProcessTest, FindsAgainWhatGoesOnWithoutTheWindow) {
    openWindow();
    choose("one");
    act(RunAct::Start);
    ASSERT_TRUE(reaches("one", State::Training));
    EXPECT_TRUE(m_isAwake);
    act(RunAct::Pause);
    ASSERT_TRUE(reaches("one", State::Paused));
    closeWindow();
    EXPECT_EQ(alive(), 1);
    openWindow();
    choose("one");
    ASSERT_TRUE(reaches("one", State::Paused));
    act(RunAct::Start);
    ASSERT_TRUE(reaches("one", State::Training));
    EXPECT_EQ(m_started.size(), 1u);
    bench().extend(1'000'000);
    act(RunAct::Stop);
    EXPECT_TRUE(reaches("one", State::Stopped));
}

TEST_F(TrainProcessTest, KeepsTheQueueWhenTheWindowCloses) {
    openWindow();
    bench().queue().setOn(true);
    for (const char* name : {"one", "two", "three"}) {
        choose(name);
        bench().act(RunAct::Start);
    }
    EXPECT_EQ(bench().queue().paths(), (QStringList{text(run("two")), text(run("three"))}));
    ASSERT_TRUE(reaches("one", State::Training));
    closeWindow();
    std::filesystem::remove_all(run("two"));
    m_window.emplace(m_theme, services());
    const QSignalSpy said(&bench(), &TrainBench::failed);
    new WindowSettings(*m_window, m_settings);
    EXPECT_TRUE(bench().queue().isOn());
    EXPECT_TRUE(reaches("one", State::Finished)) << "100 steps";
    EXPECT_TRUE(reaches("three", State::Training)) << "the view need not be seen";
    EXPECT_EQ(m_started.size(), 2u);
    ASSERT_EQ(said.count(), 1);
    EXPECT_TRUE(said.at(0).at(0).toString().startsWith(QStringLiteral("two ")));
}

} // namespace
} // namespace hierascope::widgets
