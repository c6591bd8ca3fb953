// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/runtime/pictures.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/common/notice_bar.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/recent_files.h"
#include "widgets/shell/session_keeper.h"
#include "widgets/shell/session_recovery.h"
#include "widgets/shell/window_docks.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/generation_edit.h"

#include <QDir>
#include <QDockWidget>
#include <QPushButton>
#include <QSignalSpy>

namespace hierascope::widgets {
namespace {

using nlohmann::json;
using testing::waitUntil;
using Phase = ViewState::Phase;

class SessionTest : public ::testing::Test {
protected:
    SessionTest() : m_window(std::make_unique<MainWindow>(m_theme, testing::fakeServices())) {
        for (const char* name : {"model", "other", "unused", "har"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json")
                << (std::string(name) == "har" ? R"({"family": "gpt"})" : "{}");
        }
        for (const char* name : {"a.png", "b.png"})
            EXPECT_TRUE(runtime::savePicture(m_folder / name, ImageRgb8(8, 8)).has_value());
        m_window->resize(1400, 900);
        m_window->show();
    }

    QString path(const char* name) const {
        return QString::fromStdString((m_folder / name).string());
    }
    QString copies() const { return path("recovery"); }
    QStringList kept() const {
        return QDir(copies()).entryList({QStringLiteral("*.hierascope")}, QDir::Files);
    }

    void openSubjects() {
        m_window->workbench().open({path("model"), path("other"), path("a.png"), path("b.png")});
        ASSERT_TRUE(waitUntil([&] { return state().phase() == Phase::Ready; }));
    }

    /// Something chosen in every room.
    void chooseMuch() {
        openSubjects();
        state().compareWith({path("other"), path("b.png")});
        state().setCompare(Compare::Wipe);
        state().setLevel(2);
        state().setPicture(Picture::SignedError);
        state().setOverlay(TokenOverlay::Grid);
        state().selectTokens(Side::A, {1, 5}, SelectionMode::Replace);
        ViewChoice next = state().choice();
        next.attention.layer = 0;
        next.attention.isRead = true;
        next.latents.mapping.perplexity = 12.5;
        next.latents.question.seed = 7;
        next.codebook.code = 3;
        next.codebook.images = 50;
        next.generation.settings.label = 2;
        next.generation.settings.sampling.seed = 99;
        next.generation.seeds = 4;
        state().choose(next, ViewState::Change::Attention, QStringLiteral("Much"));
        m_window->showRoom(Room::Attention);
        m_window->docks().log()->show();
        ASSERT_TRUE(waitUntil([&] { return m_window->runner().tasks().empty(); }));
    }

    void save(const QString& file) {
        QSignalSpy saved(&sessions(), &SessionKeeper::saved);
        sessions().saveTo(file);
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    }

    /// Opens a session file in a new window.
    std::unique_ptr<MainWindow> opened(const QString& file) {
        auto window = std::make_unique<MainWindow>(m_theme, testing::fakeServices());
        window->show();
        QSignalSpy opened(&window->sessions(), &SessionKeeper::opened);
        window->openPaths({file});
        EXPECT_TRUE(waitUntil([&] { return opened.count() == 1; }));
        return window;
    }

    void change(const char* file, const std::function<void(json&)>& edit) {
        std::stringstream text;
        text << std::ifstream(m_folder / file).rdbuf();
        json object = json::parse(text.str());
        edit(object);
        std::ofstream(m_folder / file) << object.dump();
    }

    ViewState& state() { return m_window->state(); }
    SessionKeeper& sessions() { return m_window->sessions(); }

    testing::TempFolder m_folder;
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(SessionTest, ShowsEverythingAgainInANewWindow) {
    chooseMuch();
    m_window->room()->view()->setWipe(0.3);
    m_window->room()->view()->view(Side::A)->setViewport({3000.0, {0.25, 0.75}, false});
    save(path("one.hierascope"));
    const auto other = opened(path("one.hierascope"));
    EXPECT_EQ(other->state().choice(), state().choice());
    EXPECT_EQ(other->currentRoom(), Room::Attention);
    EXPECT_FALSE(other->docks().log()->isHidden());
    EXPECT_NEAR(other->room()->view()->wipe(), 0.3, 0.01);
    EXPECT_EQ(other->room()->view()->view(Side::A)->viewport(),
              m_window->room()->view()->view(Side::A)->viewport());
    for (const char* name : {"model", "other"})
        EXPECT_GE(other->state().models().rowOf(path(name)), 0) << name;
    EXPECT_EQ(other->state().images().rowCount(), 2);
    EXPECT_EQ(other->recent().paths().value(0), path("one.hierascope"));
    EXPECT_EQ(json::parse(runs::toJson(other->sessions().now()))["view"],
              json::parse(runs::toJson(sessions().now()))["view"]);
}

TEST_F(SessionTest, TakesOutOfTheLibraryWhatTheSessionDoesNotHold) {
    openSubjects();
    save(path("one.hierascope"));
    m_window->workbench().open({path("unused")});
    ASSERT_TRUE(waitUntil([&] { return state().choice().a.model == path("unused"); }));
    m_window->openPaths({path("one.hierascope")});
    ASSERT_TRUE(waitUntil([&] { return state().choice().a.model == path("model"); }));
    EXPECT_EQ(state().models().rowOf(path("unused")), -1);
    state().undoStack().undo();
    EXPECT_EQ(state().choice().a.model, path("unused")) << "opening can be taken back";
}

TEST_F(SessionTest, SaysInTheTitleWhichSessionItIsAndWhetherItChanged) {
    openSubjects();
    save(path("one.hierascope"));
    EXPECT_TRUE(m_window->windowTitle().startsWith(QStringLiteral("one[*]")));
    EXPECT_FALSE(m_window->isWindowModified());
    state().setLevel(1);
    EXPECT_TRUE(waitUntil([&] { return m_window->isWindowModified(); }));
    state().undoStack().undo();
    EXPECT_TRUE(waitUntil([&] { return !m_window->isWindowModified(); }));
    m_window->showRoom(Room::Codebook);
    EXPECT_TRUE(waitUntil([&] { return m_window->isWindowModified(); }));
}

TEST_F(SessionTest, AsksByNameAndHashForWhatIsMissing) {
    openSubjects();
    save(path("one.hierascope"));
    std::filesystem::rename(m_folder / "a.png", m_folder / "moved.png");
    MainWindow other(m_theme, testing::fakeServices());
    other.show();
    other.openPaths({path("one.hierascope")});
    ASSERT_TRUE(waitUntil([&] { return other.notice()->isVisible(); }));
    EXPECT_TRUE(other.notice()->sentence().contains(QStringLiteral("the image 'a.png' (sha256 ")));
    EXPECT_TRUE(other.state().choice().a.model.isEmpty()) << "nothing was changed yet";
    ASSERT_EQ(other.notice()->buttons().size(), 2);
    other.notice()->buttons().at(1)->click(); // without it
    ASSERT_TRUE(waitUntil([&] { return other.state().choice().a.model == path("model"); }));
    EXPECT_TRUE(other.state().choice().a.image.isEmpty());
    EXPECT_TRUE(other.isWindowModified());
}

TEST_F(SessionTest, WarnsWhereAFileHoldsOtherBytes) {
    openSubjects();
    save(path("one.hierascope"));
    ASSERT_TRUE(runtime::savePicture(m_folder / "a.png", ImageRgb8(9, 9)).has_value());
    const auto other = opened(path("one.hierascope"));
    ASSERT_TRUE(waitUntil([&] { return other->notice()->isVisible(); }));
    EXPECT_TRUE(other->notice()->sentence().contains(QStringLiteral("another image")));
}

TEST_F(SessionTest, SaysInOneSentenceWhatIsWrongWithAFileAndChangesNothing) {
    openSubjects();
    save(path("good.hierascope"));
    state().setLevel(1);
    const ViewChoice before = state().choice();
    const std::vector<std::pair<std::function<void(json&)>, QString>> broken = {
        {[](json& object) { object["hierascope_session"] = 7; }, QStringLiteral("newer version")},
        {[](json& object) { object["room"] = 5; }, QStringLiteral("'room' is 5")},
        {[](json& object) { object["view"]["level"] = 5000; }, QStringLiteral("'view.level'")},
        {[](json& object) { object["view"].erase("attention"); }, QStringLiteral("attention")},
        {[](json& object) { object["files"][0]["sha256"] = "x"; }, QStringLiteral("sha256")},
        {[](json& object) { object = json::array(); }, QStringLiteral("expected an object")},
    };
    QSignalSpy failed(&sessions(), &SessionKeeper::failed);
    const auto expectFailure = [&](const QString& part) {
        const auto already = failed.count();
        m_window->openPaths({path("bad.hierascope")});
        ASSERT_TRUE(waitUntil([&] { return failed.count() == already + 1; }));
        const QString sentence = failed.back().front().toString();
        EXPECT_TRUE(sentence.contains(QStringLiteral("bad.hierascope"))) << sentence.toStdString();
        EXPECT_TRUE(sentence.contains(part)) << sentence.toStdString();
        EXPECT_EQ(state().choice(), before);
        EXPECT_EQ(sessions().path(), path("good.hierascope"));
    };
    for (const auto& [edit, part] : broken) {
        std::filesystem::copy_file(m_folder / "good.hierascope", m_folder / "bad.hierascope",
                                   std::filesystem::copy_options::overwrite_existing);
        change("bad.hierascope", edit);
        expectFailure(part);
    }
    std::filesystem::resize_file(m_folder / "bad.hierascope", 1);
    expectFailure(QStringLiteral("JSON"));
    std::filesystem::remove(m_folder / "bad.hierascope");
    expectFailure(QStringLiteral("cannot be read"));
}

TEST_F(SessionTest, SaysWhyItCannotBeSavedAndStaysModified) {
    openSubjects();
    QSignalSpy failed(&sessions(), &SessionKeeper::failed);
    sessions().saveTo(path("no/such/folder.hierascope"));
    ASSERT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_TRUE(sessions().path().isEmpty());
}

TEST_F(SessionTest, OffersWhatAKilledWindowLeftBehindOnce) {
    chooseMuch();
    const ViewChoice before = state().choice();
    auto* recovery = new SessionRecovery(*m_window, copies());
    QSignalSpy keptOnce(recovery, &SessionRecovery::kept);
    recovery->keep();
    ASSERT_TRUE(waitUntil([&] { return keptOnce.count() == 1; }));
    EXPECT_FALSE(m_window->recoveryBar()->isVisible());
    recovery->abandon(); // killed
    m_window.reset();
    ASSERT_EQ(kept().size(), 1);

    MainWindow next(m_theme, testing::fakeServices());
    next.show();
    new SessionRecovery(next, copies());
    ASSERT_TRUE(next.recoveryBar()->isVisible());
    {
        MainWindow beside(m_theme, testing::fakeServices());
        beside.show();
        const SessionRecovery second(beside, copies());
        EXPECT_FALSE(beside.recoveryBar()->isVisible()) << "the first one offers it";
    }
    ASSERT_EQ(next.recoveryBar()->buttons().size(), 2);
    next.recoveryBar()->buttons().front()->click();
    ASSERT_TRUE(waitUntil([&] { return next.state().choice() == before; }));
    EXPECT_TRUE(next.sessions().isModified());
    EXPECT_TRUE(waitUntil([&] { return kept().isEmpty(); }));
}

TEST_F(SessionTest, OffersNothingAfterAWindowWasClosed) {
    openSubjects();
    auto* recovery = new SessionRecovery(*m_window, copies());
    QSignalSpy keptOnce(recovery, &SessionRecovery::kept);
    recovery->keep();
    ASSERT_TRUE(waitUntil([&] { return keptOnce.count() == 1; }));
    recovery->keep();
    EXPECT_TRUE(m_window->runner().tasks().empty()) << "nothing changed since";
    m_window.reset();
    EXPECT_TRUE(kept().isEmpty());
    MainWindow next(m_theme, testing::fakeServices());
    next.show();
    const SessionRecovery again(next, copies());
    EXPECT_FALSE(next.recoveryBar()->isVisible());
}

TEST_F(SessionTest, DiscardsWhatSomebodyDoesNotWant) {
    openSubjects();
    auto* recovery = new SessionRecovery(*m_window, copies());
    QSignalSpy keptOnce(recovery, &SessionRecovery::kept);
    recovery->keep();
    ASSERT_TRUE(waitUntil([&] { return keptOnce.count() == 1; }));
    recovery->abandon();
    m_window.reset();
    MainWindow next(m_theme, testing::fakeServices());
    next.show();
    new SessionRecovery(next, copies());
    ASSERT_EQ(next.recoveryBar()->buttons().size(), 2);
    next.recoveryBar()->buttons().back()->click();
    EXPECT_TRUE(kept().isEmpty());
    EXPECT_FALSE(next.recoveryBar()->isVisible());
}

TEST_F(SessionTest, LeavesTheCopiesOfOtherWindowsAlone) {
    openSubjects();
    auto* recovery = new SessionRecovery(*m_window, copies());
    QSignalSpy keptOnce(recovery, &SessionRecovery::kept);
    recovery->keep();
    ASSERT_TRUE(waitUntil([&] { return keptOnce.count() == 1; }));
    {
        MainWindow beside(m_theme, testing::fakeServices());
        beside.show();
        const SessionRecovery second(beside, copies());
        EXPECT_FALSE(beside.recoveryBar()->isVisible());
    }
    EXPECT_EQ(kept().size(), 1);
}

} // namespace
} // namespace hierascope::widgets
