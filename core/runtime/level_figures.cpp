// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/level_figures.h"

#include <algorithm>

#include <ATen/TensorOperators.h>

#include "core/metrics/psnr.h"
#include "core/metrics/ssim.h"
#include "core/tensor/image_tensor.h"
#include "core/tensor/resample.h"

namespace hierascope::runtime {

namespace {

std::optional<double> ssimWhereDefined(const at::Tensor& image, const at::Tensor& reference) {
    if (std::min(image.size(2), image.size(3)) < metrics::kSsimWindow)
        return std::nullopt;
    return metrics::ssim(image, reference).item<double>();
}

ImageRgbF32 enlarged(const ImageRgbF32& image, int width, int height) {
    if (image.width == width && image.height == height)
        return image;
    return tensor::resize(image, width, height, tensor::Filter::Bicubic);
}

double psnrOf(const at::Tensor& image, const at::Tensor& reference) {
    return metrics::psnr(image, reference).item<double>();
}

void measureReduced(LevelReconstruction& level, const at::Tensor& picture, const at::Tensor& full,
                    const at::Tensor& finest) {
    const at::Tensor input = tensor::areaResize(full, picture.size(2)); // [1, 3, y, x]
    level.psnr = psnrOf(picture, input);
    level.ssim = ssimWhereDefined(picture, input);

    const at::Tensor reduced = tensor::areaResize(finest, picture.size(2)); // [1, 3, y, x]
    level.commutation = {tensor::imageFromTensor(reduced), tensor::imageFromTensor(input),
                         psnrOf(picture, reduced), psnrOf(reduced, input)};
}

void measureEnlarged(LevelReconstruction& level, const ImageRgbF32& written,
                     const at::Tensor& full) {
    const auto width = static_cast<int>(full.size(3));
    const auto height = static_cast<int>(full.size(2));
    const at::Tensor large =
        tensor::tensorFromImage(enlarged(written, width, height)).clamp(0.0, 1.0); // [1, 3, Y, X]
    level.psnrFull = psnrOf(large, full);
    level.ssimFull = ssimWhereDefined(large, full);
    level.error = tensor::imageFromTensor(large - full);
}

} // namespace

void measureLevel(LevelReconstruction& level, const ImageRgb8& input, const ImageRgb8& finest) {
    const ImageRgbF32 written = toRgbF32(toRgb8(level.picture));
    const at::Tensor full = tensor::tensorFromImage(input);
    measureReduced(level, tensor::tensorFromImage(written), full, tensor::tensorFromImage(finest));
    measureEnlarged(level, written, full);
}

ImageRgbF32 residualOf(const ImageRgbF32& picture, const ImageRgbF32& coarser) {
    ImageRgbF32 residual = enlarged(coarser, picture.width, picture.height);
    for (std::size_t i = 0; i < residual.planes.size(); ++i)
        residual.planes[i] = picture.planes[i] - residual.planes[i];
    return residual;
}

} // namespace hierascope::runtime
