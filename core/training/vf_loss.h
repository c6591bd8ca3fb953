// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include "core/runs/train_config.h"

namespace hierascope::training {

/// The two terms of VA-VAE's alignment of latents with a frozen network's features.
struct VfLoss {
    at::Tensor distance; ///< mean relu(|cosines of latents - cosines of features| - margin)
    at::Tensor cosine;   ///< mean relu(1 - margin - cosine of latent and feature)
};

/// @param latents, features [B, F, h, w], the latents projected to the features' channels
/// @source VA-VAE, arXiv:2501.01423, section 3.2; hustvl/LightningDiT
///         vavae/ldm/modules/losses/contperceptual.py
VfLoss vfLoss(const at::Tensor& latents, const at::Tensor& features,
              const runs::AlignmentMargins& margins);

} // namespace hierascope::training
