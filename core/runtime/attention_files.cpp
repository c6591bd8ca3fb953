// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/attention_files.h"

#include <algorithm>
#include <cmath>

#include <ATen/ops/from_blob.h>

#include "core/io/tensor_file.h"
#include "core/runtime/guard.h"

namespace hierascope::runtime {

Result<void> saveAttention(const std::filesystem::path& path, const AttentionMap& attention) {
    return guarded([&] {
        const std::int64_t tokens = attention.tokens;
        return io::saveTensors(
            path, {{"attention", at::from_blob(const_cast<float*>(attention.weights.data()),
                                               {attention.heads, tokens, tokens}, at::kFloat)}});
    });
}

ImageRgb8 pictureFromAttention(const AttentionMap& attention) {
    const auto side = static_cast<std::size_t>(attention.tokens);
    std::vector<float> sums(side * side, 0.0F);
    for (std::size_t i = 0; i < attention.weights.size(); ++i)
        sums[i % sums.size()] += attention.weights[i];
    ImageRgb8 picture(static_cast<int>(side), static_cast<int>(side));
    for (std::size_t row = 0; row < side; ++row) {
        const float* weights = sums.data() + row * side;
        const float largest = *std::max_element(weights, weights + side);
        for (std::size_t column = 0; column < side; ++column) {
            const float share = largest > 0.0F ? weights[column] / largest : 0.0F;
            const auto grey = static_cast<std::uint8_t>(std::lround(255.0F * share));
            for (std::size_t channel = 0; channel < 3; ++channel)
                picture.pixels[(row * side + column) * 3 + channel] = grey;
        }
    }
    return picture;
}

} // namespace hierascope::runtime
