// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace hierascope::models {

/// Sizes of the discriminator on a frozen DINO; defaults are ResTok's, on ViT-S/16.
///
/// @source Kwai-Kolors/ResTok, modeling/modules/discriminator_dino.py
struct DinoDiscriminatorOptions {
    std::int64_t width = 384;
    std::int64_t heads = 6;
    std::int64_t depth = 12;
    std::int64_t imageSize = 224; ///< Y = X, pixels, of what the backbone sees
    std::int64_t patchSize = 16;
    std::vector<std::int64_t> keyDepths{2, 5, 8,
                                        11}; ///< blocks with a readout; from `depth` on: none
    std::int64_t kernel = 9; ///< odd; tokens in a row that the second convolution of a head sees

    std::int64_t tokens() const; ///< patches of a picture
    bool isKeyDepth(std::int64_t block) const;
    std::int64_t lastKeyDepth() const; ///< -1: no block is read
    std::int64_t readouts() const;     ///< one before all blocks, one for each key depth

    /// Reports the first field that makes no sense, with its value.
    Result<void> validate() const;
};

/// The sizes of a DINO file: heads are 64 numbers wide, as in all of DINO's.
///
/// @param tensors with the names of DINO's own files
Result<DinoDiscriminatorOptions>
dinoDiscriminatorOptionsFromTensors(const std::map<std::string, at::Tensor>& tensors);

} // namespace hierascope::models
