// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/level_figures.h"

#include <algorithm>

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

} // namespace

void measureLevel(LevelReconstruction& level, const ImageRgb8& input) {
    const ImageRgbF32 written = toRgbF32(toRgb8(level.picture));
    const at::Tensor full = tensor::tensorFromImage(input);
    const at::Tensor picture = tensor::tensorFromImage(written);
    const at::Tensor reduced = tensor::areaResize(full, written.height);
    level.psnr = metrics::psnr(picture, reduced).item<double>();
    level.ssim = ssimWhereDefined(picture, reduced);

    const at::Tensor large =
        tensor::tensorFromImage(enlarged(written, input.width, input.height)).clamp(0.0, 1.0);
    level.psnrFull = metrics::psnr(large, full).item<double>();
    level.ssimFull = ssimWhereDefined(large, full);
}

ImageRgbF32 residualOf(const ImageRgbF32& picture, const ImageRgbF32& coarser) {
    ImageRgbF32 residual = enlarged(coarser, picture.width, picture.height);
    for (std::size_t i = 0; i < residual.planes.size(); ++i)
        residual.planes[i] = picture.planes[i] - residual.planes[i];
    return residual;
}

} // namespace hierascope::runtime
