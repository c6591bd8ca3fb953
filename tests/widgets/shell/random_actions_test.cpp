// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/random_actions.h"

#include <cstdio>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/shell/pause_meter.h"

#include <QTest>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

/// The window with two models that take their time, some images, and two broken files.
class RandomActionsTest : public ::testing::Test {
protected:
    RandomActionsTest() : m_window(m_theme, services()) {
        for (const char* name : {"model", "other", "broken-model"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json") << "{}";
        }
        for (const char* name : {"model", "other", "a.png", "b.png", "c.png", "broken.png"})
            m_files << QString::fromStdString((m_folder / name).string());
        m_window.resize(1200, 800);
        m_window.show();
    }

    static Services services() {
        return {[](const std::filesystem::path& path,
                   const TaskContext& context) -> Result<Services::Tokenizer> {
                    const auto opened = testing::openFakeTokenizer(path, context);
                    if (!opened)
                        return failure(opened);
                    return std::make_shared<testing::FakeTokenizer>(path,
                                                                    std::chrono::milliseconds(20));
                },
                testing::readFakeImage};
    }

    bool isAtRest() {
        const ViewState& state = m_window.state();
        return m_window.runner().tasks().empty() && state.phase(Side::A) != Phase::Busy &&
               state.phase(Side::B) != Phase::Busy;
    }

    testing::TempFolder m_folder;
    Theme m_theme;
    QStringList m_files;
    MainWindow m_window;
};

TEST_F(RandomActionsTest, SurvivesFiveHundredAndShowsThePyramidAgain) {
    PauseMeter pauses;
    m_window.workbench().open(m_files);
    ASSERT_TRUE(waitUntil([&] { return isAtRest(); }));
    testing::RandomActions somebody(m_window, m_files, 20251104);
    pauses.start();
    for (int i = 0; i < 500; ++i) {
        somebody.act();
        QTest::qWait(i % 10 == 0 ? 15 : 0);
    }
    pauses.stop();
    // Reported, not judged: another program may have had the processor.
    std::printf("pauses of the event loop: 95 %% %.1f ms, longest %.1f ms\n",
                percentile(pauses.pauses(), 0.95), percentile(pauses.pauses(), 1.0));
    m_window.state().clearB();
    m_window.workbench().open({m_files.at(0), m_files.at(2)});
    EXPECT_TRUE(waitUntil([&] { return m_window.state().phase() == Phase::Ready && isAtRest(); }));
    EXPECT_EQ(m_window.state().choice().a.image, m_files.at(2));
}

TEST_F(RandomActionsTest, UndoesAllOfThemToTheStart) {
    m_window.workbench().open({m_files.at(0), m_files.at(2), m_files.at(3)});
    ASSERT_TRUE(waitUntil([&] { return isAtRest(); }));
    ViewState& state = m_window.state();
    const int before = state.undoStack().index();
    const ViewChoice start = state.choice();
    testing::RandomActions somebody(m_window, m_files, 7);
    for (int i = 0; i < 100; ++i)
        somebody.act();
    ASSERT_TRUE(waitUntil([&] { return isAtRest(); }));
    while (state.undoStack().index() > before)
        state.undoStack().undo();
    EXPECT_EQ(state.choice(), start);
}

TEST_F(RandomActionsTest, KeepsNothingOfWhatIsClosed) {
    m_window.workbench().open({m_files.at(0), m_files.at(2)});
    ASSERT_TRUE(waitUntil([&] { return isAtRest(); }));
    const auto children = m_window.findChildren<QObject*>().size();
    for (int cycle = 0; cycle < 100; ++cycle) {
        m_window.workbench().open({m_files.at(1), m_files.at(3)});
        ASSERT_TRUE(waitUntil(
            [&] { return isAtRest() && m_window.state().choice().a.image == m_files.at(3); }));
        m_window.state().removeImage(m_window.state().images().rowOf(m_files.at(3)));
        m_window.state().removeModel(m_window.state().models().rowOf(m_files.at(1)));
    }
    ASSERT_TRUE(waitUntil([&] { return isAtRest(); }));
    EXPECT_EQ(m_window.state().models().rowCount(), 1);
    EXPECT_LE(m_window.findChildren<QObject*>().size(), children + 20);
}

} // namespace
} // namespace hierascope::widgets
