// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace hierascope::models {

/// What a frozen vision transformer sees, after its last norm.
struct VitFeatures {
    at::Tensor pooled; ///< [B, D]: its class token
    at::Tensor map;    ///< [B, D, h, w]: its patches
};

/// A vision transformer from a file, for features only: DINO, DINOv2 or DINOv3.
///
/// All sizes follow from the tensors: class token, register tokens, position encodings (learned
/// ones are resized, bicubic; where there are none, DINOv3's rotation), layer scale; heads are 64
/// numbers wide. Both DINO's own names and timm's are read. Gated MLPs are not.
/// @source DINO, arXiv:2104.14294; DINOv2, arXiv:2304.07193; DINOv3, arXiv:2508.10104;
///         huggingface/pytorch-image-models vision_transformer.py and eva.py
class FrozenVit {
public:
    /// Fails naming a tensor that is missing or has another shape.
    static Result<FrozenVit> fromTensors(std::map<std::string, at::Tensor> tensors);

    std::int64_t width() const { return m_width; }
    std::int64_t patchSize() const { return m_patch; }
    void to(at::Device device);

    /// @param images [B, 3, h p, w p], normalised as ImageNet
    VitFeatures features(const at::Tensor& images) const;

private:
    explicit FrozenVit(std::map<std::string, at::Tensor> tensors) : m_tensors(std::move(tensors)) {}
    Result<void> readSizes();
    Result<void> requireShapes() const;
    const at::Tensor& tensor(const std::string& name) const { return m_tensors.at(name); }
    at::Tensor find(const std::string& name) const;
    at::Tensor linear(const at::Tensor& x, const std::string& name) const;
    at::Tensor norm(const at::Tensor& x, const std::string& name) const;
    at::Tensor embedded(const at::Tensor& images) const;
    at::Tensor attended(const at::Tensor& x, const std::string& block,
                        const at::Tensor& angles) const;

    std::map<std::string, at::Tensor> m_tensors;
    std::int64_t m_width = 0;
    std::int64_t m_patch = 0;
    std::int64_t m_depth = 0;
    std::int64_t m_registers = 0;
    bool m_isRotating = false; ///< DINOv3
};

} // namespace hierascope::models
