// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/training/trainer.h"

namespace hierascope::training {

/// What a run would cost, before it starts.
struct Estimate {
    std::int64_t parameters = 0;  ///< of the model
    double flopsPerImage = 0.0;   ///< forward, backward and discriminator, as counted
    double flopsPerStep = 0.0;    ///< whole batch
    std::int64_t memoryBytes = 0; ///< weights, gradients, moments, average, frozen networks, and
                                  ///< activations of one part of a batch
    double secondsPerStep = 0.0;  ///< median of ten steps on few images, scaled to the batch
    std::string leftOut; ///< why perceptual loss, alignment and discriminator are not in it; empty:
                         ///< they are
};

/// Makes the model of a config and takes steps on at most two random images; needs no data.
///
/// Memory is the growth of this process (CPU); on a GPU only what follows from the parameters.
/// @cost twelve steps, fewer where they take more than 20 s
Result<Estimate> estimateTraining(const std::filesystem::path& config,
                                  const TrainerOptions& options);

} // namespace hierascope::training
