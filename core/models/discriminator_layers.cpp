// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/discriminator_layers.h"

#include <cmath>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv1d.h>
#include <ATen/ops/dot.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mv.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/var.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>
#include <c10/util/Exception.h>

namespace hierascope::models {

namespace {

constexpr std::int64_t kMostSamples = 8;
constexpr double kNormEpsilon = 1e-6;

at::Tensor unitLength(const at::Tensor& vector) {
    return vector / vector.norm().clamp_min(1e-12);
}

} // namespace

SpectralConv1dImpl::SpectralConv1dImpl(std::int64_t in, std::int64_t out, std::int64_t kernel) {
    const double bound = 1.0 / std::sqrt(static_cast<double>(in * kernel)); // torch.nn.Conv1d's
    bias = register_parameter("bias", at::empty({out}).uniform_(-bound, bound));
    weight_orig =
        register_parameter("weight_orig", at::empty({out, in, kernel}).uniform_(-bound, bound));
    weight_u = register_buffer("weight_u", unitLength(at::randn({out})));
    weight_v = register_buffer("weight_v", unitLength(at::randn({in * kernel})));
}

at::Tensor SpectralConv1dImpl::normalizedWeight() {
    const auto matrix = weight_orig.flatten(1); // [out, in kernel]
    if (is_training()) {
        const c10::NoGradGuard guard;
        weight_v.copy_(unitLength(at::mv(matrix.t(), weight_u)));
        weight_u.copy_(unitLength(at::mv(matrix, weight_v)));
    }
    // Clones, because the next call changes the vectors before this one's gradient is taken.
    const auto sigma = at::dot(weight_u.clone(), at::mv(matrix, weight_v.clone()));
    return weight_orig / sigma;
}

at::Tensor SpectralConv1dImpl::forward(const at::Tensor& x) {
    const std::int64_t reach = weight_orig.size(2) / 2;
    const auto weight = normalizedWeight();
    if (reach == 0)
        return at::conv1d(x, weight, bias);
    const auto ring = at::cat({x.narrow(2, x.size(2) - reach, reach), x, x.narrow(2, 0, reach)}, 2);
    return at::conv1d(ring, weight, bias);
}

BatchNormLocalImpl::BatchNormLocalImpl(std::int64_t channels) {
    weight = register_parameter("weight", at::ones({channels}));
    bias = register_parameter("bias", at::zeros({channels}));
}

std::int64_t BatchNormLocalImpl::groupsOf(std::int64_t samples) {
    return (samples + kMostSamples - 1) / kMostSamples;
}

at::Tensor BatchNormLocalImpl::forward(const at::Tensor& x) {
    const std::int64_t groups = groupsOf(x.size(0));
    TORCH_CHECK(x.size(0) % groups == 0, "A batch of ", x.size(0),
                " samples does not make even groups of at most 8.");
    const auto grouped = x.view({groups, -1, x.size(1), x.size(2)}); // [G, B / G, C, T]
    const auto mean = grouped.mean({1, 3}, /*keepdim=*/true);
    const auto variance = at::var(grouped, {1, 3}, /*unbiased=*/false, /*keepdim=*/true);
    const auto normal = (grouped - mean) / (variance + kNormEpsilon).sqrt();
    return (normal * weight.unsqueeze(-1) + bias.unsqueeze(-1)).view_as(x);
}

} // namespace hierascope::models
