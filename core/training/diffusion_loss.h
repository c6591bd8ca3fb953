// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace hierascope::training {

/// How much noise each step of a diffusion has, and what follows from that; float64 inside.
///
/// @source DDPM, arXiv:2006.11239; facebookresearch/DiT diffusion/gaussian_diffusion.py: 1000
///         steps, variances that rise linearly from 0.0001 to 0.02
class DiffusionSchedule {
public:
    explicit DiffusionSchedule(std::int64_t steps = 1000);

    std::int64_t steps() const { return m_kept.numel(); }

    /// Data with the noise of a step: sqrt(kept) data + sqrt(1 - kept) noise.
    ///
    /// @param data, noise [B, C, h, w]
    /// @param times       [B] int64, from 0
    at::Tensor noised(const at::Tensor& data, const at::Tensor& noise,
                      const at::Tensor& times) const;

private:
    friend struct DiffusionStep;

    at::Tensor m_kept;         ///< [T]: the product of 1 - variance up to and with a step
    at::Tensor m_logVariance;  ///< [T]
    at::Tensor m_logPosterior; ///< [T]: of x(t-1) given x(t) and data; that of 0 is that of 1
    at::Tensor m_fromData;     ///< [T]: weights of that distribution's mean
    at::Tensor m_fromNoised;
};

/// The two terms of a denoiser that learns its variance; both are minimised with weight 1.
struct DiffusionLoss {
    at::Tensor mse; ///< [B], of the noise
    at::Tensor vb;  ///< [B], bits for each number; teaches the variance alone
};

/// @param output [B, 2 C, h, w]: noise, and where the log-variance lies between its two bounds
/// @param data, noised, noise [B, C, h, w]
/// @param times  [B] int64
/// @source Nichol and Dhariwal, arXiv:2102.09672, section 3.1; facebookresearch/DiT: MSE and the
///         variational bound without its factor of T / 1000
DiffusionLoss diffusionLoss(const DiffusionSchedule& schedule, const at::Tensor& output,
                            const at::Tensor& data, const at::Tensor& noised,
                            const at::Tensor& noise, const at::Tensor& times);

} // namespace hierascope::training
