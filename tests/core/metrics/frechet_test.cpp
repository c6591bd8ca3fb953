// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/frechet.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/ATen.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

#include "tests/core/metrics/generated_table.h"

namespace hierascope::metrics {
namespace {

using hierascope::testing::generatedTable;

Moments momentsOf(const at::Tensor& features, std::int64_t batch = 7) {
    MomentSum sum;
    for (std::int64_t first = 0; first < features.size(0); first += batch)
        sum.add(features.narrow(0, first, std::min(batch, features.size(0) - first)));
    return sum.moments();
}

/// The definition as it stands: all eigenvalues of S1 S2, which pytorch-fid's sqrtm goes through.
double byDefinition(const at::Tensor& x, const at::Tensor& y) {
    const at::Tensor s1 = x.t().cov();
    const at::Tensor s2 = y.t().cov();
    const double root =
        at::real(at::linalg_eigvals(s1.matmul(s2))).clamp_min(0).sqrt().sum().item<double>();
    return (x.mean(0) - y.mean(0)).square().sum().item<double>() +
           (s1.trace() + s2.trace()).item<double>() - 2.0 * root;
}

TEST(Frechet, GivesTheGoldenNumber) {
    const auto a = generatedTable(50, 4, 11);
    const auto b = generatedTable(60, 4, 12, 1.2, 0.1);
    const auto distance = frechetDistance(momentsOf(a), momentsOf(b));
    EXPECT_NEAR(distance.value, 0.2843814562, 1e-9);
    EXPECT_NEAR(distance.meanPart + distance.deviationPart, distance.value, 1e-12);
    EXPECT_FALSE(distance.isSingular);
    EXPECT_NEAR(frechetDistance(momentsOf(b), momentsOf(a)).value, distance.value, 1e-12);
}

TEST(Frechet, MomentsDoNotDependOnBatchesNorOnALargeMean) {
    const auto features = generatedTable(1200, 5, 14);
    const Moments whole = momentsOf(features, 1200);
    const Moments parts = momentsOf(features, 1);
    EXPECT_EQ(parts.count, 1200);
    EXPECT_LT((whole.covariance - parts.covariance).abs().max().item<double>(), 1e-14);
    EXPECT_LT((whole.covariance - features.t().cov()).abs().max().item<double>(), 1e-14);
    const Moments moved = momentsOf(features + 1e6, 100);
    EXPECT_LT((whole.covariance - moved.covariance).abs().max().item<double>(), 1e-9);
    EXPECT_LT((moved.mean - 1e6 - whole.mean).abs().max().item<double>(), 1e-8);
}

TEST(Frechet, AgreesWithTheDefinitionOfWideFeatures) {
    const auto a = generatedTable(900, 300, 15).square();
    const auto b = generatedTable(700, 300, 16, 0.9, 0.2);
    const double wanted = byDefinition(a, b);
    EXPECT_NEAR(frechetDistance(momentsOf(a), momentsOf(b)).value, wanted, 1e-9 * wanted);
}

TEST(Frechet, TakesFewerVectorsThanDimensionsAndSaysSo) {
    const auto a = generatedTable(20, 50, 17);
    const auto b = generatedTable(30, 50, 18, 1.0, 0.3);
    const auto distance = frechetDistance(momentsOf(a), momentsOf(b));
    EXPECT_TRUE(distance.isSingular);
    // The roots of the eigenvalues of S1 S2 are the singular values of the centred tables' product.
    const at::Tensor cross = (a - a.mean(0)).matmul((b - b.mean(0)).t()) / std::sqrt(19.0 * 29.0);
    const double root = at::linalg_svdvals(cross).sum().item<double>();
    const double wanted = (a.mean(0) - b.mean(0)).square().sum().item<double>() +
                          a.t().cov().trace().item<double>() + b.t().cov().trace().item<double>() -
                          2.0 * root;
    EXPECT_NEAR(distance.value, wanted, 1e-9 * wanted);
    EXPECT_NEAR(frechetDistance(momentsOf(a), momentsOf(a)).value, 0.0, 1e-7);
    // Statistics from a file have no vectors: the covariance is factored.
    Moments stored = momentsOf(a);
    ASSERT_TRUE(stored.factor.defined());
    stored.factor.reset();
    EXPECT_NEAR(frechetDistance(stored, momentsOf(b)).value, wanted, 1e-9 * wanted);
    EXPECT_FALSE(momentsOf(generatedTable(51, 50, 17)).factor.defined());
}

TEST(Frechet, OfVectorsThatDoNotVaryIsThatOfTheirMeans) {
    const auto one = at::full({6, 3}, 2.0, at::kDouble);
    const auto other = at::full({6, 3}, 3.0, at::kDouble);
    EXPECT_NEAR(frechetDistance(momentsOf(one), momentsOf(other)).value, 3.0, 1e-12);
}

TEST(Frechet, RefusesWhatHasNoDistance) {
    auto broken = generatedTable(5, 4, 11);
    broken[2][1] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(momentsOf(broken), c10::Error);
    EXPECT_THROW(momentsOf(generatedTable(1, 4, 11)), c10::Error);
    MomentSum sum;
    sum.add(generatedTable(3, 4, 11));
    EXPECT_THROW(sum.add(generatedTable(3, 5, 11)), c10::Error);
    EXPECT_THROW(
        frechetDistance(momentsOf(generatedTable(5, 4, 11)), momentsOf(generatedTable(5, 3, 11))),
        c10::Error);
}

} // namespace
} // namespace hierascope::metrics
