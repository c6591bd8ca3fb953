// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/diffusion_loss.h"

#include <cmath>
#include <numbers>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/where.h>
#include <c10/util/Exception.h>

namespace hierascope::training {

namespace {

constexpr double kHalfBin = 1.0 / 255.0; // of 8-bit pixels in [-1, 1]
constexpr double kEdge = 0.999;
constexpr double kLeast = 1e-12;

at::Tensor meanOverNumbers(const at::Tensor& values) {
    return values.flatten(1).mean(1); // [B]
}

/// The official approximation of the normal distribution function.
at::Tensor normalDistribution(const at::Tensor& x) {
    return 0.5 * (1.0 + (std::sqrt(2.0 * std::numbers::inv_pi) * (x + 0.044715 * x.pow(3))).tanh());
}

/// Log-likelihood of a pixel's bin; the outermost bins are open.
at::Tensor binLikelihood(const at::Tensor& data, const at::Tensor& mean,
                         const at::Tensor& logDeviation) {
    const auto centred = data - mean;
    const auto scale = (-logDeviation).exp();
    const auto upper = normalDistribution(scale * (centred + kHalfBin));
    const auto lower = normalDistribution(scale * (centred - kHalfBin));
    const auto log = [](const at::Tensor& p) { return p.clamp_min(kLeast).log(); };
    return at::where(data < -kEdge, log(upper),
                     at::where(data > kEdge, log(1.0 - lower), log(upper - lower)));
}

} // namespace

DiffusionLoss diffusionLoss(const models::DiffusionSchedule& schedule, const at::Tensor& output,
                            const at::Tensor& data, const at::Tensor& noised,
                            const at::Tensor& noise, const at::Tensor& times) {
    TORCH_CHECK(output.dim() == 4 && output.size(1) == 2 * data.size(1), "The output is ",
                output.sizes(), ", expected twice the channels of ", data.sizes(), ".");
    const auto numbers = schedule.numbersAt(times, data.options());
    const auto halves = output.chunk(2, 1); // [B, C, h, w] each
    // The bound teaches the variance alone.
    const auto found = models::denoised(numbers, at::cat({halves[0].detach(), halves[1]}, 1),
                                        noised, /*isClipped=*/false);
    const auto& logVariance = found.logVariance;
    const auto wanted = numbers.fromData * data + numbers.fromNoised * noised;
    const auto divergence = 0.5 * (logVariance - numbers.logPosterior - 1.0 +
                                   (numbers.logPosterior - logVariance).exp() +
                                   (wanted - found.mean).square() * (-logVariance).exp());
    const auto surprise = -binLikelihood(data, found.mean, 0.5 * logVariance);
    const auto bound = at::where(times.to(data.device()) == 0, meanOverNumbers(surprise),
                                 meanOverNumbers(divergence));
    return {meanOverNumbers((halves[0] - noise).square()), bound / std::numbers::ln2};
}

} // namespace hierascope::training
