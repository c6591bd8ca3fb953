// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/ssim.h"

#include <algorithm>
#include <array>

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/avg_pool2d.h>
#include <ATen/ops/conv2d.h>
#include <c10/util/Exception.h>

#include "core/tensor/shape.h"

namespace hierascope::metrics {

namespace {

constexpr double kSigma = 1.5;
constexpr double kC1 = 0.01 * 0.01;
constexpr double kC2 = 0.03 * 0.03;
constexpr std::array kScaleWeights{0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

/// Structural similarity and its contrast-structure part, each [B, 3].
struct SsimTerms {
    at::Tensor similarity;
    at::Tensor contrastStructure;
};

void checkPair(const at::Tensor& images, const at::Tensor& references, std::int64_t smallestSide) {
    tensor::checkShape(images, {tensor::kAny, 3, tensor::kAny, tensor::kAny}, "images");
    tensor::checkShape(references, {images.size(0), 3, images.size(2), images.size(3)},
                       "references");
    const std::int64_t side = std::min(images.size(2), images.size(3));
    TORCH_CHECK(side >= smallestSide, "The pictures' shorter side is ", side,
                " pixels, this metric needs at least ", smallestSide, ".");
}

/// The separable window as depthwise weights: [3, 1, 11, 1].
at::Tensor columnWindow(const at::TensorOptions& options) {
    const at::Tensor offset = at::arange(kSsimWindow, options) - double(kSsimWindow / 2);
    const at::Tensor weights = (-offset.square() / (2.0 * kSigma * kSigma)).exp();
    return (weights / weights.sum()).view({1, 1, kSsimWindow, 1}).repeat({3, 1, 1, 1});
}

at::Tensor blurred(const at::Tensor& images, const at::Tensor& column) {
    const at::Tensor rows = at::conv2d(images, column, {}, 1, at::IntArrayRef{0}, 1, 3);
    return at::conv2d(rows, column.transpose(2, 3), {}, 1, at::IntArrayRef{0}, 1,
                      3); // [B, 3, Y-10, X-10]
}

SsimTerms ssimTerms(const at::Tensor& x, const at::Tensor& y) {
    const at::Tensor window = columnWindow(x.options());
    const at::Tensor meanX = blurred(x, window);
    const at::Tensor meanY = blurred(y, window);
    const at::Tensor varianceX = blurred(x * x, window) - meanX * meanX;
    const at::Tensor varianceY = blurred(y * y, window) - meanY * meanY;
    const at::Tensor covariance = blurred(x * y, window) - meanX * meanY;

    const at::Tensor contrast = (2.0 * covariance + kC2) / (varianceX + varianceY + kC2);
    const at::Tensor luminance =
        (2.0 * meanX * meanY + kC1) / (meanX * meanX + meanY * meanY + kC1);
    return {(luminance * contrast).flatten(2).mean(2), contrast.flatten(2).mean(2)}; // [B, 3]
}

/// Halves both sides; an odd side is padded with zeros on both ends, as pytorch-msssim does.
at::Tensor halved(const at::Tensor& images) {
    return at::avg_pool2d(images, {2, 2}, {2, 2}, {images.size(2) % 2, images.size(3) % 2});
}

} // namespace

at::Tensor ssim(const at::Tensor& images, const at::Tensor& references) {
    checkPair(images, references, kSsimWindow);
    return ssimTerms(images, references).similarity.mean(1); // [B]
}

at::Tensor msSsim(const at::Tensor& images, const at::Tensor& references) {
    checkPair(images, references, kMsSsimSide + 1);
    at::Tensor x = images;
    at::Tensor y = references;
    at::Tensor product;
    for (std::size_t scale = 0; scale < kScaleWeights.size(); ++scale) {
        const bool last = scale + 1 == kScaleWeights.size();
        const SsimTerms terms = ssimTerms(x, y);
        const at::Tensor factor =
            (last ? terms.similarity : terms.contrastStructure).relu().pow(kScaleWeights[scale]);
        product = product.defined() ? product * factor : factor; // [B, 3]
        if (!last) {
            x = halved(x);
            y = halved(y);
        }
    }
    return product.mean(1); // [B]
}

} // namespace hierascope::metrics
