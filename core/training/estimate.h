// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/training/trainer.h"

namespace hierascope::training {

/// What a run would cost, before it starts.
struct Estimate {
    std::int64_t parameters = 0;
    double flopsPerStep = 0.0;    ///< forward and backward (twice the forward), whole batch
    std::int64_t memoryBytes = 0; ///< weights, gradients, moments, average, and activations
    double secondsPerStep = 0.0;  ///< measured here on few images, scaled to the batch
};

/// Makes the model of a config and times two steps of at most two random images; needs no data.
///
/// Activation memory is taken from the growth of this process (CPU), so that it is 0 on a GPU.
Result<Estimate> estimateTraining(const std::filesystem::path& config,
                                  const TrainerOptions& options);

} // namespace hierascope::training
