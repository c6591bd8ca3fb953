// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/train_room.h"

#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>

#include "core/runs/tensorboard_writer.h"
#include "tests/widgets/support/train_window.h"
#include "widgets/shell/window_actions.h"
#include "widgets/train/config_help.h"
#include "widgets/train/config_model.h"
#include "widgets/train/curve_panel.h"
#include "widgets/train/moment_strip.h"
#include "widgets/train/new_run_panel.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

namespace hierascope::widgets {
namespace {

using State = runs::RunState;
using testing::waitUntil;

class TrainRoomTest : public testing::TrainWindowTest {
protected:
    /// A preset beside its images.
    void addPresets() {
        std::filesystem::create_directories(m_folder / "presets");
        std::filesystem::create_directories(m_folder / "images");
        std::ofstream(m_folder / "presets/small.json")
            << R"({"format": 1, "family": "hieratok", "options": {"scales": [1, 2]},
                "preprocess": {"size": 8}, "data": {"train": "../images"},
                "training": {"steps": 10, "batch_size": 2, "learning_rate": 0.001}})";
        m_window.setTrainFiles(text(m_folder / "presets"), {});
    }
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(600, 400), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &enter);
        QDropEvent event(QPointF(600, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &event);
    }
    NewRunPanel& newRun() { return *room().panel()->newRun(); }
    void addCheckpoint(const std::string& name, int step) {
        const auto folder = run(name) / "checkpoints" / ("step-" + std::to_string(step));
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "config.json") << "{}";
        std::ofstream(folder / "model.safetensors") << "";
    }
};

TEST_F(TrainRoomTest, ListsRunsAndActsOnTheOneThatIsMarked) {
    EXPECT_EQ(room().messagePanel(), nullptr);
    EXPECT_EQ(room().list()->model()->rowCount(), 2);
    room().list()->setCurrentIndex(room().list()->model()->index(1, 0));
    EXPECT_EQ(bench().current()->name(), QStringLiteral("two"));
    press(RunAct::Start);
    EXPECT_EQ(stateOf("two"), State::Starting);
    EXPECT_FALSE(room().panel()->run()->button(RunAct::Start)->isEnabled());
    tick();
    press(RunAct::Pause);
    look();
    EXPECT_EQ(room().panel()->run()->button(RunAct::Start)->text(), QStringLiteral("Resume"));
    press(RunAct::OpenFolder);
    EXPECT_EQ(m_fakes->foldersOpened(), 1);
}

TEST_F(TrainRoomTest, ExplainsWhatCannotBeDone) {
    for (const RunAct act : {RunAct::Pause, RunAct::Stop, RunAct::Sample, RunAct::Save}) {
        const QToolButton* button = room().panel()->run()->button(act);
        EXPECT_FALSE(button->isEnabled());
        EXPECT_TRUE(button->toolTip().contains(bench().obstacle(act)));
    }
    EXPECT_FALSE(m_window.actions().pauseRun->isEnabled());
    EXPECT_TRUE(m_window.actions().startRun->isEnabled());
}

TEST_F(TrainRoomTest, SurvivesAThousandPresses) {
    addPresets();
    std::mt19937 random(20261126);
    const auto below = [&random](int count) { return int(random() % unsigned(count)); };
    for (int i = 0; i < 1000; ++i) {
        switch (below(14)) {
        case 0:
            m_fakes->tick();
            break;
        case 1:
            bench().watch().look();
            break;
        case 2:
            room().queueButton()->click();
            break;
        case 3:
            if (const int rows = room().list()->model()->rowCount(); rows > 0)
                room().list()->setCurrentIndex(room().list()->model()->index(below(rows), 0));
            break;
        case 4:
            if (below(20) == 0)
                newRun().start();
            break;
        case 5:
            room().panel()->run()->extendTo()->setValue(1 + below(400));
            break;
        case 6:
            if (below(10) == 0 && bench().current() != nullptr)
                m_fakes->kill(bench().current()->path.toStdString());
            break;
        default: // the buttons are pressed also where they are greyed
            room().panel()->run()->act(RunAct(below(kRunActs)));
            press(RunAct(below(kRunActs)));
        }
        QTest::qWait(i % 7 == 0 ? 2 : 0);
        const std::vector<std::filesystem::path> trained = m_fakes->trained();
        const std::set<std::filesystem::path> each(trained.begin(), trained.end());
        ASSERT_EQ(trained.size(), each.size()) << "a run with two processes after press " << i;
    }
    look();
    for (const std::filesystem::path& path : m_fakes->trained())
        EXPECT_NE(bench().watch().find(text(path)), nullptr) << path << " is in no list";
    EXPECT_GT(m_fakes->starts(), 3);
    EXPECT_GT(m_fakes->commands().size(), 20u);
}

TEST_F(TrainRoomTest, ShowsTheCurvesOfTheChosenRuns) {
    testing::appendEvents(run("one"), {runs::MetricEvent{10, {{"loss", 0.5}, {"psnr", 20.0}}},
                                       runs::MetricEvent{20, {{"loss", 0.25}, {"l1", 0.1}}}});
    testing::appendEvents(run("two"), {runs::MetricEvent{10, {{"loss", 0.75}}}});
    look();
    EXPECT_EQ(room().curves()->shownMetrics(),
              (QStringList{QStringLiteral("loss"), QStringLiteral("psnr")}));
    room().list()->selectAll();
    const CurveChart* loss = room().curves()->chart(QStringLiteral("loss"));
    ASSERT_NE(loss, nullptr);
    ASSERT_EQ(loss->lines().size(), 2u);
    EXPECT_EQ(loss->lines()[0].points.size(), 2u);
    room().curves()->setSmoothing(0.0);
    EXPECT_EQ(loss->lines()[0].points.back(), QPointF(20, 0.25));
    EXPECT_THAT(loss->readings().join(QLatin1Char('\n')).toStdString(),
                ::testing::HasSubstr("one: 0.25 at 20"));
    room().curves()->setMetricShown(QStringLiteral("l1"), true);
    EXPECT_NE(room().curves()->chart(QStringLiteral("l1")), nullptr);
    room().curves()->setLook({true, true});
    EXPECT_FALSE(room().picture().isNull());
}

TEST_F(TrainRoomTest, MakesCheckpointsAAndB) {
    addCheckpoint("one", 10);
    addCheckpoint("one", 20);
    look();
    room().moments()->button(0)->click();
    const QString first = text(run("one") / "checkpoints/step-10");
    const QString second = text(run("one") / "checkpoints/step-20");
    EXPECT_TRUE(waitUntil([&] { return m_window.state().choice().a.model == first; }));
    QTest::mouseClick(room().moments()->button(1), Qt::LeftButton, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return m_window.state().choice().b.model == second; }));
    EXPECT_EQ(m_window.state().choice().a.model, first);
    EXPECT_EQ(m_window.currentRoom(), Room::Train);
    EXPECT_TRUE(room().moments()->button(1)->text().contains(QStringLiteral("B")));
}

TEST_F(TrainRoomTest, StartsANewRunWithItsSettings) {
    addPresets();
    EXPECT_EQ(newRun().problem(), QString());
    newRun().stepsField()->setValue(77);
    newRun().rateField()->setText(QStringLiteral("fast"));
    EXPECT_FALSE(newRun().problem().isEmpty());
    newRun().rateField()->setText(QStringLiteral("2e-3"));
    EXPECT_EQ(newRun().problem(), QString());
    newRun().start();
    EXPECT_EQ(m_fakes->starts(), 1);
    look();
    ASSERT_NE(bench().current(), nullptr);
    EXPECT_EQ(bench().current()->name(), QStringLiteral("small"));
    const auto config = readTrainConfig(text(run("small") / "config.json"));
    ASSERT_TRUE(config);
    EXPECT_EQ(fieldOf(*config, QStringLiteral("training.steps")), nlohmann::json(77));
    EXPECT_EQ(fieldOf(*config, QStringLiteral("training.learning_rate")), nlohmann::json(2e-3));
    EXPECT_EQ(newRun().nameField()->text(), QStringLiteral("small-2")) << "ready for another";
}

TEST_F(TrainRoomTest, MarksValuesThatDoNotFit) {
    addPresets();
    ConfigModel& model = newRun().model();
    int row = 0;
    while (model.index(row, ConfigModel::NameColumn).data().toString() !=
           QStringLiteral("options.scales"))
        ++row;
    const QModelIndex cell = model.index(row, ConfigModel::ValueColumn);
    model.setData(cell, QStringLiteral("[1, 2"), Qt::EditRole);
    EXPECT_FALSE(cell.data(ConfigModel::ProblemRole).toString().isEmpty());
    EXPECT_TRUE(newRun().problem().contains(QStringLiteral("options.scales")));
    newRun().start();
    EXPECT_EQ(m_fakes->starts(), 0);
    model.setData(cell, QStringLiteral("[1, 2, 4]"), Qt::EditRole);
    EXPECT_EQ(newRun().problem(), QString());
    newRun().searchField()->setText(QStringLiteral("scales"));
    EXPECT_EQ(newRun().table()->model()->rowCount(), 1);
}

TEST_F(TrainRoomTest, DuplicatesARunWithChanges) {
    press(RunAct::Duplicate);
    EXPECT_EQ(newRun().nameField()->text(), QStringLiteral("one-2"));
    EXPECT_EQ(newRun().stepsField()->value(), 100);
}

TEST_F(TrainRoomTest, TakesRunsAndDataThatAreDropped) {
    addPresets();
    drop(text(testing::FakeRuns::make(m_folder.path() / "other", "three")));
    const auto shows = [this](const char* name) {
        return waitUntil([&] {
            return bench().current() != nullptr && bench().current()->name() == QLatin1String(name);
        });
    };
    ASSERT_TRUE(shows("three"));
    EXPECT_EQ(bench().watch().runs().size(), 3u);
    drop(text(m_folder / "images"));
    EXPECT_TRUE(waitUntil([&] {
        return fieldOf(newRun().newRun().config, QStringLiteral("data.train")) ==
               nlohmann::json((m_folder / "images").string());
    }));
}

TEST_F(TrainRoomTest, ShowsTheCurvesOfATensorboardFolder) {
    const auto folder = m_folder / "logs/first";
    std::filesystem::create_directories(folder);
    auto writer = runs::TensorboardWriter::open(folder, 0);
    ASSERT_TRUE(writer);
    for (int step = 1; step <= 5; ++step)
        ASSERT_TRUE(writer->writeScalars(step, {{"train/loss", 1.0 / step}}));
    drop(text(m_folder / "logs"));
    ASSERT_TRUE(
        waitUntil([&] { return bench().current() != nullptr && bench().current()->isForeign; }));
    room().curves()->setMetricShown(QStringLiteral("train/loss"), true);
    const CurveChart* chart = room().curves()->chart(QStringLiteral("train/loss"));
    ASSERT_NE(chart, nullptr);
    EXPECT_TRUE(waitUntil(
        [&] { return chart->lines().size() == 1 && chart->lines()[0].points.size() == 5; }));
    for (int act = 0; act < kRunActs; ++act)
        EXPECT_EQ(bench().obstacle(RunAct(act)).isEmpty(), RunAct(act) == RunAct::OpenFolder);
}

TEST_F(TrainRoomTest, ExplainsEverySetting) {
    addPresets();
    const ConfigModel& model = newRun().model();
    EXPECT_GT(model.rowCount(), 20) << "also those that the preset leaves out";
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex name = model.index(row, ConfigModel::NameColumn);
        EXPECT_FALSE(configHelp(name.data().toString()).text.isEmpty())
            << name.data().toString().toStdString();
    }
    newRun().searchField()->setText(QStringLiteral("learning rate rises"));
    EXPECT_EQ(newRun().table()->model()->rowCount(), 1) << "the help is searched, too";
    EXPECT_FALSE(newRun()
                     .model()
                     .problemOf(QStringLiteral("training.batch_size"), QStringLiteral("-3"))
                     .isEmpty());
    EXPECT_TRUE(newRun()
                    .model()
                    .problemOf(QStringLiteral("training.batch_size"), QStringLiteral("3"))
                    .isEmpty());
    EXPECT_TRUE(newRun().model().problemOf(QStringLiteral("data.held_out"), QString()).isEmpty());
}

TEST_F(TrainRoomTest, SaysWhatAnEmptyViewIsFor) {
    bench().watch().setFolder(text(m_folder / "none"));
    EXPECT_TRUE(waitUntil([this] { return room().messagePanel() != nullptr; }));
    EXPECT_EQ(bench().current(), nullptr);
}

} // namespace
} // namespace hierascope::widgets
