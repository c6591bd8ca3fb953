// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/exporter.h"

#include <fstream>

#include <gmock/gmock.h>

#include "core/runtime/pictures.h"
#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/export_dialog.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QSignalSpy>
#include <QSpinBox>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

class ExporterTest : public ::testing::Test {
protected:
    ExporterTest()
        : m_window(m_theme, {testing::openFakeTokenizer, testing::readFakeImage}),
          m_exporter(m_window.state(), m_window.runner()) {
        std::filesystem::create_directories(m_folder / "model");
        std::ofstream(m_folder / "model" / "config.json") << "{}";
        const auto saved = runtime::savePicture(m_folder / "a.png", ImageRgb8(8, 8));
        EXPECT_TRUE(saved.has_value());
        m_window.resize(1200, 800);
        m_window.show();
        m_window.workbench().open({path("model"), path("a.png")});
        EXPECT_TRUE(waitUntil([&] { return m_window.state().phase() == Phase::Ready; }));
    }

    QString path(const char* name) const {
        return QString::fromStdString((m_folder / name).string());
    }

    testing::TempFolder m_folder;
    Theme m_theme;
    MainWindow m_window;
    Exporter m_exporter;
};

TEST_F(ExporterTest, SavesTheLargePictureEnlargedByWholePixels) {
    ExportDialog dialog(m_exporter, m_window.room()->picture());
    dialog.findChild<QSpinBox*>()->setValue(2);
    QSignalSpy saved(&m_exporter, &Exporter::saved);
    dialog.saveTo(path("out.png"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    const QImage written(path("out.png"));
    EXPECT_EQ(written.size(), QSize(256, 256));
    EXPECT_EQ(written.pixel(100, 51), m_window.room()->picture().pixel(50, 25));
}

TEST_F(ExporterTest, BringsTheViewOfAnExportedPictureBack) {
    ViewState& state = m_window.state();
    state.setLevel(2);
    state.setPicture(Picture::SignedError);
    state.setOverlay(TokenOverlay::Grid);
    state.selectTokens(Side::A, {5}, SelectionMode::Replace);
    const ViewChoice before = state.choice();
    QSignalSpy saved(&m_exporter, &Exporter::saved);
    ExportDialog dialog(m_exporter, m_window.room()->picture());
    dialog.setFigure(ExportDialog::Figure::Ladder);
    dialog.saveTo(path("ladder.png"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    state.setLevel(4);
    state.setPicture(Picture::Original);
    state.setOverlay(TokenOverlay::Off);
    state.clearSelection();
    m_window.workbench().open({path("ladder.png")});
    EXPECT_TRUE(waitUntil([&] { return state.choice() == before; }));
    EXPECT_EQ(state.images().rowOf(path("ladder.png")), -1) << "it is a view, not an image";
}

TEST_F(ExporterTest, OpensAnExportedPictureAsAnImageWhereItsModelIsGone) {
    QSignalSpy saved(&m_exporter, &Exporter::saved);
    QSignalSpy recipe(&m_window.workbench(), &Workbench::recipeOpened);
    m_exporter.save(path("out.png"), "picture",
                    [image = m_window.room()->picture()] { return image; });
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    std::filesystem::remove_all(m_folder / "model");
    m_window.workbench().open({path("out.png")});
    ASSERT_TRUE(waitUntil([&] { return m_window.state().images().rowOf(path("out.png")) >= 0; }));
    ASSERT_EQ(recipe.count(), 1);
    EXPECT_TRUE(recipe.first().at(1).toString().contains(path("model")));
}

TEST_F(ExporterTest, SaysWhyAPictureCannotBeSaved) {
    QSignalSpy failed(&m_exporter, &Exporter::failed);
    m_exporter.save(path("no/such/folder/out.png"), "picture",
                    [image = m_window.room()->picture()] { return image; });
    ASSERT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_TRUE(failed.first().first().toString().contains(QStringLiteral("out.png")));
}

TEST_F(ExporterTest, NamesHashesAndViewInItsRecipe) {
    m_window.state().setLevel(1);
    const runs::Recipe recipe = recipeOf(m_window.state(), "picture");
    EXPECT_EQ(recipe.a.modelSha256, std::string(64, 'a'));
    EXPECT_EQ(recipe.level, 1);
    EXPECT_EQ(recipe.picture, "reconstruction");
    EXPECT_FALSE(recipe.b.has_value());
}

} // namespace
} // namespace hierascope::widgets
