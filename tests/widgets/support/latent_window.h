// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/latents/latent_room.h"
#include "widgets/shell/main_window.h"
#include "widgets/state/latent_edit.h"

namespace hierascope::testing {

/// The window with the Latents view in front, two fake models, and a demo of fake images.
class LatentWindowTest : public ::testing::Test {
protected:
    LatentWindowTest() : m_window(m_theme, fakeServices()) {
        for (const char* name : {"model", "other"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json") << "{}";
            m_models << QString::fromStdString((m_folder / name).string());
        }
        m_window.resize(1500, 950);
        m_window.show();
        m_window.setLatentDemo(QStringLiteral("photos"));
        m_window.workbench().open(
            m_models + QStringList{QString::fromStdString((m_folder / "a.png").string())});
        EXPECT_TRUE(
            waitUntil([this] { return state().phase() == widgets::ViewState::Phase::Ready; }));
        m_window.showRoom(widgets::Room::Latents);
    }

    /// Makes the map of the demo.
    void map() {
        room().startDemo();
        ASSERT_TRUE(reach(widgets::Side::A));
    }
    void compare(widgets::MapCompare compare) {
        state().compareWith({m_models.at(1), {}});
        setMapCompare(state(), compare);
        ASSERT_TRUE(reach(widgets::Side::B));
        ASSERT_TRUE(reach(widgets::Side::A));
    }
    bool reach(widgets::Side side) {
        return waitUntil([this, side] {
            const widgets::LatentState::Shown& shown = latents().at(side);
            return shown.phase == widgets::LatentState::Phase::Finished && shown.uniformity &&
                   shown.trust && m_window.runner().tasks().empty();
        });
    }

    widgets::LatentState& latents() { return m_window.latents(); }
    widgets::ViewState& state() { return m_window.state(); }
    widgets::LatentRoom& room() { return *m_window.latentRoom(); }

    TempFolder m_folder;
    QStringList m_models;
    widgets::Theme m_theme;
    widgets::MainWindow m_window;
};

} // namespace hierascope::testing
