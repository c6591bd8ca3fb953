// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_cost.h"

#include <gmock/gmock.h>

namespace hierascope::models {
namespace {

// 184.7 G for a single scale, 241.2 G and 7.2 G of convolutions for five: 24 and 6 layers by hand.
TEST(HieraTokCost, CountsTheSingleScaleModelOfThePaper) {
    HieraTokOptions options;
    options.scales = {16};
    EXPECT_NEAR(forwardFlops(options) / 1e9, 184.7, 0.05);
}

TEST(HieraTokCost, CountsTheMultiScaleModelOfThePaper) {
    EXPECT_NEAR(forwardFlops({}) / 1e9, 241.2 + 7.2, 0.06);
}

} // namespace
} // namespace hierascope::models
