// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/psnr.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/log10.h>

#include "core/tensor/shape.h"

namespace hierascope::metrics {

at::Tensor psnr(const at::Tensor& images, const at::Tensor& references) {
    tensor::checkShape(images, {tensor::kAny, 3, tensor::kAny, tensor::kAny}, "images");
    tensor::checkShape(references, {images.size(0), 3, images.size(2), images.size(3)},
                       "references");
    const at::Tensor difference = images.to(at::kDouble) - references.to(at::kDouble);
    const at::Tensor meanSquare = difference.square().flatten(1).mean(1); // [B]
    return (-10.0 * at::log10(meanSquare)).to(at::kFloat);
}

} // namespace hierascope::metrics
