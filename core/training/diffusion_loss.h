// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include "core/models/diffusion.h"

namespace hierascope::training {

/// The two terms of a denoiser that learns its variance; both are minimised with weight 1.
struct DiffusionLoss {
    at::Tensor mse; ///< [B], of the noise
    at::Tensor vb;  ///< [B], bits for each number; teaches the variance alone
};

/// @param output [B, 2 C, h, w]: noise, and where the log-variance lies between its two bounds
/// @param data, noised, noise [B, C, h, w]
/// @param times  [B] int64: steps of the schedule
/// @source Nichol and Dhariwal, arXiv:2102.09672, section 3.1; facebookresearch/DiT: MSE and the
///         variational bound without its factor of T / 1000
DiffusionLoss diffusionLoss(const models::DiffusionSchedule& schedule, const at::Tensor& output,
                            const at::Tensor& data, const at::Tensor& noised,
                            const at::Tensor& noise, const at::Tensor& times);

} // namespace hierascope::training
