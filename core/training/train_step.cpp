// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/train_step.h"

#include <ATen/ops/randn_like.h>

namespace hierascope::training {

StepMetrics trainStep(models::HieraTok& model, const at::Tensor& images,
                      const runs::LossWeights& weights, models::EfficientNetLite0& perceptual,
                      AdamW& optimizer, double learningRate) {
    const auto posterior = model->posterior(images);
    const auto latent = posterior.sample(at::randn_like(posterior.mean));
    const auto pictures = model->decode(latent);
    const LossTerms terms = tokenizerLoss(pictures, images, posterior, weights, perceptual);
    terms.total.backward();
    StepMetrics metrics{
        {"loss", terms.total.item<double>()}, {"l1", terms.l1.item<double>()},
        {"mse", terms.mse.item<double>()},    {"kl", terms.kl.item<double>()},
        {"learning_rate", learningRate},      {"gradient_norm", optimizer.step(learningRate)}};
    if (terms.perceptual.defined())
        metrics["perceptual"] = terms.perceptual.item<double>();
    return metrics;
}

} // namespace hierascope::training
