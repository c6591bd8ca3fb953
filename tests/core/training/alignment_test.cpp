// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/alignment_teacher.h"

#include <cmath>

#include <ATen/ops/cat.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include "core/training/frozen_features.h"
#include "core/training/vf_loss.h"
#include "tests/core/training/short_runs.h"
#include "tests/support/official_discriminator.h"
#include "tests/support/rule_lpips.h"

namespace hierascope::training {
namespace {

using hierascope::testing::numbersByRule;
using nlohmann::json;
using ::testing::HasSubstr;

/// VA-VAE's alignment number by number.
VfLoss vfByHand(const at::Tensor& z, const at::Tensor& f, const runs::AlignmentMargins& margins) {
    const auto unit = [](const at::Tensor& map) {
        const auto tokens = map.to(at::kDouble).flatten(2).transpose(1, 2).contiguous();
        std::vector<std::vector<double>> rows;
        for (std::int64_t i = 0; i < tokens.size(1); ++i) {
            const double* row = tokens.data_ptr<double>() + i * tokens.size(2);
            double square = 0.0;
            for (std::int64_t c = 0; c < tokens.size(2); ++c)
                square += row[c] * row[c];
            rows.emplace_back(row, row + tokens.size(2));
            for (double& number : rows.back())
                number /= std::sqrt(square);
        }
        return rows;
    };
    const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
        double sum = 0.0;
        for (std::size_t i = 0; i < a.size(); ++i)
            sum += a[i] * b[i];
        return sum;
    };
    const auto latents = unit(z);
    const auto features = unit(f);
    const auto count = static_cast<double>(latents.size());
    double distance = 0.0;
    double cosine = 0.0;
    for (std::size_t i = 0; i < latents.size(); ++i) {
        cosine += std::max(0.0, 1.0 - margins.cosine - dot(latents[i], features[i])) / count;
        for (std::size_t j = 0; j < latents.size(); ++j) {
            const double apart =
                std::abs(dot(latents[i], latents[j]) - dot(features[i], features[j]));
            distance += std::max(0.0, apart - margins.distance) / (count * count);
        }
    }
    return {at::tensor(distance), at::tensor(cosine)};
}

TEST(VfLoss, EqualsItsFormula) {
    const auto z = numbersByRule({1, 5, 3, 4}, 1, 2.0, -1.0);
    const auto f = numbersByRule({1, 5, 3, 4}, 2, 2.0, -1.0);
    for (const auto margins : {runs::AlignmentMargins{0.0, 0.0}, {0.25, 0.5}}) {
        const auto found = vfLoss(z, f, margins);
        const auto wanted = vfByHand(z, f, margins);
        EXPECT_NEAR(found.distance.item<double>(), wanted.distance.item<double>(), 1e-6);
        EXPECT_NEAR(found.cosine.item<double>(), wanted.cosine.item<double>(), 1e-6);
        EXPECT_GT(found.distance.item<double>(), 0.0);
    }
    const auto same = vfLoss(3.0 * f, f, {0.0, 0.0});
    EXPECT_NEAR(same.distance.item<double>(), 0.0, 1e-6);
    EXPECT_NEAR(same.cosine.item<double>(), 0.0, 1e-6);
}

/// EfficientNet-Lite0 with random weights, as a file.
void writeEfficientNet(const std::filesystem::path& file) {
    at::manual_seed(3);
    models::EfficientNetLite0 network;
    io::TensorMap tensors;
    for (const auto& [name, tensor] : models::stateDict(*network))
        tensors[name] = tensor.detach();
    ASSERT_TRUE(io::saveTensors(file, tensors));
}

/// A vision transformer of 64 numbers as DINO names it.
void writeTeacher(const std::filesystem::path& file) {
    ASSERT_TRUE(io::saveTensors(file, testing::tinyDino()));
}

std::filesystem::path writeAligned(const testing::TempFolder& folder, json model,
                                   std::int64_t channels, const json& data) {
    model["options"]["alignment_channels"] = channels;
    const auto file = writeConfig(folder, 6, model);
    auto config = *io::readJsonFile(file);
    config["data"].update(data);
    EXPECT_TRUE(io::writeJsonFile(file, config));
    return file;
}

TEST(AlignmentTeacher, SeesTheModelsGrid) {
    const testing::TempFolder folder;
    writeEfficientNet(folder / "lite0.safetensors");
    writeTeacher(folder / "vit.safetensors");
    const auto images = at::rand({2, 3, 32, 32}) * 2.0 - 1.0;
    const auto lite = loadEfficientNetTeacher(folder / "lite0.safetensors", at::kCPU);
    ASSERT_TRUE(lite) << lite.error().message;
    EXPECT_EQ(lite->features(images, 4).map.sizes(), (std::vector<std::int64_t>{2, 112, 4, 4}));
    const auto vit = loadVitTeacher(folder / "vit.safetensors", at::kCPU);
    ASSERT_TRUE(vit) << vit.error().message;
    const auto seen = vit->features(images, 5);
    EXPECT_EQ(vit->channels, 64);
    EXPECT_EQ(seen.map.sizes(), (std::vector<std::int64_t>{2, 64, 5, 5}));
    EXPECT_EQ(seen.pooled.sizes(), (std::vector<std::int64_t>{2, 64, 1, 1}));
    EXPECT_FALSE(seen.map.requires_grad());
}

TEST(Alignment, HieraTokLearnsItAndResumesBitForBit) {
    const testing::TempFolder folder;
    writeTeacher(folder / "vit.safetensors");
    expectBitExactResume(folder, writeAligned(folder, tinyModelConfig(), 64,
                                              {{"teacher_weights", "vit.safetensors"}}));
    auto told = metricsOf(folder / "straight").at(6);
    EXPECT_GT(told.at("alignment_weight"), 0.0);
    EXPECT_GT(told.at("alignment_cosine"), 0.0);
    EXPECT_GT(told.at("alignment_distance"), 0.0);
    EXPECT_TRUE(weightsOf(folder / "straight", 6, "model.safetensors").contains("vf_proj.weight"));
}

TEST(Alignment, ResTokLearnsFromATeacherOrEfficientNet) {
    for (const bool isVit : {true, false}) {
        const testing::TempFolder folder;
        writeEfficientNet(folder / "lite0.safetensors");
        writeTeacher(folder / "vit.safetensors");
        const json data = isVit ? json{{"teacher_weights", "vit.safetensors"}}
                                : json{{"perceptual_weights", "lite0.safetensors"}};
        const auto file = writeAligned(folder, tinyResTokConfig(), isVit ? 64 : 112, data);
        ASSERT_TRUE(createRun(file, folder / "run"));
        const auto trained = trainHere(folder / "run");
        ASSERT_TRUE(trained) << trained.error().message;
        EXPECT_GT(metricsOf(folder / "run").at(6).at("alignment_decoder"), 0.0);
    }
}

TEST(Alignment, NamesWhatDoesNotFit) {
    const testing::TempFolder folder;
    writeTeacher(folder / "vit.safetensors");
    ASSERT_TRUE(io::saveTensors(folder / "other.safetensors", {{"a", at::zeros({1})}}));
    const auto failureOf = [&folder](std::int64_t channels, const json& data) {
        std::filesystem::remove_all(folder / "run");
        EXPECT_TRUE(
            createRun(writeAligned(folder, tinyModelConfig(), channels, data), folder / "run"));
        const auto trained = trainHere(folder / "run");
        return trained ? std::string() : trained.error().message;
    };
    EXPECT_THAT(failureOf(65, {{"teacher_weights", "vit.safetensors"}}),
                HasSubstr("'options.alignment_channels' is 65, expected 0 or the 64 channels of "
                          "the teacher '"));
    EXPECT_THAT(failureOf(65, json::object()), HasSubstr("112 channels of EfficientNet"));
    EXPECT_THAT(failureOf(112, json::object()), HasSubstr("'data.perceptual_weights' is missing"));
    EXPECT_THAT(failureOf(64, {{"teacher_weights", "other.safetensors"}}),
                HasSubstr("other.safetensors': Tensor 'patch_embed.proj.weight' is missing"));
}

TEST(Perceptual, ReadsLpipsInOneFileOrTwo) {
    const testing::TempFolder folder;
    for (const auto backbone : {models::LpipsBackbone::Vgg16, models::LpipsBackbone::AlexNet}) {
        auto network = testing::ruleLpips(backbone);
        io::TensorMap whole;
        io::TensorMap classifier{{"classifier.6.weight", at::zeros({2, 2})}};
        io::TensorMap linear;
        for (const auto& [name, tensor] : models::stateDict(*network)) {
            const auto value = tensor.detach();
            whole["net." + name] = value;
            if (name.starts_with("lin"))
                linear[name.substr(0, 4) + ".model.1.weight"] = value;
            else
                classifier["features." + name.substr(7)] = value;
        }
        for (const auto& [name, tensor] : linear) {
            whole.erase("net." + name.substr(0, 4) + ".weight");
            whole[name] = tensor;
        }
        ASSERT_TRUE(io::saveTensors(folder / "whole.safetensors", whole));
        ASSERT_TRUE(io::saveTensors(folder / "classifier.safetensors", classifier));
        ASSERT_TRUE(io::saveTensors(folder / "linear.safetensors", linear));
        const auto one = loadLpips(folder / "whole.safetensors", {}, false, at::kCPU);
        const auto two = loadLpips(folder / "classifier.safetensors", folder / "linear.safetensors",
                                   false, at::kCPU);
        ASSERT_TRUE(one) << one.error().message;
        ASSERT_TRUE(two) << two.error().message;
        const auto a = numbersByRule({1, 3, 32, 32}, 1, 2.0, -1.0);
        const auto b = numbersByRule({1, 3, 32, 32}, 2, 2.0, -1.0);
        const double wanted = network->forward(a, b).mean().item<double>();
        EXPECT_DOUBLE_EQ(one->distance(a, b).item<double>(), wanted);
        EXPECT_DOUBLE_EQ(two->distance(a, b).item<double>(), wanted);
        EXPECT_EQ(one->smallestSide, backbone == models::LpipsBackbone::Vgg16 ? 16 : 32);
        const auto missing = loadLpips(folder / "classifier.safetensors", {}, false, at::kCPU);
        ASSERT_FALSE(missing);
        EXPECT_THAT(missing.error().message, HasSubstr("tensor 'lin0.weight' is missing"));
    }
}

TEST(Perceptual, HieraTokTrainsWithLpips) {
    const testing::TempFolder folder;
    auto network = testing::ruleLpips();
    io::TensorMap tensors;
    for (const auto& [name, tensor] : models::stateDict(*network))
        tensors[name] = tensor.detach();
    ASSERT_TRUE(io::saveTensors(folder / "lpips.safetensors", tensors));
    const auto file = writeConfig(folder, 2);
    auto config = *io::readJsonFile(file);
    config["data"]["lpips_weights"] = "lpips.safetensors";
    config["training"]["loss"] = {{"perceptual", 1.0}};
    ASSERT_TRUE(io::writeJsonFile(file, config));
    ASSERT_TRUE(createRun(file, folder / "run"));
    const auto trained = trainHere(folder / "run");
    ASSERT_TRUE(trained) << trained.error().message;
    EXPECT_GT(metricsOf(folder / "run").at(2).at("perceptual"), 0.0); // of 16 x 16 pixels alone
}

} // namespace
} // namespace hierascope::training
