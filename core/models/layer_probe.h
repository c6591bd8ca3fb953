// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include <ATen/core/Tensor.h>

namespace hierascope::models {

/// Looks at a transformer while it runs.
struct LayerProbe {
    /// Called before each layer; what it throws leaves the model's forward.
    std::function<void(std::int64_t layer)> beforeLayer{};
    /// Called with each layer's output: [B, T, D].
    std::function<void(std::int64_t layer, const at::Tensor& x)> afterLayer{};
    std::optional<std::int64_t> attentionOf{}; ///< the layer whose attention is wanted
    at::Tensor attention{};                    ///< then here: [B, A, T, T], rows ask
};

} // namespace hierascope::models
