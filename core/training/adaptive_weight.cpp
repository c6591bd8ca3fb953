// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adaptive_weight.h"

#include <ATen/TensorOperators.h>
#include <torch/csrc/autograd/autograd.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::training {

namespace {

at::Tensor gradientNorm(const at::Tensor& loss, const at::Tensor& parameter) {
    const auto gradient = torch::autograd::grad({loss}, {parameter}, {}, /*retain_graph=*/true)[0];
    return tensor::meanOfAll(gradient.detach()).norm();
}

} // namespace

at::Tensor adaptiveWeight(const at::Tensor& reference, const at::Tensor& term,
                          const at::Tensor& parameter, double most) {
    const auto ratio = gradientNorm(reference, parameter) / (gradientNorm(term, parameter) + 1e-4);
    return ratio.clamp(0.0, most).detach();
}

} // namespace hierascope::training
