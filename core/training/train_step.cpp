// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/train_step.h"

#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::training {

StepMetrics addGradients(const StepLoss& loss, double share) {
    (share == 1.0 ? loss.total : loss.total * share).backward();
    StepMetrics metrics{{"loss", share * loss.total.item<double>()}};
    for (const auto& [name, term] : loss.terms)
        metrics[name] = share * term.item<double>();
    return metrics;
}

void averageOverProcesses(StepMetrics& metrics) {
    const tensor::JointBatch* joint = tensor::JointBatch::current();
    if (joint == nullptr)
        return;
    std::vector<double> values;
    for (const auto& [name, value] : metrics)
        values.push_back(value);
    const auto sums = tensor::sumOfAll(at::tensor(values, at::kDouble));
    std::int64_t index = 0;
    for (auto& [name, value] : metrics)
        value = sums[index++].item<double>() / static_cast<double>(joint->processes());
}

StepMetrics trainStep(const StepLoss& loss, AdamW& optimizer, double learningRate) {
    StepMetrics metrics = addGradients(loss);
    metrics["learning_rate"] = learningRate;
    metrics["gradient_norm"] = optimizer.step(learningRate);
    return metrics;
}

} // namespace hierascope::training
