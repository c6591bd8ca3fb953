// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/frozen_vit.h"

#include <cmath>
#include <fstream>

#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/rule_weights.h"

namespace hierascope::models {
namespace {

using hierascope::testing::numbersByRule;
using ::testing::HasSubstr;

using VitTensors = std::map<std::string, at::Tensor>;

const std::string kVitFolder = HIERASCOPE_TEST_DATA "/official/frozen_vit/";

nlohmann::json vitJson(const std::string& file) {
    return nlohmann::json::parse(std::ifstream(kVitFolder + file));
}

/// The tensors of a small network, by the rule that its known features were made with.
VitTensors tensorsByRule(const std::string& network, std::uint32_t rank) {
    VitTensors tensors;
    const nlohmann::json shapes = vitJson("shapes.json");
    for (const auto& [key, shape] : shapes.items()) {
        if (!key.starts_with(network + "."))
            continue;
        const std::string name = key.substr(network.size() + 1);
        const auto sizes = shape.get<std::vector<std::int64_t>>();
        double fan = 1.0;
        for (std::size_t i = 1; i < sizes.size(); ++i)
            fan *= static_cast<double>(sizes[i]);
        const bool isToken =
            name.find("token") != std::string::npos || name.find("pos") != std::string::npos;
        const bool isVector = sizes.size() < 2;
        const double size = name.ends_with("bias") ? 0.1
                            : isVector             ? 0.3
                            : isToken              ? 0.5
                                                   : std::sqrt(3.0 / fan);
        const double middle = isVector && !name.ends_with("bias") ? 1.0 : 0.0;
        tensors[name] = numbersByRule(sizes, rank++, 2.0 * size, middle - size);
    }
    return tensors;
}

at::Tensor vitImages() {
    const auto mean = at::tensor({0.485F, 0.456F, 0.406F}).view({3, 1, 1});
    const auto deviation = at::tensor({0.229F, 0.224F, 0.225F}).view({3, 1, 1});
    return (numbersByRule({2, 3, 32, 32}, 15000) - mean) / deviation;
}

/// Compares with tokens as timm returns them: class, two registers, patches.
void expectFeatures(const VitFeatures& found, const std::string& network) {
    const auto file = vitJson("expected.json")[network];
    const auto tokens = at::tensor(file["values"].get<std::vector<float>>())
                            .view(file["shape"].get<std::vector<std::int64_t>>());
    EXPECT_LT((found.pooled - tokens.select(1, 0)).abs().max().item<double>(), 2e-5);
    const auto patches = found.map.flatten(2).transpose(1, 2);
    EXPECT_LT((patches - tokens.narrow(1, 3, patches.size(1))).abs().max().item<double>(), 2e-5);
}

TEST(FrozenVit, OfDinoV3EqualsTimms) {
    auto network = FrozenVit::fromTensors(tensorsByRule("dinov3", 14000));
    ASSERT_TRUE(network) << network.error().message;
    EXPECT_EQ(network->width(), 64);
    EXPECT_EQ(network->patchSize(), 8);
    expectFeatures(network->features(vitImages()), "dinov3");
}

TEST(FrozenVit, OfDinoV2EqualsTimms) {
    auto network = FrozenVit::fromTensors(tensorsByRule("dinov2", 14100));
    ASSERT_TRUE(network) << network.error().message;
    expectFeatures(network->features(vitImages().narrow(2, 0, 24).narrow(3, 0, 24)), "dinov2");
}

TEST(FrozenVit, ReadsTheNamesOfDinoToo) {
    auto tensors = tensorsByRule("dinov2", 14100);
    const auto renamed = [&tensors](const std::string& from, const std::string& to) {
        auto node = tensors.extract(from);
        ASSERT_FALSE(node.empty());
        node.key() = to;
        tensors.insert(std::move(node));
    };
    renamed("reg_token", "register_tokens");
    tensors["mask_token"] = at::zeros({1, 64});
    // Positions with a row for the class token, as DINO has them.
    tensors["pos_embed"] = at::cat({at::zeros({1, 1, 64}), tensors["pos_embed"]}, 1);
    auto network = FrozenVit::fromTensors(tensors);
    ASSERT_TRUE(network) << network.error().message;
    expectFeatures(network->features(vitImages().narrow(2, 0, 24).narrow(3, 0, 24)), "dinov2");
}

TEST(FrozenVit, BringsItsPositionsToTheGrid) {
    auto network = FrozenVit::fromTensors(tensorsByRule("dinov2", 14100));
    ASSERT_TRUE(network);
    const auto features = network->features(vitImages());
    EXPECT_EQ(features.map.sizes(), (std::vector<std::int64_t>{2, 64, 4, 4}));
    EXPECT_TRUE(features.map.isfinite().all().item<bool>());
}

TEST(FrozenVit, NamesWhatDoesNotFit) {
    const auto failureOf = [](const std::string& name, const at::Tensor& tensor) {
        auto tensors = tensorsByRule("dinov2", 14100);
        tensors.erase(name);
        if (tensor.defined())
            tensors[name] = tensor;
        const auto network = FrozenVit::fromTensors(tensors);
        return network ? std::string() : network.error().message;
    };
    EXPECT_THAT(failureOf("cls_token", {}), HasSubstr("'cls_token' is missing"));
    EXPECT_THAT(failureOf("blocks.1.mlp.fc2.bias", {}), HasSubstr("'blocks.1.mlp.fc2.bias' is"));
    EXPECT_EQ(failureOf("blocks.1.attn.qkv.weight", at::zeros({64, 64})),
              "Tensor 'blocks.1.attn.qkv.weight' is [64, 64], expected [192, 64].");
    EXPECT_THAT(failureOf("pos_embed", at::zeros({1, 12, 64})),
                HasSubstr("'pos_embed' is [1, 12, 64], expected [1, a square or one more, 64]"));
    EXPECT_THAT(failureOf("patch_embed.proj.weight", at::zeros({60, 3, 8, 8})),
                HasSubstr("expected [a multiple of 64"));
}

} // namespace
} // namespace hierascope::models
