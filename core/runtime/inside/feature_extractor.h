// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>
#include <nlohmann/json.hpp>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/models/lpips.h"

namespace hierascope::runtime {

/// What a frozen network sees in pictures.
struct PictureFeatures {
    at::Tensor pooled;  ///< [B, D] float32, CPU
    at::Tensor spatial; ///< [B, D2]; undefined where the network has none
    at::Tensor logits;  ///< [B, K]
};

/// A frozen network for distances of sets.
class FeatureExtractor {
public:
    virtual ~FeatureExtractor() = default;
    /// @param pictures of one size
    virtual PictureFeatures features(const std::vector<ImageRgb8>& pictures) = 0;
    /// Its name, its file's hash, how pictures come to it.
    const nlohmann::json& recipe() const { return m_recipe; }

protected:
    nlohmann::json m_recipe;
};

/// EfficientNet-Lite0: pictures go to 224 x 224 (bicubic, antialiased).
Result<std::unique_ptr<FeatureExtractor>> openLiteExtractor(const std::filesystem::path& weights,
                                                            at::Device device);

/// The Inception of 2015-12-05.
///
/// @param resize tf1 or pytorch-fid
Result<std::unique_ptr<FeatureExtractor>>
openInceptionExtractor(const std::filesystem::path& weights, const std::string& resize,
                       at::Device device);

/// LPIPS, and what its recipe is.
struct LpipsExtractor {
    models::Lpips network{nullptr};
    nlohmann::json recipe;
};

/// @param linear the linear layers, where `weights` has none; may be empty
Result<LpipsExtractor> openLpips(const std::filesystem::path& weights,
                                 const std::filesystem::path& linear, at::Device device);

} // namespace hierascope::runtime
