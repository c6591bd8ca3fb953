// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/diffusion_loss.h"

#include <cmath>
#include <numbers>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cumprod.h>
#include <ATen/ops/linspace.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/where.h>
#include <c10/util/Exception.h>

namespace hierascope::training {

namespace {

constexpr double kFirstVariance = 1e-4;
constexpr double kLastVariance = 0.02;
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

/// The schedule's numbers at the times of a batch, [B, 1, 1, 1].
struct DiffusionStep {
    DiffusionStep(const DiffusionSchedule& schedule, const at::Tensor& times,
                  const at::TensorOptions& options)
        : m_times(times.to(at::kCPU)), m_options(options),
          logVariance(pick(schedule.m_logVariance)), logPosterior(pick(schedule.m_logPosterior)),
          fromData(pick(schedule.m_fromData)), fromNoised(pick(schedule.m_fromNoised)),
          keptRoot(pick(schedule.m_kept.sqrt())), noiseRoot(pick((1.0 - schedule.m_kept).sqrt())),
          dataFromNoised(pick((1.0 / schedule.m_kept).sqrt())),
          dataFromNoise(pick((1.0 / schedule.m_kept - 1.0).sqrt())) {}

    at::Tensor pick(const at::Tensor& table) const {
        return table.index_select(0, m_times).to(m_options).view({-1, 1, 1, 1});
    }

    at::Tensor m_times;
    at::TensorOptions m_options;
    at::Tensor logVariance, logPosterior, fromData, fromNoised;
    at::Tensor keptRoot, noiseRoot, dataFromNoised, dataFromNoise;
};

DiffusionSchedule::DiffusionSchedule(std::int64_t steps) {
    TORCH_CHECK(steps > 1, "The diffusion has ", steps, " steps, expected at least 2.");
    const auto variance = at::linspace(kFirstVariance, kLastVariance, steps, at::kDouble);
    m_kept = at::cumprod(1.0 - variance, 0);
    const auto before = at::cat({at::ones({1}, at::kDouble), m_kept.narrow(0, 0, steps - 1)});
    const auto posterior = variance * (1.0 - before) / (1.0 - m_kept);
    m_logVariance = variance.log();
    m_logPosterior = at::cat({posterior.narrow(0, 1, 1), posterior.narrow(0, 1, steps - 1)}).log();
    m_fromData = variance * before.sqrt() / (1.0 - m_kept);
    m_fromNoised = (1.0 - before) * (1.0 - variance).sqrt() / (1.0 - m_kept);
}

at::Tensor DiffusionSchedule::noised(const at::Tensor& data, const at::Tensor& noise,
                                     const at::Tensor& times) const {
    const DiffusionStep step(*this, times, data.options());
    return step.keptRoot * data + step.noiseRoot * noise;
}

DiffusionLoss diffusionLoss(const DiffusionSchedule& schedule, const at::Tensor& output,
                            const at::Tensor& data, const at::Tensor& noised,
                            const at::Tensor& noise, const at::Tensor& times) {
    TORCH_CHECK(output.dim() == 4 && output.size(1) == 2 * data.size(1), "The output is ",
                output.sizes(), ", expected twice the channels of ", data.sizes(), ".");
    const DiffusionStep step(schedule, times, data.options());
    const auto halves = output.chunk(2, 1); // [B, C, h, w] each
    const auto found = halves[0].detach();  // the bound teaches the variance alone
    const auto mean = step.fromData * (step.dataFromNoised * noised - step.dataFromNoise * found) +
                      step.fromNoised * noised;
    const auto part = 0.5 * (halves[1] + 1.0);
    const auto logVariance = part * step.logVariance + (1.0 - part) * step.logPosterior;
    const auto wanted = step.fromData * data + step.fromNoised * noised;
    const auto divergence =
        0.5 * (logVariance - step.logPosterior - 1.0 + (step.logPosterior - logVariance).exp() +
               (wanted - mean).square() * (-logVariance).exp());
    const auto surprise = -binLikelihood(data, mean, 0.5 * logVariance);
    const auto bound = at::where(times.to(data.device()) == 0, meanOverNumbers(surprise),
                                 meanOverNumbers(divergence));
    return {meanOverNumbers((halves[0] - noise).square()), bound / std::numbers::ln2};
}

} // namespace hierascope::training
