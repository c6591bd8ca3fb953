// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/student_t.h"

#include <cmath>

#include <gtest/gtest.h>

namespace hierascope::analysis {

TEST(StudentT, KnowsTheQuantilesOfTheTables) {
    EXPECT_NEAR(studentTQuantile(0.975, 1), 12.7062047, 1e-6);
    EXPECT_NEAR(studentTQuantile(0.975, 4), 2.7764451, 1e-6);
    EXPECT_NEAR(studentTQuantile(0.95, 9), 1.8331129, 1e-6);
    EXPECT_NEAR(studentTQuantile(0.995, 30), 2.7499957, 1e-6);
    EXPECT_NEAR(studentTQuantile(0.975, 1e6), 1.9599664, 1e-4);
    EXPECT_NEAR(studentTQuantile(0.025, 4), -2.7764451, 1e-6);
    EXPECT_EQ(studentTQuantile(0.5, 4), 0.0);
}

TEST(StudentT, GivesTheClosedFormsOfFewDegrees) {
    for (const double t : {0.0, 0.3, 1.0, 2.5, 40.0}) {
        EXPECT_NEAR(studentTTwoSided(t, 1), 1.0 - 2.0 / M_PI * std::atan(t), 1e-12) << t;
        EXPECT_NEAR(studentTTwoSided(t, 2), 1.0 - t / std::sqrt(2.0 + t * t), 1e-12) << t;
        EXPECT_EQ(studentTTwoSided(-t, 2), studentTTwoSided(t, 2));
    }
    EXPECT_NEAR(studentTTwoSided(2.5, 4), 0.066767, 1e-6);
}

TEST(StudentT, QuantileAndTailUndoEachOther) {
    for (const double degrees : {1.0, 3.0, 4.5, 99.0})
        for (const double part : {0.6, 0.9, 0.999})
            EXPECT_NEAR(studentTTwoSided(studentTQuantile(part, degrees), degrees),
                        2.0 * (1.0 - part), 1e-10);
}

} // namespace hierascope::analysis
