// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok.h"

#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/abs.h>
#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/randn_like.h>
#include <c10/core/GradMode.h>
#include <gmock/gmock.h>

namespace hierascope::models {
namespace {

HieraTokOptions smallOptions() {
    HieraTokOptions options;
    options.imageSize = 32;
    options.patchSize = 4;
    options.latentChannels = 4;
    options.scales = {1, 2, 4, 8};
    options.encoder = {1, 16, 2, 2.0};
    options.decoder = {2, 24, 3, 2.0};
    return options;
}

/// A model whose weights are large enough that every path matters.
HieraTok makeModel(const HieraTokOptions& options) {
    at::manual_seed(11);
    HieraTok model(options);
    const c10::NoGradGuard guard;
    for (auto& parameter : model->parameters())
        parameter.add_(at::randn_like(parameter), 0.2);
    model->eval();
    return model;
}

double largest(const at::Tensor& difference) {
    return difference.abs().max().item<double>();
}

std::int64_t parameterCount(const HieraTokOptions& options) {
    std::int64_t count = 0;
    for (const auto& parameter : HieraTok(options)->parameters())
        count += parameter.numel();
    return count;
}

TEST(HieraTok, GivesOnePictureForEachScale) {
    HieraTok model = makeModel(smallOptions());
    const auto pictures = model->decode(at::randn({2, 4, 8, 8}));
    ASSERT_EQ(pictures.size(), 4U);
    for (std::size_t level = 0; level < 4; ++level) {
        const std::int64_t side = 4 * model->options().scales[level];
        EXPECT_EQ(pictures[level].sizes(), (std::vector<std::int64_t>{2, 3, side, side}));
    }
}

TEST(HieraTok, ClampsTheLogVariance) {
    HieraTok model = makeModel(smallOptions());
    const auto posterior = model->posterior(1e6 * at::randn({1, 3, 32, 32}));
    EXPECT_GE(posterior.logvar.min().item<double>(), -30.0);
    EXPECT_LE(posterior.logvar.max().item<double>(), 20.0);
}

TEST(HieraTok, MeasuresTheKlOfAGaussian) {
    const Posterior posterior{at::full({1, 1, 1, 2}, 2.0), at::full({1, 1, 1, 2}, 1.0)};
    EXPECT_NEAR(posterior.kl().item<double>(), 4.0 + std::exp(1.0) - 2.0, 1e-5);
}

TEST(HieraTok, ScaleCausalLevelsIgnoreFinerTokens) {
    HieraTok model = makeModel(smallOptions());
    auto tokens = model->tokensFromLatent(at::randn({1, 4, 8, 8}));
    const auto whole = model->pixelsFromTokens(tokens);
    for (std::size_t finer = 1; finer < tokens.size(); ++finer) {
        auto replaced = tokens;
        replaced[finer] = at::randn_like(tokens[finer]);
        const auto changed = model->pixelsFromTokens(replaced);
        const auto removed = model->pixelsFromTokens(
            {tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(finer)});
        for (std::size_t level = 0; level < finer; ++level) {
            EXPECT_LE(largest(changed[level] - whole[level]), 1e-5);
            EXPECT_LE(largest(removed[level] - whole[level]), 1e-5);
        }
        EXPECT_GT(largest(changed[finer] - whole[finer]), 1e-3);
        EXPECT_GT(largest(changed.back() - whole.back()), 1e-3);
    }
}

TEST(HieraTok, ScaleCausalFinerLevelsSeeCoarserTokens) {
    HieraTok model = makeModel(smallOptions());
    auto tokens = model->tokensFromLatent(at::randn({1, 4, 8, 8}));
    const auto whole = model->pixelsFromTokens(tokens);
    tokens[0] = at::randn_like(tokens[0]);
    const auto changed = model->pixelsFromTokens(tokens);
    for (std::size_t level = 0; level < whole.size(); ++level)
        EXPECT_GT(largest(changed[level] - whole[level]), 1e-4) << level;
}

TEST(HieraTok, ScaleIndependentLevelsSeeOnlyThemselves) {
    HieraTokOptions options = smallOptions();
    options.attention = ScaleAttention::ScaleIndependent;
    HieraTok model = makeModel(options);
    const auto tokens = model->tokensFromLatent(at::randn({1, 4, 8, 8}));
    const auto whole = model->pixelsFromTokens(tokens);
    for (std::size_t other = 0; other < tokens.size(); ++other) {
        auto replaced = tokens;
        replaced[other] = at::randn_like(tokens[other]);
        const auto changed = model->pixelsFromTokens(replaced);
        for (std::size_t level = 0; level < tokens.size(); ++level) {
            if (level == other)
                EXPECT_GT(largest(changed[level] - whole[level]), 1e-3);
            else
                EXPECT_LE(largest(changed[level] - whole[level]), 1e-5);
        }
    }
}

TEST(HieraTok, FullAttentionLetsTheCoarsestSeeTheFinest) {
    HieraTokOptions options = smallOptions();
    options.attention = ScaleAttention::Full;
    HieraTok model = makeModel(options);
    auto tokens = model->tokensFromLatent(at::randn({1, 4, 8, 8}));
    const auto whole = model->pixelsFromTokens(tokens);
    tokens[3] = at::randn_like(tokens[3]);
    EXPECT_GT(largest(model->pixelsFromTokens(tokens)[0] - whole[0]), 1e-4);
}

TEST(HieraTok, SingleScaleIsAPlainAutoencoderWhateverTheAttention) {
    HieraTokOptions options = smallOptions();
    options.scales = {8};
    options.attention = ScaleAttention::ScaleCausal;
    HieraTok causal = makeModel(options);
    options.attention = ScaleAttention::Full;
    HieraTok full = makeModel(options);
    const auto latent = at::randn({1, 4, 8, 8});
    EXPECT_EQ(largest(causal->decode(latent)[0] - full->decode(latent)[0]), 0.0);
    for (const auto& parameter : causal->named_parameters())
        EXPECT_FALSE(parameter.key().starts_with("down.") || parameter.key() == "dec.scale_pos");
}

TEST(HieraTok, InterpolationCommutesWithTheSharedProjection) {
    HieraTokOptions options = smallOptions();
    options.downsample = Downsample::Interpolate;
    HieraTok model = makeModel(options);
    const auto tokens = model->tokensFromLatent(at::randn({2, 4, 8, 8}));
    // Area pooling and a shared linear map commute: the coarse tokens are the pooled finest ones.
    const auto finest = tokens.back().transpose(1, 2).unflatten(2, {8, 8});
    for (std::size_t level = 0; level < tokens.size(); ++level) {
        const std::int64_t side = options.scales[level];
        const auto pooled =
            at::adaptive_avg_pool2d(finest, {side, side}).flatten(2).transpose(1, 2);
        EXPECT_LE(largest(pooled - tokens[level]), 1e-5);
    }
}

TEST(HieraTok, GradientReachesEveryParameter) {
    for (const auto downsample : {Downsample::Conv, Downsample::Interpolate}) {
        for (const auto width : {ConvWidth::Wide, ConvWidth::Narrow}) {
            HieraTokOptions options = smallOptions();
            options.downsample = downsample;
            options.convWidth = width;
            HieraTok model = makeModel(options);
            model->train();
            const auto posterior = model->posterior(at::rand({1, 3, 32, 32}));
            auto loss = posterior.kl().sum();
            for (const auto& picture :
                 model->decode(posterior.sample(at::randn_like(posterior.mean))))
                loss = loss + picture.square().sum();
            loss.backward();
            for (const auto& parameter : model->named_parameters()) {
                ASSERT_TRUE(parameter.value().grad().defined()) << parameter.key();
                EXPECT_GT(largest(parameter.value().grad()), 0.0) << parameter.key();
            }
        }
    }
}

TEST(HieraTok, DropPathChangesTrainingOnly) {
    HieraTok model = makeModel(smallOptions());
    const auto latent = at::randn({4, 4, 8, 8});
    const auto before = model->decode(latent).back();
    model->setDropPath(0.9);
    EXPECT_EQ(largest(model->decode(latent).back() - before), 0.0);
    model->train();
    EXPECT_GT(largest(model->decode(latent).back() - before), 0.0);
}

TEST(HieraTok, RefusesPicturesOfAnotherSize) {
    HieraTok model = makeModel(smallOptions());
    EXPECT_THROW(model->posterior(at::rand({1, 3, 32, 64})), c10::Error);
    EXPECT_THROW(model->decode(at::rand({1, 4, 4, 4})), c10::Error);
    EXPECT_THROW(model->decode(at::rand({1, 4, 8, 8}), 5), c10::Error);
}

TEST(HieraTok, SingleScaleHasThePapersParameterCount) {
    HieraTokOptions options;
    options.scales = {16};
    EXPECT_EQ(parameterCount(options), 346'456'096);
}

TEST(HieraTok, WideConvolutionsHaveTheParameterCountOfTheTable) {
    HieraTokOptions options;
    EXPECT_EQ(parameterCount(options), 404'490'272);
}

TEST(HieraTok, AProjectedFinestLevelHasTheParameterCountOfTheTable) {
    HieraTokOptions options;
    options.finest = FinestLevel::Projection;
    EXPECT_EQ(parameterCount(options), 393'999'392);
}

TEST(HieraTok, NarrowConvolutionsHaveTheParameterCountOfTheTable) {
    HieraTokOptions options;
    options.convWidth = ConvWidth::Narrow;
    EXPECT_EQ(parameterCount(options), 346'489'056);
}

TEST(HieraTok, InterpolationAddsOnlyTheScaleEncoding) {
    HieraTokOptions options;
    options.downsample = Downsample::Interpolate;
    EXPECT_EQ(parameterCount(options), 346'461'216);
}

} // namespace
} // namespace hierascope::models
