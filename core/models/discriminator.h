// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <torch/nn/module.h>

namespace hierascope::models {

/// The corner of the square that a discriminator sees of every picture of a batch, in pixels.
struct PictureCrop {
    std::int64_t top = 0;
    std::int64_t left = 0;
};

/// Tells real pictures from made ones.
class Discriminator : public torch::nn::Module {
public:
    /// Logits, large for real pictures.
    ///
    /// @param images [B, 3, Y, X] in [0, 1]
    /// @param crop   for those that see a square of one size only; nothing: the whole picture
    /// @return       [B, ...]
    virtual at::Tensor forward(const at::Tensor& images,
                               const std::optional<PictureCrop>& crop = {}) = 0;

    /// Pixels to a side of what it sees; 0: pictures as they are.
    virtual std::int64_t side() const = 0;

    /// Whether its parameters take gradients; pictures do in any case.
    void setLearning(bool isLearning) {
        for (auto& parameter : parameters())
            parameter.set_requires_grad(isLearning);
    }
};

} // namespace hierascope::models
