// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/random_actions.h"
#include "tests/widgets/support/resident_memory.h"
#include "widgets/shell/pause_meter.h"

#include <QTest>

namespace hierascope::widgets {
namespace {

using testing::residentMiB;
using testing::waitUntil;

constexpr int kActions = 2000;
constexpr std::uint32_t kSeed = 20251126;

/// HIERASCOPE_SEED=N does other things than every day.
std::uint32_t seed() {
    bool isSet = false;
    const int other = qEnvironmentVariableIntValue("HIERASCOPE_SEED", &isSet);
    return isSet ? std::uint32_t(other) : kSeed;
}

/// The window with models of every kind, some images, and all views.
class AllRoomsTest : public ::testing::Test {
protected:
    AllRoomsTest() : m_window(m_theme, testing::fakeServices()) {
        for (const char* name : {"codes", "codes-b", "model", "other"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json") << "{}";
            m_files << QString::fromStdString((m_folder / name).string());
        }
        m_files += testing::makeGeneratorFolders(m_folder.path());
        m_files += testing::makeGreyImages(m_folder.path(), 6);
        m_window.resize(1400, 900);
        m_window.show();
    }
    void TearDown() override {
        if (HasFailure())
            std::printf("the last thing was: %s\n", qPrintable(m_last));
    }

    testing::TempFolder m_folder;
    Theme m_theme;
    QStringList m_files;
    QString m_last;
    MainWindow m_window;
};

TEST_F(AllRoomsTest, SurviveTwoThousandRandomActions) {
    m_window.workbench().open(m_files);
    ASSERT_TRUE(waitUntil([&] { return m_window.runner().tasks().empty(); }));
    testing::RandomActions somebody(m_window, m_files, seed());
    PauseMeter pauses;
    pauses.start();
    double half = 0.0;
    for (int i = 0; i < kActions; ++i) {
        somebody.wander();
        m_last = somebody.last();
        QTest::qWait(i % 10 == 0 ? 10 : 0);
        if (i == kActions / 2)
            half = residentMiB();
    }
    pauses.stop();
    const double end = residentMiB();
    // Reported, not judged: another program may have had the processor.
    std::printf("%d actions in all views: pauses of the event loop 50 %% %.1f ms, 95 %% %.1f ms, "
                "99 %% %.1f ms, longest %.1f ms; memory %.0f MiB at half, %.0f MiB at the end\n",
                kActions, percentile(pauses.pauses(), 0.5), percentile(pauses.pauses(), 0.95),
                percentile(pauses.pauses(), 0.99), percentile(pauses.pauses(), 1.0), half, end);
    EXPECT_LT(end, half + 200.0) << "the stores have limits; nothing else may grow";
    for (const Room room : {Room::Pyramid, Room::Latents, Room::Attention, Room::Generate,
                            Room::Codebook, Room::Train})
        m_window.showRoom(room);
    ViewState& state = m_window.state();
    state.clearB();
    m_window.workbench().open({m_files.first(), m_files.last()});
    EXPECT_TRUE(waitUntil([&] {
        return state.choice().a.image == m_files.last() && state.phase() == ViewState::Phase::Ready;
    }));
}

} // namespace
} // namespace hierascope::widgets
