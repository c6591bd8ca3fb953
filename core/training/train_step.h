// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// One update: backward, clipping, AdamW.
StepMetrics trainStep(const StepLoss& loss, AdamW& optimizer, double learningRate);

} // namespace hierascope::training
