// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/library_model.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>

namespace hierascope::widgets {
namespace {

TEST(LibraryModel, AddsEachPathOnceAndRemovesIt) {
    LibraryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.add(QStringLiteral("/photos/a.png")), 0);
    EXPECT_EQ(model.add(QStringLiteral("/photos/b.png")), 1);
    EXPECT_EQ(model.add(QStringLiteral("/photos/a.png")), 0);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(1).data().toString(), QStringLiteral("b.png"));
    model.remove(0);
    model.remove(7);
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.rowOf(QStringLiteral("/photos/b.png")), 0);
    EXPECT_EQ(model.rowOf(QStringLiteral("/photos/a.png")), -1);
}

TEST(LibraryModel, KeepsAnErrorUntilItIsCleared) {
    LibraryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int row = model.add(QStringLiteral("/photos/a.png"));
    model.setError(row, QStringLiteral("Image 'a.png': the file ends after 24 bytes."));
    EXPECT_TRUE(model.index(row).data(LibraryModel::ErrorRole).toBool());
    EXPECT_TRUE(model.index(row)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("ends after 24 bytes")));
    model.clearError(row);
    EXPECT_FALSE(model.index(row).data(LibraryModel::ErrorRole).toBool());
    EXPECT_TRUE(model.index(row).data(LibraryModel::DetailRole).toString().isEmpty());
}

} // namespace
} // namespace hierascope::widgets
