// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/losses.h"

#include <ATen/ops/l1_loss.h>
#include <ATen/ops/mse_loss.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>

#include "core/tensor/image_tensor.h"

namespace hierascope::training {

namespace {

at::Tensor unitLength(const at::Tensor& features) {
    return features / (features.square().sum(1, /*keepdim=*/true) + 1e-10).sqrt();
}

} // namespace

at::Tensor perceptualDistance(models::EfficientNetLite0& network, const at::Tensor& images,
                              const at::Tensor& references) {
    std::vector<at::Tensor> wanted;
    {
        const c10::NoGradGuard guard;
        wanted = network->features(references);
    }
    const auto found = network->features(images);
    at::Tensor distance = at::zeros({}, images.options());
    for (std::size_t layer = 0; layer < found.size(); ++layer) {
        const auto difference = unitLength(found[layer]) - unitLength(wanted[layer]);
        distance = distance + difference.square().sum(1).mean();
    }
    return distance;
}

LossTerms tokenizerLoss(const std::vector<at::Tensor>& pictures, const at::Tensor& images,
                        const models::Posterior& posterior, const runs::LossWeights& weights,
                        const PictureMetric& metric) {
    LossTerms terms;
    terms.kl = posterior.kl().mean();
    terms.l1 = at::zeros({}, images.options());
    terms.mse = at::zeros({}, images.options());
    for (const at::Tensor& picture : pictures) {
        const auto target = tensor::areaResize(images, picture.size(2));
        terms.l1 = terms.l1 + at::l1_loss(picture, target);
        terms.mse = terms.mse + at::mse_loss(picture, target);
        if (metric.distance && weights.perceptual > 0.0 && picture.size(2) >= metric.smallestSide) {
            const auto distance = metric.distance(picture, target);
            terms.perceptual = terms.perceptual.defined() ? terms.perceptual + distance : distance;
        }
    }
    terms.total = weights.l1 * terms.l1 + weights.mse * terms.mse + weights.kl * terms.kl;
    if (terms.perceptual.defined())
        terms.total = terms.total + weights.perceptual * terms.perceptual;
    return terms;
}

} // namespace hierascope::training
