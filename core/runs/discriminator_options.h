// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::runs {

/// How pictures are changed before a discriminator sees them; each kind for a batch or not at all.
struct AugmentPolicy {
    bool color = true;
    bool translation = true;
    double cutout = 0.2; ///< sides of the hole as a part of the picture's; 0: none
    double probability = 0.5;
};

/// What tells real pictures from made ones: nothing, heads on a frozen DINO, or PatchGAN.
enum class DiscriminatorKind { None, Dino, Patch };

/// How a discriminator is trained beside the model; defaults are ResTok's.
struct DiscriminatorOptions {
    DiscriminatorKind kind = DiscriminatorKind::None;
    std::filesystem::path weights; ///< of the frozen DINO
    std::int64_t channels = 64;    ///< PatchGAN: of its first convolution
    std::int64_t layers = 3;       ///< PatchGAN: convolutions with stride 2
    double weight = 0.5;           ///< of its term in the model's loss
    bool adaptive = false;         ///< times the ratio of the gradients at the decoder's last layer
    std::int64_t start = 20'000;   ///< the first step, counted from 0, that has it
    double learningRate = 1e-4;
    double finalLearningRate = 1e-5;
    double warmupRatio = -1.0; ///< of the steps from its start; below 0: as many as the model's
    double weightDecay = 0.05;
    std::array<double, 2> betas{0.9, 0.95};
    double lecam = 0.001; ///< weight of LeCam in the discriminator's loss
    AugmentPolicy augment;

    bool isOn() const { return kind != DiscriminatorKind::None; }
};

/// Reads `training.discriminator` over what `options` holds; paths are relative to `folder`.
Result<void> readDiscriminator(const nlohmann::json& object, const std::filesystem::path& folder,
                               DiscriminatorOptions& options);

} // namespace hierascope::runs
