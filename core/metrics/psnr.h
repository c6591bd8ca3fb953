// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace hierascope::metrics {

/// Computes the peak signal-to-noise ratio of each picture, for a data range of 1.
///
/// @param images     [B, 3, Y, X] float32 in [0, 1]
/// @param references as `images`
/// @return           [B] dB; infinite where the pictures are equal
/// @throws c10::Error when the shapes differ.
/// @source           ResTok's evaluation: -10 log10(mean squared error) on [0, 1], per image.
at::Tensor psnr(const at::Tensor& images, const at::Tensor& references);

} // namespace hierascope::metrics
