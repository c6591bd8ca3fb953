// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/training/adamw.h"

namespace hierascope::training {

/// What one step measured, by the names that events and curves use.
using StepMetrics = std::map<std::string, double>;

/// A batch's loss and the terms that it is made of.
struct StepLoss {
    at::Tensor total;                        ///< scalar, with its graph
    std::map<std::string, at::Tensor> terms; ///< scalars
};

/// Which part of which step: a batch may be computed in parts, one after another.
struct StepPart {
    std::int64_t step = 0;
    std::int64_t part = 0;
    std::int64_t parts = 1;
};

/// Adds the gradients of one part of a batch to those that are there.
///
/// @param share of the part in the batch
/// @return      `loss` and the terms, times `share`
StepMetrics addGradients(const StepLoss& loss, double share = 1.0);

/// Makes each metric the mean over the processes that share the batch.
void averageOverProcesses(StepMetrics& metrics);

/// One update: backward, clipping, AdamW.
StepMetrics trainStep(const StepLoss& loss, AdamW& optimizer, double learningRate);

} // namespace hierascope::training
