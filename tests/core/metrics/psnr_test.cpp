// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/psnr.h"

#include <cmath>

#include <ATen/ATen.h>
#include <c10/util/Exception.h>
#include <gtest/gtest.h>

#include "tests/core/metrics/generated_pictures.h"

using hierascope::metrics::psnr;
using hierascope::testing::generated;
using hierascope::testing::generatedPicture;

TEST(GeneratedPictures, AreTheNumbersOfTheReference) {
    EXPECT_NEAR(generated(0, 0), 0.19197247, 1e-8);
    EXPECT_NEAR(generated(4, 0), 0.84003059, 1e-8);
    EXPECT_NEAR(generated(2, 7), 0.50958095, 1e-8);
}

TEST(Psnr, GivesTheGoldenNumber) {
    const at::Tensor x = generatedPicture(1, 256, 256);
    const at::Tensor y = 0.8 * x + 0.2 * generatedPicture(2, 256, 256);
    EXPECT_NEAR(psnr(x, y).item<float>(), 21.766375F, 2e-5F);
}

TEST(Psnr, IsTwentyDecibelsForAnErrorOfATenth) {
    const at::Tensor black = at::full({1, 3, 4, 6}, 0.5);
    EXPECT_NEAR(psnr(black, black + 0.1).item<float>(), 20.0F, 1e-4F);
}

TEST(Psnr, IsInfiniteForEqualPictures) {
    const at::Tensor x = generatedPicture(1, 8, 8);
    EXPECT_TRUE(std::isinf(psnr(x, x).item<float>()));
}

TEST(Psnr, MeasuresEachPictureOfABatch) {
    const at::Tensor grey = at::full({1, 3, 4, 4}, 0.5);
    const at::Tensor figures = psnr(at::cat({grey + 0.1, grey + 0.01}), at::cat({grey, grey}));
    ASSERT_EQ(figures.numel(), 2);
    EXPECT_NEAR(figures[0].item<float>(), 20.0F, 1e-3F);
    EXPECT_NEAR(figures[1].item<float>(), 40.0F, 1e-2F);
}

TEST(Psnr, RefusesPicturesOfDifferentSizes) {
    EXPECT_THROW(psnr(generatedPicture(1, 8, 8), generatedPicture(1, 8, 9)), c10::Error);
}
