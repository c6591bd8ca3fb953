// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// What a frozen network sees in an image: the goal of the alignment.
struct TeacherFeatures {
    at::Tensor pooled; ///< [B, F, 1, 1]
    at::Tensor map;    ///< [B, F, h, w], of the model's grid
};

/// A frozen network whose features a model's are aligned with.
struct AlignmentTeacher {
    std::string name;          ///< for messages
    std::int64_t channels = 0; ///< F
    /// @param images [B, 3, Y, X] in [-1, 1]
    /// @param grid   tokens to a side of the model's map
    std::function<TeacherFeatures(const at::Tensor& images, std::int64_t grid)> features;

    explicit operator bool() const { return static_cast<bool>(features); }
};

/// EfficientNet-Lite0 after block 10: 112 channels, pooled by the mean.
///
/// @param weights of EfficientNet-Lite0
Result<AlignmentTeacher> loadEfficientNetTeacher(const std::filesystem::path& weights,
                                                 at::Device device);

/// A vision transformer from a file, such as DINOv2 or DINOv3 (frozen_vit.h).
///
/// @source ResTok, modeling/modules/losses.py: class token and patches after the last norm of
///         DINOv3 ViT-L/16; VA-VAE, arXiv:2501.01423: those of DINOv2. Pictures are brought to
///         a patch for each token, bilinear.
Result<AlignmentTeacher> loadVitTeacher(const std::filesystem::path& weights, at::Device device);

/// Opens the teacher that a config names, or EfficientNet-Lite0.
///
/// @param channels of the model's heads for it, as many as the teacher's; 0: an empty teacher
Result<AlignmentTeacher> openTeacher(const runs::TrainConfig& config, std::int64_t channels,
                                     at::Device device);

} // namespace hierascope::training
