// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/train_step.h"

#include <ATen/TensorOperators.h>

namespace hierascope::training {

StepMetrics addGradients(const StepLoss& loss, double share) {
    (share == 1.0 ? loss.total : loss.total * share).backward();
    StepMetrics metrics{{"loss", share * loss.total.item<double>()}};
    for (const auto& [name, term] : loss.terms)
        metrics[name] = share * term.item<double>();
    return metrics;
}

StepMetrics trainStep(const StepLoss& loss, AdamW& optimizer, double learningRate) {
    StepMetrics metrics = addGradients(loss);
    metrics["learning_rate"] = learningRate;
    metrics["gradient_norm"] = optimizer.step(learningRate);
    return metrics;
}

} // namespace hierascope::training
