// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace hierascope::training {

/// How many times larger the gradient of one loss is than that of another, at one parameter.
///
/// |d reference / d parameter| / (|d term / d parameter| + 1e-4), at most `most`; takes no gradient
/// and keeps both graphs.
/// @param reference, term scalars
/// @return                scalar
/// @source VQGAN, arXiv:2012.09841, equation 7; CompVis/taming-transformers
///         modules/losses/vqperceptual.py (at most 1e4); VA-VAE, arXiv:2501.01423, for its
///         alignment (at most 1e8)
at::Tensor adaptiveWeight(const at::Tensor& reference, const at::Tensor& term,
                          const at::Tensor& parameter, double most = 1e4);

} // namespace hierascope::training
