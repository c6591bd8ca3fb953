// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/losses.h"

#include <ATen/Context.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

namespace hierascope::training {
namespace {

models::Posterior standardNormal() {
    return {at::zeros({2, 1, 2, 2}), at::zeros({2, 1, 2, 2})};
}

TEST(TokenizerLoss, SumsItsTermsOverTheScales) {
    const auto images = at::full({2, 3, 8, 8}, 0.5);
    const std::vector<at::Tensor> pictures{at::full({2, 3, 4, 4}, 0.25),
                                           at::full({2, 3, 8, 8}, 0.5)};
    const runs::LossWeights weights; // 1, 0.4, no perceptual term, 1e-6
    const auto terms = tokenizerLoss(pictures, images, standardNormal(), weights);
    EXPECT_NEAR(terms.l1.item<double>(), 0.25, 1e-6);
    EXPECT_NEAR(terms.mse.item<double>(), 0.0625, 1e-6);
    EXPECT_NEAR(terms.kl.item<double>(), 0.0, 1e-6);
    EXPECT_NEAR(terms.total.item<double>(), 0.25 + 0.4 * 0.0625, 1e-6);
    EXPECT_FALSE(terms.perceptual.defined());
}

TEST(TokenizerLoss, ComparesACoarseScaleWithTheAreaMean) {
    auto images = at::zeros({1, 3, 4, 4});
    images.narrow(3, 0, 1).fill_(1.0); // left column: each 2 x 2 block on the left has mean 0.5
    auto picture = at::zeros({1, 3, 2, 2});
    picture.narrow(3, 0, 1).fill_(0.5);
    const auto terms = tokenizerLoss({picture}, images, standardNormal(), {});
    EXPECT_NEAR(terms.l1.item<double>(), 0.0, 1e-7);
}

TEST(PerceptualDistance, IsZeroForEqualPicturesAndGrowsWithTheError) {
    at::manual_seed(2);
    models::EfficientNetLite0 network;
    const auto images = at::rand({1, 3, 32, 32});
    const auto noise = at::rand({1, 3, 32, 32});
    const auto distance = [&](double amount) {
        return perceptualDistance(network, images.add(noise, amount), images).item<double>();
    };
    EXPECT_NEAR(distance(0.0), 0.0, 1e-6);
    EXPECT_GT(distance(0.1), 0.0);
    EXPECT_GT(distance(0.8), distance(0.1));
}

} // namespace
} // namespace hierascope::training
