// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/rank_correlation.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace hierascope::analysis {

TEST(RankCorrelation, LooksAtTheOrderAlone) {
    const std::vector<float> a = {1.0F, 2.0F, 30.0F, 4000.0F};
    EXPECT_DOUBLE_EQ(rankCorrelation(a, std::vector<float>{0.1F, 0.2F, 0.3F, 0.4F}), 1.0);
    EXPECT_DOUBLE_EQ(rankCorrelation(a, std::vector<float>{4.0F, 3.0F, 2.0F, 1.0F}), -1.0);
}

TEST(RankCorrelation, GivesTiesTheirMeanRank) {
    // scipy.stats.spearmanr([1, 2, 2, 4, 5], [3, 1, 4, 4, 9])
    EXPECT_NEAR(
        rankCorrelation(std::vector<float>{1, 2, 2, 4, 5}, std::vector<float>{3, 1, 4, 4, 9}),
        0.7631578947368421, 1e-12);
}

TEST(RankCorrelation, HasNoValueWhereNothingVaries) {
    EXPECT_TRUE(std::isnan(rankCorrelation(std::vector<float>{1, 1}, std::vector<float>{1, 2})));
    EXPECT_TRUE(std::isnan(rankCorrelation(std::vector<float>{1}, std::vector<float>{1})));
}

} // namespace hierascope::analysis
