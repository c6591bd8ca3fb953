// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/efficientnet_lite0.h"
#include "core/models/hieratok.h"
#include "core/runs/train_config.h"
#include "core/training/frozen_features.h"

namespace hierascope::training {

/// The terms of a tokenizer's loss, each a scalar tensor; `total` is their weighted sum.
struct LossTerms {
    at::Tensor total;
    at::Tensor l1;
    at::Tensor mse;
    at::Tensor perceptual; ///< undefined where its weight is 0
    at::Tensor kl;
};

/// Distance of two pictures in the features of a frozen network.
///
/// As LPIPS, with every channel weighted alike: features scaled to unit length at each position,
/// squared difference summed over channels, mean over positions, summed over layers.
/// @param images, references [B, 3, Y, X] in [-1, 1]
/// @return scalar, mean over the batch
/// @source Zhang et al., arXiv:1801.03924, equation 1; differs: EfficientNet-Lite0, weight 1.
at::Tensor perceptualDistance(models::EfficientNetLite0& network, const at::Tensor& images,
                              const at::Tensor& references);

/// L1, MSE and perceptual distance summed over all scales, and KL.
///
/// Each scale's target is the image area-pooled to its size. The perceptual term leaves out scales
/// that are too small for its network.
/// @param pictures  one [B, 3, p*s, p*s] per scale, in [-1, 1]
/// @param images    [B, 3, Y, X] in [-1, 1]
/// @param metric    its distance may be empty: no perceptual term
/// @source HieraTok, arXiv:2509.23736, section 3.4; sum over scales with weight 1 is our choice.
LossTerms tokenizerLoss(const std::vector<at::Tensor>& pictures, const at::Tensor& images,
                        const models::Posterior& posterior, const runs::LossWeights& weights,
                        const PictureMetric& metric = {});

} // namespace hierascope::training
