// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

namespace hierascope::testing {

/// The k-th number of stream j, in [0, 1): the same in every language, so that the expected
/// figures could be made with the original Python code.
inline double generated(std::uint32_t k, std::uint32_t j) {
    std::uint32_t x = k * 2654435761U + j * 974634213U + 1U;
    for (int round = 0; round < 2; ++round) {
        x ^= x >> 16;
        x *= 73244475U;
    }
    x ^= x >> 16;
    return x / 4294967296.0;
}

/// @return [1, 3, Y, X] float32, filled in memory order from stream j
inline at::Tensor generatedPicture(std::uint32_t j, std::int64_t height, std::int64_t width) {
    at::Tensor picture = at::empty({1, 3, height, width}, at::kFloat);
    float* values = picture.data_ptr<float>();
    for (std::int64_t k = 0; k < picture.numel(); ++k)
        values[k] = static_cast<float>(generated(static_cast<std::uint32_t>(k), j));
    return picture;
}

} // namespace hierascope::testing
