// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/training/adamw.h"
#include "core/training/losses.h"

namespace hierascope::training {

/// What one step measured, by the names that events and curves use.
using StepMetrics = std::map<std::string, double>;

/// One update of a HieraTok tokenizer: forward with a posterior sample, loss, backward, AdamW.
///
/// @param images [B, 3, Y, X] in [-1, 1], on the model's device
StepMetrics trainStep(models::HieraTok& model, const at::Tensor& images,
                      const runs::LossWeights& weights, models::EfficientNetLite0& perceptual,
                      AdamW& optimizer, double learningRate);

} // namespace hierascope::training
