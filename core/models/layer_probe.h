// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include <ATen/core/Tensor.h>

namespace hierascope::models {

/// What the attention of one layer is made of.
struct AttentionOperands {
    at::Tensor queries; ///< [B, A, T, E], not scaled
    at::Tensor keys;    ///< [B, A, T, E]
    at::Tensor mask;    ///< [T, T] bool, true where the row may read the column; undefined: all

    /// The softmax of every head: [B, A, T, T], rows ask.
    at::Tensor weights() const;
};

/// Looks at a transformer while it runs.
struct LayerProbe {
    /// Called before each layer; what it throws leaves the model's forward.
    std::function<void(std::int64_t layer)> beforeLayer{};
    /// Called inside each layer, before its attention.
    std::function<void(std::int64_t layer, const AttentionOperands& attention)> onAttention{};
    /// Called with each layer's output: [B, T, D].
    std::function<void(std::int64_t layer, const at::Tensor& x)> afterLayer{};
};

} // namespace hierascope::models
