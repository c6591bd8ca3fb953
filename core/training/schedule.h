// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/train_config.h"

namespace hierascope::training {

/// Learning rate of step `step` (0 is the first): linear warm-up, then a cosine to the final rate.
///
/// @source HieraTok, arXiv:2509.23736, Tables 8 and 9; the warm-up ratio is of all steps.
double learningRate(const runs::TrainingOptions& options, std::int64_t step);

/// As `learningRate`, but the first step of the warm-up has the rate 0.
///
/// @source Kwai-Kolors/ResTok utils/lr_schedulers.py: get_cosine_schedule_with_warmup.
double officialLearningRate(const runs::TrainingOptions& options, std::int64_t step);

/// Decay of the moving average after update number `update` (1 is the first).
///
/// @source ResTok's trainer: min((1 + s) / (10 + s), decay), s = update - 1, and 0 for s = 0.
double emaDecay(double decay, std::int64_t update);

} // namespace hierascope::training
