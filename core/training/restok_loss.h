// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/restok.h"
#include "core/runs/train_config.h"
#include "core/training/alignment_teacher.h"
#include "core/training/frozen_features.h"
#include "core/training/train_step.h"

namespace hierascope::training {

/// How many latents each image of a batch keeps in nested dropout.
///
/// @param position of the batch's first image in the whole run
/// @return         [count] int64
/// @source ResTok, random.choices over prefixes; the draw is ours.
at::Tensor drawKept(const models::ResTokOptions& options, std::uint64_t seed, std::int64_t position,
                    std::int64_t count);

/// mean relu(1 - margin - cosine) of two tensors over dimension 1.
///
/// @source ResTok, modeling/modules/losses.py; margin 0.25.
at::Tensor cosineHinge(const at::Tensor& found, const at::Tensor& wanted, double margin = 0.25);

/// What else a forward pass made.
struct ResTokPass {
    models::Quantized quantized;
    at::Tensor pictures; ///< [B, 3, Y, X], about [0, 1], with their graph
};

/// One forward pass of ResTok and its loss.
///
/// @param images  [B, 3, Y, X] in [0, 1]
/// @param keep    [B] int64
/// @param distance the perceptual one; may be empty
/// @param teacher undefined tensors: no alignment
/// @param through the decoder takes the vectors as they are, and the quantiser learns nothing
/// @param pass    receives what else was made; may be null
/// @source ResTok, arXiv:2601.03955, and modeling/modules/losses.py; its GAN is in adversary.h;
/// differs: the
///         perceptual distance is EfficientNet-Lite0's, without random cropping.
StepLoss resTokLoss(models::ResTok& model, const at::Tensor& images, const at::Tensor& keep,
                    const runs::LossWeights& weights, const PictureDistance& distance,
                    const TeacherFeatures& teacher, bool through = false,
                    ResTokPass* pass = nullptr);

} // namespace hierascope::training
