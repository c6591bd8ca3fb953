// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/tokenizer.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>

#include "core/tensor/resample.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::HasSubstr;

namespace {

float largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    EXPECT_EQ(a.size(), b.size());
    float largest = 0.0F;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

double meanSquare(const std::vector<float>& values) {
    double sum = 0.0;
    for (const float value : values)
        sum += double(value) * double(value);
    return sum / double(values.size());
}

double psnrBetween(const ImageRgbF32& a, const ImageRgbF32& b) {
    std::vector<float> difference = a.planes;
    for (std::size_t i = 0; i < difference.size(); ++i)
        difference[i] -= b.planes.at(i);
    return -10.0 * std::log10(meanSquare(difference));
}

/// Means of square blocks, `side` of them in each direction.
ImageRgbF32 blockMeans(const ImageRgb8& image, int side) {
    ImageRgbF32 means(side, side);
    const int block = image.width / side;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int channel = 0; channel < 3; ++channel)
                means.planes[std::size_t((channel * side + y / block) * side + x / block)] +=
                    float(image.pixels[std::size_t(3 * (y * image.width + x) + channel)]) /
                    (255.0F * float(block * block));
    return means;
}

} // namespace

/// A small model opened on one thread, and a picture that does not have its size.
class TokenizerTest : public ::testing::Test {
protected:
    std::shared_ptr<runtime::Tokenizer> open(const testing::SmallModel& model = {},
                                             const std::string& dtype = "float32") {
        testing::writeSmallModel(m_folder / "m", model);
        runtime::OpenOptions options;
        options.device = "cpu";
        options.threads = 1;
        options.dtype = dtype;
        auto opened = runtime::openTokenizer(m_folder / "m", options, TaskContext());
        EXPECT_TRUE(opened) << opened.error().message;
        return opened ? *opened : nullptr;
    }

    runtime::Reconstruction reconstruct(runtime::Tokenizer& model,
                                        const runtime::EncodeOptions& options = {}) {
        auto result = model.reconstruct(m_image, options, TaskContext());
        EXPECT_TRUE(result) << result.error().message;
        return result ? *result : runtime::Reconstruction();
    }

    Result<ImageRgbF32> decode(runtime::Tokenizer& model, const runtime::DecodeOptions& options) {
        const auto pyramid = model.encode(m_image, {}, TaskContext());
        return pyramid ? model.decode(pyramid->latents, options, TaskContext())
                       : Result<ImageRgbF32>(failure(pyramid));
    }

    testing::TempFolder m_folder;
    ImageRgb8 m_image = testing::smoothPicture(50, 40);
};

TEST_F(TokenizerTest, EncodesIntoLatentsMeanAndLogVariance) {
    const auto model = open();
    const auto pyramid = model->encode(m_image, {}, TaskContext());
    ASSERT_TRUE(pyramid);
    EXPECT_EQ(pyramid->latents.size(), 64U * 4);
    EXPECT_EQ(pyramid->mean.size(), 64U * 4);
    EXPECT_EQ(pyramid->logvar.size(), 64U * 4);
    // Latents are [T, C], the mean is [C, h, w]: position 10, channel 3.
    EXPECT_EQ(pyramid->latents[10 * 4 + 3], pyramid->mean[3 * 64 + 10]);
    ASSERT_EQ(pyramid->levels.size(), 4U);
    EXPECT_EQ(pyramid->levels[1].vectorWidth, 32);
    EXPECT_EQ(pyramid->levels[1].vectors.size(), 4U * 32);
}

TEST_F(TokenizerTest, DecodesItsOwnLatentsToTheFinestPictureOfAReconstruction) {
    const auto model = open();
    const auto picture = decode(*model, {});
    ASSERT_TRUE(picture);
    EXPECT_EQ(*picture, reconstruct(*model).levels.back().picture);
}

TEST_F(TokenizerTest, DecodesAPrefixOfTheLevelsToThatLevelsPicture) {
    for (const char* attention : {"scale_causal", "scale_independent", "full"}) {
        const auto model = open({.options = {{"attention", attention}}});
        const auto levels = reconstruct(*model).levels;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const auto picture =
                decode(*model, {.keepLevels = static_cast<std::int64_t>(level) + 1});
            ASSERT_TRUE(picture);
            EXPECT_LT(largestDifference(picture->planes, levels[level].picture.planes), 1e-5F)
                << attention << " " << level;
        }
    }
}

TEST_F(TokenizerTest, KeepsOnlyWholeLevelsOfTokens) {
    const auto model = open();
    const auto byTokens = decode(*model, {.keepTokens = 21});
    const auto byLevels = decode(*model, {.keepLevels = 3});
    ASSERT_TRUE(byTokens && byLevels);
    EXPECT_EQ(*byTokens, *byLevels);

    const auto partial = decode(*model, {.keepTokens = 20});
    ASSERT_FALSE(partial);
    EXPECT_EQ(partial.error().code, ErrorCode::Usage);
    EXPECT_THAT(partial.error().message, HasSubstr("1, 5, 21, 85"));
}

TEST_F(TokenizerTest, RefusesLevelsThatItDoesNotHave) {
    const auto model = open();
    for (const std::int64_t levels : {-1, 0, 5}) {
        const auto picture = decode(*model, {.keepLevels = levels});
        ASSERT_FALSE(picture);
        EXPECT_EQ(picture.error().code, ErrorCode::Usage);
        EXPECT_THAT(picture.error().message, HasSubstr("expected 1 to 4"));
    }
}

TEST_F(TokenizerTest, RefusesLatentsOfAnotherSize) {
    const auto model = open();
    const auto picture = model->decode(std::vector<float>(12), {}, TaskContext());
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::BadData);
    EXPECT_THAT(picture.error().message, HasSubstr("12 numbers, this model expects 256"));
}

TEST_F(TokenizerTest, AddsResidualsToTheEnlargedLevelBefore) {
    const auto model = open();
    const auto levels = reconstruct(*model).levels;
    EXPECT_TRUE(levels[0].residual.isEmpty());
    for (std::size_t i = 1; i < levels.size(); ++i) {
        const ImageRgbF32& picture = levels[i].picture;
        std::vector<float> sum = levels[i].residual.planes;
        const ImageRgbF32 before = tensor::resize(levels[i - 1].picture, picture.width,
                                                  picture.height, tensor::Filter::Bicubic);
        ASSERT_EQ(sum.size(), before.planes.size());
        for (std::size_t k = 0; k < sum.size(); ++k)
            sum[k] += before.planes[k];
        EXPECT_LT(largestDifference(sum, picture.planes), 1e-5F) << i;
    }
}

TEST_F(TokenizerTest, CountsValuesAndBits) {
    const auto model = open();
    const auto result = reconstruct(*model);
    const std::vector<std::int64_t> values{1 * 4, 5 * 4, 21 * 4, 85 * 4};
    double kl = 0.0;
    for (std::size_t i = 0; i < result.pyramid.mean.size(); ++i) {
        const double mean = result.pyramid.mean[i];
        const double logvar = result.pyramid.logvar[i];
        kl += 0.5 * (mean * mean + std::exp(logvar) - 1.0 - logvar);
    }
    for (std::size_t level = 0; level < 4; ++level) {
        EXPECT_EQ(result.levels[level].values, values[level]);
        EXPECT_EQ(result.levels[level].bits.has_value(), level == 3);
        EXPECT_FALSE(result.levels[level].lpips.has_value());
    }
    EXPECT_NEAR(*result.levels[3].bits, kl / std::log(2.0), 1e-3 * kl);
}

TEST_F(TokenizerTest, MeasuresThePictureThatWouldBeWritten) {
    const auto model = open();
    const auto result = reconstruct(*model);
    ASSERT_EQ(result.input.width, 32);
    ASSERT_EQ(result.input.height, 32);
    const ImageRgb8 written = toRgb8(result.levels[3].picture);
    double squares = 0.0;
    for (std::size_t i = 0; i < written.pixels.size(); ++i)
        squares += std::pow((written.pixels[i] - result.input.pixels[i]) / 255.0, 2);
    const double psnr = -10.0 * std::log10(squares / static_cast<double>(written.pixels.size()));
    EXPECT_NEAR(result.levels[3].psnr, psnr, 1e-3);
    EXPECT_NEAR(result.levels[3].psnrFull, psnr, 1e-3);
}

TEST_F(TokenizerTest, ShowsTheErrorThatTheFullFigureMeasures) {
    const auto model = open();
    const auto result = reconstruct(*model);
    for (const runtime::LevelReconstruction& level : result.levels) {
        ASSERT_EQ(level.error.width, result.input.width);
        ASSERT_EQ(level.error.height, result.input.height);
        EXPECT_NEAR(-10.0 * std::log10(meanSquare(level.error.planes)), level.psnrFull, 1e-3)
            << level.level.name;
    }
}

TEST_F(TokenizerTest, SignsTheErrorAsLevelMinusInput) {
    const auto model = open();
    const auto result = reconstruct(*model);
    std::vector<float> sum = result.levels[3].error.planes;
    const ImageRgbF32 input = toRgbF32(result.input);
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += input.planes.at(i);
    const ImageRgbF32 written = toRgbF32(toRgb8(result.levels[3].picture));
    EXPECT_LT(largestDifference(sum, written.planes), 1e-6F);
}

TEST_F(TokenizerTest, ComparesEachLevelWithTheFinestLevelReduced) {
    const auto model = open();
    const auto result = reconstruct(*model);
    const ImageRgb8 finest = toRgb8(result.levels.back().picture);
    for (const runtime::LevelReconstruction& level : result.levels) {
        const runtime::Commutation& commutation = level.commutation;
        const ImageRgbF32 finestReduced = blockMeans(finest, level.level.width);
        const ImageRgbF32 inputReduced = blockMeans(result.input, level.level.width);
        EXPECT_LT(largestDifference(commutation.finestReduced.planes, finestReduced.planes), 1e-5F);
        EXPECT_LT(largestDifference(commutation.inputReduced.planes, inputReduced.planes), 1e-5F);
        EXPECT_NEAR(commutation.psnrFinest, psnrBetween(finestReduced, inputReduced), 1e-2);
        if (&level == &result.levels.back())
            break;
        const ImageRgbF32 written = toRgbF32(toRgb8(level.picture));
        EXPECT_NEAR(commutation.psnrDecoded, psnrBetween(written, finestReduced), 1e-2);
        EXPECT_NEAR(level.psnr, psnrBetween(written, commutation.inputReduced), 1e-2);
    }
}

TEST_F(TokenizerTest, ReducesTheFinestLevelToItself) {
    const auto model = open();
    const auto finest = reconstruct(*model).levels.back();
    EXPECT_EQ(finest.commutation.finestReduced, toRgbF32(toRgb8(finest.picture)));
    EXPECT_EQ(finest.commutation.psnrDecoded, std::numeric_limits<double>::infinity());
    EXPECT_DOUBLE_EQ(finest.commutation.psnrFinest, finest.psnr);
}

TEST_F(TokenizerTest, StopsBetweenTheLevelsThatItMeasures) {
    const auto model = open();
    std::stop_source stop;
    int measured = 0;
    const TaskContext context(stop.get_token(), [&](const Progress& progress) {
        if (progress.stage == "Measuring" && ++measured == 2)
            stop.request_stop();
    });
    const auto result = model->reconstruct(m_image, {}, context);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(measured, 2);
}

TEST_F(TokenizerTest, HasNoSsimBelowElevenPixels) {
    const auto model = open();
    const auto result = reconstruct(*model);
    EXPECT_FALSE(result.levels[0].ssim.has_value()); // 4 pixels
    EXPECT_FALSE(result.levels[1].ssim.has_value()); // 8 pixels
    EXPECT_TRUE(result.levels[2].ssim.has_value());  // 16 pixels
    EXPECT_TRUE(result.levels[0].ssimFull.has_value());
}

TEST_F(TokenizerTest, SamplesThePosteriorBySeed) {
    const auto model = open();
    const auto mean = model->encode(m_image, {}, TaskContext());
    const auto one = model->encode(m_image, {.sample = true, .seed = 1}, TaskContext());
    const auto same = model->encode(m_image, {.sample = true, .seed = 1}, TaskContext());
    const auto two = model->encode(m_image, {.sample = true, .seed = 2}, TaskContext());
    ASSERT_TRUE(mean && one && same && two);
    EXPECT_EQ(one->latents, same->latents);
    EXPECT_NE(one->latents, two->latents);
    EXPECT_NE(one->latents, mean->latents);
    EXPECT_EQ(one->mean, mean->mean);
}

TEST_F(TokenizerTest, ComputesInBfloat16OnRequest) {
    const auto exact = reconstruct(*open());
    const auto coarse = reconstruct(*open({}, "bfloat16"));
    const float difference =
        largestDifference(exact.levels.back().picture.planes, coarse.levels.back().picture.planes);
    EXPECT_GT(difference, 0.0F);
    EXPECT_LT(difference, 0.2F);
}

TEST_F(TokenizerTest, ComputesInFloat32WithHalfPrecisionWeights) {
    const auto exact = reconstruct(*open());
    const auto half = reconstruct(*open({.isHalf = true}));
    EXPECT_LT(
        largestDifference(exact.levels.back().picture.planes, half.levels.back().picture.planes),
        0.02F);
}

TEST_F(TokenizerTest, RefusesAnEmptyImage) {
    const auto model = open();
    EXPECT_FALSE(model->encode(ImageRgb8(), {}, TaskContext()));
}

TEST_F(TokenizerTest, StopsBetweenTheSteps) {
    const auto model = open();
    std::stop_source stop;
    std::vector<Progress> reports;
    const TaskContext context(stop.get_token(), [&](const Progress& progress) {
        reports.push_back(progress);
        if (progress.stage == "Decoding")
            stop.request_stop();
    });
    const auto result = model->reconstruct(m_image, {}, context);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports.back().stage, "Decoding");
}

TEST_F(TokenizerTest, ReportsTheEndOfItsWork) {
    const auto model = open();
    Progress last;
    const TaskContext context({}, [&](const Progress& progress) { last = progress; });
    ASSERT_TRUE(model->reconstruct(m_image, {}, context));
    EXPECT_EQ(last.done, last.total);
}

} // namespace hierascope
