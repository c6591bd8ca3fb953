// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_runs.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/shell/main_window.h"
#include "widgets/train/run_panel.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QToolButton>

namespace hierascope::testing {

/// The window with the Train view in front and two runs that nobody started.
class TrainWindowTest : public ::testing::Test {
protected:
    TrainWindowTest() : m_fakes(FakeRuns::addTo(m_services)), m_window(m_theme, m_services) {
        for (const char* name : {"one", "two"})
            FakeRuns::make(m_folder.path() / "runs", name);
        m_window.resize(1500, 950);
        m_window.show();
        bench().watch().setFolder(text(m_folder / "runs"));
        m_window.showRoom(widgets::Room::Train);
        EXPECT_TRUE(waitUntil([this] { return bench().watch().runs().size() == 2; }));
        choose("one");
    }

    static QString text(const std::filesystem::path& path) {
        return QString::fromStdString(path.string());
    }
    std::filesystem::path run(const std::string& name) const {
        return m_folder.path() / "runs" / name;
    }
    void choose(const std::string& name) { bench().setCurrent(text(run(name))); }
    /// Looks at all folders, and waits for what is seen.
    void look() {
        const auto isAtRest = [this] { return !bench().watch().isLooking(); };
        EXPECT_TRUE(waitUntil(isAtRest));
        bench().watch().look();
        EXPECT_TRUE(waitUntil(isAtRest));
    }
    void tick() {
        m_fakes->tick();
        look();
    }
    runs::RunState stateOf(const std::string& name) {
        const widgets::RunSnapshot* seen = bench().watch().find(text(run(name)));
        return seen != nullptr ? bench().stateOf(*seen) : runs::RunState::Lost;
    }
    void press(widgets::RunAct act) { room().panel()->run()->button(act)->click(); }

    widgets::TrainBench& bench() { return m_window.train(); }
    widgets::TrainRoom& room() { return *m_window.trainRoom(); }

    TempFolder m_folder;
    widgets::Theme m_theme;
    widgets::Services m_services = fakeServices();
    std::shared_ptr<FakeRuns> m_fakes;
    widgets::MainWindow m_window;
};

} // namespace hierascope::testing
