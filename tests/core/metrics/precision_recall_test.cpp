// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/precision_recall.h"

#include <limits>
#include <tuple>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cdist.h>
#include <ATen/ops/kthvalue.h>
#include <ATen/ops/tensor.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

#include "tests/core/metrics/generated_table.h"

namespace hierascope::metrics {
namespace {

using hierascope::testing::generatedTable;
using ::testing::Each;
using ::testing::ElementsAre;

TEST(PrecisionRecall, GivesTheGoldenNumbers) {
    const auto a = generatedTable(50, 4, 11);
    const auto b = generatedTable(60, 4, 12, 1.2, 0.1);
    const auto result = precisionRecall(a, b);
    EXPECT_NEAR(result.precision, 0.5333333, 1e-7);
    EXPECT_NEAR(result.recall, 0.92, 1e-12);
    EXPECT_EQ(result.sampleIsInside.size(), 60U);
    EXPECT_EQ(result.referenceIsInside.size(), 50U);
    const auto half = precisionRecall(a.to(at::kFloat), b.to(at::kFloat));
    EXPECT_NEAR(half.precision, 0.5333333, 1e-7);
}

TEST(PrecisionRecall, OfASetWithItself) {
    const auto a = generatedTable(40, 6, 19);
    EXPECT_EQ(precisionRecall(a, a).precision, 1.0);
    EXPECT_EQ(precisionRecall(a, a).recall, 1.0);
}

TEST(PrecisionRecall, OfSetsThatLieFarApartIsNothing) {
    const auto a = generatedTable(40, 6, 19);
    const auto result = precisionRecall(a, a + 100.0);
    EXPECT_EQ(result.precision, 0.0);
    EXPECT_EQ(result.recall, 0.0);
    EXPECT_THAT(result.sampleIsInside, Each(0));
    EXPECT_THAT(result.referenceIsInside, Each(0));
}

TEST(PrecisionRecall, TellsGoodSamplesOfFewKindsFromAllKinds) {
    const auto references = generatedTable(100, 2, 24);
    const auto alike = 0.01 * generatedTable(20, 2, 25) + 0.5;
    const auto result = precisionRecall(references, alike);
    EXPECT_EQ(result.precision, 1.0);
    EXPECT_LT(result.recall, 0.1);
}

TEST(PrecisionRecall, CountsTheEdgeOfABall) {
    const auto references = at::tensor({0.0, 1.0, 2.0, 3.0}, at::kDouble).unsqueeze(1);
    const auto samples = at::tensor({2.5, 4.0, 4.5, 10.0}, at::kDouble).unsqueeze(1);
    // Radii 1, 1, 1, 1 and 1.5, 0.5, 0.5, 5.5: 4 lies on the edge of 3's ball, 1 on that of 2.5's.
    const auto nearest = precisionRecall(references, samples, 1);
    EXPECT_THAT(nearest.sampleIsInside, ElementsAre(1, 1, 0, 0));
    EXPECT_THAT(nearest.referenceIsInside, ElementsAre(0, 1, 1, 1));
    EXPECT_EQ(nearest.precision, 0.5);
    EXPECT_EQ(nearest.recall, 0.75);
    // Radii 2, 1, 1, 2: a ball that reaches the second neighbour.
    EXPECT_THAT(precisionRecall(references, samples, 2).sampleIsInside, ElementsAre(1, 1, 1, 0));
}

TEST(PrecisionRecall, SwapsWithTheSets) {
    const auto a = generatedTable(50, 4, 11);
    const auto b = generatedTable(60, 4, 12, 1.2, 0.1);
    const auto there = precisionRecall(a, b);
    const auto back = precisionRecall(b, a);
    EXPECT_EQ(there.sampleIsInside, back.referenceIsInside);
    EXPECT_EQ(there.referenceIsInside, back.sampleIsInside);
    EXPECT_EQ(there.recall, back.precision);
}

TEST(PrecisionRecall, AgreesWithTheDefinitionOverSeveralBlocks) {
    const auto references = generatedTable(1100, 3, 26);
    const auto samples = generatedTable(2100, 3, 27, 1.1);
    const auto radii = std::get<0>(at::kthvalue(at::cdist(references, references), 4, 1));
    const auto wanted = (at::cdist(samples, references) <= radii).any(1);
    const auto found = precisionRecall(references, samples).sampleIsInside;
    ASSERT_EQ(found.size(), 2100U);
    for (std::size_t i = 0; i < found.size(); ++i)
        ASSERT_EQ(found[i] != 0, wanted[static_cast<std::int64_t>(i)].item<bool>()) << i;
}

TEST(PrecisionRecall, RefusesSetsThatAreTooSmall) {
    const auto a = generatedTable(40, 6, 19);
    EXPECT_THROW(precisionRecall(a.narrow(0, 0, 3), a), c10::Error);
    EXPECT_THROW(precisionRecall(a, a.narrow(1, 0, 5)), c10::Error);
    EXPECT_THROW(precisionRecall(a, a.narrow(0, 0, 3)), c10::Error);
    EXPECT_NO_THROW(precisionRecall(a, a.narrow(0, 0, 4)));
}

TEST(PrecisionRecall, RefusesFeaturesThatAreNotFinite) {
    const auto a = generatedTable(40, 6, 19);
    auto broken = a.clone();
    broken[7][0] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(precisionRecall(a, broken), c10::Error);
    EXPECT_THROW(precisionRecall(broken, a), c10::Error);
}

} // namespace
} // namespace hierascope::metrics
