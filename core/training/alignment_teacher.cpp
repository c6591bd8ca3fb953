// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/alignment_teacher.h"

#include <memory>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/upsample_bilinear2d.h>
#include <c10/core/GradMode.h>

#include "core/io/tensor_file.h"
#include "core/models/frozen_vit.h"
#include "core/training/frozen_features.h"

namespace hierascope::training {

namespace {

constexpr std::size_t kLayer = 3; // of EfficientNet-Lite0: after block 10
constexpr std::int64_t kStride = 16;
constexpr std::int64_t kChannels = 112;

at::Tensor resized(const at::Tensor& images, std::int64_t side) {
    return images.size(2) == side && images.size(3) == side
               ? images
               : at::upsample_bilinear2d(images, {side, side}, /*align_corners=*/false);
}

at::Tensor normalisedAsImageNet(const at::Tensor& images) {
    const auto channels = [&images](double red, double green, double blue) {
        return at::tensor({red, green, blue}, at::kFloat)
            .view({1, 3, 1, 1})
            .to(images.device(), at::kFloat);
    };
    return (images.to(at::kFloat) * 0.5 + 0.5 - channels(0.485, 0.456, 0.406)) /
           channels(0.229, 0.224, 0.225);
}

} // namespace

Result<AlignmentTeacher> loadEfficientNetTeacher(const std::filesystem::path& weights,
                                                 at::Device device) {
    auto network = loadFeatureNetwork(weights, device);
    if (!network)
        return failure(network);
    return AlignmentTeacher{"EfficientNet-Lite0's block 10", kChannels,
                            [network = *network](const at::Tensor& images, std::int64_t grid) {
                                const c10::NoGradGuard guard;
                                auto copy = network; // shares its tensors
                                TeacherFeatures seen;
                                seen.map = copy->features(resized(images, grid * kStride))[kLayer];
                                seen.pooled = seen.map.mean({2, 3}, /*keepdim=*/true);
                                return seen;
                            }};
}

Result<AlignmentTeacher> loadVitTeacher(const std::filesystem::path& weights, at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    auto network = models::FrozenVit::fromTensors(std::move(*tensors));
    if (!network)
        return failure(network.error().code,
                       "Teacher weights '" + weights.string() + "': " + network.error().message);
    network->to(device);
    auto shared = std::make_shared<models::FrozenVit>(std::move(*network));
    return AlignmentTeacher{
        "the teacher '" + weights.string() + "'", shared->width(),
        [shared](const at::Tensor& images, std::int64_t grid) {
            const auto seen =
                shared->features(resized(normalisedAsImageNet(images), grid * shared->patchSize()));
            return TeacherFeatures{seen.pooled.unsqueeze(-1).unsqueeze(-1), seen.map};
        }};
}

Result<AlignmentTeacher> openTeacher(const runs::TrainConfig& config, std::int64_t channels,
                                     at::Device device) {
    if (channels == 0)
        return AlignmentTeacher{};
    if (config.training.loss.alignment <= 0.0)
        return failure(ErrorCode::BadData, "Field 'training.loss.alignment' is 0, expected more "
                                           "for a model that has heads for it.");
    const bool isVit = !config.teacherWeights.empty();
    if (!isVit && channels != kChannels) // before a file is read
        return failure(ErrorCode::BadData, "Field 'options.alignment_channels' is " +
                                               std::to_string(channels) + ", expected 0 or the " +
                                               std::to_string(kChannels) +
                                               " channels of EfficientNet-Lite0's block 10.");
    if (!isVit && config.perceptualWeights.empty())
        return failure(ErrorCode::BadData,
                       "Field 'data.perceptual_weights' is missing, expected the path of "
                       "EfficientNet-Lite0's weights, which the alignment learns from.");
    auto teacher = isVit ? loadVitTeacher(config.teacherWeights, device)
                         : loadEfficientNetTeacher(config.perceptualWeights, device);
    if (!teacher)
        return teacher;
    if (teacher->channels != channels)
        return failure(ErrorCode::BadData, "Field 'options.alignment_channels' is " +
                                               std::to_string(channels) + ", expected 0 or the " +
                                               std::to_string(teacher->channels) + " channels of " +
                                               teacher->name + ".");
    return teacher;
}

} // namespace hierascope::training
