// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/random_draw.h"
#include "core/runs/discriminator_options.h"

namespace hierascope::training {

/// Where a picture is moved to, or a hole lies, in pixels.
struct PixelOffset {
    std::int64_t row = 0;
    std::int64_t column = 0;
};

/// All that DiffAugment draws for one batch; an empty list leaves its change out.
struct DiffAugmentDraws {
    std::vector<float> brightness; ///< [B] in [0, 1), as the two below
    std::vector<float> saturation;
    std::vector<float> contrast;
    std::vector<PixelOffset> translation; ///< [B], of what becomes the upper left pixel
    std::vector<PixelOffset> cutout;      ///< [B], of the hole's centre
};

/// Draws as the policy says: each kind of change for the whole batch or not at all.
///
/// Where other processes hold parts of the batch, draws for all of it and keeps the own rows'.
///
/// @param images [B, 3, Y, X]
/// @source Kwai-Kolors/ResTok, modeling/modules/diff_aug.py; the draw is ours
DiffAugmentDraws drawDiffAugment(const runs::AugmentPolicy& policy, const at::Tensor& images,
                                 UnitDraws& draws);

/// Changes pictures so that their gradient passes: colours, then place, then a hole of zeros.
///
/// @param images [B, 3, Y, X] in [0, 1]; the result may leave that range
/// @param cutout the hole's sides as a part of the picture's
/// @source DiffAugment, arXiv:2006.10738; Kwai-Kolors/ResTok, modeling/modules/diff_aug.py
at::Tensor diffAugment(const at::Tensor& images, const DiffAugmentDraws& draws, double cutout);

} // namespace hierascope::training
