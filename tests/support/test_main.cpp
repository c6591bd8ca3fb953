// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <gmock/gmock.h>

/// Runs all tests of one program with a fixed seed and one thread for every numerical library.
int main(int argc, char** argv) {
    ::setenv("OMP_NUM_THREADS", "1", 1);
    ::testing::InitGoogleMock(&argc, argv);
    ::testing::GTEST_FLAG(random_seed) = 1;
    return RUN_ALL_TESTS();
}
