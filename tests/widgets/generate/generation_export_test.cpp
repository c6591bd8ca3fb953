// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/generation_exporter.h"

#include "core/runs/recipe.h"
#include "core/runtime/pictures.h"
#include "tests/widgets/support/generate_window.h"
#include "widgets/shell/generation_export_dialog.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/generation_edit.h"

#include <QAction>
#include <QSignalSpy>
#include <QSpinBox>

namespace hierascope::widgets {
namespace {

using testing::FakeGenerator;
using testing::waitUntil;
using Figure = GenerationExportDialog::Figure;

class GenerationExportTest : public testing::GenerateWindowTest {
protected:
    GenerationExportTest() : m_exporter(m_window.generation(), m_window.runner()) {}
    void SetUp() override {
        open();
        generate();
    }

    QString path(const char* name) { return QString::fromStdString((m_folder / name).string()); }

    void save(Figure figure, const QString& file) {
        GenerationExportDialog dialog(m_exporter, room().picture());
        dialog.setFigure(figure);
        dialog.scaleBox()->setValue(2);
        QSignalSpy saved(&m_exporter, &GenerationExporter::saved);
        dialog.saveTo(file);
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    }

    static runs::GenerationRecipe recipeIn(const QString& file) {
        const auto text = runtime::readPictureText(systemPath(file), runs::kRecipeKeyword);
        EXPECT_TRUE(text && *text);
        const auto recipe = runs::generationRecipeFromJson(**text, "it");
        EXPECT_TRUE(recipe.has_value()) << (recipe ? "" : recipe.error().message);
        return recipe.value_or(runs::GenerationRecipe());
    }

    GenerationExporter m_exporter;
};

TEST_F(GenerationExportTest, SavesAStepWithItsRecipe) {
    setStep(state(), generation(), 5);
    save(Figure::Step, path("step.png"));
    EXPECT_EQ(QImage(path("step.png")).size(), QSize(128, 128));
    const runs::GenerationRecipe recipe = recipeIn(path("step.png"));
    EXPECT_EQ(recipe.figure, "generated_step");
    EXPECT_EQ(recipe.step, 5);
    EXPECT_EQ(recipe.className, "T-shirt");
    EXPECT_EQ(recipe.guidance, 3.75);
    EXPECT_EQ(recipe.generatorSha256, std::string(64, 'c'));
    EXPECT_EQ(recipe.codes, generation().codes(*generation().branch(), 5));
    EXPECT_EQ(recipe.width, 128);
}

TEST_F(GenerationExportTest, SavesAllStepsAsOneStrip) {
    save(Figure::Strip, path("strip.png"));
    const QImage strip(path("strip.png"));
    EXPECT_GE(strip.width(), 9 * 128);
    EXPECT_LT(strip.height(), 300);
    EXPECT_EQ(recipeIn(path("strip.png")).figure, "generated_strip");
}

TEST_F(GenerationExportTest, SavesAnAnimationOfTheSteps) {
    save(Figure::Animation, path("all.png"));
    QFile file(path("all.png"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_EQ(bytes.count("fcTL"), 10) << "nine steps, the last one twice";
    EXPECT_EQ(QImage(path("all.png")).size(), QSize(128, 128));
    EXPECT_EQ(recipeIn(path("all.png")).codes.size(), 128U);
}

TEST_F(GenerationExportTest, BringsTheGenerationBackWhereItIsOpened) {
    setStep(state(), generation(), 3);
    m_window.generationBench().replaceToken(6, 88);
    ASSERT_TRUE(waitUntil([this] { return generation().isFinished() && isIdle(); }));
    setStep(state(), generation(), 6);
    const auto wanted = codes();
    save(Figure::Step, path("step.png"));
    MainWindow other(m_theme, testing::fakeServices());
    other.show();
    other.workbench().open({path("step.png")});
    ASSERT_TRUE(waitUntil(
        [&] { return other.generation().isFinished() && other.generation().step() == 6; }));
    EXPECT_EQ(other.currentRoom(), Room::Generate);
    EXPECT_EQ(other.generation().step(), 6);
    EXPECT_EQ(other.generation().codes(*other.generation().branch(), 8), wanted);
    EXPECT_TRUE(other.generation().record(*other.generation().branch(), 4)->isGiven);
}

TEST_F(GenerationExportTest, SaysWhenTheGeneratorIsNotThereAnyMore) {
    save(Figure::Step, path("step.png"));
    std::filesystem::remove_all(m_folder / "har");
    QSignalSpy opened(&m_window.workbench(), &Workbench::recipeOpened);
    m_window.workbench().open({path("step.png")});
    ASSERT_TRUE(waitUntil([&] { return opened.count() == 1; }));
    EXPECT_TRUE(opened.first().at(1).toString().contains(QStringLiteral("har")));
}

TEST_F(GenerationExportTest, SaysWhyAFileWasNotSaved) {
    QSignalSpy failed(&m_exporter, &GenerationExporter::failed);
    m_exporter.saveStep(path("no/such/folder.png"), room().picture(), 1);
    ASSERT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_TRUE(failed.first().first().toString().contains(QStringLiteral("folder.png")));
}

TEST_F(GenerationExportTest, OpensItsDialogByTheActionOfTheWindow) {
    m_window.actions().exportPicture->trigger();
    EXPECT_NE(m_window.findChild<GenerationExportDialog*>(), nullptr);
}

} // namespace
} // namespace hierascope::widgets
