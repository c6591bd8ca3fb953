// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace hierascope::metrics {

/// Sides below this have no SSIM: the Gaussian window does not fit in.
inline constexpr std::int64_t kSsimWindow = 11;

/// Sides must be larger than this for MS-SSIM: its window at a sixteenth of the size.
inline constexpr std::int64_t kMsSsimSide = (kSsimWindow - 1) * 16;

/// Computes the structural similarity of each picture.
///
/// Gaussian window of 11 and sigma 1.5, no padding, K1 0.01, K2 0.03, data range 1, population
/// moments; mean over positions, then over channels.
/// @param images     [B, 3, Y, X] float32 in [0, 1], both sides at least `kSsimWindow`
/// @param references as `images`
/// @return           [B]
/// @throws c10::Error when the shapes differ or a side is too small.
/// @source           Wang et al. 2004; VainF/pytorch-msssim, whose numbers it gives.
at::Tensor ssim(const at::Tensor& images, const at::Tensor& references);

/// Computes the multi-scale structural similarity of each picture, over five scales.
///
/// @param images     [B, 3, Y, X] float32 in [0, 1], both sides larger than `kMsSsimSide`
/// @param references as `images`
/// @return           [B]
/// @throws c10::Error when the shapes differ or a side is too small.
/// @source           Wang et al. 2003; VainF/pytorch-msssim, whose numbers it gives.
at::Tensor msSsim(const at::Tensor& images, const at::Tensor& references);

} // namespace hierascope::metrics
