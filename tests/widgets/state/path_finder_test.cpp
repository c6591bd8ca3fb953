// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/path_finder.h"

#include <fstream>

#include <gmock/gmock.h>

#include "core/runtime/pictures.h"
#include "tests/support/temp_folder.h"

#include <QDir>

namespace hierascope::widgets {
namespace {

using Kind = FoundPath::Kind;

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

void touch(const std::filesystem::path& path) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << "x";
}

TEST(PathFinder, TakesAFolderWithAConfigForAModel) {
    const testing::TempFolder folder;
    touch(folder / "model/config.json");
    touch(folder / "model/model.safetensors");
    for (const char* path : {"model", "model/config.json", "model/model.safetensors"}) {
        const auto found = findPaths({text(folder / path)});
        ASSERT_EQ(found.size(), 1U) << path;
        EXPECT_EQ(found[0].kind, Kind::Model);
        EXPECT_EQ(found[0].path, text(folder / "model"));
    }
}

TEST(PathFinder, KnowsTheLayoutsOfOfficialCheckpoints) {
    const testing::TempFolder folder;
    touch(folder / "trainer/ema_model/pytorch_model.bin");
    touch(folder / "old/weights.pt");
    std::filesystem::create_directories(folder / "hub");
    std::ofstream(folder / "hub/config.json") << R"({"n_layer": 3, "vocab_size": 50})";
    const auto found =
        findPaths({text(folder / "trainer"), text(folder / "old/weights.pt"),
                   text(folder / "trainer/ema_model/pytorch_model.bin"), text(folder / "hub")});
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].kind, Kind::Model);
    EXPECT_EQ(found[0].path, text(folder / "trainer"));
    EXPECT_EQ(found[1].kind, Kind::Model);
    EXPECT_EQ(found[1].path, text(folder / "old/weights.pt"));
    EXPECT_EQ(found[2].path, text(folder / "trainer/ema_model"));
    EXPECT_EQ(found[3].kind, Kind::Generator);
}

TEST(PathFinder, BringsTheImagesOfARecordingAlong) {
    const QString file = QStringLiteral(HIERASCOPE_TEST_DATA "/recorded/block-means.safetensors");
    const auto found = findPaths({file});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].kind, Kind::Model);
    EXPECT_EQ(found[0].path, QDir::cleanPath(file));
    EXPECT_EQ(found[1].kind, Kind::Image);
    EXPECT_TRUE(found[1].path.endsWith(QStringLiteral("0000-chelsea.png")))
        << found[1].path.toStdString();
    EXPECT_TRUE(runtime::readPicture(found[2].path.toStdString()));
    EXPECT_EQ(findPaths({file})[2].path, found[2].path);
}

TEST(PathFinder, TakesAFolderOfImagesForItsImagesByName) {
    const testing::TempFolder folder;
    for (const char* name : {"photos/b.JPG", "photos/a.png", "photos/notes.txt"})
        touch(folder / name);
    const auto found = findPaths({text(folder / "photos")});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].path, text(folder / "photos/a.png"));
    EXPECT_EQ(found[1].path, text(folder / "photos/b.JPG"));
    EXPECT_EQ(found[1].kind, Kind::Image);
}

TEST(PathFinder, LeavesTheRestToTheReadersWhichSayWhatIsWrong) {
    const testing::TempFolder folder;
    std::filesystem::create_directories(folder / "empty");
    const auto found = findPaths({text(folder / "missing.png"), text(folder / "empty")});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].kind, Kind::Image);
    EXPECT_EQ(found[1].kind, Kind::Model);
}

} // namespace
} // namespace hierascope::widgets
