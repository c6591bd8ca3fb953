// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Writes what `encode` puts out: `latents` [T, C], `mean` and `logvar` [C, h, w] (KL families).
Result<void> savePyramid(const std::filesystem::path& path, const TokenPyramid& pyramid);

/// Reads `latents` of a tensor file.
///
/// @param info the model that is to decode them: its base map decides the expected shape
/// @return     [T, C]; BadData naming file, tensor, expected and found shape, or a value that is
///             not finite
Result<std::vector<float>> readLatents(const std::filesystem::path& path, const ModelInfo& info);

/// Writes a decoded picture as `image` [3, Y, X] float32, in [0, 1] scale, unclamped.
Result<void> saveImageTensor(const std::filesystem::path& path, const ImageRgbF32& image);

} // namespace hierascope::runtime
