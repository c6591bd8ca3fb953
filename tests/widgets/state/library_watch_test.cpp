// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/library_watch.h"

#include <atomic>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"

namespace hierascope::widgets {
namespace {

using testing::waitUntil;

class LibraryWatchTest : public ::testing::Test {
protected:
    LibraryWatchTest() {
        write("pictures/a.png", "one");
        write("model/config.json", "{}");
        m_workbench.open({path("model"), path("pictures/a.png")});
    }

    Services services() {
        return {testing::openFakeTokenizer,
                [this](const std::filesystem::path& file, const TaskContext& context) {
                    ++m_reads;
                    return testing::readFakeImage(file, context);
                }};
    }

    void write(const char* name, const char* text) {
        std::filesystem::create_directories((m_folder / name).parent_path());
        std::ofstream(m_folder / name) << text;
    }

    QString path(const char* name) const {
        return QString::fromStdString((m_folder / name).string());
    }

    bool isReady() const { return m_state.phase() == ViewState::Phase::Ready; }

    testing::TempFolder m_folder;
    std::atomic<int> m_reads = 0;
    ViewState m_state;
    TaskRunner m_runner;
    Workbench m_workbench{services(), m_state, m_runner};
    LibraryWatch m_watch{m_state, m_workbench, m_runner};
};

TEST_F(LibraryWatchTest, ReadsAnImageAgainThatWasEdited) {
    ASSERT_TRUE(waitUntil([&] { return isReady() && m_reads == 2; })); // picture and thumbnail
    ASSERT_TRUE(waitUntil([&] { return m_state.images().item(0).modified.isValid(); }));
    write("pictures/a.png", "another");
    EXPECT_TRUE(waitUntil([&] { return isReady() && m_reads == 4; }));
}

TEST_F(LibraryWatchTest, GreysAFileThatIsGoneAndTakesItBack) {
    ASSERT_TRUE(waitUntil([&] { return isReady(); }));
    ASSERT_TRUE(waitUntil([&] { return m_state.images().item(0).modified.isValid(); }));
    std::filesystem::rename(m_folder / "pictures/a.png", m_folder / "kept.png");
    ASSERT_TRUE(waitUntil([&] { return m_state.images().item(0).isMissing; }));
    EXPECT_TRUE(isReady()) << "what was computed stays";
    std::filesystem::rename(m_folder / "kept.png", m_folder / "pictures/a.png");
    EXPECT_TRUE(waitUntil([&] { return !m_state.images().item(0).isMissing; }));
}

TEST_F(LibraryWatchTest, AddsWhatComesIntoAWatchedFolder) {
    ASSERT_TRUE(waitUntil([&] { return isReady(); }));
    m_watch.watchFolder(path("pictures"));
    write("pictures/b.png", "new");
    ASSERT_TRUE(waitUntil([&] { return m_state.images().rowCount() == 2; }));
    EXPECT_EQ(m_state.currentImage(), 0) << "what is shown stays";
    m_watch.unwatchFolder(path("pictures"));
    EXPECT_TRUE(m_watch.folders().isEmpty());
}

} // namespace
} // namespace hierascope::widgets
