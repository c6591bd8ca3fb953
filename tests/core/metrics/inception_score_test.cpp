// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/inception_score.h"

#include <limits>
#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/ops/eye.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>
#include <gtest/gtest.h>

#include "tests/core/metrics/generated_table.h"

namespace hierascope::metrics {
namespace {

using hierascope::testing::generatedTable;

/// Logits of images whose classes are beyond doubt.
at::Tensor certainLogits(const std::vector<std::int64_t>& classes, std::int64_t count) {
    return 1000.0 * at::eye(count, at::kDouble).index_select(0, at::tensor(classes, at::kLong));
}

TEST(InceptionScore, GivesTheGoldenNumbers) {
    const auto logits = generatedTable(20, 5, 13, 4.0);
    EXPECT_NEAR(inceptionScore(logits, 1).mean, 1.510896775, 1e-9);
    EXPECT_NEAR(inceptionScore(logits, 10).mean, 1.198980490, 1e-9);
    EXPECT_EQ(inceptionScore(logits, 10).parts, 10);
}

TEST(InceptionScore, IsOneWhereAllImagesSayTheSame) {
    for (const std::int64_t parts : {1, 3}) {
        const auto undecided = inceptionScore(at::zeros({12, 5}), parts);
        EXPECT_NEAR(undecided.mean, 1.0, 1e-12) << parts;
        EXPECT_NEAR(undecided.deviation, 0.0, 1e-6) << parts;
        const auto agreed = inceptionScore(certainLogits({2, 2, 2, 2}, 5), parts);
        EXPECT_NEAR(agreed.mean, 1.0, 1e-12) << parts;
    }
}

TEST(InceptionScore, IsTheNumberOfClassesThatAreSureAndEquallyOften) {
    EXPECT_NEAR(inceptionScore(certainLogits({0, 1, 2, 3, 3, 2, 1, 0}, 4), 1).mean, 4.0, 1e-12);
    // A class that no image has does not count.
    EXPECT_NEAR(inceptionScore(certainLogits({0, 1, 2, 2, 1, 0}, 7), 1).mean, 3.0, 1e-12);
}

TEST(InceptionScore, HasConsecutivePartsOfWhichTheLaterAreLonger) {
    const auto pairs = inceptionScore(certainLogits({0, 0, 1, 1}, 2), 2);
    EXPECT_NEAR(pairs.mean, 1.0, 1e-12);
    // One image of a class, then two of two classes: 1 and 2.
    const auto uneven = inceptionScore(certainLogits({0, 0, 1}, 2), 2);
    EXPECT_NEAR(uneven.mean, 1.5, 1e-12);
    EXPECT_NEAR(uneven.deviation, 0.5, 1e-12);
    EXPECT_EQ(inceptionScore(certainLogits({0, 0, 1}, 2), 1).deviation, 0.0);
}

TEST(InceptionScore, DoesNotHearWhatIsAddedToAllLogitsOfAnImage) {
    const auto logits = generatedTable(20, 5, 13, 4.0);
    const auto moved = logits + generatedTable(20, 1, 14, 100.0);
    EXPECT_NEAR(inceptionScore(moved, 2).mean, inceptionScore(logits, 2).mean, 1e-12);
}

TEST(InceptionScore, RefusesWhatHasNoScore) {
    const auto a = generatedTable(40, 6, 19);
    EXPECT_THROW(inceptionScore(a, 41), c10::Error);
    EXPECT_THROW(inceptionScore(a, 0), c10::Error);
    EXPECT_THROW(inceptionScore(a.flatten(), 1), c10::Error);
    for (const double wrong :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        auto broken = a.clone();
        broken[39][5] = wrong;
        EXPECT_THROW(inceptionScore(broken, 1), c10::Error) << wrong;
    }
}

} // namespace
} // namespace hierascope::metrics
