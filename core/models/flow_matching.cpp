// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/flow_matching.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <ATen/TensorOperators.h>
#include <c10/util/Exception.h>

namespace hierascope::models {

namespace {

constexpr int kStages = 6;
constexpr double kShortestStep = 1e-9;

constexpr std::array<double, kStages> kPlaces{1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1.0, 1.0};
constexpr std::array<std::array<double, kStages>, kStages> kWeights{{
    {1.0 / 5},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0.0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
}};
/// The fifth-order weights minus the fourth-order ones.
constexpr std::array<double, kStages + 1> kError{35.0 / 384 - 1951.0 / 21600,
                                                 0.0,
                                                 500.0 / 1113 - 22642.0 / 50085,
                                                 125.0 / 192 - 451.0 / 720,
                                                 -2187.0 / 6784 + 12231.0 / 42400,
                                                 11.0 / 84 - 649.0 / 6300,
                                                 -1.0 / 60};
/// Half of a step.
constexpr std::array<double, kStages + 1> kMiddle{
    6025192743.0 / 30085553152.0 / 2,     0.0,
    51252292925.0 / 65400821598.0 / 2,    -2691868925.0 / 45128329728.0 / 2,
    187940372067.0 / 1594534317056.0 / 2, -1776094331.0 / 19743644256.0 / 2,
    11237099.0 / 235043384.0 / 2};

double rootMeanSquare(const at::Tensor& x) {
    return std::sqrt(x.to(at::kDouble).square().mean().item<double>());
}

template <std::size_t N>
at::Tensor weighted(const std::vector<at::Tensor>& slopes, const std::array<double, N>& weights) {
    at::Tensor sum = slopes.front() * weights[0];
    for (std::size_t i = 1; i < slopes.size() && i < N; ++i) {
        if (weights[i] != 0.0)
            sum = sum + slopes[i] * weights[i];
    }
    return sum;
}

} // namespace

at::Tensor flowPlace(const at::Tensor& data, const at::Tensor& noise, const at::Tensor& times) {
    const auto t = times.to(data.options()).view({-1, 1, 1, 1});
    return t * data + (1.0 - t) * noise;
}

at::Tensor flowData(const at::Tensor& x, const at::Tensor& velocity, double time) {
    return x + (1.0 - time) * velocity;
}

std::vector<double> flowTimes(std::int64_t steps, double shift, double last) {
    std::vector<double> times;
    for (std::int64_t i = 0; i <= steps; ++i) {
        const double even = last * static_cast<double>(i) / static_cast<double>(steps);
        times.push_back(shift * even / (1.0 + (shift - 1.0) * even));
    }
    return times;
}

at::Tensor eulerStep(const Velocity& velocity, const at::Tensor& x, double from, double to) {
    return x + (to - from) * velocity(x, from);
}

at::Tensor heunStep(const Velocity& velocity, const at::Tensor& x, double from, double to) {
    const auto first = velocity(x, from);
    const auto second = velocity(x + (to - from) * first, to);
    return x + (0.5 * (to - from)) * (first + second);
}

at::Tensor stochasticStep(const at::Tensor& velocity, const at::Tensor& x, double from, double to,
                          const at::Tensor& noise) {
    const double diffusion = 1.0 - from;
    const auto score = (from * velocity - x) / (1.0 - from);
    const auto mean = x + (to - from) * (velocity + diffusion * score);
    if (!noise.defined())
        return mean;
    return mean + std::sqrt(2.0 * diffusion * (to - from)) * noise;
}

AdaptiveFlow::AdaptiveFlow(Velocity velocity, const at::Tensor& x, double from, Tolerance tolerance)
    : m_velocity(std::move(velocity)), m_tolerance(tolerance), m_from(from), m_to(from), m_x(x) {}

at::Tensor AdaptiveFlow::ask(const at::Tensor& x, double time) {
    ++m_passes;
    return m_velocity(x, time);
}

double AdaptiveFlow::firstStep() {
    const auto scale = m_x.abs() * m_tolerance.relative + m_tolerance.absolute;
    const double size = rootMeanSquare(m_x / scale);
    const double speed = rootMeanSquare(m_slope / scale);
    const double guess = size < 1e-5 || speed < 1e-5 ? 1e-6 : 0.01 * size / speed;
    const auto slope = ask(m_x + guess * m_slope, m_to + guess);
    const double bend = rootMeanSquare((slope - m_slope) / scale) / guess;
    const double most = std::max(speed, bend);
    const double other =
        most <= 1e-15 ? std::max(1e-6, guess * 1e-3) : std::pow(0.01 / most, 1.0 / 5.0);
    return std::min(100.0 * guess, other);
}

void AdaptiveFlow::tryStep() {
    std::vector<at::Tensor> slopes{m_slope};
    at::Tensor place;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        place = m_x + m_step * weighted(slopes, kWeights[stage]);
        slopes.push_back(ask(place, m_to + kPlaces[stage] * m_step));
    }
    const auto allowed =
        m_tolerance.relative * m_x.abs().maximum(place.abs()) + m_tolerance.absolute;
    const double error = rootMeanSquare(m_step * weighted(slopes, kError) / allowed);
    TORCH_CHECK(std::isfinite(error), "The flow has a velocity that is not finite at time ", m_to,
                ".");
    const double step = m_step;
    const double least = error < 1.0 ? 1.0 : 0.2;
    m_step *= error == 0.0 ? 10.0 : std::clamp(0.9 / std::pow(error, 0.2), least, 10.0);
    if (error > 1.0) {
        TORCH_CHECK(m_step > kShortestStep, "The flow needs steps below ", kShortestStep,
                    " at time ", m_to, ".");
        return;
    }
    const auto middle = m_x + step * weighted(slopes, kMiddle);
    const auto& first = slopes.front();
    const auto& last = slopes.back();
    m_powers = {m_x, step * first,
                step * (last - 4.0 * first) - 11.0 * m_x - 5.0 * place + 16.0 * middle,
                step * (5.0 * first - 3.0 * last) + 18.0 * m_x + 14.0 * place - 32.0 * middle,
                2.0 * step * (last - first) - 8.0 * (place + m_x) + 16.0 * middle};
    m_from = m_to;
    m_to = m_from + step;
    m_x = place;
    m_slope = last;
}

at::Tensor AdaptiveFlow::advance(double time) {
    if (!m_slope.defined())
        m_slope = ask(m_x, m_to);
    if (m_step == 0.0)
        m_step = firstStep();
    while (m_to < time)
        tryStep();
    if (m_powers.empty() || time >= m_to)
        return m_x;
    const double part = (time - m_from) / (m_to - m_from);
    at::Tensor sum = m_powers.back();
    for (std::size_t i = m_powers.size() - 1; i > 0; --i)
        sum = sum * part + m_powers[i - 1];
    return sum;
}

at::Tensor AdaptiveFlow::slope(double time) const {
    if (m_powers.empty() || time >= m_to)
        return m_slope;
    const double part = (time - m_from) / (m_to - m_from);
    at::Tensor sum = 4.0 * m_powers[4];
    for (std::size_t i = 3; i > 0; --i)
        sum = sum * part + static_cast<double>(i) * m_powers[i];
    return sum / (m_to - m_from);
}

} // namespace hierascope::models
