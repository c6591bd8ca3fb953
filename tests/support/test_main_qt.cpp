// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <gmock/gmock.h>

#include <QApplication>

/// Runs all tests of one program with a QApplication, a fixed seed and one thread for numbers.
int main(int argc, char** argv) {
    ::setenv("OMP_NUM_THREADS", "1", 1);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    ::testing::InitGoogleMock(&argc, argv);
    ::testing::GTEST_FLAG(random_seed) = 1;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hierascope-test"));
    return RUN_ALL_TESTS();
}
