// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_files.h"

#include <fstream>

#include <gmock/gmock.h>

#include "core/runs/run_status.h"
#include "tests/support/temp_folder.h"
#include "widgets/state/trainer_process.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace hierascope::widgets {
namespace {

using nlohmann::json;

json smallConfig() {
    return json::parse(R"({"format": 1, "family": "hieratok", "options": {"scales": [1, 2]},
        "preprocess": {"size": 8}, "data": {"train": "images", "held_out": "/else"},
        "training": {"steps": 10, "learning_rate": 0.001, "loss": {"l1": 1.0}}})");
}

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

TEST(RunFiles, ListsTheValuesBelowTheObjects) {
    QStringList names;
    for (const ConfigField& field : fieldsOf(smallConfig()))
        names << field.name;
    EXPECT_TRUE(names.contains(QStringLiteral("training.loss.l1")));
    EXPECT_TRUE(names.contains(QStringLiteral("options.scales")));
    EXPECT_FALSE(names.contains(QStringLiteral("training")));
}

TEST(RunFiles, TakesOnlyWhatFitsAField) {
    EXPECT_EQ(fieldFromText(QStringLiteral("12"), 3), json(12));
    EXPECT_FALSE(fieldFromText(QStringLiteral("1.5"), 3));
    EXPECT_EQ(fieldFromText(QStringLiteral("4e-4"), 0.5), json(4e-4));
    EXPECT_EQ(fieldFromText(QStringLiteral("1"), 0.5), json(1));
    EXPECT_FALSE(fieldFromText(QStringLiteral("true"), 0.5));
    EXPECT_FALSE(fieldFromText(QStringLiteral("conv"), "full"));
    EXPECT_EQ(fieldFromText(QStringLiteral("\"conv\""), "full"), json("conv"));
    EXPECT_FALSE(fieldFromText(QStringLiteral("[1, 2"), json::array({1})));
    EXPECT_FALSE(fieldFromText(QString(), 1));
}

TEST(RunFiles, MakesThePathsOfAConfigAbsolute) {
    const testing::TempFolder folder;
    std::ofstream(folder / "config.json") << smallConfig().dump();
    const auto config = readTrainConfig(text(folder / "config.json"));
    ASSERT_TRUE(config);
    EXPECT_EQ(fieldOf(*config, QStringLiteral("data.train")), json((folder / "images").string()));
    EXPECT_EQ(fieldOf(*config, QStringLiteral("data.held_out")), json("/else"));
}

TEST(RunFiles, NamesAConfigThatCannotBeUsed) {
    const testing::TempFolder folder;
    std::ofstream(folder / "a.json") << "[1]";
    std::ofstream(folder / "b.json") << R"({"training": 7})";
    for (const char* name : {"a.json", "b.json", "missing.json"}) {
        const auto config = readTrainConfig(text(folder / name));
        ASSERT_FALSE(config) << name;
        EXPECT_THAT(config.error().message, ::testing::HasSubstr(name));
    }
}

TEST(RunFiles, MakesARunWithItsDevice) {
    const testing::TempFolder folder;
    const auto made = makeRun(text(folder.path()),
                              {QStringLiteral("mine"), smallConfig(), QStringLiteral("cpu")});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(deviceOf(*made), QStringLiteral("cpu"));
    const auto config = readTrainConfig(*made + QStringLiteral("/config.json"));
    ASSERT_TRUE(config);
    EXPECT_EQ(fieldOf(*config, QStringLiteral("training.steps")), json(10));
    EXPECT_EQ(freeRunName(text(folder.path()), QStringLiteral("mine")), QStringLiteral("mine-2"));
    EXPECT_FALSE(makeRun(text(folder.path()),
                         {QStringLiteral("mine"), smallConfig(), QStringLiteral("cpu")}))
        << "the name is taken";
}

TEST(RunFiles, RefusesNamesAndConfigsThatCannotBe) {
    const testing::TempFolder folder;
    for (const char* name : {"", ".", "..", "a/b", ".hidden"})
        EXPECT_FALSE(makeRun(text(folder.path()),
                             {QString::fromLatin1(name), smallConfig(), QStringLiteral("cpu")}))
            << name;
    json wrong = smallConfig();
    wrong["training"]["steps"] = -1;
    EXPECT_FALSE(makeRun(text(folder.path()), {QStringLiteral("b"), wrong, QStringLiteral("cpu")}));
    EXPECT_FALSE(QFileInfo::exists(text(folder / "b"))) << "nothing is left of it";
}

TEST(TrainerProcess, IsNoChildAndWritesTheLog) {
    const testing::TempFolder folder;
    const auto program = folder / "hierascope_cli";
    std::ofstream(program) << "#!/bin/sh\necho \"$1 $3 $4\"\necho wrong >&2\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    EXPECT_EQ(trainerBeside(text(folder.path())), text(program));
    const auto run = folder / "run";
    std::filesystem::create_directories(run);
    const auto process = startTrainer(text(program), run, "cpu");
    ASSERT_TRUE(process) << process.error().message;
    EXPECT_GT(*process, 0);
    QString log;
    EXPECT_TRUE(QTest::qWaitFor([&] {
        QFile file(text(run / "log.txt"));
        log = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        return log.contains(QStringLiteral("wrong"));
    }));
    EXPECT_TRUE(log.contains(QStringLiteral("train --device cpu"))) << qPrintable(log);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !runs::isProcessAlive(*process); }));
}

TEST(TrainerProcess, SaysWhenThereIsNoProgram) {
    const testing::TempFolder folder;
    EXPECT_EQ(trainerBeside(text(folder.path())), QString());
    EXPECT_FALSE(startTrainer(QString(), folder.path(), "cpu"));
    EXPECT_FALSE(startTrainer(text(folder / "missing"), folder.path(), "cpu"));
}

} // namespace
} // namespace hierascope::widgets
