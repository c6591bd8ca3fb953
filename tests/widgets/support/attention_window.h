// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/attention/attention_room.h"
#include "widgets/common/theme.h"
#include "widgets/shell/main_window.h"
#include "widgets/state/attention_edit.h"

namespace hierascope::testing {

/// The window with the Attention view in front, and four fake models: two alike, one whose mask
/// leaks, one of codes and without attention.
class AttentionWindowTest : public ::testing::Test {
protected:
    AttentionWindowTest() : m_window(m_theme, fakeServices()) {
        for (const char* name : {"model", "other", "leaking", "codes"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json")
                << (std::string(name) == "codes" ? R"({"family": "restok"})" : "{}");
            m_models << QString::fromStdString((m_folder / name).string());
        }
        m_window.resize(1500, 950);
        m_window.show();
        m_window.workbench().open(
            m_models + QStringList{QString::fromStdString((m_folder / "a.png").string())});
        EXPECT_TRUE(
            waitUntil([this] { return state().phase() == widgets::ViewState::Phase::Ready; }));
        m_window.showRoom(widgets::Room::Attention);
        EXPECT_TRUE(reach());
    }

    /// Whatever the choice asks for is there.
    bool reach() {
        return waitUntil([this] {
            return !m_window.attentionBench().isWorking() && m_window.runner().tasks().empty() &&
                   attention().at(widgets::Side::A).phase != widgets::AttentionState::Phase::Busy;
        });
    }
    void look(widgets::AttentionLook look) {
        setAttentionLook(state(), look);
        ASSERT_TRUE(reach());
    }
    void compare(int model) {
        state().compareWith({m_models.at(model), {}});
        ASSERT_TRUE(waitUntil([this] {
            return state().phase(widgets::Side::B) == widgets::ViewState::Phase::Ready;
        }));
        ASSERT_TRUE(reach());
    }

    widgets::AttentionState& attention() { return m_window.attention(); }
    widgets::ViewState& state() { return m_window.state(); }
    widgets::AttentionRoom& room() { return *m_window.attentionRoom(); }

    TempFolder m_folder;
    QStringList m_models;
    widgets::Theme m_theme;
    widgets::MainWindow m_window;
};

} // namespace hierascope::testing
