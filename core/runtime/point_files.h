// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace hierascope::runtime {

/// Points as a table of numbers.
struct PointTable {
    std::int64_t count = 0;
    std::int64_t width = 0;
    std::vector<float> values; ///< [count, width], finite
};

/// Reads a two-dimensional table of float32 or float64 numbers.
///
/// @param path `.npy` in C order, or a `.safetensors` with one such tensor
/// @return     BadData naming file, field and value: another type, order or number of dimensions,
///             a cut file, objects, or a value that is not finite, by row and column
Result<PointTable> readPointTable(const std::filesystem::path& path);

/// Writes [N, width] float32 as `.npy`.
Result<void> writePointTable(const std::filesystem::path& path, std::span<const float> values,
                             std::int64_t width);

} // namespace hierascope::runtime
