// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>
#include <vector>

#include <ATen/ops/abs.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <c10/core/InferenceMode.h>
#include <gmock/gmock.h>

#include "core/models/restok.h"
#include "tests/support/rule_weights.h"

/// Numbers that the official code gave for weights made by a rule, at the released small size.
namespace hierascope::models {
namespace {

ResTokOptions releasedSmall() {
    ResTokOptions options;
    options.encoder = {6, 512, 8};
    options.decoder = {6, 512, 8};
    return options;
}

ResTok ruleModel(const ResTokOptions& options) {
    ResTok model(options);
    testing::fillByRule(*model);
    model->eval();
    return model;
}

at::Tensor ruleImage() {
    at::Tensor image = at::empty({1, 3, 256, 256});
    float* pixel = image.data_ptr<float>();
    for (std::uint32_t k = 0; k < 3U * 256U * 256U; ++k)
        pixel[k] = static_cast<float>(testing::ruleNumber(k, 9999));
    return image;
}

void expectValues(const at::Tensor& found, const std::vector<double>& expected) {
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(found.flatten()[static_cast<std::int64_t>(i)].item<double>(), expected[i], 2e-5)
            << i;
}

double absSum(const at::Tensor& x) {
    return x.to(at::kDouble).abs().sum().item<double>();
}

TEST(ResTokByRule, HasTheOfficialNumbersAtTheReleasedSmallSize) {
    const c10::InferenceMode inference;
    ResTok model = ruleModel(releasedSmall());
    std::int64_t parameters = 0;
    for (const at::Tensor& parameter : model->parameters())
        parameters += parameter.numel();
    EXPECT_EQ(parameters, 92'504'267);
    EXPECT_EQ(model->parameters().size(), 462U);

    const at::Tensor features = model->pixelFeatures(ruleImage());
    EXPECT_NEAR(features.to(at::kDouble).sum().item<double>(), -551.3970, 0.01);
    EXPECT_NEAR(absSum(features), 16123.4877, 0.05);
    expectValues(features, {0.215551, 0.545975, 0.315412});

    LayerProbe probe;
    std::vector<std::pair<std::int64_t, double>> layers;
    probe.afterLayer = [&layers](std::int64_t, const at::Tensor& x) {
        layers.emplace_back(x.size(1), absSum(x));
    };
    const ResTokEncoding encoding = model->encode(ruleImage(), &probe);
    const std::vector<std::pair<std::int64_t, double>> expected{{512, 155836.54}, {512, 182010.45},
                                                                {576, 193181.93}, {608, 215286.08},
                                                                {608, 237121.64}, {608, 252376.04}};
    ASSERT_EQ(layers.size(), expected.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        EXPECT_EQ(layers[i].first, expected[i].first) << i;
        EXPECT_NEAR(layers[i].second, expected[i].second, 0.5) << i;
    }
    EXPECT_NEAR(absSum(encoding.imageTokens.front()), 18144.10, 0.05);
    const at::Tensor rows = encoding.z.squeeze(2).transpose(1, 2)[0]; // [N, C]
    expectValues(rows[0], {0.966385, 0.345580, 0.271622, -0.437480, -1.250026, 0.521292, 0.213347,
                           0.002028});
    expectValues(rows[127], {-0.107564, -0.366708, 0.363053, 0.046862, 0.265371, -0.052971,
                             0.459964, -1.274798});

    const Quantized quantized = model->quantize(encoding.z);
    const std::vector<std::int64_t> codes{5746, 7443, 7010, 7270, 3213, 3578, 7915, 5489,
                                          7607, 1060, 8114, 1235, 3273, 175,  3350, 4546};
    for (std::size_t i = 0; i < codes.size(); ++i)
        EXPECT_EQ(quantized.codes[0][static_cast<std::int64_t>(i)].item<std::int64_t>(), codes[i]);
    EXPECT_EQ(quantized.codes.sum().item<std::int64_t>(), 513658);
    EXPECT_NEAR(quantized.commitment.item<double>(), 0.0041852, 1e-6);
    EXPECT_NEAR(quantized.codebook.item<double>(), 0.0167409, 1e-6);

    const at::Tensor decoded = model->features(quantized.vectors).image;
    EXPECT_NEAR(absSum(decoded), 29019.414, 0.1);
    const at::Tensor picture = model->pixels(decoded);
    EXPECT_NEAR(picture.to(at::kDouble).sum().item<double>(), 13133.387, 0.5);
    EXPECT_NEAR(absSum(picture), 82720.512, 0.5);
    const auto pixelOf = [](const at::Tensor& image, std::int64_t row, std::int64_t column) {
        return image[0].select(1, row).select(1, column).clone(); // [3]
    };
    expectValues(pixelOf(picture, 0, 0), {-0.067383, 0.128563, 0.192085});
    expectValues(pixelOf(picture, 128, 200), {-1.079807, 0.200287, 0.082632});
    const auto prefix = [&](std::int64_t keep) {
        return pixelOf(model->decode(quantized.vectors, at::full({1}, keep, at::kLong)), 0, 0);
    };
    expectValues(prefix(4), {-0.064174, 0.113627, 0.190144});
    expectValues(prefix(64), {-0.057863, 0.118085, 0.185485});
}

TEST(ResTokByRule, TransposesTheEncodersOutputWhereItIsNotLegacy) {
    const c10::InferenceMode inference;
    ResTokOptions options = releasedSmall();
    options.isLegacy = false;
    ResTok model = ruleModel(options);
    const at::Tensor codes = model->codesOf(model->encode(ruleImage()).z)[0];
    const std::vector<std::int64_t> expected{6149, 4768, 5744, 5272, 5657, 6420, 663, 6964};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(codes[static_cast<std::int64_t>(i)].item<std::int64_t>(), expected[i]);
    EXPECT_EQ(codes.sum().item<std::int64_t>(), 543400);
}

TEST(ResTok, HasTheReleasedParameterCountAtTheLargeSize) {
    ResTok model{ResTokOptions()};
    std::int64_t parameters = 0;
    for (const at::Tensor& parameter : model->parameters())
        parameters += parameter.numel();
    EXPECT_EQ(parameters, 659'693'771);
    EXPECT_EQ(model->parameters().size(), 1146U);
}

} // namespace
} // namespace hierascope::models
