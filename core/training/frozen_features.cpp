// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/frozen_features.h"

#include <string>

#include <ATen/ops/randint.h>
#include <ATen/ops/replication_pad2d.h>
#include <ATen/ops/upsample_bicubic2d.h>

#include "core/io/tensor_file.h"
#include "core/models/lpips.h"
#include "core/models/state_dict.h"
#include "core/training/losses.h"

namespace hierascope::training {

Result<models::EfficientNetLite0> loadFeatureNetwork(const std::filesystem::path& weights,
                                                     at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    models::EfficientNetLite0 network;
    // The classifier's head has no part in the features.
    std::erase_if(*tensors, [](const auto& entry) {
        return entry.first.starts_with("_conv_head") || entry.first.starts_with("_bn1") ||
               entry.first.starts_with("_fc");
    });
    const auto fit = models::loadStateDict(*network, *tensors);
    if (!fit.fits())
        return failure(ErrorCode::BadData,
                       "File '" + weights.string() + "': " + fit.firstProblem() + ".");
    network->to(device);
    return network;
}

at::Tensor padAndTrim(const at::Tensor& images, const Trimming& trimming) {
    constexpr std::int64_t kPadding = 15;
    const auto padded = at::replication_pad2d(images, {kPadding, kPadding, kPadding, kPadding});
    const auto cut = padded.narrow(2, trimming.top, padded.size(2) - trimming.top - trimming.bottom)
                         .narrow(3, trimming.left, padded.size(3) - trimming.left - trimming.right);
    return at::upsample_bicubic2d(cut, {images.size(2), images.size(3)}, /*align_corners=*/false);
}

Result<PictureMetric> loadLpips(const std::filesystem::path& weights,
                                const std::filesystem::path& linear, bool trims,
                                at::Device device) {
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
    models::Lpips network(backbone);
    const auto fit = models::loadStateDict(*network, ours);
    if (!fit.fits())
        return failure(ErrorCode::BadData,
                       "File '" + weights.string() + "': " + fit.firstProblem() + ".");
    network->to(device);
    PictureMetric metric;
    metric.smallestSide = network->smallestSide();
    if (!trims) {
        metric.distance = [network](const at::Tensor& pictures,
                                    const at::Tensor& references) mutable {
            return network->forward(pictures, references).mean();
        };
        return metric;
    }
    metric.distance = [network](const at::Tensor& pictures, const at::Tensor& references) mutable {
        const auto draws = at::randint(16, {4}, at::kLong); // seeded for each step
        const auto draw = [&draws](std::int64_t i) { return draws[i].item<std::int64_t>(); };
        const Trimming trimming{draw(0), draw(1), draw(2), draw(3)};
        return network->forward(padAndTrim(pictures, trimming), padAndTrim(references, trimming))
            .mean();
    };
    return metric;
}

Result<PictureMetric> openPerceptual(const runs::TrainConfig& config, bool trims,
                                     at::Device device) {
    if (config.training.loss.perceptual <= 0.0)
        return PictureMetric{};
    if (!config.lpipsWeights.empty())
        return loadLpips(config.lpipsWeights, config.lpipsLinear, trims, device);
    auto network = loadFeatureNetwork(config.perceptualWeights, device);
    if (!network)
        return failure(network);
    PictureMetric metric;
    metric.distance = [network = *network](const at::Tensor& pictures,
                                           const at::Tensor& references) mutable {
        return perceptualDistance(network, pictures, references);
    };
    return metric;
}

} // namespace hierascope::training
