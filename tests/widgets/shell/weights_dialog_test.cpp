// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/weights_dialog.h"

#include <limits>

#include <gmock/gmock.h>

#include <QLineEdit>
#include <QTableWidget>

namespace hierascope::widgets {
namespace {

using ::testing::HasSubstr;

TEST(WeightsDialog, ListsTheTensorThatMovedMostFirst) {
    WeightsDialog dialog(QStringLiteral("a"), QStringLiteral("b"));
    runtime::WeightDifference difference;
    difference.tensors = {
        {"encoder.weight", {2, 3}, 1.0, 1.0, 0.5, 0.5, 0.9, 0.2},
        {"decoder.bias", {4}, 0.0, 1.0, 1.0, std::numeric_limits<double>::infinity(), 0.0, 1.0}};
    difference.onlyInB = {"one", "two", "three", "four"};
    difference.equal = 7;
    dialog.setResult(difference);
    EXPECT_THAT(dialog.summary().toStdString(), HasSubstr("7 of 2 tensors"));
    ASSERT_EQ(dialog.table().rows.size(), 2U);
    EXPECT_EQ(dialog.table().rows[0][0], QStringLiteral("decoder.bias")) << "infinitely";
    EXPECT_EQ(dialog.table().rows[0][2], QStringLiteral("∞"));
    EXPECT_EQ(dialog.table().rows[1][1], QStringLiteral("2 × 3"));
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("ENC"));
    ASSERT_EQ(dialog.table().rows.size(), 1U);
    EXPECT_EQ(dialog.table().rows[0][0], QStringLiteral("encoder.weight"));
}

TEST(WeightsDialog, SaysWhatWentWrong) {
    WeightsDialog dialog(QStringLiteral("a"), QStringLiteral("b"));
    dialog.setResult(tl::unexpected(Error{ErrorCode::BadData, "b: nothing can be compared"}));
    EXPECT_EQ(dialog.summary(), QStringLiteral("b: nothing can be compared"));
    EXPECT_TRUE(dialog.table().rows.empty());
}

} // namespace
} // namespace hierascope::widgets
