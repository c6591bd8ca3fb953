// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace hierascope::models {

/// A schedule's numbers at the times of a batch, [B, 1, 1, 1] each.
struct DiffusionNumbers {
    at::Tensor logVariance;
    at::Tensor logPosterior;   ///< of x(t-1) given x(t) and data; that of 0 is that of 1
    at::Tensor logFixed;       ///< what stands for a variance that is not learned
    at::Tensor fromData;       ///< weights of that distribution's mean
    at::Tensor fromNoised;     ///<
    at::Tensor keptRoot;       ///< of data in noised data
    at::Tensor noiseRoot;      ///< of noise in noised data
    at::Tensor dataFromNoised; ///< weights of the data that noised data and noise tell
    at::Tensor dataFromNoise;  ///<
    at::Tensor kept;           ///< product of 1 - variance up to and with the step
    at::Tensor keptBefore;     ///< the same of the step before; 1 at the first
};

/// How much noise each step of a diffusion has, and what follows from that; float64 inside.
///
/// @source DDPM, arXiv:2006.11239; facebookresearch/DiT diffusion/gaussian_diffusion.py: 1000
///         steps, variances that rise linearly from 0.0001 to 0.02
class DiffusionSchedule {
public:
    explicit DiffusionSchedule(std::int64_t steps = 1000);

    /// The same noise in fewer steps.
    ///
    /// @param times those that stay, rising, as `respacedTimes` gives them
    /// @source facebookresearch/DiT diffusion/respace.py
    DiffusionSchedule respaced(const std::vector<std::int64_t>& times) const;

    std::int64_t steps() const { return m_kept.numel(); }

    /// The time that a network is told at a step: of a respaced schedule, the original one.
    std::int64_t networkTime(std::int64_t step) const {
        return m_times[static_cast<std::size_t>(step)];
    }

    /// How much of the data's variance is left at a step, 0 to 1.
    double kept(std::int64_t step) const;

    /// Data with the noise of a step: sqrt(kept) data + sqrt(1 - kept) noise.
    ///
    /// @param data, noise [B, C, h, w]
    /// @param times       [B] int64, from 0: steps of this schedule
    at::Tensor noised(const at::Tensor& data, const at::Tensor& noise,
                      const at::Tensor& times) const;

    /// @param times [B] int64: steps of this schedule
    DiffusionNumbers numbersAt(const at::Tensor& times, const at::TensorOptions& options) const;

private:
    explicit DiffusionSchedule(const at::Tensor& variance);

    at::Tensor m_kept;         ///< [T]
    at::Tensor m_keptBefore;   ///< [T]
    at::Tensor m_logVariance;  ///< [T]
    at::Tensor m_logPosterior; ///< [T]
    at::Tensor m_logFixed;     ///< [T]
    at::Tensor m_fromData;     ///< [T]
    at::Tensor m_fromNoised;   ///< [T]
    std::vector<std::int64_t> m_times;
};

/// The times that stay when a schedule of `steps` is walked in fewer.
///
/// "N": N evenly spaced ones, the first and the last among them, rounded half to even; "ddimN": the
/// multiples of the stride that gives N.
/// @return Usage where there is no such stride, or N is not 1 to `steps`
/// @source facebookresearch/DiT diffusion/respace.py
Result<std::vector<std::int64_t>> respacedTimes(const std::string& spacing, std::int64_t steps);

/// What a network's output says about noised data.
struct Denoised {
    at::Tensor data;        ///< [B, C, h, w]
    at::Tensor noise;       ///< [B, C, h, w], as the network found it
    at::Tensor mean;        ///< [B, C, h, w], of the step before
    at::Tensor logVariance; ///< [B, C, h, w] or [B, 1, 1, 1], of the step before
};

/// Reads a network's output.
///
/// @param output [B, 2 C, h, w]: noise, and where the log-variance lies between its two bounds; or
///               [B, C, h, w]: noise
/// @param noised [B, C, h, w]
/// @param isClipped whether data are held within -1 and 1
/// @source Nichol and Dhariwal, arXiv:2102.09672, section 3.1; facebookresearch/DiT
Denoised denoised(const DiffusionNumbers& numbers, const at::Tensor& output,
                  const at::Tensor& noised, bool isClipped);

/// How a diffusion is walked back.
struct DiffusionSampling {
    bool isDdim = false; ///< else ancestral (DDPM)
    double eta = 0.0;    ///< DDIM: how much noise comes in anew
    bool isClipped = false;
};

/// A step back: what is less noised, and what the data are taken to be.
struct DenoisingStep {
    at::Tensor x;    ///< [B, C, h, w]
    at::Tensor data; ///< [B, C, h, w]
};

/// Goes from a step to the one before.
///
/// @param noise [B, C, h, w], of which the last step (0) takes none; may be undefined there
/// @source DDPM, arXiv:2006.11239, algorithm 2; DDIM, arXiv:2010.02502, equation 12
DenoisingStep denoisingStep(const DiffusionSchedule& schedule, std::int64_t step,
                            const at::Tensor& output, const at::Tensor& noised,
                            const at::Tensor& noise, const DiffusionSampling& sampling);

} // namespace hierascope::models
