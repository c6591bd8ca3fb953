// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include "core/models/dino_discriminator_options.h"
#include "core/models/discriminator.h"

namespace hierascope::models {

/// DINO's frozen vision transformer as the discriminator reads it.
///
/// Tensor names are those of DINO's own files, without the last norm, which nothing reads.
/// Parameters take no gradient; pictures do.
/// @source DINO, arXiv:2104.14294, ViT-S/16; Kwai-Kolors/ResTok
///         modeling/modules/discriminator_dino.py: tanh GELU and no key bias, unlike DINO's own.
class DinoBackboneImpl : public torch::nn::Module {
public:
    explicit DinoBackboneImpl(const DinoDiscriminatorOptions& options);

    /// Patch tokens plus the class token, before the first block and after each key block.
    ///
    /// @param images [B, 3, Y, X] in [0, 1]
    /// @param crop   what to cut out; nothing: the whole picture is brought to the backbone's side,
    ///               by area if it is larger, else bicubic
    /// @return       readouts of [B, D, T]
    std::vector<at::Tensor> forward(const at::Tensor& images,
                                    const std::optional<PictureCrop>& crop = {});

private:
    at::Tensor fitted(const at::Tensor& images, const std::optional<PictureCrop>& crop) const;

    DinoDiscriminatorOptions m_options;
    at::Tensor m_scale; ///< [1, 3, 1, 1], from [-1, 1] to ImageNet's mean 0 and deviation 1
    at::Tensor m_shift;
    at::Tensor cls_token; ///< [1, 1, D]
    at::Tensor pos_embed; ///< [1, 1 + T, D]
    torch::nn::Conv2d proj{nullptr};
    torch::nn::ModuleList blocks{nullptr};
};
TORCH_MODULE(DinoBackbone);

} // namespace hierascope::models
