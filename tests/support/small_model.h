// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/image.h"

namespace hierascope::testing {

/// How a small model differs from the usual one.
struct SmallModel {
    nlohmann::json options = nlohmann::json::object(); ///< merged over the usual options
    nlohmann::json origin = nullptr;                   ///< `origin` of the config; null: none
    bool isHalf = false;                               ///< weights in float16
    std::uint64_t seed = 1;
};

/// Writes a HieraTok model folder with random weights that computes in milliseconds.
///
/// Usual: images of 32, patches of 4, scales 1, 2, 4, 8, 4 latent channels, conv, scale_causal.
void writeSmallModel(const std::filesystem::path& folder, const SmallModel& model = {});

/// How a small generator differs from the usual one.
struct SmallGenerator {
    nlohmann::json options = nlohmann::json::object(); ///< merged over the usual options
    nlohmann::json config = nlohmann::json::object();  ///< merged over the config
    std::uint64_t seed = 1;
};

/// Writes the model folder of a generator with random weights that computes in milliseconds.
///
/// Usual: HAR, 16 codes of 11 in 6 steps, 3 classes, width 16, 2 layers, 4 heads.
void writeSmallGenerator(const std::filesystem::path& folder, const SmallGenerator& generator = {});

/// Writes the model folder of a DiT with random weights that computes in milliseconds.
///
/// Usual: diffusion on the latent maps of `writeSmallModel` (4 channels of 8 x 8) in patches of 2,
/// 3 classes, width 16, 2 layers, 2 heads.
void writeSmallDit(const std::filesystem::path& folder, const SmallGenerator& generator = {});

/// Writes the noise of the sampling runs in tests/data/official/dit_tiny_8x8x4 for the first of
/// their two pictures: `initial` and ten `steps` of [4, 8, 8].
void writeDitNoise(const std::filesystem::path& file);

/// Rewrites the weights of a model folder at one tensor: drops it (`edit` "drop"), adds a copy
/// named NAME.extra ("add"), flattens it ("flatten"), makes it int64 ("integer"), puts a NaN in
/// ("nan"), fills it with zeros ("zero").
void spoilTensor(const std::filesystem::path& folder, const std::string& name,
                 const std::string& edit);

/// A smooth colourful picture that differs for every seed.
ImageRgb8 smoothPicture(int width, int height, int seed = 0);

} // namespace hierascope::testing
