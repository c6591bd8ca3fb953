// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/image_tensor.h"

#include <cstring>

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/empty.h>

#include "core/tensor/shape.h"

namespace hierascope::tensor {

at::Tensor tensorFromImage(const ImageRgb8& image) {
    return tensorFromImage(toRgbF32(image));
}

at::Tensor tensorFromImage(const ImageRgbF32& image) {
    at::Tensor tensor = at::empty({1, 3, image.height, image.width}, at::kFloat);
    std::memcpy(tensor.data_ptr<float>(), image.planes.data(), image.planes.size() * sizeof(float));
    return tensor;
}

ImageRgbF32 imageFromTensor(const at::Tensor& tensor) {
    at::Tensor plain = tensor.dim() == 4 ? tensor.squeeze(0) : tensor;
    checkShape(plain, {3, kAny, kAny}, "image");
    plain = plain.detach().to(at::kCPU, at::kFloat).contiguous();
    ImageRgbF32 image(static_cast<int>(plain.size(2)), static_cast<int>(plain.size(1)));
    std::memcpy(image.planes.data(), plain.data_ptr<float>(), image.planes.size() * sizeof(float));
    return image;
}

at::Tensor areaResize(const at::Tensor& images, std::int64_t side) {
    if (images.size(2) == side && images.size(3) == side)
        return images;
    return at::adaptive_avg_pool2d(images, {side, side});
}

} // namespace hierascope::tensor
