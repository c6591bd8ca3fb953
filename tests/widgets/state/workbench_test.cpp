// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/workbench.h"

#include <atomic>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

class WorkbenchTest : public ::testing::Test {
protected:
    WorkbenchTest() : m_workbench(services(), m_state, m_runner) {
        for (const char* name : {"model", "broken-model"})
            std::filesystem::create_directories(m_folder / name);
    }

    Services services() {
        return {[this](const std::filesystem::path& path,
                       const TaskContext& context) -> Result<Services::Tokenizer> {
                    ++m_openings;
                    const auto opened = testing::openFakeTokenizer(path, context);
                    if (!opened)
                        return failure(opened);
                    return std::make_shared<testing::FakeTokenizer>(path, m_delay);
                },
                testing::readFakeImage};
    }

    QString path(const char* name) const {
        return QString::fromStdString((m_folder / name).string());
    }

    bool reach(Phase phase) {
        return waitUntil([&] { return m_state.phase() == phase; });
    }

    testing::TempFolder m_folder;
    std::chrono::milliseconds m_delay{0};
    std::atomic<int> m_openings = 0;
    ViewState m_state;
    TaskRunner m_runner;
    Workbench m_workbench;
};

TEST_F(WorkbenchTest, ShowsThePyramidOfWhatIsOpened) {
    m_workbench.open({path("model"), path("a.png"), path("b.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(m_state.levels(), 5);
    EXPECT_EQ(m_state.modelInfo()->name, "model");
    EXPECT_EQ(m_state.images().item(m_state.currentImage()).name, QStringLiteral("a.png"));
    ASSERT_TRUE(waitUntil([&] { return !m_state.images().item(1).thumbnail.isNull(); }));
    EXPECT_FALSE(m_state.models().item(0).detail.isEmpty());
    EXPECT_EQ(m_openings, 1);
}

TEST_F(WorkbenchTest, ShowsAComputedPyramidAgainAtOnce) {
    m_workbench.open({path("model"), path("a.png"), path("b.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    const auto first = m_state.content();
    m_state.setCurrentImage(1);
    ASSERT_TRUE(reach(Phase::Ready));
    m_state.setCurrentImage(0);
    EXPECT_EQ(m_state.phase(), Phase::Ready);
    EXPECT_EQ(m_state.content(), first);
}

TEST_F(WorkbenchTest, IsEmptyWhenTheImageGoesWhileItIsReconstructed) {
    m_delay = std::chrono::milliseconds(300);
    m_workbench.open({path("model"), path("a.png")});
    ASSERT_TRUE(waitUntil([&] { return m_state.busyTitle().startsWith(u"Reconstructing"); }));
    m_state.removeImage(0);
    EXPECT_EQ(m_state.phase(), Phase::Empty) << "the dropped task still runs";
}

TEST_F(WorkbenchTest, SaysWhatIsMissing) {
    m_workbench.open({path("a.png")});
    ASSERT_TRUE(waitUntil([&] { return m_state.currentImage() == 0; }));
    EXPECT_EQ(m_state.phase(), Phase::Empty);
    m_workbench.open({path("model")});
    EXPECT_TRUE(reach(Phase::Ready));
    m_state.removeImage(0);
    EXPECT_EQ(m_state.phase(), Phase::Empty);
    EXPECT_NE(m_state.modelInfo(), nullptr);
}

TEST_F(WorkbenchTest, KeepsTheRestOfADropWithBrokenFiles) {
    m_workbench.open({path("broken-model"), path("broken.png"), path("b.png")});
    ASSERT_TRUE(reach(Phase::Failed));
    EXPECT_TRUE(QString::fromStdString(m_state.error().message)
                    .contains(QStringLiteral("field 'patch_size' is 0")));
    EXPECT_TRUE(m_state.models().item(0).hasError);
    m_workbench.open({path("model")});
    ASSERT_TRUE(waitUntil([&] {
        return m_state.phase() == Phase::Failed && m_state.currentModel() == 1 &&
               m_state.images().item(0).hasError;
    }));
    m_workbench.removeFailed();
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(m_state.images().item(m_state.currentImage()).name, QStringLiteral("b.png"));
}

TEST_F(WorkbenchTest, StopsAtOnceAndStartsAgain) {
    m_delay = std::chrono::milliseconds(400);
    m_workbench.open({path("model"), path("a.png")});
    ASSERT_TRUE(waitUntil([&] { return m_state.modelInfo() != nullptr; }));
    EXPECT_EQ(m_state.phase(), Phase::Busy);
    m_workbench.cancel();
    EXPECT_EQ(m_state.phase(), Phase::Stopped);
    m_workbench.retry();
    EXPECT_EQ(m_state.phase(), Phase::Busy);
    EXPECT_TRUE(reach(Phase::Ready));
}

TEST_F(WorkbenchTest, ShowsOnlyTheLatestOfManyRequests) {
    m_delay = std::chrono::milliseconds(50);
    m_workbench.open({path("model"), path("a.png"), path("b.png"), path("c.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    const auto first = m_state.content();
    int ready = 0;
    QObject::connect(&m_state, &ViewState::phaseChanged, &m_state, [&](Side side) {
        ready += side == Side::A && m_state.phase() == Phase::Ready ? 1 : 0;
    });
    m_state.setCurrentImage(1);
    m_state.setCurrentImage(2);
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(ready, 1);
    EXPECT_NE(m_state.content(), first);
}

TEST_F(WorkbenchTest, PassesProgressOn) {
    m_delay = std::chrono::milliseconds(300);
    std::int64_t last = 0;
    QObject::connect(&m_state, &ViewState::progressChanged, &m_state,
                     [&last](Side, const Progress& progress) { last = progress.done; });
    m_workbench.open({path("model"), path("a.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_GT(last, 0);
}

TEST_F(WorkbenchTest, ComputesBAndOpensItsModelOnce) {
    m_workbench.open({path("model"), path("a.png"), path("b.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(m_state.phase(Side::B), Phase::Empty);
    m_state.compareWith({QString(), path("b.png")});
    ASSERT_TRUE(waitUntil([&] { return m_state.phase(Side::B) == Phase::Ready; }));
    EXPECT_EQ(m_state.choice().compare, Compare::SideBySide);
    EXPECT_NE(m_state.content(Side::B), m_state.content(Side::A));
    EXPECT_EQ(m_openings, 1) << "B without a model of its own is decoded by A's";
    m_state.swapSubjects();
    EXPECT_EQ(m_state.phase(Side::A), Phase::Ready) << "both are known already";
    EXPECT_EQ(m_state.contentSubject(Side::A).image, path("b.png"));
    EXPECT_EQ(m_state.contentSubject(Side::B).image, path("a.png"));
    m_state.clearB();
    EXPECT_EQ(m_state.phase(Side::B), Phase::Empty);
}

TEST_F(WorkbenchTest, KeepsAWhenBFails) {
    m_workbench.open({path("model"), path("a.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    m_state.compareWith({path("broken-model"), QString()});
    ASSERT_TRUE(waitUntil([&] { return m_state.phase(Side::B) == Phase::Failed; }));
    EXPECT_EQ(m_state.phase(Side::A), Phase::Ready);
    m_workbench.removeFailed(Side::B);
    EXPECT_FALSE(m_state.hasB());
}

TEST_F(WorkbenchTest, UndoShowsWhatWasComputedWithoutComputingAgain) {
    m_workbench.open({path("model"), path("a.png"), path("b.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    const auto first = m_state.content();
    m_state.removeImage(0);
    ASSERT_TRUE(
        waitUntil([&] { return m_state.phase() == Phase::Ready && m_state.content() != first; }));
    m_state.undoStack().undo();
    EXPECT_EQ(m_state.choice().a.image, path("a.png"));
    ASSERT_TRUE(waitUntil([&] { return m_state.content() == first; }));
    EXPECT_EQ(m_state.images().rowCount(), 2) << "the image is in the library again";
}

TEST_F(WorkbenchTest, ShowsTheImageWhileItsPyramidIsComputed) {
    m_delay = std::chrono::milliseconds(300);
    m_workbench.open({path("model"), path("a.png")});
    ASSERT_TRUE(waitUntil([&] { return !m_state.preview(Side::A).isNull(); }));
    EXPECT_EQ(m_state.phase(), Phase::Busy);
    EXPECT_TRUE(reach(Phase::Ready));
}

TEST_F(WorkbenchTest, StopsBAndLetsAGoOn) {
    m_delay = std::chrono::milliseconds(200);
    m_workbench.open({path("model"), path("a.png"), path("b.png")});
    m_state.compareWith({QString(), path("b.png")});
    ASSERT_TRUE(waitUntil([&] { return m_state.phase(Side::B) == Phase::Busy; }));
    m_workbench.cancel(Side::B);
    EXPECT_EQ(m_state.phase(Side::B), Phase::Stopped);
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(m_state.phase(Side::B), Phase::Stopped) << "nothing starts it again by itself";
    m_workbench.retry();
    EXPECT_TRUE(waitUntil([&] { return m_state.phase(Side::B) == Phase::Ready; }));
}

TEST_F(WorkbenchTest, ReadsAgainWhatChangedOnDisk) {
    m_workbench.open({path("model"), path("a.png")});
    ASSERT_TRUE(reach(Phase::Ready));
    EXPECT_EQ(m_openings, 1);
    m_workbench.reload({path("model")});
    ASSERT_TRUE(waitUntil([&] { return m_openings == 2 && m_state.phase() == Phase::Ready; }));
}

} // namespace
} // namespace hierascope::widgets
