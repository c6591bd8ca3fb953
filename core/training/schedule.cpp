// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hierascope::training {

double learningRate(const runs::TrainingOptions& options, std::int64_t step) {
    const double steps = static_cast<double>(options.steps);
    const double warmup = std::round(options.warmupRatio * steps);
    const double position = static_cast<double>(step);
    if (position < warmup)
        return options.learningRate * (position + 1.0) / warmup;
    const double done = std::min(1.0, (position - warmup) / std::max(1.0, steps - warmup));
    return options.finalLearningRate + 0.5 * (options.learningRate - options.finalLearningRate) *
                                           (1.0 + std::cos(std::numbers::pi * done));
}

double officialLearningRate(const runs::TrainingOptions& options, std::int64_t step) {
    const double warmup = std::round(options.warmupRatio * static_cast<double>(options.steps));
    const double position = static_cast<double>(step);
    return position < warmup ? options.learningRate * position / warmup
                             : learningRate(options, step);
}

double emaDecay(double decay, std::int64_t update) {
    const double s = static_cast<double>(update - 1);
    return s <= 0.0 ? 0.0 : std::min((1.0 + s) / (10.0 + s), decay);
}

} // namespace hierascope::training
