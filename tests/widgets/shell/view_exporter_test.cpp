// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/view_exporter.h"

#include <fstream>

#include "core/runtime/pictures.h"
#include "tests/widgets/support/attention_window.h"
#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/latent_window.h"
#include "widgets/common/notice_bar.h"
#include "widgets/shell/attention_details.h"

#include <QPushButton>
#include <QSignalSpy>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;

class ViewExporterTest : public testing::AttentionWindowTest {
protected:
    ViewExporterTest() : m_exporter(state(), m_window.runner()) {
        const auto saved = runtime::savePicture(m_folder / "a.png", ImageRgb8(8, 8));
        EXPECT_TRUE(saved.has_value());
    }

    QString path(const char* name) { return QString::fromStdString((m_folder / name).string()); }

    void save(const char* name) {
        QSignalSpy saved(&m_exporter, &ViewExporter::saved);
        m_exporter.save({QStringLiteral("attention"), QString(), room().picture(),
                         attentionDetails(attention())},
                        path(name));
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    }

    ViewExporter m_exporter;
};

TEST_F(ViewExporterTest, BringsTheAttentionOfAnExportedPictureBack) {
    compare(1);
    look(AttentionLook::Heads);
    setAttentionLayer(state(), 0);
    state().selectTokens(Side::A, {3}, SelectionMode::Replace);
    ASSERT_TRUE(reach());
    const ViewChoice before = state().choice();
    save("attention.png");
    MainWindow other(m_theme, testing::fakeServices());
    other.show();
    other.workbench().open({path("attention.png")});
    ASSERT_TRUE(waitUntil([&] { return other.currentRoom() == Room::Attention; }));
    EXPECT_EQ(other.state().choice(), before);
    EXPECT_EQ(other.state().images().rowOf(path("attention.png")), -1);
}

TEST_F(ViewExporterTest, AsksByNameForAModelThatIsMissingAndTakesItsNewPlace) {
    save("attention.png");
    std::filesystem::rename(m_folder / "model", m_folder / "moved");
    MainWindow other(m_theme, testing::fakeServices());
    other.show();
    QSignalSpy missing(&other.workbench(), &Workbench::fileMissing);
    other.workbench().open({path("attention.png")});
    ASSERT_TRUE(waitUntil([&] { return missing.count() == 1; }));
    EXPECT_TRUE(other.notice()->isVisible());
    EXPECT_TRUE(other.notice()->sentence().contains(QStringLiteral("the model 'model'")));
    ASSERT_EQ(other.notice()->buttons().size(), 1);
    const auto file = missing.front().at(1).value<runs::NeededFile>();
    other.workbench().openMoved(path("attention.png"), file, path("moved"));
    ASSERT_TRUE(waitUntil([&] { return other.currentRoom() == Room::Attention; }));
    EXPECT_EQ(other.state().choice().a.model, path("moved"));
}

TEST_F(ViewExporterTest, WarnsOfAnImageThatChangedSince) {
    save("attention.png");
    ASSERT_TRUE(runtime::savePicture(m_folder / "a.png", ImageRgb8(9, 9)));
    QSignalSpy doubted(&m_window.workbench(), &Workbench::filesDoubted);
    m_window.workbench().open({path("attention.png")});
    ASSERT_TRUE(waitUntil([&] { return doubted.count() == 1; }));
    EXPECT_TRUE(doubted.front().front().toStringList().front().contains(path("a.png")));
    EXPECT_TRUE(m_window.notice()->isVisible());
}

TEST_F(ViewExporterTest, RefusesTheRecipeOfANewerVersionInOneSentence) {
    save("attention.png");
    const auto text = runtime::readPictureText(m_folder / "attention.png", runs::kRecipeKeyword);
    ASSERT_TRUE(text && *text);
    std::string newer = **text;
    const std::string old = "\"hierascope_recipe\":1";
    newer.replace(newer.find(old), old.size(), "\"hierascope_recipe\":9");
    ASSERT_TRUE(runtime::savePicture(m_folder / "newer.png", ImageRgb8(8, 8),
                                     {{runs::kRecipeKeyword, newer}}));
    QSignalSpy opened(&m_window.workbench(), &Workbench::recipeOpened);
    m_window.workbench().open({path("newer.png")});
    ASSERT_TRUE(waitUntil([&] { return opened.count() == 1; }));
    EXPECT_TRUE(opened.front().at(1).toString().contains(QStringLiteral("newer version")));
}

class CodebookExporterTest : public testing::CodebookWindowTest {};

TEST_F(CodebookExporterTest, BringsTheCodesOfAnExportedPictureBackAndCountsThem) {
    count();
    CodebookChoice choice = codebook().choice();
    choice.look = CodeLook::Map;
    choice.code = codeInImage();
    setCodebook(state(), choice, QStringLiteral("Code"));
    ViewExporter exporter(state(), m_window.runner());
    QSignalSpy saved(&exporter, &ViewExporter::saved);
    exporter.save({QStringLiteral("codebook"), QString(), room().picture(), {}},
                  model("codes.png"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    MainWindow other(m_theme, testing::fakeServices());
    other.show();
    other.workbench().open({model("codes.png")});
    ASSERT_TRUE(waitUntil([&] { return other.codebook().isReady(Side::A); }));
    EXPECT_EQ(other.currentRoom(), Room::Codebook);
    EXPECT_EQ(other.state().choice(), state().choice());
}

class LatentPictureTest : public testing::LatentWindowTest {};

TEST_F(LatentPictureTest, BringsTheMapOfAnExportedPictureBackAndLaysItOut) {
    const auto made = runtime::savePicture(m_folder / "a.png", ImageRgb8(8, 8));
    ASSERT_TRUE(made.has_value());
    LatentQuestion question = latents().choice().question;
    question.data = {QString::fromStdString((m_folder / "photos").string())};
    std::filesystem::create_directories(m_folder / "photos");
    setQuestion(state(), question, QStringLiteral("Images"));
    m_window.latentBench().start();
    ASSERT_TRUE(reach(Side::A));
    selectPoints(state(), latents(), PointSet({1, 2, 30}), PointsMode::Replace);
    ViewExporter exporter(state(), m_window.runner());
    QSignalSpy saved(&exporter, &ViewExporter::saved);
    const QString file = QString::fromStdString((m_folder / "map.png").string());
    exporter.save({QStringLiteral("latents"), QString(), room().picture(), {}}, file);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    MainWindow other(m_theme, testing::fakeServices());
    other.show();
    other.workbench().open({file});
    ASSERT_TRUE(waitUntil(
        [&] { return other.latents().at(Side::A).phase == LatentState::Phase::Finished; }));
    EXPECT_EQ(other.currentRoom(), Room::Latents);
    EXPECT_EQ(other.latents().choice(), latents().choice());
}

} // namespace
} // namespace hierascope::widgets
