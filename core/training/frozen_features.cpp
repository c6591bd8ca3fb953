// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/frozen_features.h"

#include <string>

#include <ATen/ops/randint.h>
#include <ATen/ops/replication_pad2d.h>
#include <ATen/ops/upsample_bicubic2d.h>

#include "core/io/tensor_file.h"
#include "core/models/lpips_vgg.h"
#include "core/models/state_dict.h"

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

Result<PictureDistance> loadLpips(const std::filesystem::path& weights, at::Device device) {
    auto file = io::loadTensors(weights);
    if (!file)
        return failure(file);
    io::TensorMap tensors;
    for (const auto& [name, tensor] : *file) {
        if (!name.starts_with("scaling_layer"))
            tensors[models::lpipsTensorName(name)] = tensor;
    }
    models::LpipsVgg network;
    const auto fit = models::loadStateDict(*network, tensors);
    if (!fit.fits())
        return failure(ErrorCode::BadData,
                       "File '" + weights.string() + "': " + fit.firstProblem() + ".");
    network->to(device);
    return [network](const at::Tensor& pictures, const at::Tensor& references) mutable {
        const auto draws = at::randint(16, {4}, at::kLong); // seeded for each step
        const auto draw = [&draws](std::int64_t i) { return draws[i].item<std::int64_t>(); };
        const Trimming trimming{draw(0), draw(1), draw(2), draw(3)};
        return network->forward(padAndTrim(pictures, trimming), padAndTrim(references, trimming))
            .mean();
    };
}

} // namespace hierascope::training
