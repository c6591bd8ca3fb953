// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/ssim.h"

#include <ATen/ATen.h>
#include <c10/util/Exception.h>
#include <gtest/gtest.h>

#include "tests/core/metrics/generated_pictures.h"

using hierascope::metrics::msSsim;
using hierascope::metrics::ssim;
using hierascope::testing::generatedPicture;

namespace {

at::Tensor original() {
    return generatedPicture(1, 256, 256);
}

at::Tensor noisy() {
    return 0.8 * original() + 0.2 * generatedPicture(2, 256, 256);
}

} // namespace

TEST(Ssim, GivesTheGoldenNumber) {
    EXPECT_NEAR(ssim(original(), noisy()).item<float>(), 0.9512017F, 2e-6F);
}

TEST(Ssim, IsOneForEqualPictures) {
    const at::Tensor x = generatedPicture(1, 11, 11);
    EXPECT_NEAR(ssim(x, x).item<float>(), 1.0F, 1e-6F);
}

TEST(Ssim, MeasuresEachPictureOfABatch) {
    const at::Tensor figures =
        ssim(at::cat({original(), original()}), at::cat({original(), noisy()}));
    ASSERT_EQ(figures.numel(), 2);
    EXPECT_NEAR(figures[0].item<float>(), 1.0F, 1e-5F);
    EXPECT_NEAR(figures[1].item<float>(), 0.9512017F, 2e-6F);
}

TEST(Ssim, RefusesASideOfTenPixels) {
    const at::Tensor x = generatedPicture(1, 10, 64);
    EXPECT_THROW(ssim(x, x), c10::Error);
}

TEST(MsSsim, GivesTheGoldenNumber) {
    EXPECT_NEAR(msSsim(original(), noisy()).item<float>(), 0.9604828F, 2e-6F);
}

TEST(MsSsim, TakesOddSides) {
    const at::Tensor x = generatedPicture(1, 163, 175);
    EXPECT_NEAR(msSsim(x, x).item<float>(), 1.0F, 1e-5F);
}

TEST(MsSsim, RefusesASideOf160Pixels) {
    const at::Tensor x = generatedPicture(1, 160, 200);
    EXPECT_THROW(msSsim(x, x), c10::Error);
}
