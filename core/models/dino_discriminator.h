// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/pimpl.h>

#include "core/models/dino_backbone.h"
#include "core/models/dino_discriminator_options.h"

namespace hierascope::models {

/// Tells real pictures from made ones, patch by patch, by what a frozen DINO sees in them.
///
/// Only the heads learn and have names here (`heads.N.0.0.weight_orig`, ...); the backbone's
/// weights come from a file of their own. Nothing changes between training and evaluation but the
/// power iteration of the heads' convolutions.
/// @source ResTok, arXiv:2601.03955; Kwai-Kolors/ResTok modeling/modules/discriminator_dino.py
///         (from VAR and StyleGAN-T, arXiv:2301.09515)
class DinoDiscriminatorImpl : public Discriminator {
public:
    explicit DinoDiscriminatorImpl(const DinoDiscriminatorOptions& options);

    const DinoDiscriminatorOptions& options() const { return m_options; }
    DinoBackbone& backbone() { return m_backbone; }

    /// Moves the heads and the backbone.
    void to(torch::Device device, bool nonBlocking = false) override;
    using torch::nn::Module::to;

    /// One logit for each patch and readout; large for real pictures.
    ///
    /// @param images [B, 3, Y, X] in [0, 1]; B as BatchNormLocal wants it
    /// @return       [B, R T]
    at::Tensor forward(const at::Tensor& images,
                       const std::optional<PictureCrop>& crop = {}) override;

    std::int64_t side() const override { return m_options.imageSize; }

    /// The heads alone.
    ///
    /// @param readouts [B, D, T] each
    at::Tensor judge(const std::vector<at::Tensor>& readouts);

private:
    DinoDiscriminatorOptions m_options;
    DinoBackbone m_backbone; ///< not registered: frozen, and never saved
    torch::nn::ModuleList heads{nullptr};
};
TORCH_MODULE(DinoDiscriminator);

} // namespace hierascope::models
