// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::models {

/// The velocity of noised maps [B, C, h, w] at a time, 0 (noise) to 1 (data).
using Velocity = std::function<at::Tensor(const at::Tensor& x, double time)>;

/// A place on the straight way from noise (time 0) to data (time 1).
///
/// @param data, noise [B, C, h, w]
/// @param times       [B] in [0, 1]
/// @source Flow matching, arXiv:2210.02747; SiT, arXiv:2401.08740, transport/path.py: linear path
at::Tensor flowPlace(const at::Tensor& data, const at::Tensor& noise, const at::Tensor& times);

/// Where a straight way from x with this velocity ends: x + (1 - time) velocity.
at::Tensor flowData(const at::Tensor& x, const at::Tensor& velocity, double time);

/// Rising times of a walk in `steps` steps: `steps` + 1 of them, from 0 to `last`.
///
/// @param shift s of t' = s t / (1 + (s - 1) t); 1: even steps
/// @source LightningDiT, arXiv:2501.01423, transport: its 250 points are 249 steps
std::vector<double> flowTimes(std::int64_t steps, double shift, double last = 1.0);

/// One step along the velocity; costs one pass.
at::Tensor eulerStep(const Velocity& velocity, const at::Tensor& x, double from, double to);

/// One step along the mean of the velocities at both ends; costs two passes.
at::Tensor heunStep(const Velocity& velocity, const at::Tensor& x, double from, double to);

/// One step with fresh noise (Euler-Maruyama), diffusion 1 - time.
///
/// @param velocity [B, C, h, w], at `from`
/// @param noise    [B, C, h, w]; undefined: the mean alone, as the walk's last step takes it
/// @source SiT, arXiv:2401.08740, transport/integrators.py and transport.py, diffusion "sigma"
at::Tensor stochasticStep(const at::Tensor& velocity, const at::Tensor& x, double from, double to,
                          const at::Tensor& noise);

/// Where the stochastic walk's noisy steps end; a last step of this size follows.
inline constexpr double kStochasticLastStep = 0.04;

/// Integrates a velocity with steps of adaptive length (Dormand-Prince 5(4)).
///
/// @source Dormand and Prince 1980; the starting step, control and interpolation are torchdiffeq's,
///         which SiT uses
class AdaptiveFlow {
public:
    struct Tolerance {
        double relative = 1e-3; ///< SiT's
        double absolute = 1e-6;
    };

    AdaptiveFlow(Velocity velocity, const at::Tensor& x, double from, Tolerance tolerance);
    /// With SiT's tolerance.
    AdaptiveFlow(Velocity velocity, const at::Tensor& x, double from)
        : AdaptiveFlow(std::move(velocity), x, from, Tolerance{}) {}

    /// The place at a time that is not before the last one asked for. What the velocity throws
    /// leaves the flow as it was.
    at::Tensor advance(double time);

    /// The velocity at the time that was asked for last, of the curve that joins the steps.
    at::Tensor slope(double time) const;

    /// How often the velocity was asked for.
    std::int64_t passes() const { return m_passes; }

private:
    at::Tensor ask(const at::Tensor& x, double time);
    double firstStep();
    void tryStep();

    Velocity m_velocity;
    Tolerance m_tolerance;
    std::int64_t m_passes = 0;
    double m_step = 0.0;
    double m_from = 0.0; ///< the last accepted step
    double m_to = 0.0;
    at::Tensor m_x;                   ///< at `m_to`
    at::Tensor m_slope;               ///< at `m_to`
    std::vector<at::Tensor> m_powers; ///< of the place within the step, from the constant on
};

} // namespace hierascope::models
