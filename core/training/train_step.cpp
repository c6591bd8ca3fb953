// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/train_step.h"

namespace hierascope::training {

StepMetrics trainStep(const StepLoss& loss, AdamW& optimizer, double learningRate) {
    loss.total.backward();
    StepMetrics metrics{{"loss", loss.total.item<double>()},
                        {"learning_rate", learningRate},
                        {"gradient_norm", optimizer.step(learningRate)}};
    for (const auto& [name, term] : loss.terms)
        metrics[name] = term.item<double>();
    return metrics;
}

} // namespace hierascope::training
