// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/codebook_usage.h"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/rule_weights.h"

namespace hierascope::metrics {
namespace {

TEST(CodebookUsage, HasTheOfficialNumbers) {
    std::vector<std::int64_t> counts(64, 0);
    for (std::uint32_t k = 0; k < 4096; ++k) {
        const double code =
            std::floor(64.0 * testing::ruleNumber(k, 31) * testing::ruleNumber(k, 32));
        ++counts[static_cast<std::size_t>(code)];
    }
    const CodebookUsage usage = codebookUsage(counts);
    EXPECT_NEAR(usage.entropyBits, 5.367755872, 1e-6);
    EXPECT_EQ(usage.used, 63); // of 64: 0.984375
}

TEST(CodebookUsage, IsLargestWhereAllCodesAreUsedAlike) {
    EXPECT_NEAR(codebookUsage(std::vector<std::int64_t>(8, 5)).entropyBits, 3.0, 1e-6);
    const std::vector<std::int64_t> one{0, 7, 0};
    EXPECT_EQ(codebookUsage(one).used, 1);
    EXPECT_NEAR(codebookUsage(one).entropyBits, 0.0, 1e-7);
}

TEST(CodebookUsage, OfNothingIsNothing) {
    EXPECT_EQ(codebookUsage(std::vector<std::int64_t>(4, 0)).used, 0);
    EXPECT_EQ(codebookUsage(std::vector<std::int64_t>(4, 0)).entropyBits, 0.0);
}

} // namespace
} // namespace hierascope::metrics
