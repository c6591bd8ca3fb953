// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/findings.h"

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "widgets/state/path_finder.h"

namespace hierascope::widgets {
namespace {

TEST(Findings, NameFilesFamilyAndTheFirstTensors) {
    runtime::CheckpointListing listing;
    listing.family = "strange";
    listing.files = {"config.json", "weights.safetensors"};
    for (int i = 0; i < 10; ++i)
        listing.tensors.push_back({"block." + std::to_string(i), "float32", {64, 3}});
    listing.values = 1920;
    const QString text = findingsText(listing);
    EXPECT_TRUE(text.contains(QStringLiteral("config.json, weights.safetensors")));
    EXPECT_TRUE(text.contains(QStringLiteral("strange")));
    EXPECT_TRUE(text.contains(QStringLiteral("10 tensors with 1,920 numbers")));
    EXPECT_TRUE(text.contains(QStringLiteral("block.7 [64, 3] float32")));
    EXPECT_FALSE(text.contains(QStringLiteral("block.8")));
    EXPECT_TRUE(text.contains(QStringLiteral("and 2 more")));
}

TEST(Findings, RepeatWhatCouldNotBeRead) {
    runtime::CheckpointListing listing;
    listing.complaints = {"File 'a.bin' is a pickle."};
    EXPECT_TRUE(findingsText(listing).contains(QStringLiteral("File 'a.bin' is a pickle.")));
}

TEST(CheckpointsIn, AreSortedByTheirSteps) {
    const testing::TempFolder run;
    for (const char* name : {"step-9", "step-100", "step-20", "step-x", "other"})
        std::filesystem::create_directories(run / name);
    const QStringList paths = checkpointsIn(QString::fromStdString(run.path().string()));
    ASSERT_EQ(paths.size(), 3);
    EXPECT_TRUE(paths[0].endsWith(QStringLiteral("step-9")));
    EXPECT_TRUE(paths[2].endsWith(QStringLiteral("step-100")));
}

} // namespace
} // namespace hierascope::widgets
