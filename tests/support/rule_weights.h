// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <ATen/ops/empty.h>
#include <torch/nn/module.h>
#include <torch/utils.h>

#include "core/models/state_dict.h"

namespace hierascope::testing {

/// A number in [0, 1) from two counters: what known results of the official code were made from.
inline double ruleNumber(std::uint32_t k, std::uint32_t j) {
    std::uint32_t x = k * 2654435761U + j * 974634213U + 1U;
    x = (x ^ (x >> 16)) * 73244475U;
    x = (x ^ (x >> 16)) * 73244475U;
    x ^= x >> 16;
    return static_cast<double>(x) / 4294967296.0;
}

/// scale * r(k, j) + offset over the flat index k.
inline at::Tensor numbersByRule(at::IntArrayRef shape, std::uint32_t j, double scale = 1.0,
                                double offset = 0.0) {
    at::Tensor tensor = at::empty(shape, at::kFloat);
    auto* values = tensor.data_ptr<float>();
    for (std::int64_t k = 0; k < tensor.numel(); ++k)
        values[k] =
            static_cast<float>(scale * ruleNumber(static_cast<std::uint32_t>(k), j) + offset);
    return tensor;
}

/// Fills all parameters by rule: with u = 2 r - 1 and j the rank of the parameter's name, matrices
/// get 0.04 u, biases 0.02 u, other vectors 1 + 0.1 u.
inline void fillByRule(torch::nn::Module& module) {
    const torch::NoGradGuard guard;
    std::uint32_t j = 0;
    for (auto& [name, tensor] : models::stateDict(module)) {
        const bool isVector = tensor.dim() == 1;
        const bool isBias = isVector && name.find("bias") != std::string::npos;
        float* values = tensor.template data_ptr<float>();
        for (std::int64_t k = 0; k < tensor.numel(); ++k) {
            const double u = 2.0 * ruleNumber(static_cast<std::uint32_t>(k), j) - 1.0;
            const double value = isBias ? 0.02 * u : isVector ? 1.0 + 0.1 * u : 0.04 * u;
            values[k] = static_cast<float>(value);
        }
        ++j;
    }
}

} // namespace hierascope::testing
