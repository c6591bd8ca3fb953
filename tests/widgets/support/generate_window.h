// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/generate/generate_room.h"
#include "widgets/shell/main_window.h"

namespace hierascope::testing {

/// The window with the Generate view in front, and two fake generators to open.
class GenerateWindowTest : public ::testing::Test {
protected:
    explicit GenerateWindowTest(const widgets::Services& services = fakeServices())
        : m_models(makeGeneratorFolders(m_folder.path())), m_window(m_theme, services) {
        m_window.resize(1500, 950);
        m_window.show();
        m_window.showRoom(widgets::Room::Generate);
    }

    /// Opens the HAR generator; the AR one joins the library.
    void open() {
        m_window.workbench().open(m_models);
        ASSERT_TRUE(waitUntil([this] {
            return generation().phase() == widgets::GenerationState::Phase::Ready && isIdle();
        }));
    }
    void generate() {
        m_window.generationBench().generate();
        ASSERT_TRUE(
            waitUntil([this] { return generation().isFinished() && isIdle(); }, kManyTasks));
    }

    bool isIdle() {
        return generation().activity() == widgets::GenerationState::Activity::Idle &&
               m_window.runner().tasks().empty();
    }
    widgets::GenerationState& generation() { return m_window.generation(); }
    widgets::ViewState& state() { return m_window.state(); }
    widgets::GenerateRoom& room() { return *m_window.generateRoom(); }
    std::vector<std::int64_t> codes() {
        return generation().codes(*generation().branch(), generation().steps() - 1);
    }

    TempFolder m_folder;
    QStringList m_models;
    widgets::Theme m_theme;
    widgets::MainWindow m_window;
};

} // namespace hierascope::testing
