// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/base/image.h"

namespace hierascope::tensor {

/// @return [1, 3, Y, X] float32 in [0, 1] on the CPU
at::Tensor tensorFromImage(const ImageRgb8& image);

/// @return [1, 3, Y, X] float32 on the CPU
at::Tensor tensorFromImage(const ImageRgbF32& image);

/// @param tensor [3, Y, X] or [1, 3, Y, X], any floating type and device
ImageRgbF32 imageFromTensor(const at::Tensor& tensor);

/// Reduces square pictures to `side` x `side` by exact area means (adaptive average pooling).
///
/// @param images [B, 3, Y, X]
/// @return       [B, 3, side, side]
at::Tensor areaResize(const at::Tensor& images, std::int64_t side);

} // namespace hierascope::tensor
