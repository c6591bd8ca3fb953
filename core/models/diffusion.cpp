// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/diffusion.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cumprod.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linspace.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <c10/util/Exception.h>

namespace hierascope::models {

namespace {

constexpr double kFirstVariance = 1e-4;
constexpr double kLastVariance = 0.02;

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

/// Multiples of the smallest stride that gives `count` of them; empty where none does.
std::vector<std::int64_t> strided(std::int64_t count, std::int64_t steps) {
    for (std::int64_t stride = 1; stride < std::max<std::int64_t>(steps, 2); ++stride) {
        if ((steps + stride - 1) / stride != count)
            continue;
        std::vector<std::int64_t> times;
        for (std::int64_t time = 0; time < steps; time += stride)
            times.push_back(time);
        return times;
    }
    return {};
}

std::vector<std::int64_t> evenlySpaced(std::int64_t count, std::int64_t steps) {
    const double stride =
        count > 1 ? static_cast<double>(steps - 1) / static_cast<double>(count - 1) : 1.0;
    std::vector<std::int64_t> times;
    double time = 0.0; // added up, as the official code does
    for (std::int64_t i = 0; i < count; ++i, time += stride)
        times.push_back(static_cast<std::int64_t>(std::nearbyint(time)));
    return times;
}

} // namespace

DiffusionSchedule::DiffusionSchedule(std::int64_t steps)
    : DiffusionSchedule(at::linspace(kFirstVariance, kLastVariance, steps, at::kDouble)) {}

DiffusionSchedule::DiffusionSchedule(const at::Tensor& variance) {
    const std::int64_t steps = variance.numel();
    TORCH_CHECK(steps > 0, "A diffusion has no steps, expected at least 1.");
    m_kept = at::cumprod(1.0 - variance, 0);
    m_keptBefore = at::cat({at::ones({1}, at::kDouble), m_kept.narrow(0, 0, steps - 1)});
    const auto posterior = variance * (1.0 - m_keptBefore) / (1.0 - m_kept);
    const auto first = steps > 1 ? posterior.narrow(0, 1, 1) : variance;
    m_logVariance = variance.log();
    m_logPosterior = at::cat({first, posterior.narrow(0, 1, steps - 1)}).log();
    m_logFixed = at::cat({first, variance.narrow(0, 1, steps - 1)}).log();
    m_fromData = variance * m_keptBefore.sqrt() / (1.0 - m_kept);
    m_fromNoised = (1.0 - m_keptBefore) * (1.0 - variance).sqrt() / (1.0 - m_kept);
    m_times.resize(static_cast<std::size_t>(steps));
    std::iota(m_times.begin(), m_times.end(), 0);
}

DiffusionSchedule DiffusionSchedule::respaced(const std::vector<std::int64_t>& times) const {
    std::vector<double> variance;
    double before = 1.0;
    for (const std::int64_t time : times) {
        variance.push_back(1.0 - kept(time) / before);
        before = kept(time);
    }
    DiffusionSchedule schedule(at::tensor(variance, at::kDouble));
    for (std::size_t i = 0; i < times.size(); ++i)
        schedule.m_times[i] = networkTime(times[i]);
    return schedule;
}

double DiffusionSchedule::kept(std::int64_t step) const {
    TORCH_CHECK(step >= 0 && step < steps(), "Step ", step, " of a diffusion does not exist.");
    return m_kept.const_data_ptr<double>()[step];
}

DiffusionNumbers DiffusionSchedule::numbersAt(const at::Tensor& times,
                                              const at::TensorOptions& options) const {
    const auto index = times.to(at::kCPU);
    const auto pick = [&](const at::Tensor& table) {
        return table.index_select(0, index).to(options).view({-1, 1, 1, 1});
    };
    return {pick(m_logVariance),
            pick(m_logPosterior),
            pick(m_logFixed),
            pick(m_fromData),
            pick(m_fromNoised),
            pick(m_kept.sqrt()),
            pick((1.0 - m_kept).sqrt()),
            pick((1.0 / m_kept).sqrt()),
            pick((1.0 / m_kept - 1.0).sqrt()),
            pick(m_kept),
            pick(m_keptBefore)};
}

at::Tensor DiffusionSchedule::noised(const at::Tensor& data, const at::Tensor& noise,
                                     const at::Tensor& times) const {
    const DiffusionNumbers numbers = numbersAt(times, data.options());
    return numbers.keptRoot * data + numbers.noiseRoot * noise;
}

Result<std::vector<std::int64_t>> respacedTimes(const std::string& spacing, std::int64_t steps) {
    const bool isStrided = spacing.starts_with("ddim");
    const auto count = wholeNumber(std::string_view(spacing).substr(isStrided ? 4 : 0));
    if (!count || *count < 1 || *count > steps)
        return failure(ErrorCode::Usage, "Respacing is '" + spacing +
                                             "', expected N or ddimN, with N from 1 to " +
                                             std::to_string(steps) + ".");
    if (!isStrided)
        return evenlySpaced(*count, steps);
    auto times = strided(*count, steps);
    if (times.empty())
        return failure(ErrorCode::Usage, "Respacing is '" + spacing + "', but no stride makes " +
                                             std::to_string(*count) + " of " +
                                             std::to_string(steps) + " steps.");
    return times;
}

Denoised denoised(const DiffusionNumbers& numbers, const at::Tensor& output,
                  const at::Tensor& noised, bool isClipped) {
    const std::int64_t channels = noised.size(1);
    TORCH_CHECK(output.dim() == 4 && (output.size(1) == channels || output.size(1) == 2 * channels),
                "The output is ", output.sizes(), ", expected once or twice the channels of ",
                noised.sizes(), ".");
    Denoised found;
    found.noise = output.narrow(1, 0, channels);
    found.data = numbers.dataFromNoised * noised - numbers.dataFromNoise * found.noise;
    if (isClipped)
        found.data = found.data.clamp(-1.0, 1.0);
    found.mean = numbers.fromData * found.data + numbers.fromNoised * noised;
    if (output.size(1) == channels) {
        found.logVariance = numbers.logFixed;
        return found;
    }
    const auto part = 0.5 * (output.narrow(1, channels, channels) + 1.0);
    found.logVariance = part * numbers.logVariance + (1.0 - part) * numbers.logPosterior;
    return found;
}

DenoisingStep denoisingStep(const DiffusionSchedule& schedule, std::int64_t step,
                            const at::Tensor& output, const at::Tensor& noised,
                            const at::Tensor& noise, const DiffusionSampling& sampling) {
    const auto numbers = schedule.numbersAt(at::full({1}, step, at::kLong), noised.options());
    const Denoised found = denoised(numbers, output, noised, sampling.isClipped);
    if (!sampling.isDdim) {
        if (step == 0)
            return {found.mean, found.data};
        return {found.mean + (0.5 * found.logVariance).exp() * noise, found.data};
    }
    // Clipped data imply another noise than the network's.
    const auto implied = (numbers.dataFromNoised * noised - found.data) / numbers.dataFromNoise;
    const auto fresh = sampling.eta * ((1.0 - numbers.keptBefore) / (1.0 - numbers.kept)).sqrt() *
                       (1.0 - numbers.kept / numbers.keptBefore).sqrt();
    const auto mean = found.data * numbers.keptBefore.sqrt() +
                      (1.0 - numbers.keptBefore - fresh.square()).sqrt() * implied;
    if (step == 0 || sampling.eta == 0.0)
        return {mean, found.data};
    return {mean + fresh * noise, found.data};
}

} // namespace hierascope::models
