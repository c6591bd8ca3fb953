// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace hierascope::training {

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
