// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/feature_extractor.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/zeros_like.h>

#include "core/io/sha256.h"
#include "core/io/tensor_file.h"
#include "core/models/efficientnet_lite0.h"
#include "core/models/inception_v3.h"
#include "core/models/state_dict.h"
#include "core/tensor/image_tensor.h"
#include "core/tensor/resample.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;

constexpr int kLiteSide = 224;
constexpr std::size_t kListedKeys = 6;

at::Tensor batchOf(const std::vector<ImageRgb8>& pictures) {
    std::vector<at::Tensor> tensors;
    for (const ImageRgb8& picture : pictures)
        tensors.push_back(tensor::tensorFromImage(picture));
    return at::cat(tensors); // [B, 3, Y, X]
}

at::Tensor plain(const at::Tensor& features) {
    return features.to(at::kCPU, at::kFloat);
}

/// The sentence for a file of another layout: what does not fit first, and what keys there are.
tl::unexpected<Error> otherLayout(const std::filesystem::path& weights, const char* network,
                                  const std::string& problem, const io::TensorMap& tensors) {
    std::string keys;
    std::size_t listed = 0;
    for (const auto& [name, tensor] : tensors) {
        if (listed++ == kListedKeys)
            break;
        keys += (keys.empty() ? "" : ", ") + io::inQuotes(name);
    }
    const std::string more = tensors.size() > kListedKeys ? ", ..." : "";
    return failure(ErrorCode::BadData, "File '" + weights.string() + "' is no " + network + ": " +
                                           problem + "; it holds " +
                                           std::to_string(tensors.size()) + " tensors: " + keys +
                                           more + ".");
}

Result<void> fill(torch::nn::Module& network, io::TensorMap tensors, const char* name,
                  const std::filesystem::path& weights, const io::TensorMap& inFile) {
    const auto fit = models::loadStateDict(network, tensors);
    if (!fit.fits())
        return otherLayout(weights, name, fit.firstProblem(), inFile);
    return {};
}

Result<json> fileRecipe(const std::filesystem::path& weights, const char* network) {
    const auto hash = io::sha256OfFile(weights);
    if (!hash)
        return failure(hash);
    return json{{"network", network},
                {"file", weights.filename().string()},
                {"sha256", *hash},
                {"dtype", "float32"}};
}

class LiteExtractor final : public FeatureExtractor {
public:
    LiteExtractor(models::EfficientNetLite0 network, json recipe, at::Device device)
        : m_network(std::move(network)), m_device(device) {
        m_recipe = std::move(recipe);
        m_recipe["resize"] = "224 x 224, bicubic, antialiased, 8 bits (Pillow)";
        m_recipe["range"] = "(v - 127) / 128";
    }

    PictureFeatures features(const std::vector<ImageRgb8>& pictures) override {
        std::vector<ImageRgb8> resized;
        for (const ImageRgb8& picture : pictures)
            resized.push_back(
                tensor::resize(picture, kLiteSide, kLiteSide, tensor::Filter::Bicubic));
        const auto head = m_network->classify((batchOf(resized) * 2.0 - 1.0).to(m_device));
        return {plain(head.features), {}, plain(head.logits)};
    }

private:
    models::EfficientNetLite0 m_network;
    at::Device m_device;
};

class InceptionExtractor final : public FeatureExtractor {
public:
    InceptionExtractor(models::InceptionV3 network, models::InceptionResize resize, json recipe,
                       at::Device device)
        : m_network(std::move(network)), m_resize(resize), m_device(device) {
        m_recipe = std::move(recipe);
        const bool isTf1 = resize == models::InceptionResize::Tf1;
        m_recipe["resize"] = isTf1 ? "tf1: 299 x 299, bilinear without half-pixel centres "
                                     "(TensorFlow 1; ADM, torch-fidelity, ResTok)"
                                   : "pytorch-fid: 299 x 299, bilinear with half-pixel centres, "
                                     "not antialiased";
        m_recipe["range"] = isTf1 ? "(v - 128) / 128" : "2 x - 1";
    }

    PictureFeatures features(const std::vector<ImageRgb8>& pictures) override {
        const auto input = models::inceptionInput(batchOf(pictures), m_resize);
        const auto found = m_network->forward(input.to(m_device));
        return {plain(found.pooled), plain(found.spatial), plain(found.logits)};
    }

private:
    models::InceptionV3 m_network;
    models::InceptionResize m_resize;
    at::Device m_device;
};

} // namespace

Result<std::unique_ptr<FeatureExtractor>> openLiteExtractor(const std::filesystem::path& weights,
                                                            at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    models::EfficientNetLite0 network(true);
    if (auto filled = fill(*network, *tensors, "EfficientNet-Lite0", weights, *tensors); !filled)
        return failure(filled);
    auto recipe = fileRecipe(weights, "EfficientNet-Lite0, ImageNet-1k");
    if (!recipe)
        return failure(recipe);
    network->to(device);
    return std::make_unique<LiteExtractor>(network, *std::move(recipe), device);
}

Result<std::unique_ptr<FeatureExtractor>>
openInceptionExtractor(const std::filesystem::path& weights, const std::string& resize,
                       at::Device device) {
    if (resize != "tf1" && resize != "pytorch-fid")
        return failure(ErrorCode::Usage, "The Inception's resize convention is '" + resize +
                                             "', expected tf1 or pytorch-fid.");
    const auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    models::InceptionV3 network;
    io::TensorMap ours;
    for (const auto& [name, tensor] : models::stateDict(*network))
        if (name.ends_with("num_batches_tracked"))
            ours[name] = at::zeros_like(tensor); // some files have them, some do not
    for (const auto& [name, tensor] : *tensors)
        if (!name.starts_with("AuxLogits."))
            ours[name] = tensor;
    if (auto filled = fill(*network, ours, "Inception of 2015-12-05", weights, *tensors); !filled)
        return failure(filled);
    auto recipe = fileRecipe(weights, "Inception v3 of 2015-12-05");
    if (!recipe)
        return failure(recipe);
    network->to(device);
    const auto convention =
        resize == "tf1" ? models::InceptionResize::Tf1 : models::InceptionResize::HalfPixel;
    return std::make_unique<InceptionExtractor>(network, convention, *std::move(recipe), device);
}

Result<LpipsExtractor> openLpips(const std::filesystem::path& weights,
                                 const std::filesystem::path& linear, at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    if (!linear.empty()) {
        auto more = io::loadTensors(linear);
        if (!more)
            return failure(more);
        tensors->merge(*more);
    }
    const auto backbone = models::lpipsBackboneOf(*tensors);
    const io::TensorMap ours = models::lpipsTensors(*tensors, backbone);
    const bool isVgg = backbone == models::LpipsBackbone::Vgg16;
    const char* name = isVgg ? "LPIPS with VGG-16" : "LPIPS with AlexNet";
    LpipsExtractor extractor;
    extractor.network = models::Lpips(backbone);
    if (auto filled = fill(*extractor.network, ours, name, weights, *tensors); !filled)
        return failure(filled);
    auto recipe = fileRecipe(weights, name);
    if (!recipe)
        return failure(recipe);
    extractor.recipe = *std::move(recipe);
    extractor.recipe["range"] = "2 x - 1";
    if (!linear.empty()) {
        const auto hash = io::sha256OfFile(linear);
        if (!hash)
            return failure(hash);
        extractor.recipe["linear_sha256"] = *hash;
    }
    extractor.network->to(device);
    return extractor;
}

} // namespace hierascope::runtime
