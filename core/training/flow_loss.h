// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace hierascope::training {

/// A place on the straight way from noise (time 0) to data (time 1).
///
/// @param data, noise [B, C, h, w]
/// @param times       [B] in [0, 1]
/// @source Flow matching, arXiv:2210.02747; SiT, arXiv:2401.08740, transport/path.py: linear path
at::Tensor flowPlace(const at::Tensor& data, const at::Tensor& noise, const at::Tensor& times);

/// The two terms of a model of the velocity, data - noise.
struct FlowLoss {
    at::Tensor mse;    ///< [B]
    at::Tensor cosine; ///< [B]: mean of 1 - cosine over channels; LightningDiT adds it
};

/// @param output [B, C, h, w], or [B, 2 C, h, w], whose second half (SiT's variance) is left out
/// @source SiT, arXiv:2401.08740; LightningDiT, arXiv:2501.01423, transport/transport.py
FlowLoss flowLoss(const at::Tensor& output, const at::Tensor& data, const at::Tensor& noise);

/// Times that lie mostly in the middle: the logistic function of normal draws.
///
/// @source LightningDiT, transport/transport.py: logit-normal, mean 0 and deviation 1
at::Tensor logitNormalTimes(const at::Tensor& normal);

} // namespace hierascope::training
