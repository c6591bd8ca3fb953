// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/vf_loss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cosine_similarity.h>
#include <ATen/ops/matmul.h>

namespace hierascope::training {

namespace {

/// Cosines of all pairs of tokens: [B, h w, h w].
at::Tensor cosinesOfPairs(const at::Tensor& map) {
    const auto tokens = map.flatten(2); // [B, F, h w]
    const auto unit = tokens / tokens.norm(2, 1, /*keepdim=*/true).clamp_min(1e-12);
    return at::matmul(unit.transpose(1, 2), unit);
}

} // namespace

VfLoss vfLoss(const at::Tensor& latents, const at::Tensor& features,
              const runs::AlignmentMargins& margins) {
    const auto apart = (cosinesOfPairs(latents) - cosinesOfPairs(features)).abs();
    const auto alike = at::cosine_similarity(latents, features, 1); // [B, h, w]
    return {(apart - margins.distance).relu().mean(), (1.0 - margins.cosine - alike).relu().mean()};
}

} // namespace hierascope::training
