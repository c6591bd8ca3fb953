// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/models/efficientnet_lite0.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// Reads the network of the perceptual distance; its classifier is left out.
Result<models::EfficientNetLite0> loadFeatureNetwork(const std::filesystem::path& weights,
                                                     at::Device device);

/// A differentiable distance of pictures to references, both [B, 3, Y, X] in [-1, 1]: a scalar.
using PictureDistance =
    std::function<at::Tensor(const at::Tensor& pictures, const at::Tensor& references)>;

/// A perceptual distance; empty where there is none.
struct PictureMetric {
    PictureDistance distance;
    std::int64_t smallestSide = 32; ///< pixels; smaller pictures have no distance
};

/// LPIPS with VGG-16 or AlexNet, whichever the file holds.
///
/// @param weights LPIPS as a whole, or torchvision's classifier
/// @param linear  the linear layers, where `weights` has none; may be empty
/// @param trims   whether pictures are moved a little at random, as ResTok trains
Result<PictureMetric> loadLpips(const std::filesystem::path& weights,
                                const std::filesystem::path& linear, bool trims, at::Device device);

/// The distance that a config asks for: LPIPS where it names one, else EfficientNet-Lite0's.
Result<PictureMetric> openPerceptual(const runs::TrainConfig& config, bool trims,
                                     at::Device device);

/// How far a picture is moved inside of its padding, each from 0 to 15.
struct Trimming {
    std::int64_t top = 0;
    std::int64_t bottom = 0;
    std::int64_t left = 0;
    std::int64_t right = 0;
};

/// Pads by 15 pixels of the border's colour, cuts off `trimming`, and scales back (bicubic).
///
/// @param images [B, 3, Y, X]
/// @source ResTok, modeling/modules/losses.py
at::Tensor padAndTrim(const at::Tensor& images, const Trimming& trimming);

} // namespace hierascope::training
