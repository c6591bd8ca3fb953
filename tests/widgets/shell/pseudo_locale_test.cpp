// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_runs.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "tests/widgets/support/window_texts.h"
#include "widgets/common/theme.h"
#include "widgets/latents/latent_room.h"
#include "widgets/shell/export_dialog.h"
#include "widgets/shell/generation_export_dialog.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/shortcut_editor.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/latent_edit.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QRegularExpression>
#include <QTranslator>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

/// Gives every text brackets and a third more letters; placeholders stay.
class PseudoTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        const QString text = QString::fromUtf8(source);
        if (text.trimmed().isEmpty())
            return text;
        return QStringLiteral("⟦") + text + QString(text.size() / 3, QLatin1Char('~')) +
               QStringLiteral("⟧");
    }
};

/// What no translator sees: names of files, models and keys, numbers with units, data of a model.
bool isData(const QString& text) {
    static const QRegularExpression letters(QStringLiteral("\\p{L}{2,}"));
    static const QStringList known = {
        QStringLiteral("Hierascope"),       QStringLiteral("HieraTok"),
        QStringLiteral("scale-causal"),     QStringLiteral("60,000 steps"),
        QStringLiteral("Attention"),        QStringLiteral("cats, cups"),
        QStringLiteral("Trained"),          QStringLiteral("CPU"),
        QStringLiteral("6.4 M parameters"), QStringLiteral("3.1 M parameters")};
    static const QRegularExpression className(QStringLiteral("^\\d · "));
    static const QStringList schedules = {QStringLiteral("constant"), QStringLiteral("linear"),
                                          QStringLiteral("step"), QStringLiteral("auto"),
                                          QStringLiteral("cuda")};
    if (className.match(text).hasMatch() || schedules.contains(text))
        return true;
    if (!letters.match(text).hasMatch() || text.contains(QStringLiteral("hierascope-test")))
        return true;
    for (const QString& word : known)
        if (text.contains(word, Qt::CaseInsensitive))
            return true;
    static const QRegularExpression file(
        QStringLiteral("^[\\w./-]*(model|other|har|codes|\\.png|aaaa)[\\w…./-]*$"));
    return file.match(text).hasMatch();
}

class LocaleTest : public ::testing::Test {
protected:
    void makeWindow() {
        for (const char* name : {"model", "other"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json") << "{}";
        }
        m_theme = std::make_unique<Theme>();
        Services services = testing::fakeServices();
        m_fakes = testing::FakeRuns::addTo(services);
        m_window = std::make_unique<MainWindow>(*m_theme, services);
        m_window->resize(1700, 1000);
        m_window->show();
        m_window->docks().tasks()->show();
        QStringList files;
        for (const char* name : {"model", "other", "a.png", "b.png"})
            files << QString::fromStdString((m_folder / name).string());
        m_window->workbench().open(files);
        ASSERT_TRUE(reach(Side::A));
        m_window->state().setSampling({true, 1});
        m_window->state().setLevel(3);
        m_window->state().selectTokens(Side::A, {9}, SelectionMode::Replace);
        ASSERT_TRUE(reach(Side::A));
    }

    void compare() {
        const QString other = QString::fromStdString((m_folder / "other").string());
        m_window->state().compareWith({other, {}});
        ASSERT_TRUE(reach(Side::B));
    }

    /// The Generate view with two branches, a token, and a second generator.
    void generate() {
        m_window->workbench().open(testing::makeGeneratorFolders(m_folder.path()));
        GenerationState& generation = m_window->generation();
        const auto isDone = [&] {
            return generation.isFinished() && m_window->runner().tasks().empty();
        };
        ASSERT_TRUE(waitUntil([&] { return generation.phase() == GenerationState::Phase::Ready; }));
        m_window->generationBench().generate();
        ASSERT_TRUE(waitUntil(isDone));
        setStep(m_window->state(), generation, 3);
        m_window->generationBench().replaceToken(2, 88);
        ASSERT_TRUE(waitUntil(isDone));
        selectToken(m_window->state(), m_window->generation(), 6);
        ASSERT_TRUE(reach(Side::A));
    }

    /// The Latents view with the maps of two models, their numbers and a selection.
    void map() {
        m_window->setLatentDemo(QStringLiteral("hierascope-test-photos"));
        m_window->showRoom(Room::Latents);
        setMapCompare(m_window->state(), MapCompare::SideBySide);
        m_window->latentRoom()->startDemo();
        const LatentState& latents = m_window->latents();
        const auto isDone = [&](Side side) {
            return latents.at(side).phase == LatentState::Phase::Finished;
        };
        ASSERT_TRUE(waitUntil([&] {
            return isDone(Side::A) && isDone(Side::B) && m_window->runner().tasks().empty();
        }));
        selectPoints(m_window->state(), latents, PointSet({1, 2, 3}), PointsMode::Replace);
        m_window->actions().saveSubset->trigger();
        m_window->latentStudy().start();
        ASSERT_TRUE(
            waitUntil([&] { return !m_window->latentStudy().isRunning(); }, testing::kManyTasks));
        ASSERT_TRUE(reach(Side::A));
    }

    /// The Attention view of two models, in one of its looks.
    void attend(AttentionLook look) {
        m_window->showRoom(Room::Attention);
        setAttentionLook(m_window->state(), look);
        ASSERT_TRUE(waitUntil([&] {
            return m_window->attention().isReady() && m_window->attention().isReady(Side::B) &&
                   !m_window->attentionBench().isWorking() && m_window->runner().tasks().empty();
        }));
    }

    /// The Train view with a run that trains, its values, and the form of a new one.
    void train() {
        const auto runs = m_folder.path() / "runs";
        const auto run = testing::FakeRuns::make(runs, "other");
        testing::appendEvents(run, {runs::MetricEvent{10, {{"loss", 0.5}, {"psnr", 20.0}}}});
        TrainBench& bench = m_window->train();
        bench.watch().setFolder(QString::fromStdString(runs.string()));
        m_window->showRoom(Room::Train);
        ASSERT_TRUE(waitUntil([&] { return bench.current() != nullptr; }));
        bench.act(RunAct::Start);
        m_fakes->tick();
        bench.watch().look();
        ASSERT_TRUE(waitUntil([&] { return bench.current()->isAlive(); }));
    }

    bool reach(Side side) {
        return waitUntil([&] {
            return m_window->state().phase(side) == Phase::Ready &&
                   m_window->runner().tasks().empty();
        });
    }

    static void expectNothingCut(const QWidget& window) {
        QTest::qWait(50); // layouts settle
        const QStringList cut = testing::cutTexts(window);
        EXPECT_TRUE(cut.isEmpty()) << qPrintable(cut.join(QStringLiteral("\n  ")));
    }

    QStringList plainTexts() {
        QStringList plain;
        for (const testing::WindowText& text : testing::windowTexts(*m_window))
            if (!text.text.contains(QStringLiteral("⟦")) && !isData(text.text))
                plain << text.where + QStringLiteral(": ") + text.text;
        plain.removeDuplicates();
        return plain;
    }

    void expectAllTranslated() {
        const QStringList plain = plainTexts();
        EXPECT_TRUE(plain.isEmpty()) << qPrintable(plain.join(QStringLiteral("\n  ")));
    }

    testing::TempFolder m_folder;
    std::shared_ptr<testing::FakeRuns> m_fakes;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(LocaleTest, TranslatesEveryTextOfTheWindow) {
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    makeWindow();
    expectAllTranslated();
    expectNothingCut(*m_window);
    compare();
    expectAllTranslated();
    for (int look = 0; look < kAttentionLooks; ++look) {
        attend(AttentionLook(look));
        expectAllTranslated();
        expectNothingCut(*m_window);
    }
    map();
    expectAllTranslated();
    expectNothingCut(*m_window);
    generate();
    expectAllTranslated();
    expectNothingCut(*m_window);
    train();
    expectAllTranslated();
    expectNothingCut(*m_window);
    m_window->trainRoom()->panel()->duplicate();
    expectAllTranslated();
    expectNothingCut(*m_window);
    m_window->say(QStringLiteral("Forgotten words")); // the test itself can fail
    EXPECT_FALSE(plainTexts().isEmpty());
    m_window.reset();
    QCoreApplication::removeTranslator(&pseudo);
}

TEST(CutTexts, FindsALabelThatIsTooNarrow) {
    QWidget window;
    auto* label = new QLabel(QStringLiteral("far too long for this place"), &window);
    label->setFixedWidth(20);
    window.show();
    EXPECT_EQ(testing::cutTexts(window).size(), 1);
    label->setFixedWidth(400);
    EXPECT_TRUE(testing::cutTexts(window).isEmpty());
}

TEST_F(LocaleTest, CutsNothingInAnyLanguage) {
    const Theme theme; // names the static library's resources
    for (const char* code : {"de", "zh_CN"}) {
        QTranslator translator;
        ASSERT_TRUE(translator.load(QStringLiteral("hierascope_") + QString::fromLatin1(code),
                                    QStringLiteral(":/translations")));
        QCoreApplication::installTranslator(&translator);
        makeWindow();
        expectNothingCut(*m_window);
        compare();
        expectNothingCut(*m_window);
        m_window->actions().exportPicture->trigger();
        expectNothingCut(*m_window->findChild<ExportDialog*>());
        for (int look = 0; look < kAttentionLooks; ++look) {
            attend(AttentionLook(look));
            expectNothingCut(*m_window);
        }
        map();
        expectNothingCut(*m_window);
        generate();
        expectNothingCut(*m_window);
        m_window->actions().exportPicture->trigger();
        expectNothingCut(*m_window->findChild<GenerationExportDialog*>());
        train();
        expectNothingCut(*m_window);
        m_window->trainRoom()->panel()->duplicate();
        expectNothingCut(*m_window);
        m_window.reset();
        QCoreApplication::removeTranslator(&translator);
    }
}

} // namespace
} // namespace hierascope::widgets
