// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/linear_cka.h"

#include <cmath>
#include <tuple>
#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linalg_qr.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>
#include <gtest/gtest.h>

#include "tests/core/metrics/generated_table.h"

namespace hierascope::metrics {
namespace {

using hierascope::testing::generatedTable;

at::Tensor column(const std::vector<double>& values) {
    return at::tensor(values, at::kDouble).unsqueeze(1);
}

TEST(LinearCka, GivesTheGoldenNumber) {
    const auto a = generatedTable(50, 4, 11);
    const auto b = generatedTable(60, 4, 12, 1.2, 0.1);
    EXPECT_NEAR(linearCka(a, b.narrow(0, 0, 50)), 0.0785369926, 1e-9);
}

TEST(LinearCka, OfASetWithItself) {
    const auto a = generatedTable(40, 6, 19);
    EXPECT_NEAR(linearCka(a, 3.0 * a + 1.0), 1.0, 1e-12);
    // More columns than rows take the other way to the same number.
    const auto wide = generatedTable(8, 30, 20);
    EXPECT_NEAR(linearCka(wide, wide.flip(1)), 1.0, 1e-12);
}

TEST(LinearCka, OfOneColumnEachIsTheSquaredCorrelation) {
    EXPECT_NEAR(linearCka(column({0, 1, 2}), column({0, 0, 1})), 0.75, 1e-12);
    EXPECT_NEAR(linearCka(column({1, -1, 1, -1}), column({1, 1, -1, -1})), 0.0, 1e-12);
}

TEST(LinearCka, DoesNotSeeRotationScaleNorShift) {
    const auto a = generatedTable(40, 6, 19);
    const auto b = generatedTable(40, 9, 21);
    const double wanted = linearCka(a, b);
    const auto rotation = std::get<0>(at::linalg_qr(generatedTable(6, 6, 22)));
    EXPECT_NEAR(linearCka(a.matmul(rotation), b), wanted, 1e-12);
    EXPECT_NEAR(linearCka(0.01 * a, -7.0 * b), wanted, 1e-12);
    EXPECT_NEAR(linearCka(a + generatedTable(1, 6, 23, 10.0), b), wanted, 1e-12);
    EXPECT_NEAR(linearCka(b, a), wanted, 1e-12);
    // But a column that is scaled alone changes what is alike.
    EXPECT_GT(std::abs(linearCka(a * at::tensor({9.0, 1.0, 1.0, 1.0, 1.0, 1.0}), b) - wanted),
              1e-3);
}

TEST(LinearCka, IsTheSameNumberOnBothWays) {
    const auto a = generatedTable(40, 6, 19);
    const auto b = generatedTable(40, 9, 21);
    // Columns of zeros tell nothing, and make more columns than rows.
    const auto padded = at::cat({b, at::zeros({40, 50}, at::kDouble)}, 1);
    EXPECT_NEAR(linearCka(a, padded), linearCka(a, b), 1e-12);
    EXPECT_NEAR(linearCka(padded, a), linearCka(a, b), 1e-12);
}

TEST(LinearCka, ComputesInFloat64) {
    const auto a = (generatedTable(40, 6, 19) + 1000.0).to(at::kFloat);
    const auto b = generatedTable(40, 9, 21).to(at::kFloat);
    EXPECT_NEAR(linearCka(a, b), linearCka(a.to(at::kDouble), b.to(at::kDouble)), 1e-12);
}

TEST(LinearCka, IsNanWhereOneDoesNotVary) {
    const auto a = generatedTable(8, 3, 19);
    EXPECT_TRUE(std::isnan(linearCka(a, at::full({8, 2}, 2.0, at::kDouble))));
    EXPECT_TRUE(std::isnan(linearCka(at::full({8, 20}, 2.0, at::kDouble), a)));
}

TEST(LinearCka, RefusesRowsThatDoNotFit) {
    const auto a = generatedTable(40, 6, 19);
    EXPECT_THROW(linearCka(a, a.narrow(0, 0, 39)), c10::Error);
    EXPECT_THROW(linearCka(a.narrow(0, 0, 1), a.narrow(0, 0, 1)), c10::Error);
    EXPECT_THROW(linearCka(a, a.flatten()), c10::Error);
}

} // namespace
} // namespace hierascope::metrics
