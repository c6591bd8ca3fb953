// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <string>

#include <sys/wait.h>

#include <gmock/gmock.h>

#include "core/runtime/generator.h"
#include "core/runtime/pictures.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/theme.h"
#include "widgets/generate/generate_room.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/export_dialog.h"
#include "widgets/shell/exporter.h"
#include "widgets/shell/generation_exporter.h"
#include "widgets/shell/main_window.h"
#include "widgets/state/engine_services.h"
#include "widgets/state/generation_edit.h"

#include <QSignalSpy>
#include <QSpinBox>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

Services realServices() {
    runtime::OpenOptions options;
    options.device = "cpu";
    options.threads = 1;
    return engineServices(options);
}

class WindowReplayTest : public ::testing::Test {
protected:
    WindowReplayTest() : m_window(m_theme, realServices()) {
        m_window.resize(1400, 900);
        m_window.show();
    }

    QString path(const std::string& name) {
        return QString::fromStdString((m_folder / name).string());
    }

    void openSubjects() {
        testing::writeSmallModel(m_folder / "a");
        testing::SmallModel other;
        other.seed = 2;
        testing::writeSmallModel(m_folder / "b", other);
        ASSERT_TRUE(runtime::savePicture(m_folder / "photo.png", testing::smoothPicture(50, 40)));
        m_window.workbench().open({path("a"), path("photo.png")});
        ASSERT_TRUE(waitUntil([&] { return state().phase() == Phase::Ready; }));
    }

    void compare(Compare compare) {
        state().compareWith({path("b"), {}});
        state().setCompare(compare);
        ASSERT_TRUE(waitUntil([&] {
            return state().phase() == Phase::Ready && state().phase(Side::B) == Phase::Ready &&
                   (compare != Compare::Difference || state().difference());
        }));
    }

    void exportPicture(int scale) {
        Exporter exporter(state(), m_window.runner());
        exporter.setWipe(m_window.room()->view()->wipeOfPicture());
        ExportDialog dialog(exporter, m_window.room()->picture());
        dialog.findChild<QSpinBox*>()->setValue(scale);
        QSignalSpy saved(&exporter, &Exporter::saved);
        dialog.saveTo(path("out.png"));
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    }

    /// Expects the command line to make the pixels of `out.png`.
    void expectReplayed(const std::string& options = {}) {
        const std::string command = "cd '" + m_folder.path().string() +
                                    "' && '" HIERASCOPE_CLI "' replay out.png --out again.png "
                                    "--device cpu --threads 1 " +
                                    options;
        const int status = std::system(command.c_str());
        ASSERT_EQ(WEXITSTATUS(status), 0);
        const auto before = runtime::readPicture(m_folder / "out.png");
        const auto after = runtime::readPicture(m_folder / "again.png");
        ASSERT_TRUE(before && after);
        EXPECT_GT(before->width, 8);
        EXPECT_TRUE(*before == *after);
    }

    ViewState& state() { return m_window.state(); }

    testing::TempFolder m_folder;
    Theme m_theme;
    MainWindow m_window;
};

TEST_F(WindowReplayTest, MakesEveryKindOfPictureOfTheLadderAgain) {
    openSubjects();
    state().setLevel(2);
    for (const Picture picture : {Picture::Reconstruction, Picture::Original, Picture::Residual,
                                  Picture::AbsoluteError, Picture::SignedError}) {
        state().setPicture(picture);
        exportPicture(3);
        expectReplayed();
    }
}

TEST_F(WindowReplayTest, MakesEveryComparisonAgain) {
    openSubjects();
    state().setLevel(1);
    for (const Compare kind : {Compare::SideBySide, Compare::Wipe, Compare::Difference}) {
        compare(kind);
        m_window.room()->view()->setWipe(0.4);
        exportPicture(2);
        expectReplayed();
    }
}

TEST_F(WindowReplayTest, MakesASampleAgain) {
    openSubjects();
    state().setSampling({true, 77});
    ASSERT_TRUE(waitUntil([&] { return state().phase() == Phase::Ready; }));
    exportPicture(1);
    expectReplayed();
    std::filesystem::create_directories(m_folder / "elsewhere");
    std::filesystem::rename(m_folder / "a", m_folder / "elsewhere/renamed");
    std::filesystem::rename(m_folder / "photo.png", m_folder / "elsewhere/photo.png");
    expectReplayed("--find elsewhere");
}

TEST_F(WindowReplayTest, MakesAGenerationAgain) {
    const QString demo = QStringLiteral(HIERASCOPE_RESOURCES "/demo/");
    if (!QFile::exists(demo + QStringLiteral("har-fashion/config.json")))
        GTEST_SKIP() << "the demo has no generator";
    m_window.workbench().open({demo + QStringLiteral("har-fashion")});
    ASSERT_TRUE(
        waitUntil([&] { return m_window.generation().phase() == GenerationState::Phase::Ready; }));
    GenerationSettings settings;
    settings.label = 3;
    settings.sampling.seed = 5;
    beginGeneration(state(), settings);
    m_window.generationBench().generate();
    ASSERT_TRUE(waitUntil([&] { return m_window.generation().isFinished(); }, 50'000));
    for (const int step : {4, 8}) {
        setStep(state(), m_window.generation(), step);
        GenerationExporter exporter(m_window.generation(), m_window.runner());
        QSignalSpy saved(&exporter, &GenerationExporter::saved);
        exporter.saveStep(path("out.png"), m_window.generateRoom()->picture(), 2);
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
        expectReplayed();
    }
}

} // namespace
} // namespace hierascope::widgets
